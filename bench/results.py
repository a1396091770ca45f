"""What a benchmark found, as values and as JSON."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from measure import Figures


@dataclass(frozen=True, slots=True)
class Outcome:
    """Medians of one tool's runs of one step, and the pages that it rendered in each of them."""

    figures: Figures
    rendered: int


@dataclass(frozen=True, slots=True)
class Size:
    """All outcomes for so many articles, by step and tool; a step that a tool did not run is not there."""

    articles: int
    runs: int
    made: dict[str, int]
    steps: dict[str, dict[str, Outcome]]

    def outcome(self, step: str, tool: str) -> Outcome | None:
        """The outcome of a step; a tool that builds everything each time did it like its cold build."""
        return self.steps.get(step, {}).get(tool) or self.steps["cold"].get(tool)


@dataclass(frozen=True, slots=True)
class Results:
    """One run of the benchmark: where the articles are from, what ran it, and what was found."""

    source: str
    machine: dict[str, str]
    tools: dict[str, str]
    sizes: list[Size]


def written(results: Results) -> str:
    return json.dumps(asdict(results), ensure_ascii=False, indent=1) + "\n"


def load(path: Path) -> Results:
    """Results that were kept."""
    given = json.loads(path.read_text(encoding="utf-8"))
    sizes = [
        Size(
            one["articles"],
            one["runs"],
            one["made"],
            {
                step: {tool: Outcome(Figures(**found["figures"]), found["rendered"]) for tool, found in tools.items()}
                for step, tools in one["steps"].items()
            },
        )
        for one in given["sizes"]
    ]
    return Results(given["source"], given["machine"], given["tools"], sizes)
