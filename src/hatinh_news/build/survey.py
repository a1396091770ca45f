"""The survey: which articles there are, without building anything."""

from dataclasses import dataclass
from datetime import datetime

from hatinh_news.build.recall import recall
from hatinh_news.build.request import Request
from hatinh_news.index import state
from hatinh_news.model.article import State
from hatinh_news.model.fault import Fault
from hatinh_news.read.load import check_content


@dataclass(frozen=True, slots=True)
class Listing:
    """One article as `list` shows it."""

    state: State
    moment: datetime
    path: str
    title: str
    url: str


def survey(request: Request) -> tuple[list[Listing], tuple[Fault, ...]]:
    """Every readable article with its state at `now`, newest first, and the faults of the others."""
    known = recall(request)
    check_content(known.tree, known.faults)
    listings = [
        Listing(state(article, request.now), article.live_from, article.place.path, article.title, article.url)
        for article in known.content.articles
    ]
    return sorted(listings, key=lambda each: (-each.moment.timestamp(), each.url)), known.faults
