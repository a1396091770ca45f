"""Postings: for each term, the articles that have it, in order of publication."""

from array import array
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from hatinh_news.related.seek import places_of
from hatinh_news.related.vectors import Vector, weights_of


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
        for slot, mine in weights_of(vector):
            if (span := spans.get(slot)) is not None:
                for article, its in zip(articles[span], weights[span], strict=True):
                    found[article] = known(article, 0) + mine * its
        return found


def some_postings(vectors: Sequence[Vector], wanted: Collection[int]) -> Postings:
    """The postings of the wanted slots alone, found in one look through all."""
    frozen = b"".join([slots for slots, _ in vectors])
    slots = array("I", frozen)
    weights = array("H", b"".join([weights for _, weights in vectors]))
    by_slot: dict[int, list[tuple[int, int]]] = {}
    end, article = 0, -1
    for place in places_of(wanted, slots, frozen):
        while place >= end:
            article += 1
            end += len(vectors[article][0]) // 4
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
