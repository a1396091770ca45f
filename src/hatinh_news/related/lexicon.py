"""The lexicon: how rare each term is, as the oldest eight ninths of the articles, or more, have it.

It stays as it is while articles are added, until there are an eighth more of them than it was made from; only then
are all weights made anew. What is changed in an article that it was made from changes the terms of that article alone.
"""

import math
import zlib
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import chain
from typing import Final

from hatinh_news.text.terms import SLOTS, Slots, Terms

COMMON: Final = 120
"""A term in more articles than this tells nothing, and looking through all of them would take its time."""

_SMALLEST: Final = 64
_LEVEL: Final = bytes([0, 0, *(int(2 * math.log2(count)) for count in range(2, COMMON + 1))])
_TOO_COMMON: Final = max(_LEVEL) + 1
_LEVELS: Final = _LEVEL + bytes([_TOO_COMMON] * (256 - len(_LEVEL)))
_SCALE: Final = 64


def sample_size(articles: int) -> int:
    """Of how many articles, the oldest ones, the lexicon is made where there are `articles`."""
    size = _SMALLEST
    if articles <= size:
        return articles
    while (larger := size * 9 // 8) <= articles:
        size = larger
    return size


@dataclass(frozen=True, slots=True)
class Lexicon:
    """`levels` has a byte for each slot: twice the binary logarithm of how many articles of `size` have its term."""

    size: int
    levels: bytes
    _packed: bytes = field(default=b"", compare=False)

    def packed(self) -> bytes:
        """Its levels, most of which are nothing, in little room."""
        return self._packed or zlib.compress(self.levels, 1)

    def weights(self) -> list[int]:
        """The weight of a term by its level: the binary logarithm of its rarity, 64 for each bit.

        A term that at most one article of the sample has may be new: it weighs as one that two have.
        """
        known = [
            self._weight([count for count in range(2, COMMON + 1) if _LEVEL[count] == level])
            for level in range(2, _TOO_COMMON)
        ]
        return [known[0], known[0], *known, 0]

    def is_too_common(self, slot: int) -> bool:
        """Whether more articles than COMMON have the term."""
        return self.levels[slot] == _TOO_COMMON

    def _weight(self, counts: Collection[int]) -> int:
        mean = sum(counts) / len(counts)
        return max(0, round(_SCALE * math.log2(max(self.size, 1) / mean)))


def counted(texts: Iterable[tuple[Terms, Slots]], size: int) -> Lexicon:
    """The lexicon of these articles' terms and topics."""
    counts = bytearray(SLOTS)
    for terms, topics in texts:
        for slot in chain(terms.slots, topics):
            if (count := counts[slot]) <= COMMON:
                counts[slot] = count + 1
    return Lexicon(size, bytes(counts).translate(_LEVELS))


def unpacked(size: int, packed: bytes) -> Lexicon:
    """The lexicon that was packed."""
    return Lexicon(size, zlib.decompress(packed), packed)


def revised(lexicon: Lexicon, counts: Mapping[int, int]) -> tuple[Lexicon, set[int]]:
    """The lexicon with new counts of some slots, and those whose level changed."""
    levels = bytearray(lexicon.levels)
    changed = set()
    for slot, count in counts.items():
        level = _LEVELS[min(count, COMMON + 1)]
        if levels[slot] != level:
            levels[slot] = level
            changed.add(slot)
    return (Lexicon(lexicon.size, bytes(levels)), changed) if changed else (lexicon, changed)
