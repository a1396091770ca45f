"""The edition in memory: what the ledger knows of the newspaper as it was last laid out, besides its files.

As long as no input shows anything else to other pages, and no moment passes at which an article or a pin comes or goes,
the same newspaper would be laid out again: then it need not be.
"""

from collections.abc import Iterable, Mapping
from dataclasses import astuple, dataclass, fields
from datetime import datetime, timedelta
from itertools import chain
from typing import TYPE_CHECKING, Any, Final

from hatinh_news.build.hands import Hands, hands
from hatinh_news.build.request import Request
from hatinh_news.ledger import Ledger
from hatinh_news.model.digest import name_of
from hatinh_news.model.fault import Fault, Kind, Place
from hatinh_news.model.frozen import freeze
from hatinh_news.model.report import Report

if TYPE_CHECKING:
    from hatinh_news.model.article import Article, Content, Profile
    from hatinh_news.model.site import Index

EDITION: Final = "edition"
INDEX: Final = "index"
SERIES: Final = "series"
RELATED: Final = "related"
NEIGHBOURS: Final = "neighbours"
CLOSURES: Final = "closures"
SHELVES: Final = (EDITION, INDEX, SERIES, RELATED, NEIGHBOURS)

_TICK: Final = timedelta(microseconds=1)
_EVER: Final = float("inf")


@dataclass(frozen=True, slots=True)
class Known:
    """The edition that was laid out last, valid from `since` until before `until` (seconds of the epoch).

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


def name_of_edition(engine: bytes, request: Request) -> bytes:
    """What, besides files and the clock, the whole newspaper depends on."""
    return name_of(engine, request.base_url, request.shown)


def known_edition(ledger: Ledger, name: bytes, now: datetime) -> Known | None:
    """The edition of this name that the ledger knows, if it would be laid out alike at `now`.

    None where the build before did not come to its end, was of another name, or had other extensions.
    """
    if not ledger.finished or (kept := ledger.store.shelf(EDITION)) is None or kept[0] != name:
        return None
    _, names, key, since, until, closures, theme, report, faulty = kept
    lent = Hands(tuple(names), key)
    if not since <= now.timestamp() < until or hands(lent.names) != (lent, []):
        return None
    return Known(name, lent, since, until, closures, theme, _report(*report), faulty)


def _plain(report: Report) -> tuple[dict[str, int], list[Any], list[Any]]:
    """A report in plain values, without what only its own build has."""
    counts = {field.name: value for field in fields(Report) if type(value := getattr(report, field.name)) is int}
    return counts, _plain_faults(report.faults), _plain_faults(report.notes)


def _plain_faults(faults: Iterable[Fault]) -> list[Any]:
    return [(*astuple(fault.place), *astuple(fault.kind), fault.values) for fault in faults]


def _report(counts: dict[str, Any], faults: list[Any], notes: list[Any]) -> Report:
    return Report(**counts, faults=_faults(faults), notes=_faults(notes))


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


def edition(known: Known) -> dict[str, Any]:
    """What the ledger is to keep of an edition."""
    lent, report = known.hands, _plain(known.report)
    span = known.since, known.until
    return {EDITION: (known.name, lent.names, lent.key, *span, dict(known.closures), known.theme, report, known.faulty)}


def span(content: "Content", now: datetime) -> tuple[float, float]:
    """Since when and until before when all that a newspaper asks of the clock has the answers it has at `now`."""
    from hatinh_news.plan.sitemaps import NEWS_AGE

    since, until = -_EVER, _EVER
    moment = now.timestamp()
    turns = chain.from_iterable(_turns(article, NEWS_AGE) for article in content.articles)
    for turn in chain(turns, _turns_of_pins(content.profiles)):
        at = turn.timestamp()
        if at <= moment:
            since = max(since, at)
        else:
            until = min(until, at)
    return since, until


def _turns_of_pins(profiles: "Iterable[Profile]") -> Iterable[datetime]:
    """When a pin comes to its front, and when it goes."""
    pins = (pin for profile in profiles for pin in profile.pins)
    return (turn for pin in pins for turn in (pin.since, pin.until) if turn is not None)


def _turns(article: "Article", news_age: timedelta) -> Iterable[datetime]:
    """When an article comes, leaves the news of two days (which still hold it at the stroke), and goes."""
    if not article.draft:
        yield article.live_from
        yield article.live_from + news_age + _TICK
        if article.expires is not None:
            yield article.expires
