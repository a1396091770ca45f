"""Pages: every file of the site as a value, before anything is rendered."""

from dataclasses import dataclass, fields
from operator import attrgetter
from typing import TypeAlias

from hatinh_news.model import records
from hatinh_news.model.article import Asset
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
    | records.Feed
    | records.Sitemap
    | records.NewsSitemap
    | records.Robots
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

    `source` is the article whose text the page shows; that text is put in when the page is rendered, and until then
    `text_digest` stands for it.
    """

    url: str
    template: str
    record: Record
    source: str = ""
    text_digest: str = ""

    def with_text(self, html: str) -> "Page":
        """The page with the text of its article."""
        record = self.record
        if not html or not isinstance(record, records.ArticlePage):
            return self
        text = records.Text(html, record.body.links)
        values = (*_before_body(record), text, *_after_body(record))
        return Page(self.url, self.template, records.ArticlePage(*values), self.source, self.text_digest)


@dataclass(frozen=True, slots=True)
class Plan:
    """The whole output: pages to render in the order they are to be written, and files to copy.

    Of `segments` the search index is made, whose pages have no text yet.
    `redirects` are all old addresses that are answered, whoever answers them, and those that are gone.
    """

    site: records.Site
    pages: tuple[Page, ...]
    assets: tuple[Asset, ...] = ()
    segments: tuple[Segment, ...] = ()
    redirects: Redirects = Redirects()
