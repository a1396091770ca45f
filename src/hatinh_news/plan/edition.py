"""The edition: what every kind of page is made from."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from operator import attrgetter
from typing import Final

from hatinh_news.model.article import Article, Profile
from hatinh_news.model.config import Label
from hatinh_news.model.records import Byline, Card
from hatinh_news.model.site import Author, Index, Section, Series, Topic
from hatinh_news.plan.cards import cards
from hatinh_news.plan.labels import Labels, labels
from hatinh_news.plan.names import Names, byline, label

_PATH: Final = attrgetter("path")


@dataclass(frozen=True, slots=True)
class Edition:
    """The index at one moment.

    `listed` are the articles that lists may show, newest first; `cards` and `urls` are found by a file's path below
    content/, and `urls` knows standing pages and profiles as well; `sections`, `topics` and `authors` by spelling.
    """

    index: Index
    now: datetime
    listed: tuple[Article, ...]
    cards: Mapping[str, Card]
    urls: Mapping[str, str]
    sections: Names[Section, Label]
    topics: Names[Topic, Label]
    authors: Names[Author, Byline]
    labels: Labels

    def cards_of(self, articles: Iterable[Article]) -> tuple[Card, ...]:
        """Cards in the order of the articles."""
        return tuple(map(self.cards.__getitem__, map(_PATH, articles)))

    def published(self, articles: Sequence[Article]) -> Sequence[Article]:
        """Those that readers may see: no drafts and the like, which only a preview shows."""
        states = self.index.state_by_path
        return [article for article in articles if article.path not in states] if states else articles


def edition(index: Index, now: datetime) -> Edition:
    """The edition of the moment `now`."""
    listed = tuple(article for article in index.articles if not article.retracted)
    urls = {article.path: article.url for article in index.articles} | {page.path: page.url for page in index.pages}
    urls |= {profile.path: url for profile, url in profiles(index)}
    urls |= {one.page: index.topic_by_key[one.into].url for one in index.merged if one.page}
    sections = Names(index.section_by_key, label)
    topics, authors = Names(index.topic_by_key, label), Names(index.author_by_key, byline)
    return Edition(index, now, listed, cards(index, sections), urls, sections, topics, authors, labels(index.config))


def profiles(index: Index) -> Iterator[tuple[Profile, str]]:
    """Every profile that has a page, with the address of that page."""
    if index.home is not None:
        yield index.home, "/"
    named: tuple[Section | Topic | Author | Series, ...]
    named = (*index.sections, *index.topics, *index.authors, *index.series)
    for one in named:
        if one.profile is not None:
            yield one.profile, one.url
