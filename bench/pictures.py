"""Placeholder photos: valid PNG files of one colour, each of a size that readers of image headers can tell."""

import struct
import zlib
from pathlib import Path
from typing import Final

COUNT: Final = 12
WIDTH: Final = 960
HEIGHT: Final = 540
_GRAY_8_BIT: Final = b"\x08\x00\x00\x00\x00"


def name(number: int) -> str:
    """The file name of a picture, counted from 1."""
    return f"anh-{number:02}.png"


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def png(shade: int) -> bytes:
    """A gray picture; 0 is black, 255 white."""
    row = b"\x00" + bytes([shade]) * WIDTH
    return b"".join(
        (
            b"\x89PNG\r\n\x1a\n",
            _chunk(b"IHDR", struct.pack(">II", WIDTH, HEIGHT) + _GRAY_8_BIT),
            _chunk(b"IDAT", zlib.compress(row * HEIGHT, 9)),
            _chunk(b"IEND", b""),
        )
    )


def write_pictures(folder: Path) -> None:
    """Writes all placeholders into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(1, COUNT + 1):
        (folder / name(number)).write_bytes(png(80 + 10 * number))
