"""What the head of a picture's file tells, read without decoding its pixels, and without Pillow."""

from collections.abc import Callable

from hatinh_news.model.picture import Flaw, Look
from hatinh_news.pictures.avif import BRANDS, avif
from hatinh_news.pictures.gif import gif
from hatinh_news.pictures.head import Broken, Head
from hatinh_news.pictures.jpeg import jpeg
from hatinh_news.pictures.png import SIGNATURE, png
from hatinh_news.pictures.webp import webp
from hatinh_news.pictures.written import written


def look(raw: bytes) -> Look | Flaw:
    """Size as seen, format, caption, credit, and whether it moves."""
    head = head_of(raw)
    if isinstance(head, Flaw):
        return head
    return Look(*head.seen, head.format, *written(head.iptc, head.xmp), head.moving)


def head_of(raw: bytes) -> Head | Flaw:
    """What stands at the head of a file, or that it is no picture."""
    read = _reader(raw)
    if read is None:
        return Flaw("unknown")
    try:
        head = read(raw)
    except Broken as broken:
        return Flaw("damaged", str(broken))
    return head if head.width > 0 and head.height > 0 else Flaw("damaged", "no size")


def _reader(raw: bytes) -> Callable[[bytes], Head] | None:
    if raw.startswith(b"\xff\xd8\xff"):
        return jpeg
    if raw.startswith(SIGNATURE):
        return png
    if raw[:4] == b"RIFF" and raw[8:12] == b"WEBP":
        return webp
    if raw[:6] in {b"GIF87a", b"GIF89a"}:
        return gif
    return avif if raw[4:8] == b"ftyp" and _is_avif(raw) else None


def _is_avif(raw: bytes) -> bool:
    """Whether the brands that a file of boxes names, the first or one that it is compatible with, are AVIF's."""
    brands = raw[8 : min(int.from_bytes(raw[:4], "big"), 256)]
    return any(brands[at : at + 4] in BRANDS for at in range(0, len(brands), 4) if at != 4)
