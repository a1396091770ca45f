from collections.abc import Callable
from datetime import datetime, timedelta
from xml.etree import ElementTree as ET

import pytest

from hatinh_news.model.records import Card, NewsEntry, NewsSitemap, Robots, Site, Sitemap, SitemapEntry
from hatinh_news.render.robots import robots
from hatinh_news.render.sitemaps import news_sitemap, sitemap, sitemap_index

NAMES = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "n": "http://www.google.com/schemas/sitemap-news/0.9",
}


@pytest.fixture
def record(moment: datetime) -> Sitemap:
    return Sitemap((SitemapEntry("/2025/02/bài-&-ảnh/", moment), SitemapEntry("/thoi-su/")))


def addresses(root: ET.Element, path: str) -> list[tuple[str | None, str | None]]:
    return [
        (entry.findtext("s:loc", None, NAMES), entry.findtext("s:lastmod", None, NAMES))
        for entry in root.findall(path, NAMES)
    ]


def test_a_sitemap_names_each_address_and_its_date_if_known(site: Site, record: Sitemap) -> None:
    root = ET.fromstring(sitemap(site, record))
    assert root.tag == "{http://www.sitemaps.org/schemas/sitemap/0.9}urlset"
    assert addresses(root, "s:url") == [
        ("https://x.vn/bao/2025/02/b%C3%A0i-&-%E1%BA%A3nh/", "2025-02-28T15:30:00+07:00"),
        ("https://x.vn/bao/thoi-su/", None),
    ]


def test_an_index_names_sitemaps(site: Site, record: Sitemap) -> None:
    root = ET.fromstring(sitemap_index(site, record))
    assert root.tag == "{http://www.sitemaps.org/schemas/sitemap/0.9}sitemapindex"
    assert [loc for loc, _ in addresses(root, "s:sitemap")] == [
        "https://x.vn/bao/2025/02/b%C3%A0i-&-%E1%BA%A3nh/",
        "https://x.vn/bao/thoi-su/",
    ]


def test_a_news_sitemap_names_the_paper_and_the_articles(
    site: Site, new_card: Callable[..., Card], moment: datetime
) -> None:
    entry = NewsEntry(new_card(0, "Lũ & <bão>\x08"), moment + timedelta(hours=1))
    root = ET.fromstring(news_sitemap(site, NewsSitemap((entry,))))
    [url] = root.findall("s:url", NAMES)
    assert url.findtext("s:loc", None, NAMES) == "https://x.vn/bao/2025/02/bai-0/"
    news = url.find("n:news", NAMES)
    assert news is not None
    assert news.findtext("n:publication/n:name", None, NAMES) == "Báo Hà Tĩnh"
    assert news.findtext("n:publication/n:language", None, NAMES) == "vi"
    assert news.findtext("n:publication_date", None, NAMES) == "2025-02-28T16:30:00+07:00"
    assert news.findtext("n:title", None, NAMES) == "Lũ & <bão>"


def test_an_empty_news_sitemap_is_legal(site: Site) -> None:
    assert len(ET.fromstring(news_sitemap(site, NewsSitemap()))) == 0


@pytest.mark.parametrize(
    ("sitemaps", "expected"),
    [
        ((), "User-agent: *\nAllow: /\n"),
        (
            ("/a.xml", "/b.xml"),
            "User-agent: *\nAllow: /\n\nSitemap: https://x.vn/bao/a.xml\nSitemap: https://x.vn/bao/b.xml\n",
        ),
    ],
)
def test_robots_may_read_everything(site: Site, sitemaps: tuple[str, ...], expected: str) -> None:
    assert robots(site, Robots(sitemaps)) == expected


def test_a_sitemap_names_pictures_in_full(site: Site) -> None:
    root = ET.fromstring(sitemap(site, Sitemap((SitemapEntry("/a/", image="/ảnh & b.jpg"), SitemapEntry("/b/")))))
    name = "{http://www.google.com/schemas/sitemap-image/1.1}"
    assert [loc.text for loc in root.iter(f"{name}loc")] == ["https://x.vn/bao/%E1%BA%A3nh%20&%20b.jpg"]
