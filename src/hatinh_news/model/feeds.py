"""Feeds: what programs that read feeds get of a list of articles."""

from dataclasses import dataclass
from datetime import datetime

from hatinh_news.model.article import Correction, Photo
from hatinh_news.model.records import Card, Text


@dataclass(frozen=True, slots=True)
class FeedEntry:
    card: Card
    updated: datetime
    authors: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FullText:
    """A whole article as a feed carries it; `photo` is the article's own, not one that its text shows."""

    sapo: str
    photo: Photo | None
    corrections: tuple[Correction, ...]
    body: Text


@dataclass(frozen=True, slots=True)
class Feed:
    """One list of articles for feed readers, newest first; `url` is the feed's own address, `page_url` its page's.

    `texts` are those of the entries, in their order; there are none where feeds have the sapo alone.
    """

    url: str
    page_url: str
    title: str
    description: str
    entries: tuple[FeedEntry, ...] = ()
    texts: tuple[FullText, ...] = ()
