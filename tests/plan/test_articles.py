from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any

from hatinh_news.index import Shown, index
from hatinh_news.model.article import Article, Body, Content, Correction, Photo, Profile
from hatinh_news.model.config import AuthorSettings, Config, Label
from hatinh_news.model.records import Byline, Text
from hatinh_news.plan import plan


def test_an_article_page_holds_what_the_article_says(
    pages_of: Callable[..., dict[str, Any]], new_article: Callable[..., Article], now: datetime
) -> None:
    photo = Photo("/a.jpg")
    article = new_article(
        "a", title="Tên bài dài", link_title="Tên ngắn", sapo="Sapo", kicker="Nóng", dateline="Hà Tĩnh", photo=photo,
        updated=now, topics=("Lũ", "lũ"), authors=("An", "AN"), lang="en", extra={"x": 1},
        body=Body("<p>Thân</p>", 660), corrections=(Correction(now, "Sai số."),),
    )  # fmt: skip
    page = pages_of([article])["/2025/a/"]
    record = page.record
    assert page.template == "article.html"
    assert (record.headline, record.sapo, record.kicker, record.dateline) == ("Tên bài dài", "Sapo", "Nóng", "Hà Tĩnh")
    assert (record.section, record.body, record.words, record.minutes) == (
        Label("Thời sự", "/thoi-su/"), Text("<p>Thân</p>"), 660, 3,
    )  # fmt: skip
    assert [label.url for label in record.topics] == ["/chu-de/lu/"]
    assert [byline.url for byline in record.authors] == ["/tac-gia/an/"]
    assert (record.updated, record.photo, record.extra, record.state) == (now, photo, {"x": 1}, "published")
    assert record.corrections == article.corrections
    head = record.head
    assert (head.url, head.title, head.description, head.photo) == ("/2025/a/", "Tên bài dài", "Sapo", photo)
    assert (head.trail, head.section_url, head.indexed, head.lang) == ((record.section,), "/thoi-su/", True, "en")


def test_without_sapo_and_photo_the_text_lends_its_own(
    pages_of: Callable[..., dict[str, Any]], new_article: Callable[..., Article], titles: Callable[..., list[str]]
) -> None:
    inside = Photo("/trong.jpg")
    pages = pages_of([new_article("a", link_title="Ngắn", body=Body(summary="Đoạn đầu", photos=(inside,)))])
    head = pages["/2025/a/"].record.head
    assert (head.description, head.photo) == ("Đoạn đầu", inside)
    (card,) = pages["/thoi-su/"].record.cards
    assert (card.title, card.sapo, card.photo) == ("Ngắn", "Đoạn đầu", inside)
    assert pages["/2025/a/"].record.photo is None


def test_bylines_carry_role_and_picture(
    pages_of: Callable[..., dict[str, Any]], new_article: Callable[..., Article], new_profile: Callable[..., Profile]
) -> None:
    photo = Photo("/an.jpg")
    config = Config("Báo", authors=(AuthorSettings("An", role="Phóng viên"),))
    pages = pages_of(
        [new_article("a", authors=("an",))], config, profiles=[new_profile("author", "an", "An", photo=photo)]
    )
    assert pages["/2025/a/"].record.authors == (Byline("An", "/tac-gia/an/", "Phóng viên", photo),)


def test_front_matter_may_name_a_template(
    pages_of: Callable[..., dict[str, Any]], new_article: Callable[..., Article]
) -> None:
    pages = pages_of([new_article("a", template="anh"), new_article("b", template="video.html")])
    assert (pages["/2025/a/"].template, pages["/2025/b/"].template) == ("anh.html", "video.html")


def test_parts_of_a_series_know_their_neighbours(
    pages_of: Callable[..., dict[str, Any]], new_article: Callable[..., Article]
) -> None:
    articles = [new_article(slug, days, series="Loạt") for slug, days in (("mot", 3), ("hai", 2), ("ba", 1))]
    pages = pages_of([*articles, new_article("le")])
    parts = [pages[f"/2025/{slug}/"].record.series for slug in ("mot", "hai", "ba")]
    assert [(part.number, part.total) for part in parts] == [(1, 3), (2, 3), (3, 3)]
    assert [(part.previous and part.previous.title, part.next and part.next.title) for part in parts] == [
        (None, "hai"), ("mot", "ba"), ("hai", None),
    ]  # fmt: skip
    assert parts[0].series == Label("Loạt", "/loat-bai/loat/")
    assert pages["/2025/le/"].record.series is None


def test_related_articles_come_as_cards(
    now: datetime, new_article: Callable[..., Article], titles: Callable[..., list[str]]
) -> None:
    articles: dict[str, Any] = {slug: new_article(slug, days) for days, slug in enumerate("abcd")}
    paper, _ = index(Content(tuple(articles.values())), Config("Báo"), now, Shown())
    related = {"b.md": (articles["a"], articles["c"])}
    planned, _ = plan(replace(paper, related_by_path=related), now)
    pages: dict[str, Any] = {page.url: page for page in planned.pages}
    assert titles(pages["/2025/b/"].record.related) == ["a", "c"]
    assert titles(pages["/2025/a/"].record.related) == []


def test_of_a_retracted_article_only_the_notice_is_left(
    pages_of: Callable[..., dict[str, Any]], new_article: Callable[..., Article]
) -> None:
    gone = new_article(
        "gone", retracted="Bài sai nguồn.", sapo="Sapo", photo=Photo("/a.jpg"), series="Loạt", topics=("Lũ",),
        authors=("An",), body=Body("<p>Thân</p>", 9, "Tóm", (Photo("/b.jpg"),)), extra={"x": 1},
    )  # fmt: skip
    pages = pages_of([gone, new_article("con")])
    record = pages["/2025/gone/"].record
    assert record.retracted == record.head.description == "Bài sai nguồn."
    assert (record.body, record.sapo, record.photo, record.head.photo, record.extra) == (Text(), "", None, None, {})
    assert not record.head.indexed
    assert [byline.name for byline in record.authors] == ["An"]
    everywhere = [card.title for page in pages.values() for card in getattr(page.record, "cards", ())]
    assert set(everywhere) == {"con"}
    assert "/2025/gone/" not in {entry.url for entry in pages["/sitemap.xml"].record.entries}
    assert [entry.card.title for entry in pages["/rss.xml"].record.entries] == ["con"]
