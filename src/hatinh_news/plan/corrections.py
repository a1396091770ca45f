"""All corrections of the newspaper: a list of its own, with feeds, once there is one."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from hatinh_news.model.article import Article
from hatinh_news.model.page import Page
from hatinh_news.model.records import CorrectionEntry, CorrectionsPage, Feed, FeedEntry, Head
from hatinh_news.plan.edition import Edition
from hatinh_news.plan.feeds import FORMATS
from hatinh_news.plan.labels import CORRECTIONS, page_name
from hatinh_news.plan.lists import numbered


def corrections(paper: Edition) -> Iterator[Page]:
    """The pages of the list; none where the newspaper never corrected anything."""
    found = _newest_first(paper, paper.listed)
    if not found:
        return
    last, shelves = numbered(found, paper.index.config.paginate_by)
    for number, shelf in shelves:
        yield _page(paper, shelf, number, last)


def corrections_feeds(paper: Edition) -> Iterator[Page]:
    """The newest corrections in each format; like all feeds without previews."""
    if not paper.index.corrected:
        return
    config = paper.index.config
    newest = islice(_newest_first(paper, paper.published(paper.listed)), config.feed_limit)
    entries = tuple(map(_feed_entry, newest))
    title, about = f"{CORRECTIONS.name} - {config.title}", config.corrections_heading
    for template, file in FORMATS:
        url = f"{CORRECTIONS.url}{file}"
        yield Page(url, template, Feed(url, CORRECTIONS.url, title, about, entries))


def _newest_first(paper: Edition, articles: Sequence[Article]) -> list[CorrectionEntry]:
    """By date downwards; of one moment those of the newest article first."""
    entries = [
        CorrectionEntry(paper.cards[article.path], f"{article.url}#{anchor(number)}", told.date, told.text)
        for article in articles
        if article.corrections
        for number, told in enumerate(article.told(paper.now), start=1)
    ]
    return sorted(entries, key=lambda entry: entry.date, reverse=True)


def anchor(number: int) -> str:
    """The id of a correction on its article's page; no heading of a text has one with this mark in it."""
    return f"cai_chinh_{number}"


def _page(paper: Edition, entries: Sequence[CorrectionEntry], number: int, last: int) -> Page:
    url = _address(number)
    head = Head(
        url=url,
        title=page_name(CORRECTIONS.name, number),
        description="" if number else paper.index.config.corrections_heading,
        trail=(CORRECTIONS,) if number else (),
        feed_url="" if number else url,
    )
    older = number - 1 if number else last
    record = CorrectionsPage(
        head=head,
        title=CORRECTIONS.name,
        entries=tuple(entries),
        number=number,
        older=_address(older) if older else "",
        newer=_address(number + 1 if number < last else 0) if number else "",
    )
    return Page(url, "corrections.html", record)


def _address(number: int) -> str:
    return f"{CORRECTIONS.url}trang/{number}/" if number else CORRECTIONS.url


def _feed_entry(entry: CorrectionEntry) -> FeedEntry:
    """A correction as feeds have it: under its article's title, with its own address, moment and words."""
    title = f"{CORRECTIONS.name}: {entry.card.title}"
    card = replace(entry.card, url=entry.url, title=title, sapo=entry.text, published=entry.date, photo=None, key="")
    return FeedEntry(card, entry.date)
