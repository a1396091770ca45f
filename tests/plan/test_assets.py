from collections.abc import Callable
from typing import Any

from hatinh_news.model.article import Article, Asset, Body, Profile, StandingPage
from hatinh_news.model.fault import Fault


def carrying(*assets: tuple[str, str]) -> Body:
    return Body(assets=tuple(Asset(*one) for one in assets))


def test_files_of_what_is_planned_are_copied_once(
    planned: Callable[..., tuple[Any, list[Fault]]],
    new_article: Callable[..., Article],
    new_profile: Callable[..., Profile],
) -> None:
    own = new_profile("topic", "lu", "Lũ", body=carrying(("c.jpg", "/c.jpg")))
    page = StandingPage("trang/x.md", "/x/", "X", carrying(("b.jpg", "/b.jpg")))
    articles = [
        new_article("a", body=carrying(("a.jpg", "/a.jpg"), ("b.jpg", "/b.jpg"))),
        new_article("nhap", draft=True, body=carrying(("kin.jpg", "/kin.jpg"))),
        new_article("go", retracted="Sai.", body=carrying(("go.jpg", "/go.jpg"))),
    ]
    result, faults = planned(articles, pages=[page], profiles=[own])
    assert [asset.url for asset in result.assets] == ["/a.jpg", "/b.jpg", "/c.jpg"]
    assert [fault.code for fault in faults] == ["unlinked-page"]


def test_a_file_in_the_place_of_a_page_or_another_file_stays_behind(
    planned: Callable[..., tuple[Any, list[Fault]]], new_article: Callable[..., Article]
) -> None:
    taken = [
        ("x/index.html", "/2025/a/index.html"),
        ("a.css", "/css/a.css"),
        ("mot.jpg", "/m.jpg"),
        ("hai.jpg", "/m.jpg"),
    ]
    result, faults = planned([new_article("a", body=carrying(*taken))], files=["/css/a.css"])
    assert [asset.source for asset in result.assets] == ["mot.jpg"]
    assert [(fault.code, fault.place.path) for fault in faults] == [("file-taken", "content/a.md")] * 3
