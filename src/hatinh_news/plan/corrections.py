"""All corrections of the newspaper: a list of its own, with feeds."""

from collections.abc import Iterator, Sequence
from itertools import islice

from hatinh_news.model.article import Article
from hatinh_news.model.feeds import Feed, FeedEntry
from hatinh_news.model.page import Page
from hatinh_news.model.records import Card, CorrectionEntry, CorrectionsPage, Head
from hatinh_news.plan.edition import Edition
from hatinh_news.plan.feeds import FORMATS
from hatinh_news.plan.labels import CORRECTIONS, page_name
from hatinh_news.plan.lists import numbered


def corrections(paper: Edition) -> Iterator[Page]:
    """The pages of the list; its front stands in any case, as the foot of every page leads there.

    As long as it is empty no search engine is to list it.
    """
    last, shelves = numbered(_newest_first(paper, paper.listed), paper.index.config.paginate_by)
    for number, shelf in shelves:
        yield _page(paper, shelf, number, last)


def corrections_feeds(paper: Edition) -> Iterator[Page]:
    """The newest corrections in each format; like all feeds without previews."""
    config = paper.index.config
    newest = islice(_newest_first(paper, paper.published(paper.listed)), config.feed_limit)
    entries = tuple(_feed_entry(paper, entry) for entry in newest)
    called = paper.labels.corrections
    title, about = f"{called.name} - {config.title}", config.corrections_heading
    for template, file in FORMATS:
        url = f"{called.url}{file}"
        yield Page(url, template, Feed(url, called.url, title, about, entries))


def _newest_first(paper: Edition, articles: Sequence[Article]) -> list[CorrectionEntry]:
    """By date downwards; of one moment those of the newest article first."""
    entries = [
        CorrectionEntry(f"{article.url}#{anchor(number)}", paper.cards[article.path].title, told.date, told.text)
        for article in articles
        if article.corrections
        for number, told in enumerate(article.told(paper.now), start=1)
    ]
    return sorted(entries, key=lambda entry: entry.date, reverse=True)


def anchor(number: int) -> str:
    """The id of a correction on its article's page; no heading of a text has one with this mark in it."""
    return f"cai_chinh_{number}"


def _page(paper: Edition, entries: Sequence[CorrectionEntry], number: int, last: int) -> Page:
    url, called = _address(number), paper.labels.corrections
    head = Head(
        url=url,
        title=page_name(paper.index.config, called.name, number),
        description="" if number else paper.index.config.corrections_heading,
        trail=(called,) if number else (),
        feed_url="" if number else url,
        indexed=bool(entries),
    )
    older = number - 1 if number else last
    record = CorrectionsPage(
        head=head,
        title=called.name,
        entries=tuple(entries),
        number=number,
        older=_address(older) if older else "",
        newer=_address(number + 1 if number < last else 0) if number else "",
    )
    return Page(url, "corrections.html", record)


def _address(number: int) -> str:
    return f"{CORRECTIONS}trang/{number}/" if number else CORRECTIONS


def _feed_entry(paper: Edition, entry: CorrectionEntry) -> FeedEntry:
    """A correction as feeds have it: under its article's title, with its own address, moment and words."""
    called = paper.labels.corrections
    title = f"{called.name}: {entry.title}"
    return FeedEntry(Card(entry.url, title, entry.text, entry.date, called), entry.date)
