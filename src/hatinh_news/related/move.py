"""The move from one line of articles to another: who is where now, and who was where before."""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from hatinh_news.related.line import Line

NOWHERE: Final = -1


@dataclass(frozen=True, slots=True)
class Move:
    """`places` are the new ones of articles by their old ones, `origins` the old ones by the new ones.

    `fresh` are those that were not there, or have another moment or address, or may be listed and might not, or the
    other way round; `reworded` have other words or topics.
    """

    places: Sequence[int]
    origins: Sequence[int]
    fresh: frozenset[int]
    reworded: frozenset[int]
    appended: bool

    def row(self, places: bytes) -> bytes:
        """A row of old places, as the articles stand now."""
        if self.appended:
            return places
        return array("I", [self.places[old] for old in array("I", places)]).tobytes()


def move(before: Line, now: Line) -> Move:
    """The move from the line `before` to that of `now`."""
    place_of = {path: place for place, path in enumerate(now.paths)}
    origin_of = {path: place for place, path in enumerate(before.paths)}
    places = [place_of.get(path, NOWHERE) for path in before.paths]
    origins = [origin_of.get(path, NOWHERE) for path in now.paths]
    appended = now.paths[: len(before.paths)] == before.paths
    columns = ((now.times, before.times), (now.urls, before.urls), (now.listed, before.listed))
    new = {place for place, old in enumerate(origins) if old == NOWHERE}
    fresh = new.union(*(_differing(column, was, origins, appended=appended) for column, was in columns))
    reworded = _differing(now.names, before.names, origins, appended=appended)
    return Move(places, origins, frozenset(fresh), frozenset(reworded), appended)


def _differing(now: Sequence[object], before: Sequence[object], origins: Sequence[int], *, appended: bool) -> set[int]:
    """The places where a column has something else than it had for the same article."""
    if appended and now[: len(before)] == before:
        return set()
    return {place for place, old in enumerate(origins) if old != NOWHERE and now[place] != before[old]}
