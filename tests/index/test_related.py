from collections.abc import Callable
from datetime import timedelta
from random import Random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from hatinh_news.index.order import oldest_first
from hatinh_news.index.pins import SUGGESTIONS
from hatinh_news.index.related import REACH, related
from hatinh_news.model.article import Article, Reference
from hatinh_news.model.config import Config, RelatedSettings
from hatinh_news.model.fault import Fault, Place
from hatinh_news.model.site import Index

PLACE = Place("content/toi.md", 7, 3)


def names(found: Index, slug: str = "toi") -> list[str]:
    return [one.slug for one in found.related_by_path[f"{slug}.md"]]


def refer(*targets: str) -> tuple[Reference, ...]:
    return tuple(Reference(target, PLACE) for target in targets)


def limited(limit: int, **more: int) -> Config:
    return Config("Báo", base_url="https://x.vn", related=RelatedSettings(limit=limit, **more))


def test_more_shared_topics_come_first_then_nearer_ones_then_the_section(
    indexed: Callable[..., tuple[Index, list[Fault]]], new_article: Callable[..., Article]
) -> None:
    articles = [
        new_article("toi", 5, topics=("A", "B")),
        new_article("mot-xa", 9, topics=("A",), section="Khác"),
        new_article("mot-gan", 4, topics=("B",), section="Khác"),
        new_article("hai", 30, topics=("a", "b"), section="Khác"),
        new_article("cung-muc", 5),
        new_article("muc-khac", 5, section="Khác"),
    ]
    found, _ = indexed(articles, limited(5))
    assert names(found) == ["hai", "mot-gan", "mot-xa", "cung-muc", "muc-khac"]


def test_a_threshold_wants_more_shared_topics(
    indexed: Callable[..., tuple[Index, list[Fault]]], new_article: Callable[..., Article]
) -> None:
    articles = [
        new_article("toi", 5, topics=("A", "B")),
        new_article("mot", 5, topics=("A",), section="Khác"),
        new_article("hai", 9, topics=("A", "B"), section="Khác"),
        new_article("cung-muc", 20),
    ]
    found, _ = indexed(articles, limited(2, threshold=2))
    assert names(found) == ["hai", "cung-muc"]


def test_pins_come_first_in_their_order_however_they_are_named(
    indexed: Callable[..., tuple[Index, list[Fault]]], new_article: Callable[..., Article]
) -> None:
    pins = refer("content/c.md", "https://x.vn/b/", "/d/#muc", "a", "toi", "a.md")
    articles = [new_article("toi", related=pins), *(new_article(slug, 9, section="Khác") for slug in "abcd")]
    found, faults = indexed([*articles, new_article("e")], limited(5))
    assert not faults
    assert names(found) == ["c", "b", "d", "a", "e"]


def test_a_slug_that_several_articles_have_means_the_newest_public_one(
    indexed: Callable[..., tuple[Index, list[Fault]]], new_article: Callable[..., Article]
) -> None:
    old = new_article("cu", 9, slug="thoi-tiet")
    new = new_article("moi", 5, slug="thoi-tiet")
    hidden = new_article("kin", 1, slug="thoi-tiet", draft=True)
    found, _ = indexed([new_article("toi", related=refer("thoi-tiet")), new, old, hidden], limited(1))
    assert found.related_by_path["toi.md"] == (new,)


def test_a_pin_to_a_hidden_or_retracted_article_is_passed_over_and_noted(
    indexed: Callable[..., tuple[Index, list[Fault]]], new_article: Callable[..., Article]
) -> None:
    articles = [
        new_article("toi", related=refer("nhap", "go", "ra")),
        new_article("nhap", draft=True),
        new_article("go", retracted="Sai."),
        new_article("ra"),
    ]
    found, faults = indexed(articles, limited(5))
    assert names(found) == ["ra"]
    assert [(fault.code, fault.kind.severity, fault.place) for fault in faults] == [
        ("hidden-related", "note", PLACE)
    ] * 2
    assert [dict(fault.values)["target"] for fault in faults] == ["nhap", "go"]


def test_an_unknown_pin_is_told_where_it_stands_with_the_nearest_name(
    indexed: Callable[..., tuple[Index, list[Fault]]], new_article: Callable[..., Article]
) -> None:
    articles = [
        new_article("toi", related=refer("gia-xang-tan"), related_exclude=refer("★")),
        new_article("gia-xang-tang"),
    ]
    _, faults = indexed(articles)
    near, far = faults
    assert (near.code, near.place, near.is_error) == ("unknown-related", PLACE, False)
    assert "gia-xang-tang" in near.hint()
    assert (far.code, "★" in far.message()) == ("unknown-related", True)


def test_of_very_many_unknown_pins_only_the_first_are_told_with_a_suggestion(
    indexed: Callable[..., tuple[Index, list[Fault]]], new_article: Callable[..., Article]
) -> None:
    wrong = [f"gia-xan-{n:02}" for n in range(SUGGESTIONS + 5)]
    right = [new_article(f"gia-xang-{n:02}") for n in range(SUGGESTIONS + 5)]
    _, faults = indexed([new_article("toi", related=refer(*wrong)), *right])
    assert len(faults) == SUGGESTIONS + 5
    assert len([fault for fault in faults if "gia-xang" in fault.hint()]) == SUGGESTIONS


def test_what_an_editor_excludes_never_comes_not_even_to_fill_the_list(
    indexed: Callable[..., tuple[Index, list[Fault]]], new_article: Callable[..., Article]
) -> None:
    articles = [
        new_article("toi", related=refer("a"), related_exclude=refer("a", "b")),
        *(new_article(s) for s in "abc"),
    ]
    found, _ = indexed(articles, limited(3))
    assert names(found) == ["c"]


def test_articles_far_newer_only_fill_a_list_that_stays_short(
    indexed: Callable[..., tuple[Index, list[Fault]]], new_article: Callable[..., Article]
) -> None:
    articles = [
        new_article("toi", 100, topics=("A",)),
        new_article("moi-cung-chu-de", 1, topics=("A",), section="Khác"),
        new_article("moi-cung-muc", 2),
        new_article("cu-khac-muc", 200, section="Khác"),
        new_article("trong-thang", 90, section="Khác", topics=("A",)),
    ]
    found, _ = indexed(articles, limited(2))
    assert names(found) == ["trong-thang", "moi-cung-muc"]
    found, _ = indexed(articles, limited(4))
    assert names(found) == ["trong-thang", "moi-cung-muc", "cu-khac-muc", "moi-cung-chu-de"]


def test_a_limit_of_none_gives_empty_lists(
    indexed: Callable[..., tuple[Index, list[Fault]]], new_article: Callable[..., Article]
) -> None:
    found, _ = indexed([new_article("toi", related=refer("a")), new_article("a")], limited(0))
    assert names(found) == []


def test_a_topic_with_many_articles_gives_the_nearest(
    indexed: Callable[..., tuple[Index, list[Fault]]], new_article: Callable[..., Article]
) -> None:
    many = [new_article(f"bai-{n:03}", n, topics=("A",), section=f"Mục {n}") for n in range(200)]
    found, _ = indexed(many, limited(4))
    assert names(found, "bai-100") == ["bai-099", "bai-101", "bai-098", "bai-102"]


def test_two_shared_topics_count_however_many_articles_of_one_of_them_lie_between(
    indexed: Callable[..., tuple[Index, list[Fault]]], new_article: Callable[..., Article]
) -> None:
    both = [new_article(slug, days, topics=("A", "B")) for slug, days in (("toi", 100), ("cu", 200), ("moi", 75))]
    older = [new_article(f"truoc-{n:02}", 100 + n, topics=("B",), section="Khác") for n in range(1, 2 * REACH)]
    newer = [new_article(f"sau-{n:02}", 100 - n / 3, topics=("B",), section="Khác") for n in range(1, 2 * REACH)]
    found, _ = indexed([*older, *newer, *both], limited(4))
    assert names(found) == ["moi", "cu", "sau-01", "sau-02"]


paper = st.lists(
    st.tuples(
        st.integers(0, 80),
        st.lists(st.sampled_from("ABC"), max_size=3, unique=True),
        st.sampled_from(["X", "Y"]),
        st.booleans(),
    ),
    max_size=14,
)


def made(new_article: Callable[..., Article], drawn: list[tuple[Any, ...]]) -> list[Article]:
    return [
        new_article(f"bai-{n:02}", days, topics=tuple(topics), section=section, retracted="Sai." if gone else "")
        for n, (days, topics, section, gone) in enumerate(drawn)
    ]


@given(drawn=paper, chance=st.randoms(use_true_random=False))
@settings(max_examples=80, deadline=None)
def test_lists_are_full_without_repeats_and_the_same_whatever_the_order_of_the_input(
    new_article: Callable[..., Article], drawn: list[tuple[Any, ...]], chance: Random
) -> None:
    articles = made(new_article, drawn)
    shuffled = list(articles)
    chance.shuffle(shuffled)
    lists = related(oldest_first(articles), {}, RelatedSettings(limit=4))
    assert lists == related(oldest_first(shuffled), {}, RelatedSettings(limit=4))
    open_to_lists = {one.path for one in articles if not one.retracted}
    for path, found in lists.items():
        paths = [one.path for one in found]
        assert len(paths) == len(set(paths)) == min(4, len(open_to_lists - {path}))
        assert set(paths) <= open_to_lists - {path}


@given(drawn=paper)
@settings(max_examples=80, deadline=None)
def test_lists_are_those_of_the_rule_read_out_slowly(
    new_article: Callable[..., Article], drawn: list[tuple[Any, ...]]
) -> None:
    articles = made(new_article, drawn)
    for path, found in related(oldest_first(articles), {}, RelatedSettings(limit=4)).items():
        (me,) = [one for one in articles if one.path == path]
        assert [one.path for one in found] == slowly(me, articles)[:4]


def slowly(me: Article, articles: list[Article]) -> list[str]:
    others = [one for one in articles if one is not me and not one.retracted]

    def distance(one: Article) -> tuple[timedelta, str]:
        return (abs(one.published - me.published), one.url)

    def shared(one: Article) -> int:
        return len(set(me.topics) & set(one.topics))

    timely = [one for one in others if one.published - me.published <= timedelta(days=30)]
    by_topic = sorted([one for one in timely if shared(one)], key=lambda one: (-shared(one), *distance(one)))
    tiers = [
        *by_topic,
        *sorted([one for one in timely if one.section == me.section], key=distance),
        *sorted([one for one in others if one.section == me.section], key=distance),
        *sorted([one for one in others if (one.published, one.url) < (me.published, me.url)], key=distance),
        *sorted([one for one in others if (one.published, one.url) > (me.published, me.url)], key=distance),
    ]
    return list(dict.fromkeys(one.path for one in tiers))
