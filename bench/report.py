"""Writes docs/benchmarks.md between its two markers, and the charts beside it, from the results that are kept."""

import argparse
from pathlib import Path
from typing import Final

from chart import alternative, chart
from results import Results, load
from tables import tables

ROOT: Final = Path(__file__).resolve().parents[1]
BEGIN: Final = "<!-- figures: begin; make bench-report writes them -->"
END: Final = "<!-- figures: end -->"
TITLES: Final = {"made-up": "Made-up articles", "folder": "Articles of a newspaper"}


def part(name: str, results: Results) -> str:
    """The part of the page that one file of results makes."""
    picture = f"![{alternative(results)}](benchmarks-{name}.svg)"
    return f"### {TITLES.get(name, name)}\n\n{picture}\n\n{tables(results, '####')}\n"


def with_parts(page: str, parts: list[str]) -> str:
    """The page with other figures between its markers."""
    before, _, rest = page.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not end:
        raise ValueError("the page has lost its markers")
    told = "\n".join(parts) or "Nothing has been measured yet.\n"
    return f"{before}{BEGIN}\n\n{told}\n{END}{after}"


def write_report(kept: Path, docs: Path) -> None:
    """Reads all results in a folder; charts of results that are gone go, too."""
    found = {path.stem: load(path) for path in sorted(kept.glob("*.json"))}
    for old in docs.glob("benchmarks-*.svg"):
        old.unlink()
    for name, results in found.items():
        (docs / f"benchmarks-{name}.svg").write_text(chart(results), encoding="utf-8")
    page = docs / "benchmarks.md"
    parts = [part(name, results) for name, results in found.items()]
    page.write_text(with_parts(page.read_text(encoding="utf-8"), parts), encoding="utf-8")


def main() -> None:
    """No arguments but the folders, which tests may choose."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--results", type=Path, default=ROOT / "bench" / "results")
    parser.add_argument("--docs", type=Path, default=ROOT / "docs")
    given = parser.parse_args()
    write_report(given.results, given.docs)


if __name__ == "__main__":
    main()
