"""Series: the order of parts, and their numbers."""

from collections.abc import Callable

import pytest

from hatinh_news.model.article import Article
from hatinh_news.model.fault import Fault
from hatinh_news.model.site import Index

Indexed = Callable[..., tuple[Index, list[Fault]]]
NewArticle = Callable[..., Article]


@pytest.mark.parametrize(
    ("parts", "order", "numbers"),
    [
        ((0, 0, 0), [0, 1, 2], (1, 2, 3)),
        ((3, 1, 2), [1, 2, 0], (1, 2, 3)),
        ((0, 1, 2), [1, 2, 0], (1, 2, 3)),
        ((1, 2, 5), [0, 1, 2], (1, 2, 5)),
        ((0, 4, 0), [1, 0, 2], (4, 5, 6)),
    ],
)
def test_numbered_parts_come_by_their_numbers_and_then_the_others_by_age(
    indexed: Indexed, new_article: NewArticle, parts: tuple[int, ...], order: list[int], numbers: tuple[int, ...]
) -> None:
    articles = [new_article(f"ky-{n}", 9 - n, series="Loạt", part=part) for n, part in enumerate(parts)]
    index, faults = indexed(articles)
    (series,) = index.series
    assert [one.slug for one in series.articles] == [f"ky-{n}" for n in order]
    assert series.numbers == numbers
    assert not faults


def test_two_of_one_number_stand_by_age_and_are_told(indexed: Indexed, new_article: NewArticle) -> None:
    articles = [new_article(f"ky-{n}", 9 - n, series="Loạt", part=2) for n in range(2)]
    index, (fault,) = indexed(articles)
    assert index.series[0].numbers == (2, 2)
    assert (fault.code, fault.place.path, fault.is_error) == ("same-part", "content/ky-1.md", False)
