"""Photos for tests, as cameras and agencies hand them on."""

import io
from collections.abc import Mapping

from PIL import Image

SPOT = b"10 deg 20.5 N"
"""A place that is written into a photo."""


def photo(width: int = 60, height: int = 40, shade: int = 90, *, words: Mapping[str, str] | None = None) -> bytes:
    """A JPEG with a gradient, the place where it was taken, and what an agency wrote into it: `caption`, `author`."""
    image = Image.linear_gradient("L").resize((width, height)).point(lambda value: (value + shade) % 256).convert("RGB")
    exif = Image.Exif()
    exif[0x010F] = SPOT.decode()
    exif.get_ifd(0x8825)[29] = SPOT.decode()
    target = io.BytesIO()
    image.save(target, "JPEG", quality=90, exif=exif)
    return _with_words(target.getvalue(), words) if words else target.getvalue()


def turned(raw: bytes) -> bytes:
    """The photo of a camera that was held upright."""
    image = Image.open(io.BytesIO(raw))
    exif = Image.Exif()
    exif[0x0112] = 6
    target = io.BytesIO()
    image.save(target, "JPEG", exif=exif)
    return target.getvalue()


def size_of(raw: bytes) -> tuple[int, int]:
    return Image.open(io.BytesIO(raw)).size


def _with_words(raw: bytes, words: Mapping[str, str]) -> bytes:
    """IPTC, in the segment of Photoshop."""
    numbers = {"caption": 120, "author": 80}
    sets = [b"\x1c\x01\x5a\x00\x03\x1b%G"]
    for name, text in words.items():
        body = text.encode()
        sets.append(bytes((0x1C, 2, numbers[name])) + len(body).to_bytes(2, "big") + body)
    iptc = b"".join(sets)
    block = b"Photoshop 3.0\0" + b"8BIM\x04\x04\0\0" + len(iptc).to_bytes(4, "big") + iptc + b"\0" * (len(iptc) % 2)
    return raw[:2] + b"\xff\xed" + (len(block) + 2).to_bytes(2, "big") + block + raw[2:]
