"""Pages: every file of the site as a value, before anything is rendered."""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from operator import attrgetter
from typing import TypeAlias

from hatinh_news.model import feeds, hosting, records
from hatinh_news.model.article import Asset
from hatinh_news.model.images import Picture, Share
from hatinh_news.model.redirect import Redirects
from hatinh_news.model.search import SearchFile, SearchPage, Segment

Record: TypeAlias = (
    records.ArticlePage
    | records.HomePage
    | records.ListPage
    | records.DirectoryPage
    | records.CorrectionsPage
    | records.StandingPageRecord
    | records.ErrorPage
    | feeds.Feed
    | records.Sitemap
    | records.NewsSitemap
    | records.Robots
    | hosting.Manifest
    | hosting.HeaderRules
    | hosting.PlainFile
    | records.Stub
    | SearchPage
    | SearchFile
    | Redirects
)

# Every article gets its text: `replace` would take twice as long.
_names = [field.name for field in fields(records.ArticlePage)]
_before_body = attrgetter(*_names[: _names.index("body")])
_after_body = attrgetter(*_names[_names.index("body") + 1 :])


@dataclass(frozen=True, slots=True)
class Page:
    """One file to be: `template` is a theme's template (`article.html`) or the name of a machine format (`rss`).

    `source` is the article whose text the page shows, `carried` those whose texts a feed carries; the texts are put in
    when the page is rendered, and until then `text_digest` stands for them.
    """

    url: str
    template: str
    record: Record
    source: str = ""
    text_digest: str = ""
    carried: tuple[str, ...] = ()

    @property
    def sources(self) -> tuple[str, ...]:
        """The articles whose texts are to be put in."""
        return (self.source,) if self.source else self.carried

    def with_texts(self, texts: Sequence[str]) -> "Page":
        """The page with the texts of its sources, in their order."""
        record = self.record
        if isinstance(record, feeds.Feed) and record.texts:
            return replace(self, record=_carrying(record, texts))
        if not any(texts) or not isinstance(record, records.ArticlePage):
            return self
        text = records.Text(texts[0], record.body.links)
        values = (*_before_body(record), text, *_after_body(record))
        return Page(self.url, self.template, records.ArticlePage(*values), self.source, self.text_digest)


def _carrying(feed: feeds.Feed, texts: Sequence[str]) -> feeds.Feed:
    pairs = zip(feed.texts, texts, strict=True)
    return replace(feed, texts=tuple(replace(one, body=records.Text(html, one.body.links)) for one, html in pairs))


@dataclass(frozen=True, slots=True)
class Plan:
    """The whole output: pages to render in the order they are to be written, and files to copy.

    Of `segments` the search index is made, whose pages have no text yet. `pictures` and `shares` are to be developed.
    `redirects` are all old addresses that are answered, whoever answers them, and those that are gone.
    """

    site: records.Site
    pages: tuple[Page, ...]
    assets: tuple[Asset, ...] = ()
    segments: tuple[Segment, ...] = ()
    redirects: Redirects = Redirects()
    pictures: tuple[Picture, ...] = ()
    shares: tuple[Share, ...] = ()
