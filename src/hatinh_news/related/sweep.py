"""The sweep: the rankings of all articles at once, from the oldest to the newest, each pair looked at once."""

from array import array
from bisect import insort
from collections import Counter
from collections.abc import Sequence
from itertools import chain
from typing import TypeAlias

from hatinh_news.model.config import RelatedSettings
from hatinh_news.related.line import Line
from hatinh_news.related.ranking import DAY, Ranked, depth, factor, factors, least_similarity
from hatinh_news.related.vectors import LENGTH, Vector, weights_of

_WEIGHT_BITS = LENGTH.bit_length()
_WEIGHT = (1 << _WEIGHT_BITS) - 1

_Key: TypeAlias = tuple[int, int, str, int]
"""The score, downwards, the distance in time, the address and the place: in this order one stands before another."""


def rank_all(line: Line, vectors: Sequence[Vector], settings: RelatedSettings) -> list[Ranked]:
    """What `Ranking.rank` gives for each article."""
    times, most, newer = line.times, depth(settings), settings.newer_days * DAY
    postings = _postings(vectors)
    rows: list[list[_Key]] = []
    ranked: list[Ranked] = []
    table, least = factors(settings.freshness), least_similarity(settings)
    for me, vector in enumerate(vectors):
        row: list[_Key] = []
        rows.append(row)
        now, url = times[me], line.urls[me]
        for other, similarity in _older(postings, vector, me).items():
            if similarity < least:
                continue
            distance = now - times[other]
            score = -(similarity * factor(table, distance) // 100)
            if line.listed[other]:
                row.append((score, distance, line.urls[other], other))
            if distance <= newer and line.listed[me]:
                _insert(rows[other], (score, distance, url, me), most)
        row.sort()
        del row[most:]
        while times[len(ranked)] + newer < now:  # nothing that comes from here on can stand in it
            ranked.append(_row(rows[len(ranked)]))
            rows[len(ranked) - 1].clear()
    return ranked + [_row(row) for row in rows[len(ranked) :]]


def _postings(vectors: Sequence[Vector]) -> dict[int, "array[int]"]:
    """Still empty ones of the slots that more than one article has."""
    counts = Counter(chain.from_iterable([array("I", slots) for slots, _ in vectors]))
    return {slot: array("I") for slot, count in counts.items() if count > 1}


def _older(postings: dict[int, "array[int]"], vector: Vector, me: int) -> dict[int, int]:
    """The similarity of all articles in the postings, to which this one is added.

    An entry is the place of an article and the weight of the term there.
    """
    found: dict[int, int] = {}
    known, entry_of, mine = found.get, postings.get, me << _WEIGHT_BITS
    for slot, weight in weights_of(vector):
        entries = entry_of(slot)
        if entries is not None:
            for each in entries:
                other = each >> _WEIGHT_BITS
                found[other] = known(other, 0) + weight * (each & _WEIGHT)
            entries.append(mine | weight)
    return found


def _insert(row: list[_Key], key: _Key, most: int) -> None:
    """Puts a key into a row, of which no more than the first are kept."""
    if len(row) < most:
        insort(row, key)
    elif most and key < row[-1]:
        row.pop()
        insort(row, key)


def _row(row: Sequence[_Key]) -> Ranked:
    return array("I", [each[-1] for each in row]).tobytes(), array("I", [-each[0] for each in row]).tobytes()
