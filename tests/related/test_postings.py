"""Who has which term."""

from array import array

from hypothesis import given
from hypothesis import strategies as st

from hatinh_news.related.postings import Postings, some_postings
from hatinh_news.related.seek import places_of
from hatinh_news.related.vectors import Vector
from hatinh_news.text.terms import SLOTS


def vector(weights: dict[int, int]) -> Vector:
    return array("I", weights).tobytes(), array("H", weights.values()).tobytes()


Weights = dict[int, int]
papers = st.lists(st.dictionaries(st.integers(0, 12), st.integers(1, 1_000), max_size=6), max_size=9)


def all_postings(vectors: list[Vector]) -> Postings:
    return some_postings(vectors, {slot for slots, _ in vectors for slot in array("I", slots)})


def product(one: Weights, other: Weights) -> int:
    return sum(weight * other[slot] for slot, weight in one.items() if slot in other)


@given(papers)
def test_the_similarity_is_the_product_of_both_vectors_whoever_asks(paper: list[Weights]) -> None:
    vectors = [vector(each) for each in paper]
    found = [all_postings(vectors).similar(each) for each in vectors]
    for me, mine in enumerate(paper):
        others = {other: each for other, its in enumerate(paper) if other != me and (each := product(mine, its))}
        assert {other: each for other, each in found[me].items() if other != me} == others
        assert all(found[other][me] == each for other, each in others.items())


@given(papers, st.sets(st.integers(0, 14)))
def test_some_postings_are_those_of_the_wanted_terms(paper: list[Weights], wanted: set[int]) -> None:
    vectors = [vector(each) for each in paper]
    some = some_postings(vectors, wanted)
    assert set(some.spans) == wanted & {slot for each in paper for slot in each}
    for slot, span in some.spans.items():
        holders = {me: each[slot] for me, each in enumerate(paper) if slot in each}
        assert dict(zip(some.articles[span], some.weights[span], strict=True)) == holders
        assert list(some.articles[span]) == sorted(holders)


_MANY = st.lists(st.integers(0, SLOTS - 1), max_size=60)


@given(_MANY, st.sets(st.integers(0, SLOTS - 1), max_size=9), st.data())
def test_slots_are_sought_by_their_bytes_and_found_by_themselves(
    many: list[int], wanted: set[int], data: st.DataObject
) -> None:
    wanted |= set(data.draw(st.lists(st.sampled_from(many), max_size=4))) if many else set()
    slots = array("I", many)
    assert list(places_of(wanted, slots, slots.tobytes())) == [n for n, slot in enumerate(many) if slot in wanted]
