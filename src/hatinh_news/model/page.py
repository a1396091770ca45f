"""Pages: every file of the site as a value, before anything is rendered."""

from dataclasses import dataclass, replace
from typing import TypeAlias

from hatinh_news.model import records
from hatinh_news.model.article import Asset

Record: TypeAlias = (
    records.ArticlePage
    | records.HomePage
    | records.ListPage
    | records.DirectoryPage
    | records.StandingPageRecord
    | records.ErrorPage
    | records.Feed
    | records.Sitemap
    | records.NewsSitemap
    | records.Robots
    | records.Stub
)


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
        return replace(self, record=replace(record, body=replace(record.body, html=html)))


@dataclass(frozen=True, slots=True)
class Plan:
    """The whole output: pages to render in the order they are to be written, and files to copy."""

    site: records.Site
    pages: tuple[Page, ...]
    assets: tuple[Asset, ...] = ()
