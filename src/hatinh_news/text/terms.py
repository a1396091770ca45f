"""Terms: what a text is about, as numbers. They are its syllables and its pairs of neighbouring syllables.

Vietnamese sets syllables apart, not words; a pair of them is a word often enough that nothing need know which.
"""

import re
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from operator import xor
from typing import Final, TypeAlias
from unicodedata import normalize
from zlib import crc32

from hatinh_news.text.marks import tones_last

BITS: Final = 22
SLOTS: Final = 1 << BITS
"""So many numbers there are for terms; two that share one are rare enough to do no harm."""

Slots: TypeAlias = "array[int]"
"""Numbers of terms."""

_SYLLABLE: Final = re.compile(r"\w+")
_KNOWN: Final = 1 << 16
_OFTEN: Final = 255


class _Numbers(dict[str, int]):
    """A number for each syllable, the same in every process and wherever its tone is typed.

    By another `factor` it has another number: a pair's is the first's by one factor and the second's by another.
    """

    def __init__(self, factor: int) -> None:
        super().__init__()
        self._factor = factor

    def __missing__(self, syllable: str) -> int:
        text = syllable if syllable.isascii() else tones_last(normalize("NFD", syllable))
        found = (crc32(text.encode("utf-8", "replace")) * self._factor & 0xFFFFFFFF) >> 32 - BITS
        if len(self) < _KNOWN:
            self[syllable] = found
        return found


_firsts: Final = _Numbers(0x85EBCA6B)
_seconds: Final = _Numbers(0x9E3779B1)


@dataclass(frozen=True, slots=True)
class Terms:
    """The terms of one text, each once, and how often each stands in it: 255 where it is more."""

    slots: Slots
    counts: bytes

    def frozen(self) -> bytes:
        """As bytes, of which `thawed` makes the same again."""
        return self.slots.tobytes() + self.counts


def thawed(frozen: bytes) -> Terms:
    """The terms that were frozen; none where there are no bytes."""
    slots = array("I")
    end = len(frozen) * slots.itemsize // (slots.itemsize + 1)
    slots.frombytes(frozen[:end])
    return Terms(slots, frozen[end:])


def terms(texts: Iterable[str]) -> Terms:
    """The terms of texts; no pair reaches from one text into the next."""
    return terms_of(map(syllables_of, texts))


def terms_of(texts: Iterable[Sequence[str]]) -> Terms:
    """The terms of texts that are given by their syllables."""
    found: Counter[int] = Counter()
    for syllables in texts:
        firsts = list(map(_firsts.__getitem__, syllables))
        found.update(chain(firsts, map(xor, firsts, map(_seconds.__getitem__, syllables[1:]))))
    return Terms(array("I", found), _bytes(found))


def _bytes(found: Counter[int]) -> bytes:
    try:
        return bytes(found.values())
    except ValueError:  # a text of very many words
        return bytes([min(count, _OFTEN) for count in found.values()])


def topic_slot(key: str) -> int:
    """The number of a topic, which is that of no syllable."""
    return _firsts[f"#{key}"]


def spelt(texts: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Each term of texts as it is written there."""
    for text in texts:
        syllables = syllables_of(text)
        for syllable in syllables:
            yield _firsts[syllable], syllable
        for one, other in pairwise(syllables):
            yield _firsts[one] ^ _seconds[other], f"{one} {other}"


def syllables_of(text: str) -> list[str]:
    """The syllables of a text, however their marks are written: taken apart, marks would part them."""
    return _SYLLABLE.findall(normalize("NFC", text).casefold())
