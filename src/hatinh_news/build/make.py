"""The making: what is not as it must be is read, laid out, rendered and put in place."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import chain
from typing import Any

from hatinh_news import render, write
from hatinh_news.build import budgets, few, relating, searching
from hatinh_news.build.budgets import heavy_files, still_heavy
from hatinh_news.build.edition import (
    CLOSURES,
    RELATED,
    SHELVES,
    Known,
    carried,
    edition,
    heavy,
    known_heavy,
    names_and_series,
)
from hatinh_news.build.faults import OUTPUT_ALTERED, PAGE_DIFFERS
from hatinh_news.build.fingerprints import fingerprints
from hatinh_news.build.former import recorded
from hatinh_news.build.intake import Intake, everything, take_in
from hatinh_news.build.keys import Keys
from hatinh_news.build.layout import Layout, few_pages, layout
from hatinh_news.build.output import put
from hatinh_news.build.press import Press, Print, print_all
from hatinh_news.build.previews import Unpublished, previews
from hatinh_news.build.proving import prove, prove_first
from hatinh_news.build.relating import lists_of, relate_few, related_index
from hatinh_news.build.settings import settings
from hatinh_news.build.spots import pinpointed
from hatinh_news.build.start import Start
from hatinh_news.build.turns import Clocked, span
from hatinh_news.index import index, state
from hatinh_news.ledger import Output
from hatinh_news.model.address import output_path
from hatinh_news.model.article import Content
from hatinh_news.model.fault import Fault, Place, in_order
from hatinh_news.model.page import Plan
from hatinh_news.model.report import Report
from hatinh_news.plan import plan


def make(start: Start) -> Report:
    """Makes what is not as it must be."""
    start.ledger.begin(start.seen.changed | start.seen.gone)
    with write.staging(start.request.out):
        start, draft = _drafted(start)
        done = _publish(start, draft)
    return done.report if done.report.refused else _remembered(start, draft, done)


def _drafted(start: Start) -> "tuple[Start, _Draft]":
    """What changed is read, and as much of the newspaper laid out as that can change."""
    ledger, known = start.ledger, start.known
    config, lent, faults = settings(start.request)
    start = replace(start, crew=start.crew.with_hands(lent))
    intake = take_in(start.seen, config, faults, ledger, start.crew)
    start.watch.lap("load")
    if start.request.previews is not None:
        return start, _previews(start, intake, start.request.previews.key)
    if known is not None:
        if start.crew.awaited is not None:
            prove(start, start.crew.awaited, few.articles_to_prove(intake, ledger))
        paths = few.articles_to_print(start.seen, intake, known, start.altered, ledger)
        if paths is not None:
            return start, _few(start, known, intake, paths)
    return start, _whole(start, intake)


@dataclass(frozen=True, slots=True)
class _Draft:
    """All that is known before the first page is rendered; `shelves` are what the ledger is to know of it."""

    layout: Layout
    known: Known
    shelves: Mapping[str, Any] = field(default_factory=dict)
    differences: tuple[Fault, ...] = ()


def _few(start: Start, known: Known, intake: Intake, paths: Sequence[str]) -> _Draft:
    """A few articles, those under which others stand now, and nothing else."""
    found, other = relate_few(start.ledger, start.crew, intake)
    shelves = relating.shelves(found, start.crew) if found is not None else {}
    start.watch.lap("relate")
    lists = lists_of(shelves.get(RELATED) or start.ledger.store.shelf(RELATED))
    wanted = list(dict.fromkeys([*paths, *other]))
    planned = few.plan_of(wanted, lists, start.request, start.ledger, intake.static)
    planned, touched, kept = searching.with_search(planned, intake, start.ledger)
    keys = Keys(start.crew.engine, planned.site, known.closures, known.theme)
    laid = few_pages(planned, keys, start.theme, start.ledger.outputs)
    laid = searching.with_texts(laid, planned.segments, start.ledger, start.believed, touched)
    start.watch.lap("plan")
    return _Draft(laid, known, shelves | kept)


def _whole(start: Start, intake: Intake) -> _Draft:
    """The whole newspaper, laid out anew."""
    request, config = start.request, intake.config
    content, faults = everything(start.ledger, config)
    addresses, told = recorded(request.site, faults)
    paper, wrong = index(content, config, request.now, request.shown, intake.static.keys(), addresses)
    start.watch.lap("index")
    paper, neighbours = related_index(paper, start.ledger, start.crew)
    start.watch.lap("relate")
    planned, found = plan(paper, request.now, intake.static.keys(), fingerprints(intake.static, request))
    shelves = names_and_series(paper) | carried(planned.pages) | searching.shelf(planned.segments)
    shelves |= relating.shelves(neighbours, start.crew)
    wrongs = [*faults, *told, *intake.faults, *pinpointed(wrong, start.seen), *found, *heavy_files(planned.site)]
    report = replace(_counted(content, request.now), faults=tuple(wrongs))
    return _laid_out(start, intake, content, planned, report, shelves)


def _previews(start: Start, intake: Intake, key: str) -> _Draft:
    """Previews of what is not public, and nothing else."""
    request, config = start.request, intake.config
    content, faults = everything(start.ledger, config)
    shown, wrong = index(content, config, request.now, request.shown, intake.static.keys())
    start.watch.lap("index")
    shown, neighbours = related_index(shown, start.ledger, start.crew)
    start.watch.lap("relate")
    planned, told = previews(Unpublished(content, config, shown, intake.static), start.crew, key)
    wrongs = [*faults, *intake.faults, *pinpointed(wrong, start.seen)]
    report = replace(_counted(content, request.now), faults=tuple(wrongs), previews=told)
    return _laid_out(start, intake, content, planned, report, relating.shelves(neighbours, start.crew))


def _laid_out(
    start: Start, intake: Intake, content: Content, planned: Plan, report: Report, shelves: Mapping[str, Any]
) -> _Draft:
    """The draft of all that is planned; `report` has what there is to tell of it."""
    request, config, theme = start.request, intake.config, start.theme
    closures = _closures(start, theme)
    keys = Keys(start.crew.engine, planned.site, closures, theme.digest)
    laid = layout(planned, keys, theme, start.seen, start.believed)
    laid = searching.with_texts(laid, planned.segments, start.ledger, start.believed)
    faults, notes = _apart(report.faults)
    report = replace(report, pages=len(planned.pages), faults=in_order(faults), notes=in_order(notes))
    times, zone = span(Clocked(content, config, request.shown), request.now), config.timezone.key
    known = Known(start.name, start.crew.hands, *times, closures, theme.digest, report, bool(faults), zone)
    known = replace(known, report=replace(report, due=known.due))
    start.watch.lap("plan")
    return _Draft(laid, known, shelves, intake.differences)


def _apart(told: Sequence[Fault]) -> tuple[list[Fault], list[Fault]]:
    """Faults, and what is told without being one."""
    return [one for one in told if not one.is_note], [one for one in told if one.is_note]


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


@dataclass(frozen=True, slots=True)
class _Done:
    """What became of a draft: the report, and what the output folder holds; `failed` says that some page is missing."""

    report: Report
    outputs: Mapping[str, Output] = field(default_factory=dict)
    failed: bool = False
    differences: Sequence[Fault] = ()
    heavy: Mapping[str, tuple[Fault, ...]] = field(default_factory=dict)


def _publish(start: Start, draft: _Draft) -> _Done:
    """Renders every stale page beside the old ones, and then, all at once, puts them in place."""
    request, ledger, laid = start.request, start.ledger, draft.layout
    report = draft.known.report
    if request.strict and draft.known.faulty:
        return _Done(replace(report, refused=True))
    pages = dict(enumerate(laid.pages))
    held = {number: start.held(output_path(page.url)) for number, page in pages.items()}
    press = Press(request.out, laid.theme, laid.site, pages, held, start.crew.hands)
    if start.crew.awaited is not None:
        prove_first(press, ledger, start.crew.awaited)
    prints = print_all(press, ledger, start.crew)
    start.watch.lap("render")
    failed = _each_once(each.fault for each in prints if each.fault is not None)
    heavies = still_heavy(laid.kept, known_heavy(ledger), {each.path: each.heavy for each in prints})
    lost = sum(each.fault is not None for each in prints)
    report = replace(
        report, rendered=len(prints) - lost, faults=in_order([*report.faults, *failed, *chain(*heavies.values())])
    )
    if request.strict and (failed or heavies):
        return _Done(replace(report, refused=True))
    if request.previews is not None:
        write.clear_previews(request.out, {path.partition("/")[0] for path in laid.planned})
    changes = put(request.out, laid, prints, start.seen.file, ledger)
    report = replace(
        report,
        kept=report.pages - lost - sum(each.staged for each in prints),
        written=changes.written,
        removed=changes.removed,
        faults=in_order([*report.faults, *changes.faults]),
    )
    return _Done(report, changes.outputs, bool(failed), _differences(start, draft, prints), heavies)


def _remembered(start: Start, draft: _Draft, done: _Done) -> Report:
    """Tells the ledger that the build came to its end, and all that the next one is to know."""
    kept = start.seen.shelves() | heavy(done.heavy)
    if not done.failed:
        kept |= draft.shelves
        lasting = tuple(fault for fault in done.report.faults if fault.code != budgets.CODE)
        report = replace(done.report, faults=lasting)
        kept |= edition(replace(draft.known, report=report)) if draft.layout.whole else {}
    start.ledger.finish(done.outputs, kept, SHELVES if done.failed else ())
    start.watch.lap("write")
    return replace(done.report, faults=in_order([*done.report.faults, *done.differences]))


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
