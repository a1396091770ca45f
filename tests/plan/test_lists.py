from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hatinh_news.model.article import Article, Body, Photo, Profile
from hatinh_news.model.config import AuthorSettings, Config, Label, SectionSettings
from hatinh_news.model.records import Text
from hatinh_news.plan.lists import numbered

SIZE = 3


def by_three(**more: Any) -> Config:
    return Config("Báo", paginate_by=SIZE, **more)


def paper(new_article: Callable[..., Article], count: int) -> list[Article]:
    """bai-01 is the oldest."""
    return [new_article(f"bai-{n:02}", 100 - n, topics=("Lũ",)) for n in range(1, count + 1)]


@pytest.mark.parametrize(("count", "fronts"), [(0, 0), (1, 1), (3, 3), (5, 5), (6, 3), (8, 5), (9, 3)])
def test_the_front_holds_what_is_left_of_complete_pages(count: int, fronts: int) -> None:
    _, shelves = numbered(range(count), SIZE)
    assert len(shelves[0][1]) == fronts
    assert all(len(shelf) == SIZE for _, shelf in shelves[1:])


@given(count=st.integers(0, 200), size=st.integers(1, 30))
@settings(max_examples=100, deadline=None)
def test_every_article_stands_on_one_page_in_order(count: int, size: int) -> None:
    last, shelves = numbered(range(count), size)
    assert [number for number, _ in shelves] == [0, *range(last, 0, -1)]
    assert [one for _, shelf in shelves for one in shelf] == list(range(count))
    assert len(shelves[0][1]) < 2 * size


def test_pages_are_numbered_from_the_oldest_and_lead_to_each_other(
    pages_of: Callable[..., dict[str, Any]], new_article: Callable[..., Article], titles: Callable[..., list[str]]
) -> None:
    pages = pages_of(paper(new_article, 10), by_three())
    front, two, one = (pages[f"/thoi-su/{rest}"].record for rest in ("", "trang/2/", "trang/1/"))
    assert titles(front.cards) == ["bai-10", "bai-09", "bai-08", "bai-07"]
    assert titles(two.cards) == ["bai-06", "bai-05", "bai-04"]
    assert titles(one.cards) == ["bai-03", "bai-02", "bai-01"]
    assert [record.number for record in (front, two, one)] == [0, 2, 1]
    assert (front.newer, front.older) == ("", "/thoi-su/trang/2/")
    assert (two.newer, two.older) == ("/thoi-su/", "/thoi-su/trang/1/")
    assert (one.newer, one.older) == ("/thoi-su/trang/2/", "")
    assert "/thoi-su/trang/3/" not in pages


def test_a_later_page_has_a_title_and_a_trail_of_its_own(
    pages_of: Callable[..., dict[str, Any]], new_article: Callable[..., Article]
) -> None:
    pages = pages_of(paper(new_article, 6), by_three(sections=(SectionSettings("Thời sự", description="Mô tả"),)))
    head = pages["/thoi-su/trang/1/"].record.head
    assert (head.title, head.trail) == ("Thời sự - Trang 1", (Label("Thời sự", "/thoi-su/"),))
    assert (head.section_url, head.feed_url, head.description) == ("/thoi-su/", "", "")
    head = pages["/chu-de/lu/trang/1/"].record.head
    assert head.trail == (Label("Chủ đề", "/chu-de/"), Label("Lũ", "/chu-de/lu/"))
    assert head.section_url == ""


@given(count=st.integers(1, 40), size=st.integers(1, 6))
@settings(max_examples=60, deadline=None)
def test_one_new_article_changes_few_list_pages_however_many_there_are(
    pages_of: Callable[..., dict[str, Any]], new_article: Callable[..., Article], count: int, size: int
) -> None:
    def lists(articles: list[Article]) -> dict[str, Any]:
        found = pages_of(articles, Config("Báo", paginate_by=size)).values()
        return {page.url: page for page in found if page.template == "list.html" and page.url.startswith("/thoi-su/")}

    before = lists(paper(new_article, count))
    after = lists(paper(new_article, count + 1))
    changed = [url for url, page in after.items() if before.get(url) != page]
    assert len(changed) <= 3
    assert before.keys() <= after.keys()


def test_the_front_carries_what_its_profile_says(
    pages_of: Callable[..., dict[str, Any]], new_article: Callable[..., Article], new_profile: Callable[..., Profile]
) -> None:
    photo = Photo("/lu.jpg")
    own = new_profile(
        "topic", "lu", "Lũ", description="Về lũ", photo=photo, body=Body("<p>Lũ</p>"), extra={"mau": "xanh"}
    )
    pages = pages_of(paper(new_article, 6), by_three(), profiles=[own])
    front, later = pages["/chu-de/lu/"].record, pages["/chu-de/lu/trang/1/"].record
    assert (front.kind, front.title, front.description, front.photo) == ("topic", "Lũ", "Về lũ", photo)
    assert (front.body, front.head.description, front.head.photo) == (Text("<p>Lũ</p>"), "Về lũ", photo)
    assert front.head.trail == (Label("Chủ đề", "/chu-de/"),)
    assert front.head.feed_url == "/chu-de/lu/"
    assert (later.description, later.photo, later.body) == ("", None, Text())
    assert later.extra == front.extra == {"mau": "xanh"}


def test_a_section_marks_itself_and_has_a_feed(
    pages_of: Callable[..., dict[str, Any]], new_article: Callable[..., Article]
) -> None:
    record = pages_of(paper(new_article, 1))["/thoi-su/"].record
    assert (record.kind, record.head.section_url, record.head.feed_url) == ("section", "/thoi-su/", "/thoi-su/")
    assert record.head.trail == ()


def test_an_authors_front_says_who_they_are(
    pages_of: Callable[..., dict[str, Any]], new_article: Callable[..., Article], new_profile: Callable[..., Profile]
) -> None:
    config = by_three(authors=(AuthorSettings("Lê An", role="Phóng viên", email="an@x.vn"),))
    own = new_profile("author", "le-an", "Lê An", description="Viết về biển")
    articles = [new_article(f"bai-{n}", n, authors=("Lê An",)) for n in range(6)]
    pages = pages_of(articles, config, profiles=[own])
    front, later = pages["/tac-gia/le-an/"].record, pages["/tac-gia/le-an/trang/1/"].record
    assert (front.kind, front.role, front.email, front.description) == (
        "author",
        "Phóng viên",
        "an@x.vn",
        "Viết về biển",
    )
    assert (later.role, later.email) == ("", "")
    assert front.head.trail == (Label("Tác giả", "/tac-gia/"),)
    assert front.head.feed_url == ""


def test_an_author_without_a_profile_has_a_page(
    pages_of: Callable[..., dict[str, Any]], new_article: Callable[..., Article]
) -> None:
    assert pages_of([new_article("a", authors=("An",))])["/tac-gia/an/"].record.description == ""


def test_a_series_is_read_from_its_beginning_on_every_page(
    pages_of: Callable[..., dict[str, Any]], new_article: Callable[..., Article], titles: Callable[..., list[str]]
) -> None:
    articles = [new_article(f"ky-{n}", 100 - n, series="Loạt") for n in range(1, 8)]
    pages = pages_of(articles, by_three())
    assert titles(pages["/loat-bai/loat/trang/1/"].record.cards) == ["ky-1", "ky-2", "ky-3"]
    assert titles(pages["/loat-bai/loat/"].record.cards) == ["ky-4", "ky-5", "ky-6", "ky-7"]
    assert pages["/loat-bai/loat/"].record.head.trail == (Label("Loạt bài", "/loat-bai/"),)
