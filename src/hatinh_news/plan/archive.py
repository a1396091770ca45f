"""The archive: a page for every month, and the list of them."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from hatinh_news.model.article import Article
from hatinh_news.model.config import Label
from hatinh_news.model.page import Page
from hatinh_news.model.records import DirectoryPage, Entry, EntryGroup, Head, ListPage
from hatinh_news.plan.edition import Edition
from hatinh_news.plan.labels import ARCHIVE, month_label


def months(paper: Edition) -> Iterator[Page]:
    """Every month that has articles, the newest first, each on one page."""
    found = _months(paper)
    urls = ["", *(label.url for label, _ in found), ""]
    for place, (label, articles) in enumerate(found, start=1):
        record = ListPage(
            head=Head(label.url, label.name, trail=(ARCHIVE,)),
            kind="month",
            title=label.name,
            cards=paper.cards_of(articles),
            newer=urls[place - 1],
            older=urls[place + 1],
        )
        yield Page(label.url, "list.html", record)


def archive(paper: Edition) -> Iterator[Page]:
    """The months by year."""
    by_year = groupby(_months(paper), key=lambda month: month[1][0].published.year)
    groups = tuple(
        EntryGroup(str(year), tuple(Entry(label, len(articles)) for label, articles in found))
        for year, found in by_year
    )
    head = Head(ARCHIVE.url, ARCHIVE.name)
    yield Page(ARCHIVE.url, "directory.html", DirectoryPage(head, "archive", ARCHIVE.name, groups))


def _months(paper: Edition) -> list[tuple[Label, Sequence[Article]]]:
    by_month = groupby(paper.listed, key=lambda article: (article.published.year, article.published.month))
    return [(month_label(*month), list(articles)) for month, articles in by_month]
