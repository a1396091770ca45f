"""Pillow, which only newspapers with photos need: whether it is there, and what it can make."""

from functools import cache
from typing import Final

# What a format is made by, as Pillow calls it.
_FEATURES: Final = {"avif": ("avif",), "webp": ("webp",), "jpeg": ("jpg", "libjpeg_turbo"), "png": ("zlib", "zlib_ng")}
_FOR_ALL: Final = ("littlecms2", "freetype2")


def has_pillow() -> bool:
    """Whether pictures can be made at all."""
    return bool(encoders())


@cache
def encoders() -> tuple[tuple[str, str], ...]:
    """Formats that can be made, each with all that its bytes depend on beside picture and order; none without Pillow.

    A part of every key: with another encoder, the same picture has other bytes.
    """
    try:
        from PIL import __version__, features
    except ImportError:
        return ()
    return tuple(
        (
            name,
            " ".join((f"Pillow {__version__}", *(f"{part} {features.version(part)}" for part in (*parts, *_FOR_ALL)))),
        )
        for name, parts in _FEATURES.items()
        if features.check(parts[0])
    )
