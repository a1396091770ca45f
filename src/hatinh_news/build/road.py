"""The road: content/ → load → index → plan → render → write → public/, or, where nothing changed, no step of it."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from hatinh_news import write
from hatinh_news.build.crew import Crew
from hatinh_news.build.edition import Known, known_heavy
from hatinh_news.build.look import engine
from hatinh_news.build.request import Progress, Request, Watch, unwatched
from hatinh_news.build.start import Start, start
from hatinh_news.ledger import FOLDER, Ledger, discard, preview_key
from hatinh_news.model.digest import name_of
from hatinh_news.model.fault import in_order
from hatinh_news.model.frozen import Damaged
from hatinh_news.model.report import Report


def build(request: Request, progress: Progress = unwatched) -> Report:
    """Builds the newspaper once.

    Raises CannotBuild where there is nothing to build from, CannotWrite where the output folder does not take it.
    """
    request = _checked(request.absolute)
    try:
        return _build(request, progress)
    except Damaged:
        note = discard(request.site, request.out)
        report = _build(request, progress)
        return replace(report, notes=(note, *report.notes))


def _checked(request: Request) -> Request:
    """The request, if its output folder may hold what is asked for; of previews with the key to their addresses."""
    if request.previews is None:
        write.check_output(request.site, request.out)
        return request
    write.check_preview(request.site, request.out, (request.previews.public, request.site / FOLDER))
    key = preview_key(request.site, request.previews.key)
    return replace(request, previews=replace(request.previews, key=key))


def _build(request: Request, progress: Progress) -> Report:
    watch = Watch()
    with uncollected(), Ledger(request.site, request.out) as ledger:
        report = walk(start(Crew(request, name_of(engine()), progress), ledger, watch))
        return replace(report, notes=(ledger.store.note, *report.notes)) if ledger.store.note else report


def walk(found: Start) -> Report:
    """Walks the road from what was found to the output folder, as far as there is anything to do."""
    if found.known is not None and found.seen.same and not found.altered:
        report = _nothing_to_do(found, found.known)
    else:
        from hatinh_news.build.make import make  # all stages, for a build that wants them

        report = make(found)
    return replace(report, seconds=found.watch.seconds, cpu=found.watch.cpu)


@contextmanager
def uncollected() -> Iterator[None]:
    """A time without searches for garbage, of which a build makes none: what it makes stays until it is done.

    They would take a tenth of the time, and in forked workers write to all the memory that these share.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def _nothing_to_do(found: Start, known: Known) -> Report:
    """The report of a build that finds all as it was."""
    if found.seen.restamped or found.restamped:
        found.ledger.finish(found.ledger.outputs, found.seen.shelves())
    heavy = [fault for told in known_heavy(found.ledger).values() for fault in told]
    report = replace(known.report, faults=in_order([*known.report.faults, *heavy])) if heavy else known.report
    if found.request.strict and (known.faulty or heavy):
        return replace(report, refused=True, rendered=0, written=0, kept=0, removed=0)
    return replace(report, rendered=0, written=0, kept=report.pages, removed=0)
