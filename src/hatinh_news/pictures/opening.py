"""Opening: the pixels of a picture as a reader sees them, upright and in sRGB, if they can be had safely."""

import io
from collections.abc import Callable
from dataclasses import dataclass
from math import ceil
from typing import Any, Final

from PIL import AvifImagePlugin, GifImagePlugin, Image, JpegImagePlugin, PngImagePlugin, WebPImagePlugin
from PIL.Image import Transpose

from hatinh_news.model.picture import Flaw, PictureFormat
from hatinh_news.pictures.colours import eight_bits, in_srgb
from hatinh_news.pictures.head import Head

# By the format that the file itself tells: Image.open would try all that Pillow knows, and has a limit of its own.
_READERS: Final[dict[PictureFormat, Callable[..., Any]]] = {
    "avif": AvifImagePlugin.AvifImageFile,
    "gif": GifImagePlugin.GifImageFile,
    "jpeg": JpegImagePlugin.JpegImageFile,
    "png": PngImagePlugin.PngImageFile,
    "webp": WebPImagePlugin.WebPImageFile,
}
_TURNS: Final = {
    2: Transpose.FLIP_LEFT_RIGHT,
    3: Transpose.ROTATE_180,
    4: Transpose.FLIP_TOP_BOTTOM,
    5: Transpose.TRANSPOSE,
    6: Transpose.ROTATE_270,
    7: Transpose.TRANSVERSE,
    8: Transpose.ROTATE_90,
}
_MEGAPIXEL: Final = 1_000_000
_SPARE: Final = 1.5
"""How much larger than wanted a JPEG is decoded at least: what it leaves out by itself is blurred a little."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """How large the whole picture has to be at least, as seen, and how it is cut and scaled: before its colours are
    turned, as there are fewer pixels then."""

    size: tuple[int, int]
    cut: Callable[[Image.Image], Image.Image]


def opened(raw: bytes, head: Head, most_megapixels: int, wanted: Wanted) -> Image.Image | Flaw:
    """What is wanted of the picture, upright, as L, RGB or RGBA."""
    if head.width * head.height > most_megapixels * _MEGAPIXEL:
        return Flaw("too-large", "head", *head.seen, most_megapixels)
    try:
        image = _READERS[head.format](io.BytesIO(raw))
        if image.width * image.height > most_megapixels * _MEGAPIXEL:  # the head told another size
            return Flaw("too-large", "frame", image.width, image.height, most_megapixels)
        if head.format == "jpeg":
            image.draft(None, _spared(head, wanted.size))
        image.load()
        profile = image.info.get("icc_profile", b"")
        return in_srgb(wanted.cut(_upright(eight_bits(image), head.orientation)), profile)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning, MemoryError):
        return Flaw("too-large", "frame", *head.seen, most_megapixels)
    except Exception as error:  # noqa: BLE001 (decoders fail in any way on bytes that anybody can have made)
        return Flaw("damaged", type(error).__name__)


def _spared(head: Head, size: tuple[int, int]) -> tuple[int, int]:
    """The least size, as stored, at which a JPEG may be decoded."""
    width, height = size if head.seen == (head.width, head.height) else reversed(size)
    return ceil(width * _SPARE), ceil(height * _SPARE)


def _upright(image: Image.Image, orientation: int) -> Image.Image:
    turn = _TURNS.get(orientation)
    return image if turn is None else image.transpose(turn)
