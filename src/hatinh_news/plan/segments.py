"""Segments of the search index: the newest months by themselves, and all older ones, which change seldom.

What lies in which depends on the dates of articles alone, so the same newspaper always has the same files.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from operator import attrgetter
from typing import Final

from hatinh_news.model.article import Article
from hatinh_news.model.digest import name_of
from hatinh_news.model.page import Page
from hatinh_news.model.search import SearchFile, Segment

FOLDER: Final = "/tim-kiem/"
OLD: Final = "cu"
NEW: Final = "moi"
ADDRESSES: Final = 96
"""So many addresses are in a file."""

_ONE_SEGMENT: Final = 512
_NEW_AT_LEAST: Final = 64
_IN_A_PART_OF_OLD: Final = 36
_IN_A_PART_OF_NEW: Final = 8
_MOST_PARTS_OF_NEW: Final = 12


def apart(articles: Sequence[Article]) -> Iterator[tuple[str, Sequence[Article]]]:
    """Folders of segments and their articles; `articles` come from the oldest on, and so do segments.

    New are the newest months, as many as it takes to be some dozens; where all are few, they are in one segment.
    """
    start = 0
    if len(articles) > _ONE_SEGMENT:
        months = [month_of(article) for article in articles]
        firsts = [place for place, (before, month) in enumerate(pairwise(months), 1) if month != before]
        start = next((place for place in reversed(firsts) if place <= len(articles) - _NEW_AT_LEAST), 0)
    if start:
        yield OLD, articles[:start]
    yield NEW, articles[start:]


def segment(folder: str, articles: Sequence[tuple[str, str, str]]) -> Segment:
    """A segment, with as many files as suit it."""
    count = len(articles)
    parts = count // _IN_A_PART_OF_OLD if folder == OLD else min(count // _IN_A_PART_OF_NEW, _MOST_PARTS_OF_NEW)
    return Segment(folder, max(1, parts), tuple(articles))


def files_of(one: Segment) -> Iterator[Page]:
    """The index files of a segment, without their texts."""
    name = name_of(one.articles).hex()
    for part in range(one.parts):
        url = f"{FOLDER}{one.folder}/{part}.json"
        yield Page(url, "search", SearchFile(folder=one.folder, part=part, name=f"{name} {one.parts}"))


def month_of(article: Article) -> int:
    """202502 for February 2025, as months are counted in the newspaper's zone."""
    return article.published.year * 100 + article.published.month


def months_of(articles: Sequence[Article]) -> list[tuple[int, int]]:
    """How many articles there are in each month, from the oldest on."""
    return [(month, len(list(some))) for month, some in groupby(articles, key=month_of)]


def in_order(articles: Sequence[Article]) -> list[Article]:
    """From the oldest on, those of one moment by address."""
    return sorted(articles, key=attrgetter("published", "url"))
