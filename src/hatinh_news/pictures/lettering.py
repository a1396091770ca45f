"""Lettering: text set in the serif that this package carries, in lines that fit."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from math import ceil
from pathlib import Path
from typing import Final
from unicodedata import combining, normalize

from PIL import ImageFont

LETTERS: Final = (
    (0x20, 0x7E), (0xA0, 0xAC), (0xAE, 0x17F), (0x18F, 0x18F), (0x192, 0x192), (0x1A0, 0x1A1), (0x1AF, 0x1B0),
    (0x1CD, 0x1DC), (0x218, 0x21B), (0x259, 0x259), (0x2C6, 0x2C7), (0x2D8, 0x2DD), (0x300, 0x304), (0x306, 0x30C),
    (0x31B, 0x31B), (0x323, 0x323), (0x327, 0x327), (0x1E9E, 0x1E9E), (0x1EA0, 0x1EF9), (0x2010, 0x2015),
    (0x2018, 0x201E), (0x2020, 0x2022), (0x2026, 0x2026), (0x202F, 0x2030), (0x2032, 0x2033), (0x2039, 0x203A),
    (0x2044, 0x2044), (0x2070, 0x2070), (0x2074, 0x2079), (0x2080, 0x2089), (0x20AB, 0x20AC), (0x2116, 0x2116),
    (0x2122, 0x2122),
)  # fmt: skip
"""First and last of each range of letters that the font draws."""

_FONT: Final = Path(__file__).with_name("font") / "NotoSerif-Bold.ttf"
_DRAWN: Final = frozenset(letter for first, last in LETTERS for letter in range(first, last + 1))
_BREAKS: Final = re.compile(r"[^\S\u00a0\u202f]+")
_PITCH: Final = 1.3
"""From line to line, in sizes: a dot below and the two marks of an Ẫ under it do not touch."""


@dataclass(frozen=True, slots=True)
class Lettering:
    """Lines in one size."""

    lines: tuple[str, ...]
    size: int

    @property
    def pitch(self) -> int:
        """Pixels from line to line."""
        return round(self.size * _PITCH)

    @property
    def height(self) -> int:
        """From the highest mark of the first line to the lowest of the last."""
        return self.pitch * (len(self.lines) - 1) + sum(font(self.size).getmetrics())


@cache
def font(size: int) -> ImageFont.FreeTypeFont:
    """The serif; laid out by Pillow itself, so that lines are the same where a shaping library is installed."""
    return ImageFont.truetype(str(_FONT), size, layout_engine=ImageFont.Layout.BASIC)


def legible(text: str) -> str:
    """The text in NFC without what the font cannot draw, and with single spaces."""
    drawn = "".join(map(_drawn, normalize("NFC", text)))
    return " ".join(filter(None, _BREAKS.split(drawn)))


def _drawn(letter: str) -> str:
    if ord(letter) in _DRAWN or letter.isspace():
        return letter
    return "".join(each for each in normalize("NFKC", letter) if ord(each) in _DRAWN)


def fitted(text: str, width: int, height: int, sizes: Sequence[int]) -> Lettering:
    """The text in the first of falling sizes in which it fits; if it fits in none, words are cut, or else its end."""
    words = text.split(" ")
    for may_cut in (False, True):
        for size in sizes:
            lines = _set(words, width, size, may_cut=may_cut)
            if lines and Lettering(tuple(lines), size).height <= height:
                return Lettering(tuple(_balanced(lines, width, size)), size)
    return _cut_short(words, width, height, sizes[-1])


def _set(words: Sequence[str], width: int, size: int, *, may_cut: bool) -> list[str]:
    """The words in lines; none where a word is wider than a line and may not be cut."""
    if may_cut:
        words = [piece for word in words for piece in _pieces(word, width, size)]
    elif any(_width(word, size) > width for word in words):
        return []
    return _lines(words, width, size)


def _balanced(lines: Sequence[str], width: int, size: int) -> list[str]:
    """The same words in as many lines, no wider than is needed for so many."""
    words = [word for line in lines for word in line.split(" ")]
    low, high = ceil(max(_width(word, size) for word in words)), width
    while low < high:
        middle = (low + high) // 2
        if len(_lines(words, middle, size)) > len(lines):
            low = middle + 1
        else:
            high = middle
    return _lines(words, high, size)


def _lines(words: Sequence[str], width: int, size: int) -> list[str]:
    lines: list[list[str]] = []
    room, space = -1.0, _width(" ", size)
    for word in words:
        needed = _width(word, size)
        if space + needed <= room:
            lines[-1].append(word)
            room -= space + needed
        else:
            lines.append([word])
            room = width - needed
    return list(map(" ".join, lines))


def _pieces(word: str, width: int, size: int) -> Iterator[str]:
    """A word in pieces that a line holds; no mark is parted from its letter."""
    piece = ""
    for letter in word:
        if piece and not combining(letter) and _width(piece + letter, size) > width:
            yield piece
            piece = ""
        piece += letter
    yield piece


def _cut_short(words: Sequence[str], width: int, height: int, size: int) -> Lettering:
    """As many lines as the height holds, the last of them ending in an ellipsis."""
    lines = _set(words, width, size, may_cut=True)
    while len(lines) > 1 and Lettering(tuple(lines), size).height > height:
        lines.pop()
    last = lines[-1]
    while _width(f"{last}…", size) > width:
        last = last.rpartition(" ")[0] or last[:-1]
    return Lettering((*lines[:-1], f"{last}…"), size)


def _width(text: str, size: int) -> float:
    """How wide a text is set: its letters side by side, as none is moved towards another."""
    return sum(_advance(letter, size) for letter in text)


@cache
def _advance(letter: str, size: int) -> float:
    return font(size).getlength(letter)
