"""The archive: every month as a list of numbered pages, and the list of the months.

The articles of a month that is over are the same for ever, and so are its pages: the month that comes after it changes
its front once, by the link that leads there.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from hatinh_news.model.article import Article
from hatinh_news.model.config import Label
from hatinh_news.model.page import Page
from hatinh_news.model.records import DirectoryPage, Entry, EntryGroup, Head, ListPage
from hatinh_news.plan.edition import Edition
from hatinh_news.plan.labels import month_label, page_name
from hatinh_news.plan.lists import numbered


def months(paper: Edition) -> Iterator[Page]:
    """Every month that has articles, the newest first, each with its front and the numbered pages behind it."""
    found = _months(paper)
    labels = [None, *(label for label, _ in found), None]
    for place, (label, articles) in enumerate(found, start=1):
        last, shelves = numbered(articles, paper.index.config.paginate_by)
        for number, shelf in shelves:
            later = labels[place - 1] if number == 0 else None
            earlier = labels[place + 1] if number <= 1 else None
            record = _record(paper, label, shelf, (number, last), (earlier, later))
            yield Page(record.head.url, "list.html", record)


def archive(paper: Edition) -> Iterator[Page]:
    """The months by year."""
    by_year = groupby(_months(paper), key=lambda month: month[1][0].published.year)
    groups = tuple(
        EntryGroup(str(year), tuple(Entry(label, len(articles)) for label, articles in found))
        for year, found in by_year
    )
    called = paper.labels.archive
    head = Head(called.url, called.name)
    yield Page(called.url, "directory.html", DirectoryPage(head, "archive", called.name, groups))


def _months(paper: Edition) -> list[tuple[Label, Sequence[Article]]]:
    by_month = groupby(paper.listed, key=lambda article: (article.published.year, article.published.month))
    return [(month_label(paper.index.config, *month), list(articles)) for month, articles in by_month]


def _record(
    paper: Edition,
    month: Label,
    articles: Sequence[Article],
    place: tuple[int, int],
    around: tuple[Label | None, Label | None],
) -> ListPage:
    """Page `number` of `last`, the front being number 0; `around` are the months that it leads to."""
    number, last = place
    above = paper.labels.archive
    trail = (above, month) if number else (above,)
    older = last if number == 0 else number - 1
    return ListPage(
        head=Head(_address(month, number), page_name(paper.index.config, month.name, number), trail=trail),
        kind="month",
        title=month.name,
        cards=paper.cards_of(articles),
        number=number,
        older=_address(month, older) if older else "",
        newer=_address(month, number + 1 if number < last else 0) if number else "",
        earlier=around[0],
        later=around[1],
    )


def _address(month: Label, number: int) -> str:
    return f"{month.url}trang/{number}/" if number else month.url
