"""The code: lists of numbers as bits, six in a printable letter, which JSON holds as they are and hosts compress.

static/js/search.js reads it.
"""

from base64 import b64encode
from collections.abc import Sequence
from operator import sub
from typing import Final

_BASE64: Final = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
LETTERS: Final = "".join(chr(code) for code in range(40, 105) if chr(code) != "\\")
"""One for each value of six bits, in their order; none needs an escape."""

_TO_LETTERS: Final = bytes.maketrans(_BASE64, LETTERS.encode())
_BITS: Final = 6
_WIDEST: Final = 24


def letters(bits: str) -> str:
    """Bits as letters, zeros behind the last."""
    count = -(-len(bits) // _BITS)
    padded = bits.ljust(-(-len(bits) // _WIDEST) * _WIDEST, "0")
    packed = int(padded or "0", 2).to_bytes(len(padded) // 8, "big")
    return b64encode(packed).translate(_TO_LETTERS)[:count].decode()


class _Counts(dict[int, str]):
    """A number by Elias's gamma code: as many zeros as one more than it has bits behind the first, and these bits."""

    def __missing__(self, number: int) -> str:
        digits = f"{number + 1:b}"
        made = self[number] = "0" * (len(digits) - 1) + digits
        return made


class _Gaps(dict[int, str]):
    """A gap by Rice's code: its upper part as so many zeros and a one, then so many bits as `width` says."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self._width = width

    def __missing__(self, gap: int) -> str:
        low = f"{gap & (1 << self._width) - 1:0{self._width}b}" if self._width else ""
        made = self[gap] = "0" * (gap >> self._width) + "1" + low
        return made


counts: Final = _Counts()
_gaps: Final = [_Gaps(width) for width in range(32)]


def width(count: int, of: int) -> int:
    """How many lower bits of their gaps so many numbers below `of` are best written with: the mean gap's, by ln 2."""
    return max(0, (of * 11 // (count * 16)).bit_length() - 1)


def some_of(numbers: Sequence[int], of: int) -> str:
    """The bits of numbers that grow, all below `of`: how many they are, then their gaps, or those of all others."""
    count = len(numbers)
    head = counts[count]
    if 2 * count > of:
        numbers = sorted(set(range(of)).difference(numbers))
    if not numbers:
        return head
    steps = map(sub, numbers[1:], [number + 1 for number in numbers[:-1]])
    gaps = _gaps[width(len(numbers), of)]
    return head + gaps[numbers[0]] + "".join(map(gaps.__getitem__, steps))
