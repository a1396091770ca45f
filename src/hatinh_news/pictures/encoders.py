"""Pillow, which only newspapers with photos need: whether it is there, and what it can make."""


def has_pillow() -> bool:
    """Whether pictures can be made at all."""
    return bool(encoders())


def encoders() -> tuple[tuple[str, str], ...]:
    """Formats that can be made, each with all that its bytes depend on beside picture and order; none without Pillow.

    A part of every key: with another encoder, the same picture has other bytes.
    """
    raise NotImplementedError
