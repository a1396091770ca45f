"""Sitemaps: every address for search engines, and the news of two days."""

from hatinh_news.model.records import NewsEntry, NewsSitemap, Site, Sitemap, SitemapEntry
from hatinh_news.render.addresses import absolute
from hatinh_news.render.xml import document, element, escape, parent
from hatinh_news.text.dates import w3c_date

_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
_IMAGE = "http://www.google.com/schemas/sitemap-image/1.1"
_NEWS = "http://www.google.com/schemas/sitemap-news/0.9"


def sitemap(site: Site, record: Sitemap) -> str:
    """Addresses of pages, https://www.sitemaps.org/protocol.html."""
    entries = (_entry("url", site, entry) for entry in record.entries)
    return document(parent("urlset", *entries, **{"xmlns": _SITEMAP, "xmlns:image": _IMAGE}))


def sitemap_index(site: Site, record: Sitemap) -> str:
    """Addresses of sitemaps."""
    entries = (_entry("sitemap", site, entry) for entry in record.entries)
    return document(parent("sitemapindex", *entries, xmlns=_SITEMAP))


def _entry(name: str, site: Site, entry: SitemapEntry) -> str:
    """A site has tens of thousands of them."""
    modified = f"\n<lastmod>{w3c_date(entry.modified)}</lastmod>" if entry.modified else ""
    address = escape(absolute(site.base_url, entry.url))
    return f"<{name}>\n<loc>{address}</loc>{modified}{_image(site, entry.image)}\n</{name}>"


def _image(site: Site, url: str) -> str:
    if not url:
        return ""
    return f"\n<image:image><image:loc>{escape(absolute(site.base_url, url))}</image:loc></image:image>"


def news_sitemap(site: Site, record: NewsSitemap) -> str:
    """The newest articles, https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap."""
    articles = (_news(site, entry) for entry in record.entries)
    return document(parent("urlset", *articles, **{"xmlns": _SITEMAP, "xmlns:news": _NEWS}))


def _news(site: Site, entry: NewsEntry) -> str:
    card = entry.card
    publication = parent(
        "news:publication", element("news:name", site.title), element("news:language", site.language.partition("-")[0])
    )
    news = parent(
        "news:news",
        publication,
        element("news:publication_date", w3c_date(entry.live_from)),
        element("news:title", card.title),
    )
    return parent("url", element("loc", absolute(site.base_url, card.url)), news)
