"""Padding: what fills a list for which there are too few similar articles."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from hatinh_news.model.config import RelatedSettings
from hatinh_news.related.line import Line
from hatinh_news.related.ranking import DAY


@dataclass(frozen=True, slots=True)
class Padding:
    """The articles that lists may show, oldest first: all, and those of each section."""

    line: Line
    all: Sequence[int]
    by_section: Mapping[str, Sequence[int]]
    newer: int
    enough: int

    def around(self, me: int) -> Iterator[int]:
        """The nearest in time of the section, then of all sections; older ones, and such as are not much newer.

        Papers with few articles need more: after these come newer ones.
        """
        times = self.line.times
        same = self.by_section.get(self.line.sections[me], ())
        end = bisect_right(times, times[me] + self.newer)
        for places in (same, self.all):
            here, last = bisect_left(places, me), bisect_left(places, end)
            yield from self._nearest(me, places[max(0, here - self.enough) : min(last, here + self.enough)])
        for places in (same, self.all):
            here = bisect_left(places, me)
            yield from places[here : here + self.enough]
        yield from self.all[::-1]

    def _nearest(self, me: int, places: Sequence[int]) -> list[int]:
        times, urls = self.line.times, self.line.urls
        return sorted(places, key=lambda place: (abs(times[place] - times[me]), urls[place]))


def padding(line: Line, settings: RelatedSettings) -> Padding:
    """The padding of a line of articles."""
    listed = [place for place, shown in enumerate(line.listed) if shown]
    by_section: dict[str, list[int]] = {}
    for place in listed:
        by_section.setdefault(line.sections[place], []).append(place)
    return Padding(line, listed, by_section, settings.newer_days * DAY, 4 * settings.limit)
