from collections.abc import Callable
from typing import Any

from hatinh_news.model.article import Article


def shown(record: Any) -> list[tuple[str, list[tuple[str, int]]]]:
    return [(group.heading, [(one.label.name, one.count) for one in group.entries]) for group in record.groups]


def test_topics_stand_under_their_letters_in_dictionary_order(
    pages_of: Callable[..., dict[str, Any]], new_article: Callable[..., Article]
) -> None:
    articles = [
        new_article("a", topics=("Đê điều", "An ninh", "Ăn uống", "Dân ca")),
        new_article("b", topics=("An ninh",)),
    ]
    record = pages_of(articles)["/chu-de/"].record
    assert (record.kind, record.title) == ("topics", "Chủ đề")
    assert shown(record) == [
        ("A", [("An ninh", 2)]), ("Ă", [("Ăn uống", 1)]), ("D", [("Dân ca", 1)]), ("Đ", [("Đê điều", 1)]),
    ]  # fmt: skip


def test_a_heading_stands_once_whatever_stands_between(
    pages_of: Callable[..., dict[str, Any]], new_article: Callable[..., Article]
) -> None:
    record = pages_of([new_article("a", topics=("8.3", "An", "★", "2/9"))])["/chu-de/"].record
    headings = [group.heading for group in record.groups]
    assert sorted(headings) == ["#", "A"]


def test_authors_stand_under_their_given_names(
    pages_of: Callable[..., dict[str, Any]], new_article: Callable[..., Article]
) -> None:
    record = pages_of([new_article("a", authors=("Trần Bình", "Lê An"))])["/tac-gia/"].record
    assert shown(record) == [("A", [("Lê An", 1)]), ("B", [("Trần Bình", 1)])]


def test_series_have_a_directory_where_there_are_any(
    pages_of: Callable[..., dict[str, Any]], new_article: Callable[..., Article]
) -> None:
    assert "/loat-bai/" not in pages_of([new_article("a")])
    record = pages_of([new_article("a", series="Biển gọi")])["/loat-bai/"].record
    assert shown(record) == [("B", [("Biển gọi", 1)])]
