"""The head of a JPEG."""

from collections.abc import Iterator

from hatinh_news.pictures.head import UPRIGHT, Broken, Head, orientation

_NO_FRAME = frozenset((0xC4, 0xC8, 0xCC))  # their numbers are among those of frames, and they are none
_PADDING = 0xFF
_BARE = frozenset((_PADDING, 0x01, *range(0xD0, 0xD9)))
_END, _SCAN, _APP1, _APP13 = 0xD9, 0xDA, 0xE1, 0xED
_EXIF, _XMP, _PHOTOSHOP = b"Exif\0\0", b"http://ns.adobe.com/xap/1.0/\0", b"Photoshop 3.0\0"
_IPTC = 0x0404


def jpeg(raw: bytes) -> Head:
    """Size, orientation, and what agencies wrote; raises Broken."""
    size, turned, xmp, resources = None, UPRIGHT, b"", b""
    for marker, body in _segments(raw):
        if 0xC0 <= marker <= 0xCF and marker not in _NO_FRAME and size is None and len(body) >= 6:
            size = int.from_bytes(body[3:5], "big"), int.from_bytes(body[1:3], "big")
        elif marker == _APP1 and body.startswith(_EXIF) and turned == UPRIGHT:
            turned = orientation(body)
        elif marker == _APP1 and body.startswith(_XMP):
            xmp = xmp or body.removeprefix(_XMP)
        elif marker == _APP13 and body.startswith(_PHOTOSHOP):
            resources += body.removeprefix(_PHOTOSHOP)  # a long block goes on in the next segment
    if size is None:
        raise Broken("no frame")
    return Head("jpeg", *size, turned, iptc=_iptc(resources), xmp=xmp)


def _segments(raw: bytes) -> Iterator[tuple[int, bytes]]:
    """Marker and body of each segment before the pixels."""
    at = 2
    while at + 4 <= len(raw):
        if raw[at] != 0xFF:
            return
        marker = raw[at + 1]
        if marker in _BARE:  # padding, and markers without a body
            at += 1 if marker == _PADDING else 2
            continue
        if marker in {_END, _SCAN}:
            return
        length = int.from_bytes(raw[at + 2 : at + 4], "big")
        yield marker, raw[at + 4 : at + 2 + length]
        at += 2 + max(length, 2)


def _iptc(resources: bytes) -> bytes:
    """The block of IPTC among the resources of Photoshop: each has a number, a name and a body, both of even length."""
    at = 0
    while resources[at : at + 4] == b"8BIM":
        number = int.from_bytes(resources[at + 4 : at + 6], "big")
        at += 6
        at += (resources[at] if at < len(resources) else 0) // 2 * 2 + 2
        length = int.from_bytes(resources[at : at + 4], "big")
        if number == _IPTC:
            return resources[at + 4 : at + 4 + length]
        at += 4 + length + length % 2
    return b""
