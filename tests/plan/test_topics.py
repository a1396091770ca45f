"""Pages of topics that stand below others, became part of others, or tell what happened day by day."""

from collections.abc import Callable
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from hatinh_news.model.article import Alias, Article, Body, Link, Profile, Reference
from hatinh_news.model.config import AuthorSettings, Config, Label, TopicSettings
from hatinh_news.model.fault import Place
from hatinh_news.model.records import Stub

PagesOf = Callable[..., dict[str, Any]]
NewArticle = Callable[..., Article]
NewProfile = Callable[..., Profile]

TOPICS = Label("Chủ đề", "/chu-de/")
DISASTER, FLOOD, FLASH = (
    Label("Thiên tai", "/chu-de/thien-tai/"),
    Label("Lũ", "/chu-de/lu/"),
    Label("Lũ quét", "/chu-de/lu-quet/"),
)


def to(name: str) -> Reference:
    return Reference(name, Place("content/site.yaml", 3, 5))


def family(size: int = 3) -> Config:
    topics = (TopicSettings("Lũ", parent=to("Thiên tai")), TopicSettings("Lũ quét", parent=to("Lũ")))
    return Config("Báo", paginate_by=size, topics=topics)


def merging(size: int = 3, **more: Any) -> Config:
    return Config("Báo", paginate_by=size, topics=(TopicSettings("Lụt", merged_into=to("Lũ")),), **more)


def test_the_trail_leads_through_all_topics_above(pages_of: PagesOf, new_article: NewArticle) -> None:
    articles = [new_article(f"bai-{n}", n, topics=("Thiên tai", "Lũ quét")) for n in range(6)]
    pages = pages_of(articles, family())
    assert pages[FLASH.url].record.head.trail == (TOPICS, DISASTER, FLOOD)
    assert pages[f"{FLASH.url}trang/1/"].record.head.trail == (TOPICS, DISASTER, FLOOD, FLASH)
    assert pages[DISASTER.url].record.head.trail == (TOPICS,)


def test_a_topic_shows_those_right_below_it_on_its_front_alone(pages_of: PagesOf, new_article: NewArticle) -> None:
    articles = [new_article(f"bai-{n}", n, topics=("Thiên tai",)) for n in range(6)]
    pages = pages_of(articles, family())
    assert pages[DISASTER.url].record.children == (FLOOD,)
    assert pages[FLOOD.url].record.children == (FLASH,)
    assert pages[f"{DISASTER.url}trang/1/"].record.children == ()


def test_topics_alike_stand_on_the_front(pages_of: PagesOf, new_article: NewArticle) -> None:
    pages = pages_of([new_article(f"bai-{n}", n, topics=("Lúa", "Gạo")) for n in range(3)])
    assert pages["/chu-de/lua/"].record.alike == (Label("Gạo", "/chu-de/gao/"),)


def test_the_directory_has_a_topic_under_its_letter_and_below_its_parent(
    pages_of: PagesOf, new_article: NewArticle
) -> None:
    record = pages_of([new_article("a", topics=("Thiên tai", "Lũ quét"))], family())["/chu-de/"].record
    under = {group.heading: group.entries for group in record.groups}
    flood, flash = under["L"]
    (disaster,) = under["T"]
    assert [(one.label, one.count) for one in (flood, flash, disaster)] == [(FLOOD, 0), (FLASH, 1), (DISASTER, 1)]
    assert disaster.children == (flood,)
    assert flood.children == (flash,)


def test_a_merged_topic_sends_readers_on_from_all_its_pages(
    pages_of: PagesOf, new_article: NewArticle, new_profile: NewProfile
) -> None:
    articles = [new_article(f"bai-{n}", n, topics=("Lụt",)) for n in range(7)]
    articles.append(new_article("lu", 99, topics=("Lũ", "lụt")))
    own = new_profile("topic", "lut", "Lụt", merged_into=to("Lũ"), aliases=(Alias("/tag/lut/", Place("content/x.md")),))
    for pages in (pages_of(articles, merging()), pages_of(articles, Config("Báo", paginate_by=3), profiles=[own])):
        stubs = {url for url, page in pages.items() if page.record == Stub("/chu-de/lu/", "Lũ")}
        assert stubs - {"/tag/lut/"} == {"/chu-de/lut/", "/chu-de/lut/trang/1/"}
        front, first = pages["/chu-de/lu/"].record, pages["/chu-de/lu/trang/1/"].record
        assert (len(front.cards), [card.title for card in first.cards]) == (5, ["bai-5", "bai-6", "lu"])
        assert [entry.label.name for group in pages["/chu-de/"].record.groups for entry in group.entries] == ["Lũ"]
    assert "/tag/lut/" in stubs


def test_feeds_of_a_merged_topic_are_those_of_the_other(pages_of: PagesOf, new_article: NewArticle) -> None:
    pages = pages_of([new_article("a", topics=("Lụt",)), new_article("b", topics=("Lũ",))], merging())
    for file in ("rss.xml", "atom.xml", "feed.json"):
        old, new = pages[f"/chu-de/lut/{file}"], pages[f"/chu-de/lu/{file}"]
        assert (old.template, old.record) == (new.template, new.record)
        assert old.record.url == f"/chu-de/lu/{file}"
        assert len(old.record.entries) == 2
    assert "/chu-de/lut/rss.xml" not in pages_of([new_article("a", topics=("Lụt",))], merging(topic_feeds_from=2))


def test_articles_show_the_topic_that_theirs_became_once(pages_of: PagesOf, new_article: NewArticle) -> None:
    pages = pages_of([new_article("a", topics=("Lụt", "Cầu", "Lũ"))], merging())
    assert pages["/2025/a/"].record.topics == (FLOOD, Label("Cầu", "/chu-de/cau/"))


def test_a_link_to_the_page_of_a_merged_topic_leads_to_the_other(
    pages_of: PagesOf, new_article: NewArticle, new_profile: NewProfile
) -> None:
    own = new_profile("topic", "lut", "Lụt", merged_into=to("Lũ"))
    body = Body("<p></p>", links=(Reference(own.path, Place("content/a.md")),))
    pages = pages_of([new_article("a", topics=("Lũ",), body=body)], profiles=[own])
    assert pages["/2025/a/"].record.body.links == ((own.path, "/chu-de/lu/"),)


def test_a_timeline_has_the_oldest_first_on_pages_that_stay(
    pages_of: PagesOf, new_article: NewArticle, new_profile: NewProfile, titles: Callable[..., list[str]]
) -> None:
    own = new_profile("topic", "lu", "Lũ", timeline=True)
    articles = [new_article(f"bai-{n}", 100 - n, topics=("Lũ",)) for n in range(1, 9)]
    pages = pages_of(articles, Config("Báo", paginate_by=3), profiles=[own])
    front, first = pages["/chu-de/lu/"].record, pages["/chu-de/lu/trang/1/"].record
    assert titles(first.cards) == ["bai-1", "bai-2", "bai-3"]
    assert titles(front.cards) == ["bai-4", "bai-5", "bai-6", "bai-7", "bai-8"]
    assert front.timeline
    assert first.timeline
    entries = pages["/chu-de/lu/rss.xml"].record.entries
    assert entries[0].card.title == "bai-8"


@given(count=st.integers(1, 30), size=st.integers(1, 5))
@settings(max_examples=50, deadline=None)
def test_one_article_more_changes_few_pages_of_a_timeline(
    pages_of: PagesOf, new_article: NewArticle, new_profile: NewProfile, count: int, size: int
) -> None:
    def lists(number: int) -> dict[str, Any]:
        articles = [new_article(f"bai-{n:02}", 100 - n, topics=("Lũ",)) for n in range(number)]
        own = new_profile("topic", "lu", "Lũ", timeline=True)
        found = pages_of(articles, Config("Báo", paginate_by=size), profiles=[own]).values()
        return {page.url: page for page in found if page.template == "list.html" and page.url.startswith("/chu-de/")}

    before, after = lists(count), lists(count + 1)
    assert sum(before.get(url) != page for url, page in after.items()) <= 3
    assert before.keys() <= after.keys()


def test_an_author_can_be_reached(pages_of: PagesOf, new_article: NewArticle) -> None:
    author = AuthorSettings("Lê An", phone="0239 1", links=(Link("Trang riêng", "https://an.example/"),))
    config = Config("Báo", paginate_by=3, authors=(author,))
    pages = pages_of([new_article(f"bai-{n}", n, authors=("Lê An",)) for n in range(6)], config)
    front, later = pages["/tac-gia/le-an/"].record, pages["/tac-gia/le-an/trang/1/"].record
    assert (front.phone, front.links) == ("0239 1", (Label("Trang riêng", "https://an.example/"),))
    assert (later.phone, later.links) == ("", ())


def test_the_parts_of_a_series_have_their_numbers_on_its_pages_and_on_their_own(
    pages_of: PagesOf, new_article: NewArticle, titles: Callable[..., list[str]]
) -> None:
    articles = [new_article(f"ky-{n}", n, series="Loạt", part=n) for n in range(1, 8)]
    pages = pages_of(articles, Config("Báo", paginate_by=3))
    first, front = pages["/loat-bai/loat/trang/1/"].record, pages["/loat-bai/loat/"].record
    assert (titles(first.cards), first.parts) == (["ky-1", "ky-2", "ky-3"], (1, 2, 3))
    assert (titles(front.cards), front.parts) == (["ky-4", "ky-5", "ky-6", "ky-7"], (4, 5, 6, 7))
    part = pages["/2025/ky-3/"].record.series
    assert (part.number, part.total, part.previous.title, part.next.title) == (3, 7, "ky-2", "ky-4")
