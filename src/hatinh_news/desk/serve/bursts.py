"""Bursts: what happens to files in one breath, as programs write a file in several steps and git writes many."""

from dataclasses import dataclass
from typing import Final

from hatinh_news.desk.serve.notes import Touch

FEW: Final = 8
"""So many files are a few: they were saved, and not checked out."""

_LOST: Final = 1_000
"""Of so many things in one burst the system may have forgotten to tell some."""

_SAVED: Final = 0.01
_MANY: Final = 0.15
_GONE: Final = 0.2
_LONGEST: Final = 2.0


@dataclass(frozen=True, slots=True)
class Burst:
    """What happened since `first` and until `last` (seconds of one clock) to files.

    A file that came and went in the same burst never was; one that went and came was changed.
    """

    first: float
    last: float
    changed: frozenset[str] = frozenset()
    made: frozenset[str] = frozenset()
    gone: frozenset[str] = frozenset()
    folders: bool = False
    count: int = 0

    def and_then(self, touch: Touch, at: float) -> "Burst":
        """The burst with one thing more."""
        never = self.made.intersection(touch.gone)
        back = self.gone.intersection(touch.made)
        gone = (self.gone | (set(touch.gone) - never)) - back
        changed = (self.changed | set(touch.changed) | back) - set(touch.gone)
        made = (self.made | (set(touch.made) - back)) - never
        return Burst(self.first, at, changed, made, gone, self.folders or touch.folders, self.count + 1)

    @property
    def empty(self) -> bool:
        """Whether all is as if nothing had happened."""
        return not (self.changed or self.made or self.gone or self.folders)

    @property
    def paths(self) -> frozenset[str]:
        """The files that are not what they were."""
        return self.changed | self.made | self.gone

    @property
    def touched(self) -> frozenset[str] | None:
        """The files of which alone something is new; None where all must be looked at."""
        known = not (self.folders or self.made or self.gone) and len(self.changed) <= FEW and self.count < _LOST
        return self.changed if known else None

    @property
    def ready(self) -> float:
        """When it is over, unless more happens before: at once after a save, later while files are missing."""
        calm = _GONE if self.gone else _MANY if self.folders or len(self.paths) > FEW else _SAVED
        return min(self.last + calm, self.first + _LONGEST)


def burst(touch: Touch, at: float) -> Burst:
    """The burst that begins with one thing."""
    return Burst(at, at).and_then(touch, at)
