"""The road: content/ → load → index → plan → render → write → public/. The only module that knows the stages."""

import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Sized
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import TypeAlias, TypeVar

from hatinh_news import read, render, workers, write
from hatinh_news.index import Shown, index, state
from hatinh_news.model.address import output_path
from hatinh_news.model.article import Content, State
from hatinh_news.model.config import Config
from hatinh_news.model.errors import CannotBuild
from hatinh_news.model.fault import Fault, in_order
from hatinh_news.model.page import Page, Plan
from hatinh_news.model.records import Site
from hatinh_news.model.report import Report
from hatinh_news.plan import plan

__all__ = ["Listing", "Progress", "Request", "Shown", "build", "survey"]

S = TypeVar("S")
B = TypeVar("B", bound=Sized)
R = TypeVar("R")

Progress: TypeAlias = Callable[[str, int, int], None]
"""Told the stage, how many of its files or pages are done, and how many there are."""

BATCH = 50
"""Pages that a worker renders at a time."""


@dataclass(frozen=True, slots=True)
class Request:
    """What to build: `base_url` wins over the site's own; `workers` 0 means one for each processor."""

    site: Path
    out: Path
    now: datetime
    base_url: str = ""
    shown: Shown = Shown()
    strict: bool = False
    workers: int = 0


@dataclass(frozen=True, slots=True)
class Listing:
    """One article as `list` shows it."""

    state: State
    moment: datetime
    path: str
    title: str
    url: str


@dataclass(slots=True)
class _Watch:
    """Seconds of each stage, as they pass."""

    seconds: dict[str, float] = field(default_factory=dict)
    started: float = field(default_factory=time.perf_counter)

    def lap(self, stage: str) -> None:
        now = time.perf_counter()
        self.seconds[stage] = round(now - self.started, 4)
        self.started = now


def build(request: Request, progress: Progress = lambda _stage, _done, _total: None) -> Report:
    """Builds the newspaper once.

    Raises CannotBuild where there is nothing to build from, CannotWrite where the output folder does not take it.
    """
    watch = _Watch()
    write.check_output(request.site, request.out)
    config, static, content, faults = _load(request, progress)
    watch.lap("load")
    paper, found = index(content, config, request.now, request.shown, static.keys())
    faults += found
    watch.lap("index")
    pages, found = plan(paper, request.now, static.keys())
    faults += found
    watch.lap("plan")
    counts = _counted(content, request.now)
    if request.strict and faults:
        return replace(counts, faults=in_order(faults), refused=True, seconds=watch.seconds)
    return _publish(request, _Edition(pages, static, counts, faults), progress, watch)


def survey(request: Request) -> tuple[list[Listing], tuple[Fault, ...]]:
    """Every readable article with its state at `now`, newest first, and the faults of the others."""
    _, _, content, faults = _load(request, lambda _stage, _done, _total: None)
    listings = [
        Listing(state(article, request.now), article.live_from, article.place.path, article.title, article.url)
        for article in content.articles
    ]
    return sorted(listings, key=lambda each: (-each.moment.timestamp(), each.url)), in_order(faults)


def _load(request: Request, progress: Progress) -> tuple[Config, Mapping[str, Path], Content, list[Fault]]:
    """Settings, static files and everything in content/."""
    config, faults = read.load_settings(request.site, request.base_url)
    if any(fault.is_error for fault in faults):
        raise CannotBuild(*faults)
    static, found = read.scan_static(render.theme_folders(request.site, "static"), request.site)
    content, wrong = read.load(request.site, config, static, _run(request.workers, progress))
    return config, static, content, faults + found + wrong


def _run(workers_wanted: int, progress: Progress) -> read.Run:
    """How the loader's batches are done: on all processors, with progress told."""

    def run(job: Callable[[S, B], R], shared: S, batches: Iterable[B]) -> Iterator[R]:
        todo = list(batches)
        done, total = 0, sum(map(len, todo))
        for batch, result in zip(todo, workers.map_batches(job, shared, todo, workers_wanted, "load"), strict=True):
            done += len(batch)
            progress("load", done, total)
            yield result

    return run


def _counted(content: Content, now: datetime) -> Report:
    states = [state(article, now) for article in content.articles]
    return Report(
        articles=len(states),
        published=states.count("published"),
        drafts=states.count("draft"),
        future=states.count("future"),
        expired=states.count("expired"),
    )


@dataclass(frozen=True, slots=True)
class _Press:
    """What a worker needs for any page."""

    out: Path
    theme: render.Theme
    site: Site
    pages: tuple[Page, ...]


@dataclass(frozen=True, slots=True)
class _Print:
    """What became of a page: the digest of its bytes, and whether they lie staged; or its fault."""

    path: str
    digest: str = ""
    staged: bool = False
    fault: Fault | None = None


def _print_batch(press: _Press, batch: Sequence[int]) -> list[_Print]:
    """The work of one worker: pages rendered, and put by where their bytes are new."""
    prints = []
    for page, made in render.render_all(press.theme, press.site, [press.pages[number] for number in batch]):
        path = output_path(page.url)
        if isinstance(made, Fault):
            prints.append(_Print(path, fault=made))
        else:
            prints.append(_Print(path, write.digest(made), write.stage(press.out, path, made)))
    return prints


@dataclass(frozen=True, slots=True)
class _Edition:
    """All that is known before the first page is rendered."""

    plan: Plan
    static: Mapping[str, Path]
    report: Report
    faults: list[Fault]

    def copies(self, site: Path) -> dict[str, Path]:
        """Files that go out as they are, by their paths below the output folder."""
        theme = {output_path(url): file for url, file in self.static.items()}
        return theme | {output_path(asset.url): site / asset.source for asset in self.plan.assets}


def _publish(request: Request, edition: _Edition, progress: Progress, watch: _Watch) -> Report:
    """Renders every page beside the old ones, and then, all at once, puts them in place."""
    with write.Ledger(request.site, request.out) as ledger, write.staging(request.out):
        if ledger.interrupted:
            write.sweep(request.out)
        prints = _rendered(request, edition.plan, progress)
        watch.lap("render")
        faults = edition.faults + [each.fault for each in prints if each.fault is not None]
        report = replace(edition.report, seconds=watch.seconds)
        if request.strict and faults:
            return replace(report, faults=in_order(faults), refused=True)
        written, removed, found = _put(request, edition, prints, ledger)
    watch.lap("write")
    made = [each for each in prints if each.fault is None]
    return replace(
        report,
        rendered=len(made),
        kept=sum(not each.staged for each in made),
        written=written,
        removed=removed,
        faults=in_order([*faults, *found]),
    )


def _put(
    request: Request, edition: _Edition, prints: list[_Print], ledger: write.Ledger
) -> tuple[int, int, tuple[Fault, ...]]:
    """Changes the output folder: counts of files written and removed, and warnings about files left alone.

    A page that failed counts as planned, so that yesterday's stays.
    """
    out, copies = request.out, edition.copies(request.site)
    planned = {each.path for each in prints} | copies.keys()
    new = _new({each.path: each.digest for each in prints if each.digest} | _digests(copies), ledger)
    blockers = write.in_the_way(ledger.earlier, planned)
    cleared, _ = write.prune(out, {path: ledger.earlier.pop(path) for path in blockers}, ())
    ledger.announce(new)
    copied = [path for path, file in copies.items() if write.copy_file(file, out, path)]
    staged = [each.path for each in prints if each.staged]
    write.place(out, staged)
    ledger.remember(new)
    removed, found = write.prune(out, ledger.earlier, planned)
    ledger.forget([*cleared, *removed])
    return len(copied) + len(staged), len(cleared) + len(removed), found


def _digests(copies: Mapping[str, Path]) -> dict[str, str]:
    """What the files that are copied will hold; one that cannot be read is told when it is copied."""
    held: dict[str, str] = {}
    for path, file in copies.items():
        with suppress(OSError):
            held[path] = write.file_digest(file)
    return held


def _new(outputs: Mapping[str, str], ledger: write.Ledger) -> dict[str, str]:
    """Outputs that the ledger does not know so."""
    return {path: held for path, held in outputs.items() if ledger.earlier.get(path) != held}


def _rendered(request: Request, planned: Plan, progress: Progress) -> list[_Print]:
    press = _Press(request.out, render.load_theme(request.site), planned.site, planned.pages)
    batches = workers.batches(range(len(planned.pages)), BATCH)
    prints: list[_Print] = []
    for made in workers.map_batches(_print_batch, press, batches, request.workers, "render"):
        prints += made
        progress("render", len(prints), len(planned.pages))
    return prints
