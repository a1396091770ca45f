from collections.abc import Callable
from dataclasses import asdict, replace
from datetime import UTC, timedelta
from typing import Any

import pytest

from hatinh_news.model.article import Article, Body, Photo
from hatinh_news.model.page import Page
from hatinh_news.model.records import Card, ListPage

PHOTO = Photo("/a.jpg", "Đê", "Chú thích", "Hà An", 3, 2)
NewArticle = Callable[..., Article]
CardOf = Callable[..., Card]


@pytest.fixture
def article(new_article: NewArticle) -> Article:
    return new_article("a", title="Tên", sapo="Sapo", kicker="Nóng", photo=PHOTO)


@pytest.fixture
def card_of(pages_of: Callable[..., dict[str, Page]]) -> CardOf:
    """The card of an article, as the list of its section has it."""

    def run(article: Article) -> Card:
        records = (page.record for page in pages_of([article]).values())
        return next(record.cards[0] for record in records if isinstance(record, ListPage))

    return run


def test_equal_cards_have_equal_keys_and_hashes(card_of: CardOf, article: Article) -> None:
    first, second = card_of(article), card_of(replace(article, body=Body("<p>khác</p>")))
    assert (first, first.key, hash(first)) == (second, second.key, hash(second))
    assert len(first.key) == 32


CHANGES: list[dict[str, Any]] = [
    {"url": "/b/"},
    {"title": "Tên khác"},
    {"link_title": "Tên ngắn"},
    {"sapo": "Khác"},
    {"kicker": ""},
    {"section": "Kinh tế"},
    {"photo": None},
    *(
        {"photo": Photo(**(asdict(PHOTO) | {name: (7,) if isinstance(value, tuple) else type(value)(7)}))}
        for name, value in asdict(PHOTO).items()
    ),
]


@pytest.mark.parametrize("change", CHANGES, ids=str)
def test_whatever_a_card_shows_is_in_its_key(card_of: CardOf, article: Article, change: dict[str, Any]) -> None:
    assert card_of(replace(article, **change)).key != card_of(article).key


def test_the_moment_is_in_the_key_and_so_is_its_zone(card_of: CardOf, article: Article) -> None:
    earlier = replace(article, published=article.published - timedelta(microseconds=1))
    elsewhere = replace(article, published=article.published.astimezone(UTC))
    assert len({card_of(each).key for each in (article, earlier, elsewhere)}) == 3


def test_words_cannot_slip_from_one_field_to_another(card_of: CardOf, article: Article) -> None:
    first, second = replace(article, title="a", sapo="b1:c"), replace(article, title="a1:b", sapo="c")
    assert card_of(first).key != card_of(second).key


def test_half_a_surrogate_pair_has_a_key(card_of: CardOf, article: Article) -> None:
    assert card_of(replace(article, title="\ud800")).key != card_of(replace(article, title="?")).key


def test_a_card_without_a_key_is_found_by_what_it_says(card_of: CardOf, article: Article) -> None:
    first, second = (replace(card_of(article), key="") for _ in range(2))
    assert len({first, second, replace(first, sapo="khác")}) == 2
