"""Fronts that editors run: pins at their places on the front page, on sections and on topics."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hatinh_news.model.article import Article, BlockWish, Body, FrontPage, Pin, Profile, Reference
from hatinh_news.model.config import Config, SectionSettings
from hatinh_news.model.fault import Place
from hatinh_news.model.site import Pinned
from hatinh_news.plan.fronts import in_places, seats

HERE = Place("content/_index.md", 4, 5)
NewArticle = Callable[..., Article]
PagesOf = Callable[..., dict[str, Any]]
Titles = Callable[..., list[str]]


def pin(slug: str, position: int = 0, **times: Any) -> Pin:
    return Pin(Reference(slug, HERE), position, **times)


def home(*pins: Pin, **front: Any) -> Profile:
    return Profile("_index.md", "home", "", "Trang nhất", Body(), pins=pins, front=FrontPage(**front))


def section(*pins: Pin) -> Profile:
    return Profile("thoi-su/_index.md", "section", "thoi-su", "Thời sự", Body(), pins=pins)


def block(name: str, kind: Any = "", limit: int = 5) -> BlockWish:
    return BlockWish(name, HERE, kind, limit)


def paper(new_article: NewArticle, count: int, **fields: Any) -> list[Article]:
    """bai-01 is the newest."""
    return [new_article(f"bai-{n:02}", n, **fields) for n in range(1, count + 1)]


def above(record: Any) -> list[str]:
    """What stands above the blocks of the front page."""
    cards = [*([record.lead] if record.lead else []), *record.featured, *record.newest]
    return [card.title for card in cards]


# Places


@pytest.mark.parametrize(
    ("wanted", "order"),
    [
        ([], "abcde"),
        ([("P", 1)], "Pabcde"),
        ([("P", 3)], "abPcde"),
        ([("P", 0)], "Pabcde"),
        ([("P", 3), ("Q", 0), ("R", 0)], "abPQRcde"),
        ([("P", 1), ("Q", 1), ("R", 2)], "PRQabcde"),
        ([("P", 2), ("Q", 2)], "aPQbcde"),
        ([("P", 9)], "abcdeP"),
        ([("P", 9), ("Q", 7), ("R", 9)], "abcdeQPR"),
    ],
)
def test_a_pin_stands_at_its_place_among_the_others(
    new_article: NewArticle, wanted: list[tuple[str, int]], order: str
) -> None:
    pins = [Pinned(new_article(slug), position) for slug, position in wanted]
    others = [new_article(slug) for slug in "abcde"]
    assert "".join(one.slug for one in in_places(seats(pins), others)) == order


def test_a_place_past_the_end_of_the_front_page_is_its_last_that_is_free(new_article: NewArticle) -> None:
    pins = [Pinned(new_article(slug), position) for slug, position in (("P", 9), ("Q", 8), ("R", 4), ("S", 0))]
    taken = seats(pins, places=4)
    assert {place: one.slug for place, one in taken.items()} == {4: "P", 3: "Q", 2: "R", 1: "S"}


# The front page


def test_a_pin_on_the_first_place_leads_the_front_page(
    pages_of: PagesOf, new_article: NewArticle, titles: Titles
) -> None:
    articles = [*paper(new_article, 20), new_article("noi-bat", 2.5, featured=True)]
    record = pages_of(articles, profiles=[home(pin("bai-19", 1), pin("/2025/bai-09/", 3), pin("bai-18.md", 7))])[
        "/"
    ].record
    assert record.lead.title == "bai-19"
    assert titles(record.featured) == ["noi-bat", "bai-09", "bai-01", "bai-02"]
    assert titles(record.newest)[:4] == ["bai-03", "bai-18", "bai-04", "bai-05"]


def test_a_pin_has_its_time_and_the_end_is_no_longer_part_of_it(
    pages_of: PagesOf, new_article: NewArticle, now: datetime
) -> None:
    second = timedelta(seconds=1)

    def lead(**times: Any) -> str:
        record = pages_of(paper(new_article, 3), profiles=[home(pin("bai-03", 1, **times))])["/"].record
        return str(record.lead.title)

    assert lead(since=now, until=now + second) == "bai-03"
    assert lead(since=now + second) == lead(until=now) == "bai-01"


@pytest.mark.parametrize(
    "hidden",
    [{"draft": True}, {"retracted": "Sai."}, {"live_from": "later"}, {"expires": "now"}],
    ids=lambda fields: next(iter(fields)),
)
def test_what_readers_may_not_see_is_on_no_front_and_its_place_is_another_ones(
    pages_of: PagesOf, new_article: NewArticle, now: datetime, hidden: dict[str, Any]
) -> None:
    moments = {"later": now + timedelta(seconds=1), "now": now}
    fields = {name: moments.get(str(value), value) for name, value in hidden.items()}
    articles = [*paper(new_article, 3), new_article("giau", **fields)]
    pages = pages_of(articles, profiles=[home(pin("giau", 1), pin("bai-03", 1)), section(pin("giau", 1))])
    assert above(pages["/"].record) == ["bai-03", "bai-01", "bai-02"]
    assert [card.title for card in pages["/thoi-su/"].record.cards] == ["bai-01", "bai-02", "bai-03"]


def test_an_editor_says_how_many_stand_above_and_which_blocks_follow(
    pages_of: PagesOf, new_article: NewArticle, titles: Titles
) -> None:
    articles = [
        *(new_article(f"t-{n}", n, topics=("Lúa",)) for n in range(9)),
        *(new_article(f"k-{n}", 20 + n, section="Kinh tế", topics=("Lúa",)) for n in range(9)),
    ]
    config = Config("Báo", sections=(SectionSettings("Thời sự"), SectionSettings("Kinh tế")))
    chosen = (block("kinh-te", limit=2), block("Lúa", "topic", 3), block("thời sự"))
    record = pages_of(articles, config, profiles=[home(featured=1, newest=2, blocks=chosen)])["/"].record
    assert (titles(record.featured), titles(record.newest)) == (["t-1"], ["t-2", "t-3"])
    assert [(one.kind, one.label.url, titles(one.cards)) for one in record.blocks] == [
        ("section", "/kinh-te/", ["k-0", "k-1"]),
        ("topic", "/chu-de/lua/", ["t-4", "t-5", "t-6"]),
        ("section", "/thoi-su/", ["t-7", "t-8"]),
    ]


def test_a_front_page_may_have_a_lead_and_nothing_else(pages_of: PagesOf, new_article: NewArticle) -> None:
    record = pages_of(paper(new_article, 9), profiles=[home(featured=0, newest=0, blocks=())])["/"].record
    assert (record.lead.title, record.featured, record.newest, record.blocks) == ("bai-01", (), (), ())


def test_a_featured_article_counts_until_so_many_are_newer_unless_it_is_pinned(
    pages_of: PagesOf, new_article: NewArticle
) -> None:
    articles = [*paper(new_article, 10), new_article("cu", 10.5, featured=True)]
    assert above(pages_of(articles)["/"].record)[0] == "cu"
    assert above(pages_of(articles, profiles=[home(featured_among=11)])["/"].record)[0] == "cu"
    assert above(pages_of(articles, profiles=[home(featured_among=10)])["/"].record)[0] == "bai-01"
    pinned = home(pin("cu", 2), featured_among=10)
    assert above(pages_of(articles, profiles=[pinned])["/"].record)[:3] == ["bai-01", "cu", "bai-02"]


def test_pins_move_up_where_there_are_too_few_articles_to_stand_before_them(
    pages_of: PagesOf, new_article: NewArticle, titles: Titles
) -> None:
    record = pages_of(paper(new_article, 3), profiles=[home(pin("bai-01", 16))])["/"].record
    assert (record.lead.title, titles(record.featured), record.newest) == ("bai-02", ["bai-03", "bai-01"], ())


# Sections and topics


def test_a_pin_changes_only_the_front_of_a_list(pages_of: PagesOf, new_article: NewArticle, titles: Titles) -> None:
    articles = [*paper(new_article, 10, topics=("Lũ",)), new_article("khac", 99, section="Kinh tế")]
    topic = Profile("chu-de/lu/_index.md", "topic", "lu", "Lũ", Body(), pins=(pin("bai-09"), pin("khac", 4)))
    config = Config("Báo", paginate_by=3, sections=(SectionSettings("Thời sự"), SectionSettings("Kinh tế")))
    plain = pages_of(
        articles, config, profiles=[section(), Profile("chu-de/lu/_index.md", "topic", "lu", "Lũ", Body())]
    )
    pages = pages_of(articles, config, profiles=[section(pin("bai-08", 2), pin("bai-03", 1)), topic])
    front = pages["/thoi-su/"].record
    assert titles(front.cards) == ["bai-03", "bai-08", "bai-01", "bai-02", "bai-04"]
    assert titles(pages["/chu-de/lu/"].record.cards) == ["bai-01", "bai-02", "bai-03", "khac", "bai-09", "bai-04"]
    assert "bai-08" in titles(pages["/thoi-su/trang/1/"].record.cards)
    assert {url for url, page in pages.items() if plain[url] != page} == {"/thoi-su/", "/chu-de/lu/"}


def test_a_section_without_articles_can_have_a_pin(pages_of: PagesOf, new_article: NewArticle, titles: Titles) -> None:
    config = Config("Báo", sections=(SectionSettings("Kinh tế"), SectionSettings("Thời sự")))
    articles = [new_article("bai", section="Kinh tế")]
    assert titles(pages_of(articles, config, profiles=[section(pin("bai", 5))])["/thoi-su/"].record.cards) == ["bai"]


# Whatever is drawn

_MOMENTS = st.sampled_from((None, -1, 0, 1))
_PINS = st.lists(st.tuples(st.integers(0, 29), st.integers(0, 9), _MOMENTS, _MOMENTS), max_size=9)
_ARTICLES = st.lists(
    st.tuples(st.integers(0, 9), st.booleans(), st.sampled_from("XY"), st.integers(0, 9)), min_size=1, max_size=25
)


def _drawn_articles(new_article: NewArticle, drawn: Sequence[Any], now: datetime) -> list[Article]:
    hidden: dict[int, dict[str, Any]] = {
        6: {"draft": True}, 7: {"retracted": "Sai."}, 8: {"live_from": now + timedelta(hours=1)}, 9: {"expires": now},
    }  # fmt: skip
    return [
        new_article(f"bai-{n}", days, featured=featured, section=name, topics=("Lũ",), **hidden.get(state, {}))
        for n, (days, featured, name, state) in enumerate(drawn)
    ]


def _drawn_pins(drawn: Sequence[Any], now: datetime) -> list[Pin]:
    def moment(hours: int | None) -> datetime | None:
        return None if hours is None else now + timedelta(hours=hours)

    return [pin(f"bai-{n}", position, since=moment(since), until=moment(until)) for n, position, since, until in drawn]


@given(drawn=_ARTICLES, wanted=_PINS, front=st.tuples(st.integers(0, 4), st.integers(0, 6), st.integers(0, 30)))
@settings(max_examples=150, deadline=None)
def test_fronts_hold_each_article_once_pins_at_their_places_and_nothing_that_is_not_public(
    pages_of: PagesOf, new_article: NewArticle, now: datetime, drawn: Any, wanted: Any, front: Any
) -> None:
    articles, pins = _drawn_articles(new_article, drawn, now), _drawn_pins(wanted, now)
    shape = FrontPage(front[0], front[1], front[2], (block("Lũ", "topic", 3), block("Y"), block("X")))
    profiles = [
        Profile("_index.md", "home", "", "Trang nhất", Body(), pins=tuple(pins), front=shape),
        Profile("x/_index.md", "section", "x", "X", Body(), pins=tuple(pins)),
    ]
    public = {one.slug for one, (*_, state) in zip(articles, drawn, strict=True) if state < 6}
    config = Config("Báo", paginate_by=4, sections=(SectionSettings("X"), SectionSettings("Y")))
    pages = pages_of(articles, config, profiles=profiles)
    record = pages["/"].record
    top = above(record)
    shown = [*top, *(card.title for one in record.blocks for card in one.cards)]
    listed = [card.title for card in pages["/x/"].record.cards]
    for names in (shown, listed):
        assert len(names) == len(set(names))
        assert set(names) <= public
    assert len(top) == min(len(public), shape.places)
    standing = dict.fromkeys(one.article.target for one in pins if one.holds(now) and one.article.target in public)
    assert set(listed) >= standing.keys()
    assert set(top) >= set(list(standing)[: shape.places])
    first: dict[int, str] = {}
    counted = {one.article.target: one.position for one in reversed(pins) if one.holds(now)}
    for name in standing:
        if counted[name]:
            first.setdefault(counted[name], name)
    for position, name in first.items():
        assert listed.index(name) + 1 == position or position > len(listed) - len(standing)
        if len(standing) <= shape.places and position <= shape.places:
            assert top.index(name) + 1 == position or position > len(top) - len(standing)
