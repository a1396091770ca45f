from collections.abc import Callable
from typing import Any

from hatinh_news.model.article import Article, Body, Photo
from hatinh_news.model.fault import Fault


def notes(planned: Callable[..., tuple[Any, list[Fault]]], articles: list[Article]) -> dict[str, dict[str, str]]:
    return {fault.code: dict(fault.values) for fault in planned(articles)[1] if fault.is_note}


def test_articles_without_picture_or_author_are_told_together(
    planned: Callable[..., tuple[Any, list[Fault]]], new_article: Callable[..., Article]
) -> None:
    good = new_article("tot", 0, photo=Photo("/a.jpg"), authors=("Lan",))
    shown = new_article("trong-bai", 1, body=Body(photos=(Photo("/b.jpg"),)), authors=("Lan",))
    bare = [new_article(f"bai-{number}", number) for number in range(2, 7)]
    found = notes(planned, [good, shown, *bare])
    first = "content/bai-2.md, content/bai-3.md, content/bai-4.md …"
    assert found == {
        "no-picture": {"count": "5", "total": "7", "first": first},
        "no-author": {"count": "5", "total": "7", "first": first},
    }


def test_what_is_not_public_wants_nothing(
    planned: Callable[..., tuple[Any, list[Fault]]], new_article: Callable[..., Article]
) -> None:
    good = new_article("tot", photo=Photo("/a.jpg"), authors=("Lan",))
    assert notes(planned, [good, new_article("nhap", draft=True), new_article("go", retracted="Sai.")]) == {}


def test_a_newspaper_without_any_pictures_is_made_so(
    planned: Callable[..., tuple[Any, list[Fault]]], new_article: Callable[..., Article]
) -> None:
    assert notes(planned, [new_article("a"), new_article("b")]) == {}
