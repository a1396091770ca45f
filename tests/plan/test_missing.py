from collections.abc import Callable
from typing import Any

from hatinh_news.model.article import Article


def test_the_page_of_nothing_offers_the_newest_and_is_not_indexed(
    pages_of: Callable[..., dict[str, Any]], new_article: Callable[..., Article], titles: Callable[..., list[str]]
) -> None:
    page = pages_of([new_article(f"bai-{n}", n) for n in range(7)])["/404.html"]
    assert page.template == "404.html"
    assert titles(page.record.newest) == [f"bai-{n}" for n in range(5)]
    assert not page.record.head.indexed
