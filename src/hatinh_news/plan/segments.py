"""Segments of the search index: the newest months by themselves, and all older ones, which change seldom.

Of these, rare words have one segment and the common words of titles another; the common words of their texts have one
for each year or some months, so that an edit touches few files. What lies in which depends on the dates of articles
alone, so the same newspaper always has the same files.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from operator import attrgetter
from typing import Final

from hatinh_news.model.article import Article
from hatinh_news.model.digest import name_of
from hatinh_news.model.page import Page
from hatinh_news.model.search import Holds, SearchFile, Segment

FOLDER: Final = "/tim-kiem/"
OLD: Final = "cu"
NEW: Final = "moi"
TITLES: Final = "tua"
ADDRESSES: Final = 160
"""So many addresses are in a file."""

_ONE_SEGMENT: Final = 512
_NEW_AT_LEAST: Final = 64
_MOST_IN_A_PERIOD: Final = 640
_PIECES_OF_A_YEAR: Final = (1, 2, 3, 4, 6, 12)
_IN_A_PART: Final = {Holds.ALL: 7, Holds.RARE: 240, Holds.TITLES: 420, Holds.COMMON: 10}
_MOST_PARTS: Final = {Holds.ALL: 16, Holds.COMMON: 12}


def apart(articles: Sequence[Article]) -> Iterator[tuple[str, Sequence[Article]]]:
    """Old and new articles, by the folders of their addresses; `articles` come from the oldest on, and so do these.

    New are the newest months, as many as it takes to be some dozens; where all are few, all are new.
    """
    start = 0
    if len(articles) > _ONE_SEGMENT:
        months = [month_of(article) for article in articles]
        firsts = [place for place, (before, month) in enumerate(pairwise(months), 1) if month != before]
        start = next((place for place in reversed(firsts) if place <= len(articles) - _NEW_AT_LEAST), 0)
    if start:
        yield OLD, articles[:start]
    yield NEW, articles[start:]


def segments_of(folder: str, articles: Sequence[Article]) -> Iterator[tuple[str, Holds, int, int]]:
    """The segments of old or new articles: folder, what it holds, and from which place to which it has articles."""
    if folder == NEW:
        yield NEW, Holds.ALL, 0, len(articles)
        return
    yield OLD, Holds.RARE, 0, len(articles)
    yield TITLES, Holds.TITLES, 0, len(articles)
    start = 0
    for (year, month), count in _periods([month_of(article) for article in articles]):
        yield f"{year}-{month:02}", Holds.COMMON, start, start + count
        start += count


def segment(folder: str, holds: Holds, first: int, articles: Sequence[tuple[str, str, str]]) -> Segment:
    """A segment, with as many files as suit it."""
    parts = len(articles) // _IN_A_PART[holds]
    return Segment(folder, holds, max(1, min(parts, _MOST_PARTS.get(holds, parts))), first, tuple(articles))


def files_of(one: Segment) -> Iterator[Page]:
    """The index files of a segment, without their texts."""
    name = name_of(one.articles).hex()
    for part in range(one.parts):
        url = f"{FOLDER}{one.folder}/{part}.json"
        yield Page(url, "search", SearchFile(folder=one.folder, part=part, name=f"{name} {one.parts}"))


def _periods(months: Sequence[int]) -> Iterator[tuple[tuple[int, int], int]]:
    """Periods from the oldest on, by their first months, and how many of `months` each has.

    A year of many articles is cut into equal pieces; years of few are one period.
    """
    first, sum_ = (0, 0), 0
    for year, of_year in groupby(months, key=lambda month: month // 100):
        counts = Counter(of_year)
        all_ = counts.total()
        if sum_ and sum_ + all_ > _MOST_IN_A_PERIOD:
            yield first, sum_
            sum_ = 0
        if all_ <= _MOST_IN_A_PERIOD:
            first, sum_ = (first if sum_ else (year, 1)), sum_ + all_
            continue
        for start, count in _pieces(counts, year):
            yield (year, start), count
    if sum_:
        yield first, sum_


def _pieces(counts: Counter[int], year: int) -> list[tuple[int, int]]:
    """The first months of the parts of a year, and how many articles each has: as few parts as make none too large."""
    found: list[tuple[int, int]] = []
    for pieces in _PIECES_OF_A_YEAR:
        months = 12 // pieces
        starts = range(1, 13, months)
        found = [(start, sum(counts[year * 100 + start + month] for month in range(months))) for start in starts]
        if max(count for _, count in found) <= _MOST_IN_A_PERIOD:
            break
    return [(start, count) for start, count in found if count]


def month_of(article: Article) -> int:
    """202502 for February 2025, as months are counted in the newspaper's zone."""
    return article.published.year * 100 + article.published.month


def months_of(articles: Sequence[Article]) -> list[tuple[int, int]]:
    """How many articles there are in each month, from the oldest on."""
    return [(month, len(list(some))) for month, some in groupby(articles, key=month_of)]


def in_order(articles: Sequence[Article]) -> list[Article]:
    """From the oldest on, those of one moment by address."""
    return sorted(articles, key=attrgetter("published", "url"))
