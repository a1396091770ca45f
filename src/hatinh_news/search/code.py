"""The code: lists of numbers as bits, six in a printable letter, which JSON holds as they are and hosts compress.

static/js/search.js reads it.
"""

from base64 import b64encode
from collections.abc import Iterable, Mapping, Sequence
from operator import sub
from typing import Final

from hatinh_news.text.words import FOLLOWERS

_BASE64: Final = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
LETTERS: Final = "".join(chr(code) for code in range(40, 105) if chr(code) != "\\")
"""One for each value of six bits, in their order; none needs an escape."""

_TO_LETTERS: Final = bytes.maketrans(_BASE64, LETTERS.encode())
_BITS: Final = 6
_WIDEST: Final = 24

MANY: Final = 7
"""A set of so many followers or more is written by a bit for each there may be."""


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


class _Steps(dict[int, str]):
    """A step from a number to the next by Rice's code, as the gap between: its upper part as so many zeros and a one,
    then so many bits as `width` says."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self._width = width

    def __missing__(self, step: int) -> str:
        gap = step - 1
        low = f"{gap & (1 << self._width) - 1:0{self._width}b}" if self._width else ""
        made = self[step] = "0" * (gap >> self._width) + "1" + low
        return made


class _Heads(dict[tuple[int, int], tuple[str, Mapping[int, str]]]):
    """For so many numbers below another: how their bits begin, and the bits of their steps."""

    def __missing__(self, asked: tuple[int, int]) -> tuple[str, Mapping[int, str]]:
        count, of = asked
        made = counts[count], _steps[width(min(count, of - count), of)]
        if len(self) < _KNOWN:
            self[asked] = made
        return made


counts: Final = _Counts()
_steps: Final = [_Steps(width) for width in range(32)]
_heads: Final = _Heads()
_KNOWN: Final = 1 << 18


def width(count: int, of: int) -> int:
    """How many lower bits of their gaps so many numbers below `of` are best written with: the mean gap's, by ln 2."""
    return max(0, (of * 11 // (count * 16)).bit_length() - 1) if count else 0


def some_of(numbers: Sequence[int], of: int) -> str:
    """The bits of numbers that grow, all below `of`: how many they are, then their gaps, or those of all others."""
    count = len(numbers)
    head, steps = _heads[count, of]
    if 2 * count > of:
        numbers = sorted(set(range(of)).difference(numbers))
    if len(numbers) < 2:
        return head + steps[numbers[0] + 1] if numbers else head
    return head + steps[numbers[0] + 1] + "".join(map(steps.__getitem__, map(sub, numbers[1:], numbers)))


class _Sets(dict[int, str]):
    """A set of followers: how many there are, where 0 stands for one, the most frequent; then five bits for each."""

    def __missing__(self, bits: int) -> str:
        some = [sort for sort in range(FOLLOWERS) if bits >> sort & 1]
        if len(some) >= MANY:
            made = "1" * MANY + f"{bits:0{FOLLOWERS}b}"
        else:
            made = {0: "10", 1: "0"}.get(len(some), "1" * len(some) + "0") + "".join([f"{sort:05b}" for sort in some])
        if len(self) < _KNOWN:
            self[bits] = made
        return made


_sets: Final = _Sets()


def sets(followers: Iterable[int]) -> str:
    """The bits of sets of followers, one after another."""
    return "".join(map(_sets.__getitem__, followers))
