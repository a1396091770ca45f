"""The head of a GIF."""

from hatinh_news.pictures.head import Broken, Head

_FRAME, _EXTENSION = 0x2C, 0x21


def gif(raw: bytes) -> Head:
    """Size, and whether there is a second frame; raises Broken."""
    if len(raw) < 13:
        raise Broken("no header")
    width, height = int.from_bytes(raw[6:8], "little"), int.from_bytes(raw[8:10], "little")
    return Head("gif", width, height, moving=_moves(raw))


def _moves(raw: bytes) -> bool:
    """Whether there is more than one frame."""
    at, frames = 13 + _palette(raw[10]), 0
    while at + 10 < len(raw) and raw[at] in {_FRAME, _EXTENSION}:
        if raw[at] == _EXTENSION:
            at = _after_blocks(raw, at + 2)
            continue
        frames += 1
        if frames > 1:
            return True
        at = _after_blocks(raw, at + 11 + _palette(raw[at + 9]))
    return False


def _palette(flags: int) -> int:
    """How many bytes of colours follow."""
    return 3 << (flags & 7) + 1 if flags & 0x80 else 0


def _after_blocks(raw: bytes, at: int) -> int:
    """Where the chain of blocks that begins at `at` ends."""
    while at < len(raw) and raw[at]:
        at += raw[at] + 1
    return at + 1
