from collections.abc import Callable
from typing import Any

import pytest

from hatinh_news.model.article import Alias, Article, Asset, Body, Profile, StandingPage
from hatinh_news.model.fault import Fault, Place
from hatinh_news.model.records import Stub


def old(*urls: str) -> tuple[Alias, ...]:
    return tuple(Alias(url, Place("content/a.md", 4)) for url in urls)


def test_old_addresses_of_articles_pages_and_topics_send_readers_on(
    pages_of: Callable[..., dict[str, Any]], new_article: Callable[..., Article], new_profile: Callable[..., Profile]
) -> None:
    page = StandingPage("trang/x.md", "/x/", "X", Body(), aliases=old("/x.html"))
    own = new_profile("topic", "lu", "Lũ", aliases=old("/chu-de/lut/"))
    pages = pages_of([new_article("a", aliases=old("/cu/", "/a.html"))], pages=[page], profiles=[own])
    assert {url: page.record for url, page in pages.items() if page.template == "stub"} == {
        "/cu/": Stub("/2025/a/", "a"),
        "/a.html": Stub("/2025/a/", "a"),
        "/x.html": Stub("/x/", "X"),
        "/chu-de/lut/": Stub("/chu-de/lu/", "Lũ"),
    }


@pytest.mark.parametrize(
    "taken",
    [
        "/",
        "/2025/B/",
        "/thoi-su/",
        "/chu-de/",
        "/rss.xml",
        "/sitemap.xml",
        "/css/x.css",
        "/css",
        "/css/x.css/y/",
        "/x/anh.jpg",
    ],
)
def test_an_old_address_that_is_in_use_is_dropped_and_told(
    planned: Callable[..., tuple[Any, list[Fault]]], new_article: Callable[..., Article], taken: str
) -> None:
    body = Body(assets=(Asset("content/anh.jpg", "/x/anh.jpg"),))
    articles = [new_article("a", aliases=old(taken), body=body), new_article("b")]
    result, faults = planned(articles, files=["/css/x.css"])
    (fault,) = faults
    assert (fault.code, fault.place, fault.is_error) == ("alias-taken", Place("content/a.md", 4), False)
    assert [page.url for page in result.pages if page.template == "article.html"] == ["/2025/a/", "/2025/b/"]
    assert not [page for page in result.pages if page.template == "stub"]


def test_of_two_files_with_one_old_address_the_first_by_path_keeps_it(
    planned: Callable[..., tuple[Any, list[Fault]]], new_article: Callable[..., Article]
) -> None:
    articles = [new_article("b", 1, aliases=old("/CU/")), new_article("a", 2, aliases=old("/cu/", "/cu/"))]
    result, faults = planned(articles)
    assert [page.record.target for page in result.pages if page.template == "stub"] == ["/2025/a/"]
    assert [fault.code for fault in faults] == ["alias-taken"]
    assert "/2025/a/" in faults[0].message()


def test_an_articles_own_address_is_no_old_one(
    planned: Callable[..., tuple[Any, list[Fault]]], new_article: Callable[..., Article]
) -> None:
    result, faults = planned([new_article("a", aliases=old("/2025/a/"))])
    assert not faults
    assert not [page for page in result.pages if page.template == "stub"]
