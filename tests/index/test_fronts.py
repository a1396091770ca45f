"""Pins and blocks of fronts: which articles and names they mean at one moment."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest

from hatinh_news.index import Shown
from hatinh_news.model.article import Article, BlockWish, Body, FrontPage, Pin, Profile, Reference
from hatinh_news.model.config import Config, SectionSettings
from hatinh_news.model.fault import Fault, Place
from hatinh_news.model.site import Index

HERE = Place("content/_index.md", 4, 5)
NewArticle = Callable[..., Article]
Indexed = Callable[..., tuple[Index, list[Fault]]]


def pin(target: str, position: int = 0, **times: Any) -> Pin:
    return Pin(Reference(target, HERE), position, **times)


def home(*pins: Pin, blocks: tuple[BlockWish, ...] | None = None) -> Profile:
    return Profile("_index.md", "home", "", "Trang nhất", Body(), pins=pins, front=FrontPage(blocks=blocks))


def pinned(index: Index) -> list[tuple[str, int]]:
    return [(one.article.slug, one.position) for one in index.pins_by_path.get("_index.md", ())]


def codes(faults: list[Fault]) -> list[str]:
    return [fault.code for fault in faults]


@pytest.mark.parametrize(
    "target",
    ["thoi-su/2025/bai.md", "content/thoi-su/2025/bai.md", "bai", "/bai/", "bai/", "https://bao.example/bai/#muc"],
)
def test_a_pin_names_its_article_as_related_does(indexed: Indexed, new_article: NewArticle, target: str) -> None:
    config = Config("Báo", base_url="https://bao.example")
    index, faults = indexed([new_article("bai", path="thoi-su/2025/bai.md")], config, profiles=[home(pin(target, 2))])
    assert (pinned(index), faults) == ([("bai", 2)], [])


def test_of_two_articles_with_one_slug_the_later_is_meant_and_a_public_one_before_a_hidden(
    indexed: Indexed, new_article: NewArticle
) -> None:
    articles = [
        new_article("cu", 9, slug="bai"),
        new_article("moi", 2, slug="bai"),
        new_article("nhap", 1, slug="bai", draft=True),
    ]
    index, faults = indexed(articles, profiles=[home(pin("bai"))])
    assert [one.article.path for one in index.pins_by_path["_index.md"]] == ["moi.md"]
    assert faults == []


def test_a_pin_of_an_article_that_nobody_may_see_is_told_in_a_note_as_long_as_it_holds(
    indexed: Indexed, new_article: NewArticle, now: datetime
) -> None:
    articles = [
        new_article("nhap", draft=True),
        new_article("hen-gio", live_from=now + timedelta(hours=1)),
        new_article("het-han", expires=now),
        new_article("da-go", retracted="Sai."),
    ]
    targets = [article.slug for article in articles]
    index, told = indexed(articles, profiles=[home(*map(pin, targets))])
    assert pinned(index) == []
    assert [(one.is_note, dict(one.values)["target"]) for one in told] == [(True, target) for target in targets]
    over = [pin(target, until=now) for target in targets]
    assert indexed(articles, profiles=[home(*over)])[1] == []
    index, told = indexed(
        articles, show=Shown(drafts=True, future=True, expired=True), profiles=[home(*map(pin, targets))]
    )
    assert (pinned(index), codes(told)) == ([("nhap", 0), ("hen-gio", 0), ("het-han", 0)], ["pin-not-shown"])


def test_an_article_that_a_fault_left_out_is_not_told_of_again(indexed: Indexed, new_article: NewArticle) -> None:
    config = Config("Báo", sections=(SectionSettings("Kinh tế"),))
    index, faults = indexed([new_article("bai")], config, profiles=[home(pin("bai"))])
    assert (pinned(index), codes(faults)) == ([], ["unknown-section"])


def test_pins_hand_their_place_over_without_a_clash(indexed: Indexed, new_article: NewArticle, now: datetime) -> None:
    articles = [new_article("a"), new_article("b"), new_article("c", expires=now + timedelta(hours=1))]
    in_two_hours = now + timedelta(hours=2)

    def told(*pins: Pin) -> list[str]:
        return codes(indexed(articles, profiles=[home(*pins)])[1])

    assert told(pin("a", 1, until=in_two_hours), pin("b", 1, since=in_two_hours)) == []
    assert told(pin("a", 1), pin("b", 1, since=in_two_hours)) == ["pin-place-taken"]
    assert told(pin("c", 1), pin("b", 1, since=in_two_hours)) == [], "the article of the first is over by then"
    assert told(pin("a", 1, until=now), pin("a", 1)) == [], "the first is over"
    assert told(pin("a", 1), pin("a", 2)) == ["pinned-twice"]


def test_of_two_pins_of_one_article_the_first_counts(indexed: Indexed, new_article: NewArticle) -> None:
    index, _ = indexed([new_article("a"), new_article("b")], profiles=[home(pin("b", 3), pin("a"), pin("b", 1))])
    assert pinned(index) == [("b", 3), ("a", 0)]


def test_a_draft_of_a_front_has_no_pins(indexed: Indexed, new_article: NewArticle) -> None:
    own = Profile("_index.md", "home", "", "Trang nhất", Body(), pins=(pin("a"), pin("x")), draft=True)
    index, faults = indexed([new_article("a")], profiles=[own])
    assert (index.pins_by_path, faults) == ({}, [])


# Blocks


def wish(name: str, kind: Any = "", limit: int = 5) -> BlockWish:
    return BlockWish(name, HERE, kind, limit)


SECTIONS = Config("Báo", sections=(SectionSettings("Giáo dục - Y tế", "y-te"), SectionSettings("Thời sự")))


def blocks(indexed: Indexed, articles: list[Article], *wishes: BlockWish) -> tuple[list[tuple[str, int]], list[Fault]]:
    index, faults = indexed(articles, SECTIONS, profiles=[home(blocks=wishes)])
    return [(one.of.url, one.limit) for one in index.blocks], faults


def test_without_an_editor_every_section_has_a_block(indexed: Indexed) -> None:
    index, _ = indexed([], SECTIONS, profiles=[home()])
    assert [(one.of.url, one.limit) for one in index.blocks] == [("/y-te/", 5), ("/thoi-su/", 5)]
    assert blocks(indexed, []) == ([], [])


def test_blocks_are_found_by_any_spelling_and_by_slug(indexed: Indexed, new_article: NewArticle) -> None:
    articles = [new_article("a", topics=("Thủy lợi", "Thời sự"))]
    found = blocks(
        indexed,
        articles,
        *(wish("thuỷ lợi", limit=2), wish("GIÁO DỤC - Y TẾ"), wish("thoi-su"), wish("Thời sự", "topic", 9)),
    )
    assert found == (
        [("/chu-de/thuy-loi/", 2), ("/y-te/", 5), ("/thoi-su/", 5), ("/chu-de/thoi-su/", 9)],
        [],
    )
    assert blocks(indexed, articles, wish("thuy-loi"))[0] == [("/chu-de/thuy-loi/", 5)]


def test_a_block_that_nobody_knows_is_told_with_the_nearest_name_of_its_kind(
    indexed: Indexed, new_article: NewArticle
) -> None:
    articles = [new_article("a", topics=("Thời sư",))]

    def near(one: BlockWish) -> list[str]:
        return [dict(fault.values).get("nearest", "") for fault in blocks(indexed, articles, one)[1]]

    assert near(wish("Thời xự", "section")) == ["Thời sự"]
    assert near(wish("Thời xư", "topic")) == ["Thời sư"]
    assert near(wish("Quốc tế")) == [""]


def test_a_topic_whose_articles_are_still_to_come_has_no_block_yet_and_is_no_fault(
    indexed: Indexed, new_article: NewArticle
) -> None:
    articles = [new_article("a", draft=True, topics=("Bầu cử",))]
    assert blocks(indexed, articles, wish("Bầu cử"), wish("bầu cử", "topic")) == ([], [])
    assert codes(blocks(indexed, articles, wish("Bầu cử", "section"))[1]) == ["unknown-front-block"]
