from collections.abc import Callable
from datetime import datetime
from typing import Any

from hatinh_news.model.article import Article, Body, Photo, Profile
from hatinh_news.model.config import Config, SectionSettings


def test_home_sections_and_topics_have_feeds_in_three_formats(
    pages_of: Callable[..., dict[str, Any]], new_article: Callable[..., Article], now: datetime
) -> None:
    config = Config("Báo", description="Về báo", sections=(SectionSettings("Thời sự", description="Tin"),))
    pages = pages_of([new_article("a", topics=("Lũ", "lũ"), authors=("An",), updated=now)], config)
    for folder in ("/", "/thoi-su/", "/chu-de/lu/"):
        found = [
            (pages[folder + file].template, pages[folder + file].record)
            for file in ("rss.xml", "atom.xml", "feed.json")
        ]
        assert [template for template, _ in found] == ["rss", "atom", "jsonfeed"]
        assert {record.page_url for _, record in found} == {folder}
        assert [record.url for _, record in found] == [folder + file for file in ("rss.xml", "atom.xml", "feed.json")]
    assert (pages["/rss.xml"].record.title, pages["/rss.xml"].record.description) == ("Báo", "Về báo")
    section = pages["/thoi-su/rss.xml"].record
    assert (section.title, section.description) == ("Thời sự - Báo", "Tin")
    (entry,) = section.entries
    assert (entry.card.title, entry.updated, entry.authors, entry.topics) == ("a", now, ("An",), ("Lũ",))
    assert "/tac-gia/an/rss.xml" not in pages


def test_a_feed_holds_the_newest_up_to_its_limit(
    pages_of: Callable[..., dict[str, Any]], new_article: Callable[..., Article]
) -> None:
    pages = pages_of([new_article(f"bai-{n}", n) for n in range(5)], Config("Báo", feed_limit=2))
    entries = pages["/thoi-su/atom.xml"].record.entries
    assert [entry.card.title for entry in entries] == ["bai-0", "bai-1"]
    assert entries[0].updated == entries[0].card.published


def test_small_topics_have_no_feed_where_the_site_says_so(
    pages_of: Callable[..., dict[str, Any]], new_article: Callable[..., Article]
) -> None:
    articles = [new_article("a", topics=("Lũ", "Đê")), new_article("b", topics=("Lũ",))]
    pages = pages_of(articles, Config("Báo", topic_feeds_from=2))
    assert "/chu-de/lu/rss.xml" in pages
    assert "/chu-de/de/rss.xml" not in pages
    assert pages["/chu-de/lu/"].record.head.feed_url == "/chu-de/lu/"
    assert pages["/chu-de/de/"].record.head.feed_url == ""


def test_a_topic_without_articles_has_no_feed(
    pages_of: Callable[..., dict[str, Any]], new_profile: Callable[..., Profile]
) -> None:
    assert "/chu-de/lu/rss.xml" not in pages_of(profiles=[new_profile("topic", "lu", "Lũ")])


def test_full_feeds_know_where_their_texts_are_and_name_them(
    pages_of: Callable[..., dict[str, Any]], new_article: Callable[..., Article]
) -> None:
    photo = Photo("/a.jpg")
    own = new_article("a", 1, sapo="Lời dẫn", photo=photo, body=Body(summary="Đầu bài", html_digest="x1"))
    bare = new_article("b", 2, body=Body(summary="Đầu bài", photos=(photo,), html_digest="x2"))
    pages = pages_of([own, bare], Config("Báo", feed_content="full"))
    page = pages["/rss.xml"]
    assert (page.source, page.carried, page.text_digest) == ("", ("a.md", "b.md"), "x1 x2")
    assert [(text.sapo, text.photo) for text in page.record.texts] == [("Lời dẫn", photo), ("", None)]
    made = page.with_texts(["<p>A</p>", "<p>B</p>"]).record
    assert [text.body.html for text in made.texts] == ["<p>A</p>", "<p>B</p>"]
    assert pages_of([own, bare])["/rss.xml"].carried == ()
