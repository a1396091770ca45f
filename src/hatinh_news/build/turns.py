"""Turns of the clock: the moments at which the newspaper is to be laid out otherwise, though nobody edits anything.

Whatever a page asks of the clock has its turns here, and nowhere else: a build holds good until the next of them.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final, Literal, TypeAlias

from hatinh_news.index import state
from hatinh_news.index.order import oldest_first
from hatinh_news.index.pins import path_by_name, path_of
from hatinh_news.model.article import Article, Content
from hatinh_news.model.config import Config, Shown
from hatinh_news.plan.sitemaps import NEWS_AGE

What: TypeAlias = Literal["live", "correction", "pinned", "unpinned", "no-news", "expired"]
"""An article goes live, a correction is told, a pin comes to its front, a pin goes, an article leaves the news sitemap,
an article goes.

Of one moment they are told in this order.
"""

Turn: TypeAlias = tuple[datetime, What, Article, str]
"""When, what, of which article, and for a pin the file of its front."""

_TICK: Final = timedelta(microseconds=1)
_EVER: Final = float("inf")


@dataclass(frozen=True, slots=True)
class Clocked:
    """What turns are found in: all that was read, the settings, and what else than the published is shown."""

    content: Content
    config: Config
    shown: Shown = Shown()


def turns(of: Clocked) -> Iterator[Turn]:
    """Every turn, past or to come, in no order."""
    for source in _SOURCES:
        yield from source(of)


def span(of: Clocked, now: datetime) -> tuple[float, float]:
    """Since when and until before when all that a newspaper asks of the clock has the answers it has at `now`."""
    since, until = -_EVER, _EVER
    moment = now.timestamp()
    for turn, *_ in turns(of):
        at = turn.timestamp()
        if at <= moment:
            since = max(since, at)
        else:
            until = min(until, at)
    return since, until


def _of_articles(of: Clocked) -> Iterator[Turn]:
    """When articles come, leave the news of two days (which still hold them at the stroke), and go."""
    for article in of.content.articles:
        if article.draft:
            continue
        live, expires = article.live_from, article.expires
        yield live, "live", article, ""
        left = live.astimezone(UTC) + NEWS_AGE + _TICK  # hours that pass, also where clocks are put forward or back
        if not article.retracted and (expires is None or left < expires):
            yield left, "no-news", article, ""
        if expires is not None:
            yield expires, "expired", article, ""


def _of_corrections(of: Clocked) -> Iterator[Turn]:
    """When corrections are told, of articles that are shown by then."""
    for article in of.content.articles:
        if article.corrections and not article.retracted:
            for told in article.corrections:
                if of.shown.shows(state(article, told.date)):
                    yield told.date, "correction", article, ""


def _of_pins(of: Clocked) -> Iterator[Turn]:
    """When pins come to the fronts that are public, and go; a pin of an article that is hidden then has its note."""
    pinning = [one for one in of.content.profiles if one.pins and (of.shown.drafts or not one.draft)]
    if not pinning:
        return
    articles = {article.path: article for article in of.content.articles}
    names = path_by_name(oldest_first(of.content.articles))
    for front in pinning:
        for pin in front.pins:
            path = path_of(names, of.config.base_url, pin.article)
            if path is None:
                continue  # told as a fault at any time
            if pin.since is not None:
                yield pin.since, "pinned", articles[path], front.place.path
            if pin.until is not None:
                yield pin.until, "unpinned", articles[path], front.place.path


_SOURCES: Final[tuple[Callable[[Clocked], Iterable[Turn]], ...]] = (_of_articles, _of_corrections, _of_pins)
"""A new thing that depends on the clock yields its turns here."""
