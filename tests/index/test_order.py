from collections.abc import Callable
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from hatinh_news.index.order import newest_first, oldest_first
from hatinh_news.model.article import Article


def test_newest_first_ties_by_address(new_article: Callable[..., Article]) -> None:
    articles = [new_article("b", 1), new_article("a", 1), new_article("c", 2), new_article("d", 0)]
    assert [one.slug for one in newest_first(articles)] == ["d", "a", "b", "c"]
    assert [one.slug for one in oldest_first(articles)] == ["c", "a", "b", "d"]


@given(days=st.lists(st.integers(0, 3), max_size=8), chance=st.randoms(use_true_random=False))
@settings(max_examples=50, deadline=None)
def test_order_does_not_depend_on_the_order_of_the_input(
    new_article: Callable[..., Article], days: list[int], chance: Random
) -> None:
    articles = [new_article(f"bai-{number}", day) for number, day in enumerate(days)]
    shuffled = list(articles)
    chance.shuffle(shuffled)
    assert newest_first(shuffled) == newest_first(articles)
    assert oldest_first(shuffled) == oldest_first(articles)
