"""What the program is to reach, and whether a benchmark shows that it does."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from results import Results, Size

from sites import HUGO, OURS


@dataclass(frozen=True, slots=True)
class Goal:
    """A limit on one figure of one step at one size: so many times Hugo's, or an amount where `unit` is given."""

    articles: int
    step: str
    figure: str
    limit: float
    unit: str = ""

    @property
    def words(self) -> str:
        """Such as “cold, CPU”."""
        names = {"cpu_s": "CPU", "wall_s": "wall", "peak_mb": "peak memory"}
        return f"{self.step}, {names[self.figure]}"

    @property
    def bound(self) -> str:
        """Such as “0.5 × Hugo” or “2 s”."""
        return f"{self.limit:,g} {self.unit or '× Hugo'}"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found for a goal, in words; `met` is unknown where Hugo was not measured."""

    articles: int
    words: str
    bound: str
    found: str
    met: bool | None


GOALS: Final = (
    Goal(1_000, "cold", "cpu_s", 0.8),
    Goal(10_000, "cold", "cpu_s", 0.5),
    Goal(100_000, "cold", "cpu_s", 0.2),
    Goal(1_000, "cold", "wall_s", 0.8),
    Goal(10_000, "cold", "wall_s", 0.6),
    Goal(1_000, "no-op", "cpu_s", 0.1),
    Goal(10_000, "no-op", "cpu_s", 0.01),
    Goal(100_000, "no-op", "cpu_s", 2, "s"),
    Goal(1_000, "body", "cpu_s", 0.2),
    Goal(10_000, "body", "cpu_s", 0.02),
    Goal(100_000, "body", "cpu_s", 3, "s"),
    Goal(1_000, "cold", "peak_mb", 0.7),
    Goal(10_000, "cold", "peak_mb", 0.4),
    Goal(100_000, "cold", "peak_mb", 1_000, "MB"),
)
GROWTH: Final = (10_000, 100_000, 1.2)


def figure(size: Size, step: str, tool: str, name: str) -> float | None:
    """One figure, if it was measured."""
    outcome = size.outcome(step, tool)
    return getattr(outcome.figures, name) if outcome else None


def _verdict(goal: Goal, size: Size) -> Verdict:
    ours, theirs = (figure(size, goal.step, tool, goal.figure) for tool in (OURS, HUGO))
    if goal.unit:
        found, met = f"{ours:,.2f} {goal.unit}", ours is not None and ours <= goal.limit
        return Verdict(goal.articles, goal.words, goal.bound, found, met)
    if ours is None or not theirs:
        return Verdict(goal.articles, goal.words, goal.bound, "–", None)
    ratio = ours / theirs
    return Verdict(goal.articles, goal.words, goal.bound, f"{ratio:.3f} × Hugo", ratio <= goal.limit)


def _growth(sizes: dict[int, Size]) -> Iterator[Verdict]:
    few, many, limit = GROWTH
    if few in sizes and many in sizes:
        each = {count: figure(sizes[count], "cold", OURS, "cpu_s") or 0.0 for count in (few, many)}
        ratio = each[many] / many / (each[few] / few)
        bound = f"{limit} × that at {few:,}"
        yield Verdict(many, "cold, CPU of one article", bound, f"{ratio:.2f} × that at {few:,}", ratio <= limit)


def verdicts(results: Results) -> list[Verdict]:
    """All goals that the sizes of a run have something to say about."""
    sizes = {size.articles: size for size in results.sizes}
    found = [_verdict(goal, sizes[goal.articles]) for goal in GOALS if goal.articles in sizes]
    return [*found, *_growth(sizes)]


def ratio(size: Size, step: str, name: str) -> float | None:
    """Ours by Hugo's, where both were measured."""
    ours, theirs = (figure(size, step, tool, name) for tool in (OURS, HUGO))
    return ours / theirs if ours is not None and theirs else None
