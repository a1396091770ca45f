"""The edition: what every kind of page is made from."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from hatinh_news.model.article import Article, Profile
from hatinh_news.model.records import Card
from hatinh_news.model.site import Author, Index, Section, Series, Topic
from hatinh_news.plan.cards import cards


@dataclass(frozen=True, slots=True)
class Edition:
    """The index at one moment.

    `listed` are the articles that lists may show, newest first; `cards` and `urls` are found by a file's path below
    content/, and `urls` knows standing pages and profiles as well.
    """

    index: Index
    now: datetime
    listed: tuple[Article, ...]
    cards: Mapping[str, Card]
    urls: Mapping[str, str]

    def cards_of(self, articles: Iterable[Article]) -> tuple[Card, ...]:
        """Cards in the order of the articles."""
        return tuple(self.cards[article.path] for article in articles)

    def published(self, articles: Iterable[Article]) -> tuple[Article, ...]:
        """Those that readers may see: no drafts and the like, which only a preview shows."""
        return tuple(article for article in articles if article.path not in self.index.state_by_path)


def edition(index: Index, now: datetime) -> Edition:
    """The edition of the moment `now`."""
    listed = tuple(article for article in index.articles if not article.retracted)
    urls = {article.path: article.url for article in index.articles} | {page.path: page.url for page in index.pages}
    urls |= {profile.path: url for profile, url in profiles(index)}
    return Edition(index, now, listed, cards(index), urls)


def profiles(index: Index) -> Iterator[tuple[Profile, str]]:
    """Every profile that has a page, with the address of that page."""
    if index.home is not None:
        yield index.home, "/"
    named: tuple[Section | Topic | Author | Series, ...]
    named = (*index.sections, *index.topics, *index.authors, *index.series)
    for one in named:
        if one.profile is not None:
            yield one.profile, one.url
