"""Wishes: the list that an article would have if it were alone in wishing."""

from array import array
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from hatinh_news.model.config import RelatedSettings
from hatinh_news.related.line import Line
from hatinh_news.related.padding import Padding
from hatinh_news.related.ranking import Ranked
from hatinh_news.related.vectors import Vector

_ALIKE_AT_MOST = 2
"""So many articles that are half alike may stand in a list before others that are not."""

_HEAVIEST = 4 * 48
"""Bytes of the slots of an article's heaviest terms: who tells the same story has most of these."""

_AT_HAND = 2_000
"""So many articles' terms are kept ready to be compared: most comparisons are among articles of the same weeks."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a wish asks: pins and exclusions, who is alike, and what else there is to read."""

    line: Line
    vectors: Sequence[Vector]
    padding: Padding
    settings: RelatedSettings
    _slots: dict[int, frozenset[int]] = field(default_factory=dict)

    def of(self, me: int, ranked: Ranked, barred: Collection[int] = ()) -> list[int]:
        """The list of `me`, without those that are barred; pins stand in it whatever is barred."""
        return self.padded(me, ranked, barred)[0]

    def padded(self, me: int, ranked: Ranked, barred: Collection[int] = ()) -> tuple[list[int], bool]:
        """The same list, and whether its ranking left it short: then it depends on what else there is to read."""
        line, limit = self.line, self.settings.limit
        never = {me, *line.never.get(me, ())}
        pinned = [place for place in line.first.get(me, ()) if line.listed[place] and place not in never]
        chosen = pinned[:limit]
        if len(chosen) < limit:
            others = (place for place in array("I", ranked[0]) if place not in never and place not in barred)
            chosen += self._unlike(chosen, [place for place in others if place not in pinned])
        missing = limit - len(chosen)
        if missing:
            chosen += self._padding(me, missing, {*never, *chosen, *barred})
        return chosen, missing > 0

    def _unlike(self, chosen: Sequence[int], ranked: Iterable[int]) -> Iterator[int]:
        """The best of a ranking, of several that tell one story only the first.

        Those that are half like two others stand behind all that are not.
        """
        left = self.settings.limit - len(chosen)
        taken, behind = list(chosen), list[int]()
        for place in ranked:
            if left == 0:
                return
            likeness = [self.likeness(place, other) for other in taken]
            if any(each >= self.settings.alike for each in likeness):
                continue
            if sum(2 * each >= self.settings.alike for each in likeness) >= _ALIKE_AT_MOST:
                behind.append(place)
                continue
            taken.append(place)
            left -= 1
            yield place
        yield from behind[:left]

    def likeness(self, one: int, other: int) -> int:
        """How many of the shorter article's heaviest terms are among the other's, in hundredths."""
        mine, its = self._terms(one), self._terms(other)
        return 100 * len(mine & its) // max(1, min(len(mine), len(its)))

    def _terms(self, place: int) -> frozenset[int]:
        found = self._slots.get(place)
        if found is None:
            if len(self._slots) >= _AT_HAND:
                self._slots.clear()
            found = self._slots[place] = frozenset(array("I", self.vectors[place][0][:_HEAVIEST]))
        return found

    def _padding(self, me: int, missing: int, seen: set[int]) -> Iterator[int]:
        for place in self.padding.around(me):
            if missing == 0:
                return
            if place not in seen:
                seen.add(place)
                missing -= 1
                yield place
