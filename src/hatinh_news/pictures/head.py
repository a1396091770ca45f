"""What stands at the head of a picture's file: the facts that the readers of each format find."""

from dataclasses import dataclass
from typing import Final, Literal

from hatinh_news.model.picture import PictureFormat

UPRIGHT: Final = 1
"""The orientation of a picture whose rows run down and whose columns run right, as those of Exif are counted."""


class Broken(Exception):
    """A file that begins like a picture and holds no picture; does not leave this package."""


@dataclass(frozen=True, slots=True)
class Head:
    """Size as stored, how it is turned (1 to 8, as in Exif), and what was written into it, still as bytes."""

    format: PictureFormat
    width: int
    height: int
    orientation: int = UPRIGHT
    moving: bool = False
    iptc: bytes = b""
    xmp: bytes = b""

    @property
    def seen(self) -> tuple[int, int]:
        """Width and height as a reader sees them."""
        return (self.height, self.width) if self.orientation > 4 else (self.width, self.height)


def orientation(exif: bytes) -> int:
    """The orientation that an Exif block tells; upright where it tells none, or nonsense."""
    exif = exif.removeprefix(b"Exif\0\0")
    if exif[:2] not in {b"II", b"MM"}:
        return UPRIGHT
    order: Literal["little", "big"] = "little" if exif[:2] == b"II" else "big"

    def number(at: int, length: int) -> int:
        return int.from_bytes(exif[at : at + length], order)

    start = number(4, 4)
    for entry in range(start + 2, start + 2 + 12 * number(start, 2), 12):
        if entry + 12 > len(exif):
            break
        if number(entry, 2) == 0x0112:
            found = number(entry + 8, 2)
            return found if 1 <= found <= 8 else UPRIGHT
    return UPRIGHT
