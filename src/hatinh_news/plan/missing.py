"""The page of an address where nothing is."""

from collections.abc import Iterator

from hatinh_news.model.page import Page
from hatinh_news.model.records import ErrorPage, Head
from hatinh_news.plan.edition import Edition

NEWEST = 5


def missing(paper: Edition) -> Iterator[Page]:
    """404.html, with something new to read instead."""
    called = paper.labels.not_found
    head = Head(called.url, called.name, indexed=False)
    yield Page(called.url, "404.html", ErrorPage(head, called.name, paper.cards_of(paper.listed[:NEWEST])))
