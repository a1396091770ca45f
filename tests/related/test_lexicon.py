"""How rare each term is, and that what is kept up is what would be counted."""

from array import array

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hatinh_news.related.lexicon import COMMON, Lexicon, counted, revised, sample_size, unpacked
from hatinh_news.text.terms import SLOTS, Terms

Text = tuple[Terms, "array[int]"]


def text(*slots: int, topics: tuple[int, ...] = (), often: tuple[int, ...] = ()) -> Text:
    counts = bytes([2] * len(often) + [1] * len(slots))
    return Terms(array("I", [*often, *slots]), counts), array("I", topics)


@pytest.mark.parametrize(
    ("articles", "size"),
    [(0, 0), (1, 1), (64, 64), (65, 64), (71, 64), (72, 72), (80, 72), (81, 81), (90, 81), (91, 91), (101, 91)],
)
def test_the_sample_grows_by_steps_of_an_eighth(articles: int, size: int) -> None:
    assert sample_size(articles) == size


@given(st.integers(64, 10**6))
def test_the_sample_is_never_less_than_eight_ninths_of_the_articles_nor_shrinks(articles: int) -> None:
    size = sample_size(articles)
    assert size <= articles < size * 9 // 8
    assert sample_size(articles + 1) >= size
    assert sample_size(size) == size


def test_a_term_counts_once_for_each_article_that_has_it_whether_often_or_as_a_topic() -> None:
    lexicon = counted([text(1, 2), text(2, 3, often=(4,)), text(4, topics=(2,)), text(topics=(4,))], 4)
    assert [lexicon.levels[slot] for slot in (0, 1, 2, 3, 4)] == [0, 0, 3, 0, 3]
    assert lexicon.size == 4


@pytest.mark.parametrize("many", [COMMON + 1, COMMON + 2, 256, 300, 1_000])
def test_what_more_articles_have_than_a_common_term_weighs_nothing_however_many_they_are(many: int) -> None:
    lexicon = counted([text(9)] * many, many)
    assert lexicon.weights()[lexicon.levels[9]] == 0
    assert (lexicon.is_too_common(9), lexicon.is_too_common(8)) == (True, False)
    as_common = counted([text(9)] * COMMON, many)
    assert as_common.weights()[as_common.levels[9]] > 0


def test_the_rarer_a_term_is_the_more_it_weighs_and_a_new_one_as_one_that_two_have() -> None:
    weights = counted([], 100_000).weights()
    *known, common = weights
    assert common == 0
    assert known == sorted(known, reverse=True)
    assert known[0] == known[1] == known[2] > known[3]


def test_no_weight_is_less_than_nothing_where_nearly_all_have_the_term() -> None:
    lexicon = counted([text(5)] * 3, 3)
    assert min(lexicon.weights()) == 0
    assert min(Lexicon(0, bytes(SLOTS)).weights()) == 0


def test_a_lexicon_is_packed_in_little_room_and_unpacked_as_it_was() -> None:
    lexicon = counted([text(*range(0, 5_000, 7)), text(*range(0, 5_000, 11))], 2)
    packed = lexicon.packed()
    assert len(packed) < SLOTS // 50
    again = unpacked(2, packed)
    assert again == lexicon
    assert again.packed() is packed


def test_where_no_level_changes_the_lexicon_is_the_same_one() -> None:
    lexicon = counted([text(1, 2)] * 5, 5)
    assert revised(lexicon, {1: 5, 2: 5, 3: 1}) == (lexicon, set())
    assert revised(lexicon, {1: 5})[0] is lexicon


_SLOTS = st.lists(st.integers(0, 30), unique=True, max_size=20)


@settings(max_examples=40, deadline=None)
@given(st.lists(_SLOTS, max_size=12), st.lists(_SLOTS, max_size=12), st.sampled_from([1, 15, 130]))
def test_a_revised_lexicon_is_the_one_that_would_be_counted(
    before: list[list[int]], after: list[list[int]], times: int
) -> None:
    then, now = (counted([text(*slots) for slots in many] * times, 9) for many in (before, after))
    counts = {slot: times * sum(slot in slots for slots in after) for slot in range(31)}
    found, changed = revised(then, counts)
    assert found == now
    assert changed == {slot for slot in range(31) if then.levels[slot] != now.levels[slot]}
