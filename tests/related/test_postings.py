"""Who has which term."""

from array import array

from hypothesis import given
from hypothesis import strategies as st

from hatinh_news.related.postings import postings, some_postings
from hatinh_news.related.vectors import Vector


def vector(weights: dict[int, int]) -> Vector:
    return Vector(array("I", weights).tobytes(), array("H", weights.values()).tobytes())


Weights = dict[int, int]
papers = st.lists(st.dictionaries(st.integers(0, 12), st.integers(1, 1_000), max_size=6), max_size=9)


def product(one: Weights, other: Weights) -> int:
    return sum(weight * other[slot] for slot, weight in one.items() if slot in other)


@given(papers)
def test_the_similarity_is_the_product_of_both_vectors_whoever_asks(paper: list[Weights]) -> None:
    vectors = [vector(each) for each in paper]
    found = [postings(vectors).similar(each) for each in vectors]
    for me, mine in enumerate(paper):
        others = {other: each for other, its in enumerate(paper) if other != me and (each := product(mine, its))}
        assert {other: each for other, each in found[me].items() if other != me} == others
        assert all(found[other][me] == each for other, each in others.items())


@given(papers, st.sets(st.integers(0, 14)))
def test_some_postings_are_those_of_the_wanted_terms(paper: list[Weights], wanted: set[int]) -> None:
    vectors = [vector(each) for each in paper]
    some, all_ = some_postings(vectors, wanted), postings(vectors)
    assert set(some.spans) == wanted & {slot for each in paper for slot in each}
    for slot, span in some.spans.items():
        holders = {me: each[slot] for me, each in enumerate(paper) if slot in each}
        assert dict(zip(some.articles[span], some.weights[span], strict=True)) == holders
        assert list(some.articles[span]) == sorted(holders)
        assert (slot in all_.spans) == (len(holders) > 1)
        if slot in all_.spans:
            there = all_.spans[slot]
            assert (some.articles[span], some.weights[span]) == (all_.articles[there], all_.weights[there])


def test_what_only_one_has_is_looked_up_by_nobody() -> None:
    found = postings([vector({1: 5, 2: 5}), vector({2: 7})])
    assert list(found.spans) == [2]
    assert found.similar(vector({1: 5})) == {}
