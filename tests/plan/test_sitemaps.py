from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from hatinh_news.index import Shown, index
from hatinh_news.model.article import Article, Body, Content, Photo, StandingPage
from hatinh_news.model.config import Config
from hatinh_news.plan.edition import edition
from hatinh_news.plan.sitemaps import sitemaps


def test_the_sitemap_has_every_page_for_readers_and_true_dates_only(
    pages_of: Callable[..., dict[str, Any]], new_article: Callable[..., Article], now: datetime
) -> None:
    page = StandingPage("trang/x.md", "/x/", "X", Body(), updated=now)
    articles = [new_article("moi", 1, topics=("Lũ",), updated=now), new_article("cu", 2)]
    found = pages_of(articles, pages=[page])["/sitemap.xml"]
    entries = {entry.url: entry.modified for entry in found.record.entries}
    assert found.template == "sitemap"
    assert list(entries)[:2] == ["/2025/cu/", "/2025/moi/"]
    assert entries == {
        "/2025/cu/": articles[1].published, "/2025/moi/": now, "/x/": now, "/": None, "/thoi-su/": None,
        "/chu-de/": None, "/chu-de/lu/": None, "/tac-gia/": None, "/luu-tru/": None, "/luu-tru/2025/02/": None,
    }  # fmt: skip


def test_a_large_sitemap_comes_in_parts(
    pages_of: Callable[..., dict[str, Any]], new_article: Callable[..., Article], now: datetime
) -> None:
    articles = tuple(new_article(f"bai-{n}", n) for n in range(5))
    found, _ = index(Content(articles), Config("Báo"), now, Shown())
    readers = list(pages_of(articles).values())
    pages: dict[str, Any] = {page.url: page for page in sitemaps(edition(found, now), readers, largest=4)}
    assert pages["/sitemap.xml"].template == "sitemap-index"
    parts = [entry.url for entry in pages["/sitemap.xml"].record.entries]
    assert parts == ["/sitemap-1.xml", "/sitemap-2.xml", "/sitemap-3.xml"]
    assert [len(pages[part].record.entries) for part in parts] == [4, 4, 4]
    assert [pages[part].template for part in parts] == ["sitemap"] * 3


def test_the_news_sitemap_has_two_days(
    pages_of: Callable[..., dict[str, Any]], new_article: Callable[..., Article], now: datetime
) -> None:
    two_days = timedelta(hours=48)
    articles = [
        new_article("vua-du", 9, live_from=now - two_days),
        new_article("qua-cu", 1, live_from=now - two_days - timedelta(seconds=1)),
        new_article("vua-dang", 0),
    ]
    pages = pages_of(articles)
    entries = pages["/news-sitemap.xml"].record.entries
    assert [(entry.card.title, entry.live_from) for entry in entries] == [("vua-dang", now), ("vua-du", now - two_days)]


def test_news_is_in_the_order_in_which_it_went_live(
    pages_of: Callable[..., dict[str, Any]], new_article: Callable[..., Article], now: datetime
) -> None:
    old = new_article("bao-in-thang-truoc", 30, live_from=now)
    ahead = new_article("ghi-ngay-mai", -1, live_from=now - timedelta(hours=1))
    entries = pages_of([ahead, old])["/news-sitemap.xml"].record.entries
    assert [entry.card.title for entry in entries] == ["bao-in-thang-truoc", "ghi-ngay-mai"]
    assert all(now - timedelta(hours=48) <= entry.live_from <= now for entry in entries)


def test_the_news_sitemap_takes_a_thousand_at_most(
    pages_of: Callable[..., dict[str, Any]], new_article: Callable[..., Article]
) -> None:
    articles = [new_article(f"bai-{n}", n / 2000) for n in range(1001)]
    assert len(pages_of(articles, Config("Báo", paginate_by=1000))["/news-sitemap.xml"].record.entries) == 1000


def test_robots_names_both_sitemaps(pages_of: Callable[..., dict[str, Any]]) -> None:
    assert pages_of()["/robots.txt"].record.sitemaps == ("/sitemap.xml", "/news-sitemap.xml")


def test_a_sitemap_is_cut_before_it_becomes_too_heavy(
    pages_of: Callable[..., dict[str, Any]], new_article: Callable[..., Article], now: datetime
) -> None:
    articles = tuple(new_article(f"bai-{n}", n, photo=Photo("/ảnh.jpg")) for n in range(4))
    found, _ = index(Content(articles), Config("Báo"), now, Shown())
    readers = [page for page in pages_of(articles).values() if page.template == "article.html"]
    pages: dict[str, Any] = {page.url: page for page in sitemaps(edition(found, now), readers, heaviest=800)}
    assert [len(pages[f"/sitemap-{number}.xml"].record.entries) for number in (1, 2)] == [2, 2]


def test_a_sitemap_tells_the_picture_of_an_article(
    pages_of: Callable[..., dict[str, Any]], new_article: Callable[..., Article]
) -> None:
    own = new_article("rieng", 1, photo=Photo("/a.jpg"), body=Body(photos=(Photo("/c.jpg"),)))
    shown = new_article("trong-bai", 2, body=Body(photos=(Photo("/b.jpg"),)))
    entries = pages_of([own, shown, new_article("khong", 3)])["/sitemap.xml"].record.entries
    assert [entry.image for entry in entries[:3]] == ["", "/b.jpg", "/a.jpg"]
