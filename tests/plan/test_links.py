from collections.abc import Callable
from typing import Any

import pytest

from hatinh_news.model.article import Alias, Article, Asset, Body, Profile, ProfileKind, Reference, StandingPage
from hatinh_news.model.config import Config, Label, SectionSettings
from hatinh_news.model.fault import Fault, Place
from hatinh_news.plan.links import SUGGESTIONS

PLACE = Place("content/a.md", 9, 2)


def linking(*targets: str) -> Body:
    return Body("<p>…</p>", links=tuple(Reference(target, PLACE) for target in targets))


def test_links_to_files_become_addresses(
    pages_of: Callable[..., dict[str, Any]], new_article: Callable[..., Article], new_profile: Callable[..., Profile]
) -> None:
    body = linking("b.md#muc", "trang/x.md", "topic/lu/_index.md", "b.md#muc", "/2025/b/")
    page = StandingPage("trang/x.md", "/x/", "X", linking("b.md"))
    own = new_profile("topic", "lu", "Lũ", body=linking("a.md"))
    pages = pages_of([new_article("a", body=body), new_article("b")], pages=[page], profiles=[own])
    assert pages["/2025/a/"].record.body.links == (
        ("b.md#muc", "/2025/b/#muc"), ("trang/x.md", "/x/"), ("topic/lu/_index.md", "/chu-de/lu/"),
    )  # fmt: skip
    assert pages["/x/"].record.body.links == (("b.md", "/2025/b/"),)
    assert pages["/chu-de/lu/"].record.body.links == (("a.md", "/2025/a/"),)


@pytest.mark.parametrize(
    "target", ["nhap.md#x", "/2025/nhap/", "/2025/nhap", "/2025/nhap/?x=1#muc", "/cu/", "/2025/nhap/anh.jpg"]
)
def test_a_link_to_a_hidden_article_leads_nowhere_and_is_noted(
    planned: Callable[..., tuple[Any, list[Fault]]], new_article: Callable[..., Article], target: str
) -> None:
    body = Body(assets=(Asset("content/nhap/anh.jpg", "/2025/nhap/anh.jpg"),))
    hidden = new_article("nhap", draft=True, body=body, aliases=(Alias("/cu/", PLACE),))
    result, faults = planned([new_article("a", body=linking(target)), hidden])
    assert result.pages[0].record.body.links == ((target, ""),)
    assert [(fault.code, fault.kind.severity, fault.place) for fault in faults] == [("hidden-link", "note", PLACE)]


def test_a_link_to_an_address_that_something_public_has_taken_over_is_good(
    planned: Callable[..., tuple[Any, list[Fault]]], new_article: Callable[..., Article]
) -> None:
    hidden = [
        new_article(f"nhap-{number}", draft=True, url=url, aliases=(Alias("/chu-de/lu/", PLACE),))
        for number, url in enumerate(["/2025/b/", "/cu/", "/thoi-su/", "/thoi-su/trang/1/", "/a.css"])
    ]
    good = linking("/2025/b/", "/cu/", "/thoi-su/", "/chu-de/lu/", "/a.css")
    public = [new_article("a", body=good, topics=("Lũ",)), new_article("b", aliases=(Alias("/cu/", PLACE),))]
    result, faults = planned([*public, *hidden], files=["/a.css"])
    assert result.pages[0].record.body.links == ()
    assert faults == []


@pytest.mark.parametrize("target", ["/chu-de/kin/", "/loat-bai/kin/", "/tac-gia/kin/", "/kin/"])
def test_a_link_to_a_page_whose_only_declaration_is_a_draft_is_left_as_its_words(
    planned: Callable[..., tuple[Any, list[Fault]]],
    new_article: Callable[..., Article],
    new_profile: Callable[..., Profile],
    target: str,
) -> None:
    kinds: tuple[ProfileKind, ...] = ("section", "topic", "author", "series")
    drafts = [new_profile(kind, "kin", "Kín", draft=True) for kind in kinds]
    config = Config("Báo", sections=(SectionSettings("Thời sự"),))
    result, faults = planned([new_article("a", body=linking(target))], config, profiles=drafts)
    found = (result.pages[0].record.body.links, [fault.code for fault in faults])
    assert found == (((target, ""),), ["hidden-link"])


def test_a_draft_about_a_topic_does_not_hide_the_topic(
    planned: Callable[..., tuple[Any, list[Fault]]],
    new_article: Callable[..., Article],
    new_profile: Callable[..., Profile],
) -> None:
    draft = new_profile("topic", "lu", "Lũ", draft=True)
    article = new_article("a", body=linking("/chu-de/lu/"), topics=("Lũ",))
    result, faults = planned([article], profiles=[draft])
    assert (result.pages[0].record.body.links, faults) == ((), [])


def test_a_menu_that_leads_to_what_is_hidden_is_to_be_mended(
    planned: Callable[..., tuple[Any, list[Fault]]], new_article: Callable[..., Article]
) -> None:
    config = Config("Báo", menu=(Label("A", "/2025/nhap/"),))
    _, faults = planned([new_article("nhap", draft=True)], config)
    assert [fault.code for fault in faults] == ["dead-link"]


def test_an_unknown_file_is_told_with_the_nearest(
    planned: Callable[..., tuple[Any, list[Fault]]], new_article: Callable[..., Article]
) -> None:
    result, faults = planned([new_article("a", body=linking("gia-xan.md", "★")), new_article("gia-xang")])
    near, far = faults
    assert (near.code, near.place, near.is_error) == ("dead-link", PLACE, False)
    assert "gia-xang.md" in near.hint()
    assert (far.code, "★" in far.message()) == ("dead-link", True)
    links = {page.url: page.record.body.links for page in result.pages if page.template == "article.html"}
    assert links["/2025/a/"] == (("gia-xan.md", ""), ("★", ""))


@pytest.mark.parametrize(
    "target",
    [
        "/",
        "/2025/b/",
        "/2025/b",
        "/2025/b/#muc",
        "/thoi-su/?x=1",
        "/css/site.css",
        "/rss.xml",
        "/cu/",
    ],
)
def test_links_to_addresses_of_the_site_are_good(
    planned: Callable[..., tuple[Any, list[Fault]]], new_article: Callable[..., Article], target: str
) -> None:
    articles = [
        new_article("a", body=linking(target)),
        new_article("b", body=Body(anchors=("muc",)), aliases=(Alias("/cu/", PLACE),)),
    ]
    assert planned(articles, files=["/css/site.css"])[1] == []


def test_a_link_to_no_address_of_the_site_is_told(
    planned: Callable[..., tuple[Any, list[Fault]]], new_article: Callable[..., Article]
) -> None:
    _, faults = planned([new_article("a", body=linking("/2025/c/")), new_article("cc")])
    (fault,) = faults
    assert (fault.code, fault.place) == ("dead-link", PLACE)
    assert "/2025/cc/" in fault.hint()


def test_links_of_menus_are_checked(planned: Callable[..., tuple[Any, list[Fault]]]) -> None:
    config = Config("Báo", menu=(Label("A", "/"), Label("B", "https://x.vn/")), foot_menu=(Label("C", "/gioi-thieu/"),))
    _, faults = planned(config=config)
    assert [(fault.code, fault.place.path) for fault in faults] == [("dead-link", "content/site.yaml")]


def test_the_links_of_a_retracted_text_are_nobodys_concern(
    planned: Callable[..., tuple[Any, list[Fault]]], new_article: Callable[..., Article]
) -> None:
    assert planned([new_article("a", body=linking("khong-co.md"), retracted="Sai.")])[1] == []


def test_of_very_many_dead_links_only_the_first_are_told_with_a_suggestion(
    planned: Callable[..., tuple[Any, list[Fault]]], new_article: Callable[..., Article]
) -> None:
    wrong = [f"gia-xan-{n:02}.md" for n in range(SUGGESTIONS + 5)]
    right = [new_article(f"gia-xang-{n:02}") for n in range(SUGGESTIONS + 5)]
    _, faults = planned([new_article("a", body=linking(*wrong, wrong[0])), *right])
    assert len(faults) == SUGGESTIONS + 6
    assert len([fault for fault in faults if "gia-xang" in fault.hint()]) == SUGGESTIONS + 1


@pytest.mark.parametrize("target", ["b.md#ket-qua", "/2025/b/#ket-qua", "/2025/b#ket-qua", "trang/x.md#ket-qua"])
def test_a_link_to_a_part_that_a_page_does_not_have_is_told_with_the_nearest(
    planned: Callable[..., tuple[Any, list[Fault]]], new_article: Callable[..., Article], target: str
) -> None:
    body = Body(anchors=("nguyen-nhan", "ket-qua-ban-dau", "ket-qa"))
    page = StandingPage("trang/x.md", "/x/", "X", body)
    articles = [new_article("a", body=linking(target)), new_article("b", body=body)]
    (fault,) = planned(articles, Config("Báo", menu=(Label("X", "/x/"),)), pages=[page])[1]
    assert (fault.code, fault.place, fault.kind.severity) == ("dead-part", PLACE, "warning")
    assert fault.hint().endswith(": #ket-qa")


def test_where_no_part_is_near_the_first_are_named(
    planned: Callable[..., tuple[Any, list[Fault]]], new_article: Callable[..., Article]
) -> None:
    body = Body(anchors=("mot", "hai", "ba", "bon", "nam", "sau"))
    (fault,) = planned([new_article("a", body=linking("b.md#xyz")), new_article("b", body=body)])[1]
    assert fault.hint().endswith(": #mot, #hai, #ba, #bon, #nam")


@pytest.mark.parametrize("target", ["b.md#", "b.md#muc", "b.md#cai_chinh_1", "b.md#main", "/thoi-su/#gi-do"])
def test_parts_of_texts_and_of_the_theme_are_good(
    planned: Callable[..., tuple[Any, list[Fault]]], new_article: Callable[..., Article], target: str
) -> None:
    articles = [new_article("a", body=linking(target)), new_article("b", body=Body(anchors=("muc",)))]
    assert planned(articles)[1] == []


def test_a_link_that_leads_nowhere_is_told_once(
    planned: Callable[..., tuple[Any, list[Fault]]], new_article: Callable[..., Article]
) -> None:
    assert [fault.code for fault in planned([new_article("a", body=linking("x.md#muc"))])[1]] == ["dead-link"]


@pytest.mark.parametrize("target", ["/x/", "/x", "/x/?a=1#muc", "trang/x.md", "trang/x.md#muc"])
def test_a_standing_page_to_which_something_leads_is_found(
    planned: Callable[..., tuple[Any, list[Fault]]], new_article: Callable[..., Article], target: str
) -> None:
    page = StandingPage("trang/x.md", "/x/", "X", Body(anchors=("muc",)))
    assert planned([new_article("a", body=linking(target))], pages=[page])[1] == []


def test_a_standing_page_to_which_nothing_leads_is_noted(planned: Callable[..., tuple[Any, list[Fault]]]) -> None:
    page = StandingPage("trang/x.md", "/x/", "X", Body())
    (note,) = planned(pages=[page])[1]
    assert (note.code, note.is_note, str(note.place)) == ("unlinked-page", True, "content/trang/x.md")
    assert planned(pages=[page], config=Config("Báo", foot_menu=(Label("X", "/x/"),)))[1] == []
