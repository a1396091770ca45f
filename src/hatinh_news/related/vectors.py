"""Vectors: an article as the few terms that tell it from all others, each with its weight."""

import math
from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from hatinh_news.related.lexicon import Lexicon
from hatinh_news.text.terms import BITS, SLOTS, Terms, thawed

KEPT: Final = 144
"""Terms of an article that are kept, topics apart."""

LENGTH: Final = 1_000
"""The length of every vector: the product of two is a similarity in millionths."""

_ONE: Final = 16
_FACTORS: Final = [0, *(round(_ONE * (1 + math.log(count) / 2)) for count in range(1, 256))]


Vector: TypeAlias = tuple[bytes, bytes]
"""Slots, the heaviest first and topics last, and their weights: unsigned integers of four and of two bytes."""


@dataclass(frozen=True, slots=True)
class Scales:
    """What weighs the terms of articles; `topics` is the weight of a topic in hundredths of a term's."""

    lexicon: Lexicon
    topics: int


def weigh_all(scales: Scales, batch: Sequence[tuple[bytes, bytes]]) -> list[Vector]:
    """The work of one worker: the vectors of articles, of which the frozen terms and the slots of topics are given."""
    weights = scales.lexicon.weights()
    table = [[weight * factor << BITS for weight in weights] for factor in _FACTORS]
    table[1][0] = 0  # a term that stands once in this article, and nowhere else: most of these are no names but chance
    of_topics = [weight * _ONE * scales.topics // 100 for weight in weights]
    levels = scales.lexicon.levels
    return [
        _vector(thawed(frozen), {slot: of_topics[levels[slot]] for slot in array("I", topics)}, levels, table)
        for frozen, topics in batch
    ]


def _vector(terms: Terms, topics: Mapping[int, int], levels: bytes, table: Sequence[Sequence[int]]) -> Vector:
    """The heaviest terms; `table` has their weights by how often they stand in the article and by their levels."""
    pairs = zip(terms.slots, terms.counts, strict=True)
    heavy = [weight | slot for slot, count in pairs if (weight := table[count][levels[slot]])]
    heavy.sort(reverse=True)
    found = {each & SLOTS - 1: each >> BITS for each in heavy[:KEPT]}
    for slot, weight in topics.items():
        if weight:
            found[slot] = max(found.get(slot, 0), weight)
    length = math.sqrt(sum([weight * weight for weight in found.values()])) or 1
    unit = [max(1, round(LENGTH * weight / length)) for weight in found.values()]
    return array("I", found).tobytes(), array("H", unit).tobytes()


def weights_of(vector: Vector) -> Iterator[tuple[int, int]]:
    """Each slot with its weight."""
    slots, weights = vector
    return zip(array("I", slots), array("H", weights), strict=True)
