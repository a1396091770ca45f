"""The page of an address where nothing is."""

from collections.abc import Iterator

from hatinh_news.model.page import Page
from hatinh_news.model.records import ErrorPage, Head
from hatinh_news.plan.edition import Edition
from hatinh_news.plan.labels import NOT_FOUND

NEWEST = 5


def missing(paper: Edition) -> Iterator[Page]:
    """404.html, with something new to read instead."""
    head = Head(NOT_FOUND.url, NOT_FOUND.name, indexed=False)
    yield Page(NOT_FOUND.url, "404.html", ErrorPage(head, NOT_FOUND.name, paper.cards_of(paper.listed[:NEWEST])))
