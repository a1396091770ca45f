"""The ranking: which articles are nearest to one, by what both are about and by how far apart in time they are."""

from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from hatinh_news.model.config import RelatedSettings
from hatinh_news.related.line import Line
from hatinh_news.related.postings import Postings
from hatinh_news.related.vectors import LENGTH, Vector

DAY: Final = 86_400
_PERCENT: Final = LENGTH * LENGTH // 100

Ranked: TypeAlias = tuple[bytes, bytes]
"""Places of articles, the nearest first, and their scores: unsigned integers of four bytes."""


def factors(freshness: int) -> list[int]:
    """What time makes of a similarity, in hundredths, by full days between two articles; 100 where there are more.

    Two articles on one event stand 21 times likelier within two days of each other than chance has it, 2.5 times
    within a week and 1.2 times within a month; after that time says nothing.
    """
    return [100 + freshness * share // 100 for days, share in ((2, 100), (5, 40), (23, 10)) for _ in range(days)]


def depth(settings: RelatedSettings) -> int:
    """So many are ranked: enough for a list where some may not stand in it."""
    return 3 * settings.limit


def least_similarity(settings: RelatedSettings) -> int:
    """How similar two articles must be, in millionths: what shares nothing never is."""
    return max(1, settings.threshold * _PERCENT)


def factor(table: Sequence[int], seconds: int) -> int:
    """The factor, of a table of them, for articles that are so many seconds apart."""
    days = seconds // DAY
    return table[days] if days < len(table) else 100


@dataclass(frozen=True, slots=True)
class Ranking:
    """All that a ranking asks: who is where in time, what everybody is about, and the settings with their `factors`."""

    line: Line
    vectors: Sequence[Vector]
    postings: Postings
    settings: RelatedSettings
    factors: Sequence[int]

    @property
    def depth(self) -> int:
        return depth(self.settings)

    def similar(self, me: int) -> dict[int, int]:
        """The articles that are similar enough, whenever they were published, and whether lists may show them."""
        least = least_similarity(self.settings)
        found = self.postings.similar(self.vectors[me]).items()
        return {other: each for other, each in found if each >= least and other != me}

    def rank(self, me: int, similar: Mapping[int, int]) -> Ranked:
        """The best of them, of which none is much newer than the article."""
        times, urls, listed, settings = self.line.times, self.line.urls, self.line.listed, self.settings
        now, last, table = times[me], times[me] + settings.newer_days * DAY, self.factors
        found = [
            (-(each * factor(table, distance := abs(times[other] - now)) // 100), distance, urls[other], other)
            for other, each in similar.items()
            if times[other] <= last and listed[other]
        ]
        found.sort()
        best = found[: self.depth]
        return array("I", [each[-1] for each in best]).tobytes(), array("I", [-each[0] for each in best]).tobytes()


def inserted(ranking: Ranking, ranked: Ranked, me: int, other: int, similarity: int) -> Ranked:
    """The ranking of `me` with one more article, as if it had always been there."""
    times, urls, now = ranking.line.times, ranking.line.urls, ranking.line.times[me]
    if times[other] > now + ranking.settings.newer_days * DAY or not ranking.line.listed[other]:
        return ranked
    places, scores = array("I", ranked[0]), array("I", ranked[1])
    score = similarity * factor(ranking.factors, abs(times[other] - now)) // 100

    def key(place: int, score: int) -> tuple[int, int, str]:
        return -score, abs(times[place] - now), urls[place]

    mine = key(other, score)
    before = sum(key(place, score) < mine for place, score in zip(places, scores, strict=True))
    if before >= ranking.depth:
        return ranked
    places.insert(before, other)
    scores.insert(before, score)
    return places[: ranking.depth].tobytes(), scores[: ranking.depth].tobytes()
