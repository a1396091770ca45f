"""Sitemaps and robots.txt: what machines are told to read."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta
from operator import attrgetter

from hatinh_news.model.page import Page
from hatinh_news.model.records import (
    ArticlePage,
    CorrectionsPage,
    DirectoryPage,
    HomePage,
    ListPage,
    NewsEntry,
    NewsSitemap,
    Robots,
    Sitemap,
    SitemapEntry,
    StandingPageRecord,
)
from hatinh_news.plan.edition import Edition

SITEMAP = "/sitemap.xml"
NEWS_SITEMAP = "/news-sitemap.xml"
LARGEST = 50_000
LARGEST_NEWS = 1_000
NEWS_AGE = timedelta(hours=48)


def sitemaps(paper: Edition, pages: Iterable[Page], largest: int = LARGEST) -> Iterator[Page]:
    """All indexed pages, in one file or in several and a list of them; then the news, then robots.txt.

    Articles come first, the oldest of all at the top: of several files only the last ones change from day to day.
    """
    entries = _entries(pages)
    parts = [entries[start : start + largest] for start in range(0, len(entries), largest)]
    if len(parts) == 1:
        yield Page(SITEMAP, "sitemap", Sitemap(tuple(parts[0])))
    else:
        yield from _numbered(parts)
    yield Page(NEWS_SITEMAP, "news-sitemap", _news(paper))
    yield Page("/robots.txt", "robots", Robots((SITEMAP, NEWS_SITEMAP)))


def _numbered(parts: Sequence[Sequence[SitemapEntry]]) -> Iterator[Page]:
    urls = [f"/sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    for url, part in zip(urls, parts, strict=True):
        yield Page(url, "sitemap", Sitemap(tuple(part)))
    yield Page(SITEMAP, "sitemap-index", Sitemap(tuple(SitemapEntry(url) for url in urls)))


def _entries(pages: Iterable[Page]) -> list[SitemapEntry]:
    articles, others = [], []
    for page in pages:
        match page.record:
            case ArticlePage(head=head) as article if head.indexed:
                articles.append(SitemapEntry(page.url, article.updated or article.published))
            case StandingPageRecord() as standing:
                others.append(SitemapEntry(page.url, standing.updated))
            case CorrectionsPage(head=head) if not head.indexed:
                pass
            case HomePage() | ListPage() | DirectoryPage() | CorrectionsPage():
                others.append(SitemapEntry(page.url))
    return [*reversed(articles), *others]


def _news(paper: Edition) -> NewsSitemap:
    """What went live within two days; what date an article bears is another matter."""
    since = paper.now - NEWS_AGE
    news = [article for article in paper.published(paper.listed) if since <= article.live_from <= paper.now]
    newest = sorted(news, key=attrgetter("live_from"), reverse=True)[:LARGEST_NEWS]
    return NewsSitemap(tuple(NewsEntry(paper.cards[article.path], article.live_from) for article in newest))
