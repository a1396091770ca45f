"""The head of a WebP."""

from collections.abc import Iterator

from hatinh_news.pictures.head import UPRIGHT, Broken, Head, orientation


def webp(raw: bytes) -> Head:
    """Size, orientation, and what agencies wrote; raises Broken."""
    size, turned, frames, xmp = None, UPRIGHT, 0, b""
    for kind, body in _chunks(raw):
        size = size or _size(kind, body)
        if kind == b"ANMF":
            frames += 1
        elif kind == b"EXIF":
            turned = orientation(body)
        elif kind == b"XMP ":
            xmp = xmp or body
    if size is None:
        raise Broken("no frame")
    return Head("webp", *size, turned, frames > 1, xmp=xmp)


def _chunks(raw: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 12
    while at + 8 <= len(raw):
        length = int.from_bytes(raw[at + 4 : at + 8], "little")
        yield raw[at : at + 4], raw[at + 8 : at + 8 + length]
        at += 8 + length + length % 2


def _size(kind: bytes, body: bytes) -> tuple[int, int] | None:
    """The size that a chunk tells: that of the whole canvas, of a lossy frame, or of a lossless one."""
    if len(body) < 10:
        return None
    if kind == b"VP8X":
        return int.from_bytes(body[4:7], "little") + 1, int.from_bytes(body[7:10], "little") + 1
    if kind == b"VP8 " and body[3:6] == b"\x9d\x01\x2a":
        return int.from_bytes(body[6:8], "little") & 0x3FFF, int.from_bytes(body[8:10], "little") & 0x3FFF
    if kind == b"VP8L" and body[0] == 0x2F:
        bits = int.from_bytes(body[1:5], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    return None
