"""An article as the few terms that tell it from all others."""

import math
from array import array

from hypothesis import given, settings
from hypothesis import strategies as st

from hatinh_news.related.lexicon import COMMON, counted
from hatinh_news.related.vectors import KEPT, LENGTH, Scales, Vector, weigh_all, weights_of
from hatinh_news.text.terms import Terms, terms

ALL = [f"chữ{number}" for number in range(400)]


def slots(*numbers: int) -> bytes:
    return array("I", numbers).tobytes()


def weights(vector: Vector) -> dict[int, int]:
    return dict(weights_of(vector))


def slot(word: str) -> int:
    return terms([word]).slots[0]


def scales(*texts: str, topics: int = 100, size: int = 1_000) -> Scales:
    return Scales(counted([(terms([text]), array("I")) for text in texts], size), topics)


def weighed(given: Scales, text: str, topics: bytes = b"") -> dict[int, int]:
    return weights(weigh_all(given, [(terms([text]).frozen(), topics)])[0])


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(ALL), min_size=1, max_size=900), st.lists(st.integers(0, 99), unique=True, max_size=9))
def test_a_vector_has_at_most_its_terms_and_topics_and_is_of_one_length(words: list[str], topics: list[int]) -> None:
    text = " ".join(words)
    found = weighed(scales(text, text), text, slots(*topics))
    assert 0 < len(found) <= KEPT + len(topics)
    assert set(topics) <= set(found)
    assert abs(math.hypot(*found.values()) - LENGTH) < LENGTH / 50


def test_a_vector_is_the_same_each_time_whoever_is_weighed_beside_it() -> None:
    given = scales(" ".join(ALL), " ".join(ALL[::3]))
    one, other = (terms([" ".join(ALL[:300])]).frozen(), slots(3)), (terms(["khác"]).frozen(), b"")
    first, second = weigh_all(given, [one, other])
    assert weigh_all(given, [other]) == [second]
    assert weigh_all(given, [one]) == [first]


def test_the_heaviest_terms_are_kept() -> None:
    rare, usual = " ".join(ALL[:50]), " ".join(ALL[100:400])
    given = scales(*[usual] * 60, *[rare] * 2)
    found = weighed(given, f"{usual} {rare}")
    assert len(found) == KEPT
    assert {slot(word) for word in ALL[:50]} <= set(found)


def test_what_stands_once_and_nowhere_else_is_chance_but_what_stands_twice_is_a_name() -> None:
    given = scales()
    assert weighed(given, "Bộc Nguyên") == {}
    assert slot("Bộc") in weighed(given, "Bộc Nguyên Bộc")


def test_the_more_often_a_term_stands_the_more_it_weighs() -> None:
    given = scales("lũ", "lũ", "hạn", "hạn")
    found = weighed(given, "lũ. lũ. lũ. hạn")
    assert found[slot("lũ")] > found[slot("hạn")]


def test_what_most_articles_have_is_left_out() -> None:
    given = scales(*["và"] * (COMMON + 1), "lũ", "lũ")
    assert set(weighed(given, "và lũ")) == {slot("lũ")}


def test_a_topic_weighs_as_a_term_as_rare_by_the_share_that_it_is_given() -> None:
    half, same = (weighed(scales("lũ", "lũ", topics=share), "lũ", slots(7)) for share in (50, 100))
    assert abs(2 * half[7] - half[slot("lũ")]) <= 2
    assert same[7] == same[slot("lũ")]
    assert 7 not in weighed(scales("lũ", "lũ", topics=0), "lũ", slots(7))


def test_a_topic_that_is_a_term_as_well_weighs_as_the_heavier_of_both() -> None:
    lu = slot("lũ")
    light = weighed(scales("lũ", "lũ", "hạn", "hạn", topics=1), "lũ hạn", slots(lu))
    assert light[lu] == light[slot("hạn")]


def test_an_article_without_words_has_no_vector() -> None:
    assert weigh_all(scales(), [(b"", b""), (Terms(array("I"), b"").frozen(), b"")]) == [(b"", b"")] * 2
