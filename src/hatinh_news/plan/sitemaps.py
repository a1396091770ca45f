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
HEAVIEST = 50 * 1024 * 1024
LARGEST_NEWS = 1_000
NEWS_AGE = timedelta(hours=48)

_FRAME = 200
"""More bytes than an entry has besides its addresses."""

_ENCODED = 9
"""So many bytes at most does a character become."""


def sitemaps(paper: Edition, pages: Iterable[Page], largest: int = LARGEST, heaviest: int = HEAVIEST) -> Iterator[Page]:
    """All indexed pages, in one file or in several and a list of them; then the news, then robots.txt.

    Articles come first, the oldest of all at the top: of several files only the last ones change from day to day.
    """
    parts = _parts(_entries(pages), len(paper.index.config.base_url), largest, heaviest)
    if len(parts) == 1:
        yield Page(SITEMAP, "sitemap", Sitemap(tuple(parts[0])))
    else:
        yield from _numbered(parts)
    yield Page(NEWS_SITEMAP, "news-sitemap", _news(paper))
    yield Page("/robots.txt", "robots", Robots((SITEMAP, NEWS_SITEMAP)))


def _parts(entries: Sequence[SitemapEntry], host: int, largest: int, heaviest: int) -> list[list[SitemapEntry]]:
    """Entries in files that neither hold too many nor can become too heavy; `host` characters stand before each."""
    parts: list[list[SitemapEntry]] = []
    weight = heaviest
    for entry in entries:
        own = _FRAME + 2 * host + _longest(entry.url) + _longest(entry.image)
        if weight + own > heaviest or len(parts[-1]) == largest:
            parts.append([])
            weight = 0
        weight += own
        parts[-1].append(entry)
    return parts


def _longest(url: str) -> int:
    """So many bytes at most does an address become."""
    bare = url.replace("/", "").replace("-", "").replace(".", "")
    return len(url) * (1 if bare.isascii() and bare.isalnum() else _ENCODED)


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
                photo = article.photo or head.photo
                image = photo.url if photo is not None else ""
                articles.append(SitemapEntry(page.url, article.updated or article.published, image))
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
