"""The code: numbers as printable letters, which JSON holds as they are and hosts compress.

static/js/search.js reads it.
"""

from collections.abc import Iterable, Sequence
from operator import sub
from typing import Final

from hatinh_news.text.words import FOLLOWERS

LETTERS: Final = [chr(code) for code in range(32, 127) if chr(code) not in '"\\']
"""93 of them, so many as need no escaping."""

MANY: Final = 8
"""Followers of more sorts are not told apart."""

_ENDS: Final = 80
_GOES_ON: Final = len(LETTERS) - _ENDS
_KNOWN: Final = 1 << 16


def _leading(number: int) -> str:
    last = LETTERS[_ENDS + number % _GOES_ON]
    return (_leading(number // _GOES_ON - 1) if number >= _GOES_ON else "") + last


class _Numbers(dict[int, str]):
    """A whole number: a letter that ends it, before it as many as it takes of those that go on."""

    def __missing__(self, number: int) -> str:
        before = _leading(number // _ENDS - 1) if number >= _ENDS else ""
        made = self[number] = before + LETTERS[number % _ENDS]
        return made


_numbers: Final = _Numbers()


def ascending(numbers: Sequence[int]) -> str:
    """Numbers that grow, each by how many stand between it and the one before."""
    if not numbers:
        return ""
    steps = map(sub, numbers[1:], [number + 1 for number in numbers[:-1]])
    return _numbers[numbers[0]] + "".join(map(_numbers.__getitem__, steps))


class _Sets(dict[int, str]):
    """A set of followers, a bit for each: a letter for each, of which the last is of a sort of its own.

    One letter more stands for a set without any, and one for a set of so many that it may well have all.
    """

    def __missing__(self, bits: int) -> str:
        found = [one for one in range(FOLLOWERS) if bits >> one & 1] or [FOLLOWERS]
        *others, last = found if len(found) <= MANY else [FOLLOWERS + 1]
        made = "".join([LETTERS[one] for one in others]) + LETTERS[FOLLOWERS + last]
        if len(self) < _KNOWN:
            self[bits] = made
        return made


_codes: Final = _Sets()


def sets(followers: Iterable[int]) -> str:
    """Sets of followers, one after another."""
    return "".join(map(_codes.__getitem__, followers))
