"""The making: what is not as it must be is read, laid out, rendered and put in place."""

import gc
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime

from hatinh_news import render, write
from hatinh_news.build import few
from hatinh_news.build.edition import CLOSURES, SHELVES, Known, shelves, span
from hatinh_news.build.faults import OUTPUT_ALTERED, PAGE_DIFFERS
from hatinh_news.build.hands import Hands, hands
from hatinh_news.build.intake import Intake, everything, take_in
from hatinh_news.build.keys import Keys
from hatinh_news.build.layout import Layout, few_pages, layout
from hatinh_news.build.output import put
from hatinh_news.build.press import Press, Print, print_all
from hatinh_news.build.request import Request
from hatinh_news.build.start import Start
from hatinh_news.index import index, state
from hatinh_news.model.address import output_path
from hatinh_news.model.article import Content
from hatinh_news.model.config import Config
from hatinh_news.model.errors import CannotBuild
from hatinh_news.model.fault import Fault, Place, in_order
from hatinh_news.model.report import Report
from hatinh_news.model.site import Index
from hatinh_news.plan import plan
from hatinh_news.read.load import load_settings


def make(start: Start) -> Report:
    """Makes what is not as it must be."""
    request, ledger, watch = start.request, start.ledger, start.watch
    interrupted = not ledger.finished
    ledger.begin()
    with write.staging(request.out):
        if interrupted:
            write.sweep(request.out)
        config, lent, faults = _settings(request)
        start = replace(start, crew=start.crew.with_hands(lent))
        intake = take_in(start.seen, config, faults, ledger, start.crew)
        watch.lap("load")
        paths = (
            None
            if start.known is None
            else few.articles_to_print(start.seen, intake, start.known, start.altered, ledger)
        )
        if start.known is not None and paths is not None:
            draft = _few(start, start.known, paths)
        else:
            draft = _whole(start, intake)
        if request.strict and draft.known.faulty:
            return replace(draft.known.report, refused=True)
        return _publish(start, draft)


def _settings(request: Request) -> tuple[Config, Hands, list[Fault]]:
    """The settings, the extensions that they name, and warnings about them; raises CannotBuild for errors."""
    config, faults = load_settings(request.site, request.base_url)
    lent, wrong = hands(config.extensions)
    if any(fault.is_error for fault in (*faults, *wrong)):
        raise CannotBuild(*faults, *wrong)
    return config, lent, [*faults, *wrong]


@dataclass(frozen=True, slots=True)
class _Draft:
    """All that is known before the first page is rendered; `index` is None where the known edition still holds."""

    layout: Layout
    known: Known
    index: Index | None = None
    differences: tuple[Fault, ...] = ()


def _few(start: Start, known: Known, paths: Sequence[str]) -> _Draft:
    """A few articles, and nothing else."""
    planned = few.plan_of(paths, start.request.now, start.ledger)
    keys = Keys(start.crew.engine, planned.site, known.closures, known.theme)
    laid = few_pages(planned, keys, start.theme, start.ledger.outputs)
    start.watch.lap("plan")
    return _Draft(laid, known)


def _whole(start: Start, intake: Intake) -> _Draft:
    """The whole newspaper, laid out anew."""
    with _uncollected():
        return _laid_out(start, intake)


def _laid_out(start: Start, intake: Intake) -> _Draft:
    request, config = start.request, intake.config
    content, faults = everything(start.ledger)
    paper, wrong = index(content, config, request.now, request.shown, intake.static.keys())
    start.watch.lap("index")
    planned, found = plan(paper, request.now, intake.static.keys())
    theme = start.theme
    closures = _closures(start, theme)
    keys = Keys(start.crew.engine, planned.site, closures, theme.digest)
    laid = layout(planned, keys, theme, start.seen, start.believed)
    faults += [*intake.faults, *wrong, *found]
    report = replace(_counted(content, request.now), pages=len(planned.pages), faults=in_order(faults))
    since, until = span(content.articles, request.now)
    known = Known(start.name, start.crew.hands, since, until, closures, theme.digest, report, bool(faults))
    start.watch.lap("plan")
    return _Draft(laid, known, paper, intake.differences)


@contextmanager
def _uncollected() -> Iterator[None]:
    """A time in which values are made that all stay: looking for garbage among them would take a quarter of it."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def _closures(start: Start, theme: render.Theme) -> Mapping[str, str]:
    """The digests of what each template reaches: remembered as long as no template changes, nor the program."""
    kept = start.ledger.store.shelf(CLOSURES)
    if kept and kept[:2] == (start.crew.engine, theme.digest) and not start.request.verify:
        closures: Mapping[str, str] = kept[2]
        return closures
    closures = render.closures(theme)
    start.ledger.store.keep({CLOSURES: (start.crew.engine, theme.digest, dict(closures))})
    return closures


def _counted(content: Content, now: datetime) -> Report:
    states = [state(article, now) for article in content.articles]
    return Report(
        articles=len(states),
        published=states.count("published"),
        drafts=states.count("draft"),
        future=states.count("future"),
        expired=states.count("expired"),
    )


def _publish(start: Start, draft: _Draft) -> Report:
    """Renders every stale page beside the old ones, and then, all at once, puts them in place."""
    request, ledger, laid = start.request, start.ledger, draft.layout
    pages = dict(enumerate(laid.pages))
    held = {number: start.held(output_path(page.url)) for number, page in pages.items()}
    prints = print_all(Press(request.out, laid.theme, laid.site, pages, held, start.crew.hands), ledger, start.crew)
    start.watch.lap("render")
    failed = _each_once(each.fault for each in prints if each.fault is not None)
    lost = sum(each.fault is not None for each in prints)
    report = replace(draft.known.report, rendered=len(prints) - lost)
    if request.strict and failed:
        return replace(report, faults=in_order([*report.faults, *failed]), refused=True)
    changes = put(request.out, laid, prints, start.seen.files, ledger)
    report = replace(
        report,
        kept=report.pages - lost - sum(each.staged for each in prints),
        written=changes.written,
        removed=changes.removed,
        faults=in_order([*report.faults, *failed, *changes.faults]),
    )
    kept = start.seen.shelves()
    if draft.index is not None and not failed:
        kept |= shelves(replace(draft.known, report=report), draft.index)
    ledger.finish(changes.outputs, kept, SHELVES if failed else ())
    start.watch.lap("write")
    return replace(report, faults=in_order([*report.faults, *_differences(start, draft, prints)]))


def _each_once(faults: Iterable[Fault]) -> list[Fault]:
    """One fault for all pages that failed alike: the last value of each is its page."""
    first: dict[object, Fault] = {}
    for fault in faults:
        first.setdefault((fault.place, fault.code, fault.values[:-1]), fault)
    return list(first.values())


def _differences(start: Start, draft: _Draft, prints: Sequence[Print]) -> list[Fault]:
    """What a build that believes nothing has found: all of it is mended by now, and none of it must have been."""
    if not start.request.verify:
        return []
    folder, outputs, keys = start.request.out.name, start.ledger.outputs, draft.layout.keys
    known = [(each, outputs[each.path]) for each in prints if each.path in outputs and each.digest]
    differing = [each.path for each, (digest, _, key, _) in known if key == keys[each.path] and digest != each.digest]
    found = [PAGE_DIFFERS.at(Place(f"{folder}/{path}")) for path in differing]
    found += [OUTPUT_ALTERED.at(Place(f"{folder}/{path}")) for path in start.altered]
    return [*draft.differences, *found]
