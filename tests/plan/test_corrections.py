"""Corrections: on the article's page, and in the list of all with its feeds."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest

from hatinh_news.index import Shown
from hatinh_news.model.article import Article, Correction
from hatinh_news.model.config import Config
from hatinh_news.model.fault import Fault, Place

PLACE = Place("content/a.md", 5, 3)
HOUR = timedelta(hours=1)


@pytest.fixture
def correct(now: datetime) -> Callable[..., tuple[Correction, ...]]:
    """Corrections of so many hours ago, in this order."""
    return lambda *hours: tuple(Correction(now - hour * HOUR, f"Sai {hour}.", PLACE) for hour in hours)


def test_a_newspaper_without_corrections_says_so_on_a_page_that_nobody_is_to_list(
    pages_of: Callable[..., dict[str, Any]], new_article: Callable[..., Article]
) -> None:
    pages = pages_of([new_article("a")])
    record = pages["/cai-chinh/"].record
    assert (record.title, record.entries, record.older, record.newer) == ("Cải chính", (), "", "")
    assert not record.head.indexed
    assert pages["/cai-chinh/rss.xml"].record.entries == ()
    assert "/cai-chinh/" not in {entry.url for entry in pages["/sitemap.xml"].record.entries}


def test_the_newest_correction_of_all_comes_first_and_leads_to_its_place(
    pages_of: Callable[..., dict[str, Any]],
    new_article: Callable[..., Article],
    correct: Callable[..., tuple[Correction, ...]],
    now: datetime,
) -> None:
    articles = [
        new_article("a", link_title="Ngắn", corrections=correct(2, 5)),
        new_article("b", corrections=correct(3)),
    ]
    pages = pages_of(articles, Config("Báo", corrections_heading="Đính chính"))
    record = pages["/cai-chinh/"].record
    assert [(entry.url, entry.title, entry.text) for entry in record.entries] == [
        ("/2025/a/#cai_chinh_2", "Ngắn", "Sai 2."),
        ("/2025/b/#cai_chinh_1", "b", "Sai 3."),
        ("/2025/a/#cai_chinh_1", "Ngắn", "Sai 5."),
    ]
    assert [told.text for told in pages["/2025/a/"].record.corrections] == ["Sai 5.", "Sai 2."]
    assert record.head.indexed
    assert "/cai-chinh/" in {entry.url for entry in pages["/sitemap.xml"].record.entries}
    feed = pages["/cai-chinh/atom.xml"].record
    assert (feed.title, feed.description) == ("Cải chính - Báo", "Đính chính")
    newest = feed.entries[0]
    assert (newest.card.title, newest.card.sapo, newest.updated) == ("Cải chính: Ngắn", "Sai 2.", now - 2 * HOUR)
    assert len({entry.card.url for entry in feed.entries}) == 3


def test_many_corrections_are_numbered_like_any_list(
    pages_of: Callable[..., dict[str, Any]],
    new_article: Callable[..., Article],
    correct: Callable[..., tuple[Correction, ...]],
) -> None:
    articles = [new_article(f"bai-{n}", 9, corrections=correct(n)) for n in range(7)]
    pages = pages_of(articles, Config("Báo", paginate_by=2, feed_limit=3))
    texts = {url: [entry.text for entry in page.record.entries] for url, page in pages.items() if url in _PAGES}
    assert texts == {
        "/cai-chinh/": ["Sai 0.", "Sai 1.", "Sai 2."],
        "/cai-chinh/trang/2/": ["Sai 3.", "Sai 4."],
        "/cai-chinh/trang/1/": ["Sai 5.", "Sai 6."],
    }
    ways = {url: (page.record.newer, page.record.older) for url, page in pages.items() if url in _PAGES}
    assert ways == {
        "/cai-chinh/": ("", "/cai-chinh/trang/2/"),
        "/cai-chinh/trang/2/": ("/cai-chinh/", "/cai-chinh/trang/1/"),
        "/cai-chinh/trang/1/": ("/cai-chinh/trang/2/", ""),
    }
    assert pages["/cai-chinh/trang/1/"].record.head.title == "Cải chính - Trang 1"
    assert not pages["/cai-chinh/trang/1/"].record.head.feed_url
    assert len(pages["/cai-chinh/rss.xml"].record.entries) == 3


_PAGES = ("/cai-chinh/", "/cai-chinh/trang/1/", "/cai-chinh/trang/2/")


def test_a_correction_of_the_future_is_told_to_the_editor_and_to_nobody_else(
    planned: Callable[..., tuple[Any, list[Fault]]],
    pages_of: Callable[..., dict[str, Any]],
    new_article: Callable[..., Article],
    correct: Callable[..., tuple[Correction, ...]],
    now: datetime,
) -> None:
    article = new_article("a", corrections=correct(-1, 1))
    pages = pages_of([article])
    assert [told.text for told in pages["/2025/a/"].record.corrections] == ["Sai 1."]
    assert [entry.text for entry in pages["/cai-chinh/"].record.entries] == ["Sai 1."]
    assert pages["/2025/a/"].record.updated == now - HOUR


@pytest.mark.parametrize(
    "case",
    [
        (None, (), None),
        (None, (5, 2), 2),
        (3, (5,), 3),
        (5, (3,), 3),
        (None, (99,), None),
        (4, (99,), 4),
        (None, (-2,), None),
    ],
)
def test_a_correction_is_a_change_like_any_other(
    pages_of: Callable[..., dict[str, Any]],
    new_article: Callable[..., Article],
    correct: Callable[..., tuple[Correction, ...]],
    now: datetime,
    case: tuple[int | None, tuple[int, ...], int | None],
) -> None:
    """Wherever machines or readers are told of changes: the page, feeds, the sitemap."""
    updated, hours, wanted = case
    changed = now - updated * HOUR if updated is not None else None
    article = new_article("a", 1, updated=changed, corrections=correct(*hours))
    pages = pages_of([article])
    last = article.published if wanted is None else now - wanted * HOUR
    assert pages["/2025/a/"].record.updated == (None if wanted is None else last)
    assert pages["/rss.xml"].record.entries[0].updated == last
    modified = {entry.url: entry.modified for entry in pages["/sitemap.xml"].record.entries}
    assert modified["/2025/a/"] == last


def test_corrections_of_a_preview_are_in_no_feed(
    pages_of: Callable[..., dict[str, Any]],
    new_article: Callable[..., Article],
    correct: Callable[..., tuple[Correction, ...]],
) -> None:
    articles = [new_article("nhap", draft=True, corrections=correct(1))]
    pages = pages_of(articles, show=Shown(drafts=True))
    assert len(pages["/cai-chinh/"].record.entries) == 1
    assert pages["/cai-chinh/rss.xml"].record.entries == ()
    assert pages_of(articles)["/cai-chinh/"].record.entries == ()


def test_a_retracted_article_has_no_corrections_any_more(
    pages_of: Callable[..., dict[str, Any]],
    new_article: Callable[..., Article],
    correct: Callable[..., tuple[Correction, ...]],
) -> None:
    pages = pages_of([new_article("a", retracted="Sai.", corrections=correct(1))])
    assert pages["/2025/a/"].record.corrections == ()
    assert pages["/cai-chinh/"].record.entries == ()
