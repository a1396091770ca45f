"""The road: content/ → load → index → plan → render → write → public/."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from hatinh_news import read, render, write
from hatinh_news.build import few
from hatinh_news.build.crew import Crew
from hatinh_news.build.edition import CLOSURES, SHELVES, Known, known_edition, name_of_edition, shelves, span
from hatinh_news.build.faults import OUTPUT_ALTERED, PAGE_DIFFERS
from hatinh_news.build.hands import Hands, hands
from hatinh_news.build.intake import Intake, everything, take_in
from hatinh_news.build.keys import Keys
from hatinh_news.build.layout import Layout, few_pages, layout
from hatinh_news.build.look import Look, engine, look
from hatinh_news.build.output import put
from hatinh_news.build.press import Press, Print, print_all
from hatinh_news.build.request import Progress, Request, Watch, unwatched
from hatinh_news.index import index, state
from hatinh_news.ledger import FOLDER, Ledger, Output, discard
from hatinh_news.model.address import output_path
from hatinh_news.model.article import Content
from hatinh_news.model.config import Config
from hatinh_news.model.digest import name_of
from hatinh_news.model.errors import CannotBuild
from hatinh_news.model.fault import Fault, Place, in_order
from hatinh_news.model.frozen import Damaged
from hatinh_news.model.page import Page
from hatinh_news.model.report import Report
from hatinh_news.model.site import Index
from hatinh_news.plan import plan


def build(request: Request, progress: Progress = unwatched) -> Report:
    """Builds the newspaper once.

    Raises CannotBuild where there is nothing to build from, CannotWrite where the output folder does not take it.
    """
    request = request.absolute
    write.check_output(request.site, request.out)
    try:
        return _build(request, progress)
    except Damaged:
        note = discard(request.site, request.out)
        return replace(_build(request, progress), notes=(note,))


def _build(request: Request, progress: Progress) -> Report:
    watch = Watch()
    with Ledger(request.site, request.out) as ledger:
        start = _start(Crew(request, name_of(engine()), progress), ledger, watch)
        if start.known is not None and start.seen.same and not start.altered:
            report = _nothing_to_do(start, start.known)
        else:
            report = _make(start)
        note = ledger.store.note
        return replace(report, seconds=watch.seconds, cpu=watch.cpu, notes=(note,) if note else ())


@dataclass(frozen=True, slots=True)
class _Start:
    """What a build finds: the files it reads, those of the output folder that are not as they were left, and the
    edition that was laid out last, where it would still be laid out so."""

    crew: Crew
    ledger: Ledger
    watch: Watch
    seen: Look
    known: Known | None
    altered: Collection[str]
    restamped: bool
    name: bytes

    @property
    def request(self) -> Request:
        return self.crew.request

    @property
    def believed(self) -> dict[str, Output]:
        """The files that are as we left them, and need not be made again where they still have the key they had."""
        if self.request.verify:
            return {}
        return {path: output for path, output in self.ledger.outputs.items() if path not in self.altered}

    @property
    def theme(self) -> render.Theme:
        """The theme as it is now; what is compiled of it is remembered like all else."""
        site = self.request.site
        return render.load_theme(site, None if self.request.verify else site / FOLDER / "templates")

    def held(self, page: Page) -> str:
        """The digest of what the file of a page holds; empty where that is not sure."""
        path = output_path(page.url)
        output = self.ledger.outputs.get(path)
        return output[0] if output is not None and path not in self.altered else ""


def _start(crew: Crew, ledger: Ledger, watch: Watch) -> _Start:
    request = crew.request
    seen = look(request.site, ledger)
    altered, restamped = write.altered(request.out, ledger.outputs)
    for path, stamp in restamped.items():
        digest, _, key, source = ledger.outputs[path]
        ledger.outputs[path] = (digest, stamp, key, source)
    known = None if request.verify else known_edition(ledger)
    name = name_of_edition(crew.engine, request)
    if known is not None and not known.holds(name, request.now):
        known = None
    watch.lap("look")
    return _Start(crew, ledger, watch, seen, known, altered, bool(restamped), name)


def _nothing_to_do(start: _Start, known: Known) -> Report:
    """The report of a build that finds all as it was."""
    if start.seen.restamped or start.restamped:
        start.ledger.finish(start.ledger.outputs, start.seen.shelves())
    report = known.report
    if start.request.strict and report.faults:
        return replace(report, refused=True, rendered=0, written=0, kept=0, removed=0)
    return replace(report, rendered=0, written=0, kept=report.pages, removed=0)


def _make(start: _Start) -> Report:
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
        if request.strict and draft.known.report.faults:
            return replace(draft.known.report, refused=True)
        return _publish(start, draft)


def _settings(request: Request) -> tuple[Config, Hands, list[Fault]]:
    """The settings, the extensions that they name, and warnings about them; raises CannotBuild for errors."""
    config, faults = read.load_settings(request.site, request.base_url)
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


def _few(start: _Start, known: Known, paths: Sequence[str]) -> _Draft:
    """A few articles, and nothing else."""
    planned = few.plan_of(paths, start.request.now, start.ledger)
    keys = Keys(start.crew.engine, planned.site, known.closures, known.theme)
    laid = few_pages(planned, keys, start.theme, start.ledger.outputs)
    start.watch.lap("plan")
    return _Draft(laid, known)


def _whole(start: _Start, intake: Intake) -> _Draft:
    """The whole newspaper, laid out anew."""
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
    known = Known(start.name, start.crew.hands, since, until, closures, theme.digest, report)
    start.watch.lap("plan")
    return _Draft(laid, known, paper, intake.differences)


def _closures(start: _Start, theme: render.Theme) -> Mapping[str, str]:
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


def _publish(start: _Start, draft: _Draft) -> Report:
    """Renders every stale page beside the old ones, and then, all at once, puts them in place."""
    request, ledger, laid = start.request, start.ledger, draft.layout
    pages = dict(enumerate(laid.pages))
    held = {number: start.held(page) for number, page in pages.items()}
    prints = print_all(Press(request.out, laid.theme, laid.site, pages, held, start.crew.hands), ledger, start.crew)
    start.watch.lap("render")
    failed = [each.fault for each in prints if each.fault is not None]
    report = replace(draft.known.report, rendered=len(prints) - len(failed))
    if request.strict and failed:
        return replace(report, faults=in_order([*report.faults, *failed]), refused=True)
    changes = put(request.out, laid, prints, start.seen.files, ledger)
    report = replace(
        report,
        kept=report.pages - len(failed) - sum(each.staged for each in prints),
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


def _differences(start: _Start, draft: _Draft, prints: Sequence[Print]) -> list[Fault]:
    """What a build that believes nothing has found: all of it is mended by now, and none of it must have been."""
    if not start.request.verify:
        return []
    folder, outputs, keys = start.request.out.name, start.ledger.outputs, draft.layout.keys
    known = [(each, outputs[each.path]) for each in prints if each.path in outputs and each.digest]
    differing = [each.path for each, (digest, _, key, _) in known if key == keys[each.path] and digest != each.digest]
    found = [PAGE_DIFFERS.at(Place(f"{folder}/{path}")) for path in differing]
    found += [OUTPUT_ALTERED.at(Place(f"{folder}/{path}")) for path in start.altered]
    return [*draft.differences, *found]
