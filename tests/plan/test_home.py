from collections.abc import Callable
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from hatinh_news.model.article import Article, Body, Photo, Profile
from hatinh_news.model.config import Config
from hatinh_news.model.records import Text


def test_featured_articles_lead_and_the_newest_fill_up(
    pages_of: Callable[..., dict[str, Any]], new_article: Callable[..., Article], titles: Callable[..., list[str]]
) -> None:
    articles = [new_article(f"bai-{n:02}", n, featured=n in (3, 5)) for n in range(30)]
    record = pages_of(articles)["/"].record
    assert record.lead.title == "bai-03"
    assert titles(record.featured) == ["bai-05", "bai-00", "bai-01", "bai-02"]
    assert titles(record.newest) == ["bai-04", *(f"bai-{n:02}" for n in range(6, 17))]
    assert [titles(block.cards) for block in record.blocks] == [[f"bai-{n}" for n in range(17, 22)]]


def test_of_many_featured_articles_five_stand_above_and_the_others_are_news(
    pages_of: Callable[..., dict[str, Any]], new_article: Callable[..., Article], titles: Callable[..., list[str]]
) -> None:
    record = pages_of([new_article(f"bai-{n}", n, featured=True) for n in range(7)])["/"].record
    assert [record.lead.title, *titles(record.featured)] == [f"bai-{n}" for n in range(5)]
    assert titles(record.newest) == ["bai-5", "bai-6"]


def test_the_front_of_a_paper_without_articles_is_empty(pages_of: Callable[..., dict[str, Any]]) -> None:
    record = pages_of()["/"].record
    assert (record.lead, record.featured, record.newest, record.blocks, record.body) == (None, (), (), (), Text())


def test_the_front_says_who_the_paper_is(
    pages_of: Callable[..., dict[str, Any]], new_profile: Callable[..., Profile]
) -> None:
    config = Config("Báo", description="Báo của tỉnh")
    assert pages_of(config=config)["/"].record.head.description == "Báo của tỉnh"
    photo = Photo("/nha.jpg")
    own = new_profile("home", "", "Trang chủ", description="Lời chào", photo=photo, body=Body("<p>Chào</p>"))
    record = pages_of(config=config, profiles=[own])["/"].record
    assert (record.head.title, record.head.description, record.head.photo) == ("Báo", "Lời chào", photo)
    assert (record.body, record.head.feed_url, record.head.trail) == (Text("<p>Chào</p>"), "/", ())


@given(drawn=st.lists(st.tuples(st.integers(0, 9), st.booleans(), st.sampled_from("XYZ")), max_size=45))
@settings(max_examples=80, deadline=None)
def test_no_article_stands_twice_on_the_front(
    pages_of: Callable[..., dict[str, Any]], new_article: Callable[..., Article], drawn: list[tuple[Any, ...]]
) -> None:
    articles = [
        new_article(f"bai-{n}", days, featured=featured, section=section)
        for n, (days, featured, section) in enumerate(drawn)
    ]
    record = pages_of(articles)["/"].record
    blocks = [card for block in record.blocks for card in block.cards]
    cards = [*([record.lead] if record.lead else []), *record.featured, *record.newest, *blocks]
    urls = [card.url for card in cards]
    assert len(urls) == len(set(urls))
    assert len(urls) >= min(17, len(articles))
    assert (record.lead is None) == (not articles)
    assert all(block.cards and len(block.cards) <= 5 for block in record.blocks)
