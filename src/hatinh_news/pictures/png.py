"""The head of a PNG."""

import zlib
from collections.abc import Iterator

from hatinh_news.pictures.head import UPRIGHT, Broken, Head, orientation

SIGNATURE = b"\x89PNG\r\n\x1a\n"
_XMP = b"XML:com.adobe.xmp\0"
_LONGEST_TEXT = 1 << 20


def png(raw: bytes) -> Head:
    """Size, orientation, and what agencies wrote; raises Broken."""
    if raw[12:16] != b"IHDR" or len(raw) < 33:
        raise Broken("no header")
    turned, moving, xmp = UPRIGHT, False, b""
    for kind, body in _chunks(raw):
        if kind == b"eXIf":
            turned = orientation(body)
        elif kind == b"acTL":
            moving = int.from_bytes(body[:4], "big") > 1
        elif kind == b"iTXt" and body.startswith(_XMP):
            xmp = xmp or _text(body.removeprefix(_XMP))
    return Head("png", int.from_bytes(raw[16:20], "big"), int.from_bytes(raw[20:24], "big"), turned, moving, xmp=xmp)


def _chunks(raw: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = len(SIGNATURE)
    while at + 8 <= len(raw):
        length = int.from_bytes(raw[at : at + 4], "big")
        yield raw[at + 4 : at + 8], raw[at + 8 : at + 8 + length]
        at += 12 + length


def _text(body: bytes) -> bytes:
    """The text of an iTXt chunk after its keyword: whether it is packed and how, two names, and the words."""
    packed, rest = body[:1] == b"\x01", body[2:].split(b"\0", 2)
    if len(rest) < 3:
        return b""
    if not packed:
        return rest[2]
    try:
        return zlib.decompressobj().decompress(rest[2], _LONGEST_TEXT)
    except zlib.error:
        return b""
