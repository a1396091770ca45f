"""The weekly, held against what machines ask for; `make audit` asks the tools of others too."""

from pathlib import Path

import feed_rules
import maps
import pytest
import structured_data
from crawl import Crawl

from hatinh_news.build import Request, build
from newsroom import NOW, TESTS, lay_out

# The archive has a page for which menus have to care.
WEEKLY = (
    (TESTS / "sites" / "weekly.txt")
    .read_text(encoding="utf-8")
    .replace("foot: [", "foot: [{name: Lưu trữ, url: /luu-tru/}, ")
)
BASE_URLS = ("https://bao.example", "https://thu.example/bao")


@pytest.fixture(scope="module", params=BASE_URLS)
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The weekly at the root of its host, and under a path with whole articles in its feeds."""
    site = lay_out(WEEKLY, tmp_path_factory.mktemp("weekly"))
    if request.param != BASE_URLS[0]:
        settings = site / "content/site.yaml"
        settings.write_text(settings.read_text(encoding="utf-8") + "feed_content: full\n", encoding="utf-8")
    build(Request(site, site / "public", NOW, workers=1, base_url=request.param))
    return site / "public", request.param


def test_every_internal_address_leads_somewhere_and_every_page_can_be_reached(built: tuple[Path, str]) -> None:
    assert Crawl(*built).findings() == []


def test_structured_data_has_what_search_engines_ask_for(built: tuple[Path, str]) -> None:
    pages = sorted(built[0].rglob("*.html"))
    found = {str(page): structured_data.findings(page.read_text(encoding="utf-8")) for page in pages}
    assert {page: wrong for page, wrong in found.items() if wrong} == {}
    kinds = {node["@type"] for page in pages for node in structured_data.graphs(page.read_text(encoding="utf-8"))}
    assert kinds >= {"NewsArticle", "NewsMediaOrganization", "WebSite", "BreadcrumbList", "ItemList", "ProfilePage"}


def test_feeds_keep_to_their_specifications(built: tuple[Path, str]) -> None:
    feeds = [file for name in ("rss.xml", "atom.xml", "feed.json") for file in sorted(built[0].rglob(name))]
    assert len(feeds) > 12
    assert {str(feed): wrong for feed in feeds if (wrong := feed_rules.findings(feed))} == {}


def test_sitemaps_keep_to_the_protocol(built: tuple[Path, str]) -> None:
    for name in ("sitemap.xml", "news-sitemap.xml"):
        assert maps.findings(built[0] / name) == []


# The auditors themselves: each finds what it is there for


def test_a_crawl_finds_what_is_dead_orphaned_or_called_otherwise(tmp_path: Path) -> None:
    head = '<link rel="canonical" href="https://a.vn/{0}"><meta property="og:url" content="https://a.vn/{0}">'
    pages = {
        "index.html": head.format("")
        + '<a href="/b/">b</a><a href="/c/#x">c</a><a href="b/#y">y</a><img src="/n.png">',
        "b/index.html": head.format("c/") + '<p id="z"></p>',
        "d/index.html": head.format("d/"),
        "gone/index.html": '<meta name="robots" content="noindex">',
        "a.png": "",
        "sitemap.xml": "<loc>https://a.vn/</loc><loc>https://a.vn/gone/</loc><loc>https://a.vn/d/</loc>",
    }
    for name, text in pages.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert Crawl(tmp_path, "https://a.vn").findings() == [
        "b/index.html: https://a.vn/c/ leads nowhere",
        "index.html: https://a.vn/c/#x leads nowhere",
        "index.html: https://a.vn/b/#y leads to no part of its page",
        "index.html: https://a.vn/n.png leads nowhere",
        "a.png: nothing names this file",
        "d/index.html: no link leads here",
        "sitemap.xml: nothing names this file",
        "b/index.html: canonical https://a.vn/c/, og:url https://a.vn/c/, but the address is https://a.vn/b/",
        "sitemap.xml: https://a.vn/b/ is missing",
        "sitemap.xml: https://a.vn/gone/ is not for search engines",
    ]


def test_a_crawl_below_a_path_takes_no_address_without_it(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text('<meta name="robots" content="noindex"><a href="/b/">b</a>', encoding="utf-8")
    (tmp_path / "b").mkdir()
    (tmp_path / "b/index.html").write_text('<meta name="robots" content="noindex">', encoding="utf-8")
    assert Crawl(tmp_path, "https://a.vn/bao").findings() == ["index.html: https://a.vn/b/ leads nowhere"]


@pytest.mark.parametrize(
    ("node", "wrong"),
    [
        ('{"@type":"WebSite","name":"","url":"https://a.vn/"}', "WebSite: name is empty"),
        ('{"@type":"Thing"}', "Thing: nobody knows the type Thing"),
        (
            '{"@type":"ItemList","itemListElement":[{"position":2,"name":"A","url":"https://a.vn/"}]}',
            "ItemList: positions do not count from 1",
        ),
        (
            '{"@type":"ProfilePage","mainEntity":{"name":"A","url":"/a/"}}',
            "ProfilePage: url is no absolute address: /a/",
        ),
    ],
)
def test_structured_data_that_lacks_something_is_found(node: str, wrong: str) -> None:
    page = f'<script type="application/ld+json">{{"@graph":[{node}]}}</script>'
    assert structured_data.findings(page) == [wrong]


@pytest.mark.parametrize(
    ("inside", "wrong"),
    [
        ("<url><loc>/a/</loc></url>", ["loc /a/"]),
        ("<url><lastmod>2025-01-01</lastmod><loc>https://a.vn/</loc></url>", [
            "children ['lastmod', 'loc']", "a moment without offset: 2025-01-01"]),
        ("<sitemap><loc>https://a.vn/</loc></sitemap>", [f"{maps.SITEMAP}sitemap where {maps.SITEMAP}url belongs"]),
    ],
)  # fmt: skip
def test_a_sitemap_that_breaks_the_protocol_is_found(tmp_path: Path, inside: str, wrong: list[str]) -> None:
    file = tmp_path / "sitemap.xml"
    file.write_text(f'<urlset xmlns="{maps.SITEMAP[1:-1]}">{inside}</urlset>', encoding="utf-8")
    assert maps.findings(file) == wrong
