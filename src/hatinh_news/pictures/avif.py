"""The head of an AVIF: boxes in boxes, of which some tell how large the picture is, and how turned."""

from collections.abc import Iterator
from typing import Final

from hatinh_news.pictures.head import Broken, Head

BRANDS: Final = frozenset((b"avif", b"avis"))
_TURNED: Final = (1, 8, 3, 6)
"""Orientations of Exif after 0, 1, 2 and 3 quarters of a turn to the left."""
_MIRRORED: Final = ({1: 4, 8: 5, 3: 2, 6: 7}, {1: 2, 8: 7, 3: 4, 6: 5})
"""The same, mirrored afterwards: upside down, or left to right."""


def avif(raw: bytes) -> Head:
    """Size, orientation, and whether it moves; raises Broken. Captions are not looked for."""
    boxes = dict(_boxes(raw))
    meta = dict(_boxes(boxes.get(b"meta", b"")[4:]))
    properties = dict(_boxes(meta.get(b"iprp", b"")))
    held = list(_boxes(properties.get(b"ipco", b"")))
    shown = _number(meta.get(b"pitm", b""), 4, 4 if meta.get(b"pitm", b"")[:1] == b"\x01" else 2)
    own = dict(held[place - 1] for place in _places(properties.get(b"ipma", b""), shown) if 0 < place <= len(held))
    size = own.get(b"ispe", b"")
    if len(size) < 12:
        raise Broken("no size")
    return Head("avif", _number(size, 4, 4), _number(size, 8, 4), _turned(own), moving=raw[8:12] == b"avis")


def _turned(own: dict[bytes, bytes]) -> int:
    quarters = own[b"irot"][0] & 3 if own.get(b"irot") else 0
    turned = _TURNED[quarters]
    return _MIRRORED[own[b"imir"][0] & 1][turned] if own.get(b"imir") else turned


def _boxes(raw: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 0
    while at + 8 <= len(raw):
        length, start = _number(raw, at, 4), 8
        if length == 1:
            length, start = _number(raw, at + 8, 8), 16
        end = at + length if length else len(raw)
        if end < at + start:
            return
        yield raw[at + 4 : at + 8], raw[at + start : end]
        at = end


def _places(raw: bytes, wanted: int) -> Iterator[int]:
    """Which properties belong to the picture of number `wanted`, counted from 1."""
    long_numbers, long_places = raw[:1] == b"\x01", bool(raw[3:4]) and bool(raw[3] & 1)
    at = 8
    for _ in range(_number(raw, 4, 4)):
        if at >= len(raw):
            return
        width = 4 if long_numbers else 2
        number, count = _number(raw, at, width), _number(raw, at + width, 1)
        at += width + 1
        for _ in range(count):
            place = _number(raw, at, 2) & 0x7FFF if long_places else _number(raw, at, 1) & 0x7F
            at += 2 if long_places else 1
            if number == wanted:
                yield place


def _number(raw: bytes, at: int, length: int) -> int:
    return int.from_bytes(raw[at : at + length], "big")
