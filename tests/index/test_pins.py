from collections.abc import Callable

from hatinh_news.index.pins import SUGGESTIONS
from hatinh_news.model.article import Article, Reference
from hatinh_news.model.config import Config
from hatinh_news.model.fault import Fault, Place
from hatinh_news.model.site import Index

PLACE = Place("content/toi.md", 7, 3)
CONFIG = Config("Báo", base_url="https://x.vn")


def refer(*targets: str) -> tuple[Reference, ...]:
    return tuple(Reference(target, PLACE) for target in targets)


def test_pins_are_found_in_their_order_however_they_are_named(
    indexed: Callable[..., tuple[Index, list[Fault]]], new_article: Callable[..., Article]
) -> None:
    pins = refer("content/c.md", "https://x.vn/b/", "/d/#muc", "a", "toi", "a.md")
    articles = [new_article("toi", related=pins), *(new_article(slug, 9, section="Khác") for slug in "abcd")]
    found, faults = indexed([*articles, new_article("e")], CONFIG)
    assert not faults
    assert found.picks_by_path["toi.md"].first == ("c.md", "b.md", "d.md", "a.md", "toi.md")
    assert list(found.picks_by_path) == ["toi.md"]


def test_a_slug_that_several_articles_have_means_the_newest_public_one(
    indexed: Callable[..., tuple[Index, list[Fault]]], new_article: Callable[..., Article]
) -> None:
    old = new_article("cu", 9, slug="thoi-tiet")
    new = new_article("moi", 5, slug="thoi-tiet")
    hidden = new_article("kin", 1, slug="thoi-tiet", draft=True)
    found, _ = indexed([new_article("toi", related=refer("thoi-tiet")), new, old, hidden])
    assert found.picks_by_path["toi.md"].first == ("moi.md",)


def test_a_pin_to_a_hidden_or_retracted_article_is_passed_over_and_noted(
    indexed: Callable[..., tuple[Index, list[Fault]]], new_article: Callable[..., Article]
) -> None:
    articles = [
        new_article("toi", related=refer("nhap", "go", "ra")),
        new_article("nhap", draft=True),
        new_article("go", retracted="Sai."),
        new_article("ra"),
    ]
    found, faults = indexed(articles)
    assert found.picks_by_path["toi.md"].first == ("nhap.md", "go.md", "ra.md")
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


def test_what_an_editor_excludes_is_known_by_its_file(
    indexed: Callable[..., tuple[Index, list[Fault]]], new_article: Callable[..., Article]
) -> None:
    articles = [
        new_article("toi", related=refer("a"), related_exclude=refer("a", "/b/")),
        *(new_article(s) for s in "abc"),
    ]
    found, _ = indexed(articles)
    assert found.picks_by_path["toi.md"].never == {"a.md", "b.md"}
