"""Postings: for each term, the articles that have it, in order of publication."""

from array import array
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import chain, compress

from hatinh_news.related.vectors import Vector


@dataclass(frozen=True, slots=True)
class Postings:
    """`spans` say where in `articles` and `weights` those of a slot stand; a slot that only one has is left out."""

    spans: dict[int, slice]
    articles: Sequence[int]
    weights: Sequence[int]

    def similar(self, vector: Vector) -> dict[int, int]:
        """The similarity, in millionths, of all articles that share anything with this one."""
        spans, articles, weights = self.spans, self.articles, self.weights
        found: dict[int, int] = {}
        known = found.get
        for slot, mine in zip(array("I", vector.slots), array("H", vector.weights), strict=True):
            if (span := spans.get(slot)) is not None:
                for article, its in zip(articles[span], weights[span], strict=True):
                    found[article] = known(article, 0) + mine * its
        return found


def postings(vectors: Sequence[Vector]) -> Postings:
    """The postings of articles, each known by its place."""
    counts = Counter(chain.from_iterable([array("I", vector.slots) for vector in vectors]))
    ends: dict[int, int] = {}
    total = 0
    for slot, count in counts.items():
        if count > 1:
            ends[slot] = total
            total += count
    articles, weights = array("I", bytes(4 * total)), array("H", bytes(2 * total))
    for article, vector in enumerate(vectors):
        for slot, weight in zip(array("I", vector.slots), array("H", vector.weights), strict=True):
            if (place := ends.get(slot)) is not None:
                articles[place] = article
                weights[place] = weight
                ends[slot] = place + 1
    return Postings({slot: slice(end - counts[slot], end) for slot, end in ends.items()}, articles, weights)


def some_postings(vectors: Sequence[Vector], wanted: Collection[int]) -> Postings:
    """The postings of the wanted slots alone: found in one look through all, as fast as the machine compares."""
    slots = array("I", b"".join([vector.slots for vector in vectors]))
    weights = array("H", b"".join([vector.weights for vector in vectors]))
    by_slot: dict[int, list[tuple[int, int]]] = {}
    end, article = 0, -1
    for place in compress(range(len(slots)), map(frozenset(wanted).__contains__, slots)):
        while place >= end:
            article += 1
            end += len(vectors[article].slots) // 4
        by_slot.setdefault(slots[place], []).append((article, weights[place]))
    return _joined(by_slot.items())


def _joined(found: Iterable[tuple[int, Sequence[tuple[int, int]]]]) -> Postings:
    spans: dict[int, slice] = {}
    articles, weights = array("I"), array("H")
    for slot, entries in found:
        start = len(articles)
        articles.extend([article for article, _ in entries])
        weights.extend([weight for _, weight in entries])
        spans[slot] = slice(start, len(articles))
    return Postings(spans, articles, weights)
