"""The edition in memory: what the ledger knows of the newspaper as it was last laid out, besides its files.

As long as no input shows anything else to other pages, and no moment passes at which an article or a pin comes or goes,
the same newspaper would be laid out again: then it need not be.
"""

from collections.abc import Iterable, Mapping
from dataclasses import astuple, dataclass, fields, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final
from zoneinfo import ZoneInfo

from hatinh_news.build.hands import Hands, hands
from hatinh_news.build.request import Request
from hatinh_news.ledger import Ledger
from hatinh_news.model.digest import name_of
from hatinh_news.model.fault import Fault, Kind, Place
from hatinh_news.model.frozen import freeze
from hatinh_news.model.report import Previewed, Report

if TYPE_CHECKING:
    from hatinh_news.model.page import Page
    from hatinh_news.model.site import Index

EDITION: Final = "edition"
INDEX: Final = "index"
SERIES: Final = "series"
RELATED: Final = "related"
NEIGHBOURS: Final = "neighbours"
SEARCH: Final = "search"
CLOSURES: Final = "closures"
CARRIED: Final = "carried"
HEAVY: Final = "heavy"
SHELVES: Final = (EDITION, INDEX, SERIES, RELATED, NEIGHBOURS, SEARCH, CARRIED)


@dataclass(frozen=True, slots=True)
class Known:
    """The edition that was laid out last, valid from `since` until before `until` (seconds of the epoch); `zone` is the
    newspaper's.

    `faulty` says that the content has faults; the report has more than these: what was found when it was written.
    """

    name: bytes
    hands: Hands
    since: float
    until: float
    closures: Mapping[str, str]
    theme: str
    report: Report
    faulty: bool
    zone: str

    @property
    def due(self) -> datetime | None:
        """When the newspaper must be laid out anew though nobody edits anything; None for never."""
        return datetime.fromtimestamp(self.until, ZoneInfo(self.zone)) if self.until < float("inf") else None


def name_of_edition(engine: bytes, request: Request) -> bytes:
    """What, besides files and the clock, the whole newspaper depends on."""
    key = name_of(request.previews.key) if request.previews is not None else b""
    return name_of(engine, request.base_url, request.shown, request.plain_names, key)


def known_edition(ledger: Ledger, name: bytes, now: datetime) -> Known | None:
    """The edition of this name that the ledger knows, if it would be laid out alike at `now`.

    None where the build before did not come to its end, was of another name, or had other extensions.
    """
    if not ledger.finished or (kept := ledger.store.shelf(EDITION)) is None or kept[0] != name:
        return None
    _, names, key, since, until, closures, theme, report, faulty, zone = kept
    lent = Hands(tuple(names), key)
    if not since <= now.timestamp() < until or hands(lent.names) != (lent, []):
        return None
    known = Known(name, lent, since, until, closures, theme, _report(*report), faulty, zone)
    return replace(known, report=replace(known.report, due=known.due))


def _plain(report: Report) -> tuple[dict[str, int], list[Any], list[Any], list[Any]]:
    """A report in plain values, without what only its own build has."""
    counts = {field.name: value for field in fields(Report) if type(value := getattr(report, field.name)) is int}
    return counts, _plain_faults(report.faults), _plain_faults(report.notes), list(map(astuple, report.previews))


def _plain_faults(faults: Iterable[Fault]) -> list[Any]:
    return [(*astuple(fault.place), *astuple(fault.kind), fault.values) for fault in faults]


def _report(counts: dict[str, Any], faults: list[Any], notes: list[Any], previews: list[Any]) -> Report:
    known = tuple(Previewed(*one) for one in previews)
    return Report(**counts, faults=_faults(faults), notes=_faults(notes), previews=known)


def _faults(plain: list[Any]) -> tuple[Fault, ...]:
    return tuple(
        Fault(Place(path, line, column), Kind(code, message, hint, severity), tuple(values))
        for path, line, column, code, message, hint, severity, values in plain
    )


def names_and_series(index: "Index") -> dict[str, Any]:
    """What of an index, besides its lists, the ledger is to keep: enough to plan single articles."""
    from hatinh_news.index import bare

    series = [(one.key, one.name, one.url, [article.path for article in one.articles]) for one in index.series]
    return {INDEX: freeze(bare(index)), SERIES: series}


def heavy(found: Mapping[str, tuple[Fault, ...]]) -> dict[str, Any]:
    """What the ledger is to keep of files that are too heavy."""
    return {HEAVY: {path: _plain_faults(told) for path, told in found.items()}}


def known_heavy(ledger: Ledger) -> dict[str, tuple[Fault, ...]]:
    """What is told of files that are too heavy, by their paths."""
    return {path: _faults(plain) for path, plain in (ledger.store.shelf(HEAVY) or {}).items()}


def carried(pages: "Iterable[Page]") -> dict[str, Any]:
    """The articles whose texts other pages than their own have."""
    return {CARRIED: sorted({path for page in pages for path in page.carried})}


def edition(known: Known) -> dict[str, Any]:
    """What the ledger is to keep of an edition."""
    lent, report = known.hands, _plain(known.report)
    times, made_with = (known.since, known.until), (dict(known.closures), known.theme)
    return {EDITION: (known.name, lent.names, lent.key, *times, *made_with, report, known.faulty, known.zone)}
