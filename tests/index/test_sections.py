from collections.abc import Callable
from typing import Any

from hatinh_news.model.article import Article, Body, Profile
from hatinh_news.model.config import Config, SectionSettings
from hatinh_news.model.fault import Fault
from hatinh_news.model.site import Index


def declared(*names: str, **more: Any) -> Config:
    return Config("Báo", sections=tuple(SectionSettings(name) for name in names), **more)


def test_sections_stand_in_the_order_of_site_yaml(
    indexed: Callable[..., tuple[Index, list[Fault]]], new_article: Callable[..., Article]
) -> None:
    found, faults = indexed([new_article("a", section="Kinh tế")], declared("Văn hóa", "Kinh tế"))
    assert [(one.name, one.url, len(one.articles)) for one in found.sections] == [
        ("Văn hóa", "/van-hoa/", 0),
        ("Kinh tế", "/kinh-te/", 1),
    ]
    assert not faults


def test_an_article_may_spell_its_section_in_any_accepted_way_or_by_slug(
    indexed: Callable[..., tuple[Index, list[Fault]]], new_article: Callable[..., Article]
) -> None:
    config = Config("Báo", sections=(SectionSettings("Văn hoá", slug="vh"),))
    articles = [new_article(f"bai-{n}", n, section=name) for n, name in enumerate(["văn  hóa", "vh", "Văn hoá"])]
    found, faults = indexed(articles, config)
    assert not faults
    assert [one.section for one in found.articles] == ["Văn hoá"] * 3
    assert found.section_by_key["vh"] == found.sections[0]
    assert found.sections[0].articles == found.articles


def test_an_unknown_section_is_a_fault_that_suggests_one_and_leaves_the_article_out(
    indexed: Callable[..., tuple[Index, list[Fault]]], new_article: Callable[..., Article]
) -> None:
    found, faults = indexed([new_article("a", section="Kinh té"), new_article("b")], declared("Thời sự", "Kinh tế"))
    (fault,) = faults
    assert (fault.code, fault.place.path, dict(fault.values)["nearest"]) == (
        "unknown-section",
        "content/a.md",
        "Kinh tế",
    )
    assert [one.slug for one in found.articles] == ["b"]
    assert found.hidden == {"a.md"}


def test_where_nothing_is_near_the_default_section_is_suggested(
    indexed: Callable[..., tuple[Index, list[Fault]]], new_article: Callable[..., Article]
) -> None:
    _, faults = indexed([new_article("a", section="Xyz")], declared("Thời sự"))
    assert dict(faults[0].values)["nearest"] == "Thời sự"


def test_an_article_without_section_goes_to_the_default_one(
    indexed: Callable[..., tuple[Index, list[Fault]]], new_article: Callable[..., Article]
) -> None:
    bare = [new_article("a", section="")]
    assert indexed(bare, declared("Thời sự", "Kinh tế", default_section="kinh-te"))[0].articles[0].section == "Kinh tế"
    assert indexed(bare, declared("Thời sự", "Kinh tế"))[0].articles[0].section == "Thời sự"
    assert indexed(bare, declared(default_section="Bản tin"))[0].articles[0].section == "Bản tin"
    assert indexed(bare)[0].articles[0].section == "Tin tức"


def test_an_unknown_default_section_is_told_once(
    indexed: Callable[..., tuple[Index, list[Fault]]], new_article: Callable[..., Article]
) -> None:
    config = declared("Thời sự", "Kinh tế", default_section="Kinh té")
    found, faults = indexed([new_article("a", section=""), new_article("b", section="")], config)
    (fault,) = faults
    assert (fault.code, fault.is_error, fault.place.path) == ("unknown-default-section", False, "content/site.yaml")
    assert {one.section for one in found.articles} == {"Thời sự"}


def test_without_any_declaration_sections_are_those_that_articles_name(
    indexed: Callable[..., tuple[Index, list[Fault]]], new_article: Callable[..., Article]
) -> None:
    found, faults = indexed([new_article("a", section="Đời sống"), new_article("b", 2, section="An ninh")])
    assert [one.name for one in found.sections] == ["An ninh", "Đời sống"]
    assert not faults


def test_a_page_of_its_own_declares_a_section_and_words_it(
    indexed: Callable[..., tuple[Index, list[Fault]]],
    new_article: Callable[..., Article],
    new_profile: Callable[..., Profile],
) -> None:
    own = new_profile("section", "vh", "Văn hóa", description="Của trang")
    found, faults = indexed([new_article("a", section="Văn hóa"), new_article("b", section="Khác")], profiles=[own])
    assert [(one.name, one.url, one.description) for one in found.sections] == [("Văn hóa", "/vh/", "Của trang")]
    assert found.sections[0].profile == own
    assert [fault.code for fault in faults] == ["unknown-section"]


def test_site_yaml_names_a_section_its_page_describes_it_and_other_pages_follow(
    indexed: Callable[..., tuple[Index, list[Fault]]], new_profile: Callable[..., Profile]
) -> None:
    config = Config("Báo", sections=(SectionSettings("Văn hóa", "van-hoa", "Của báo"),))
    profiles = [
        new_profile("section", "van-hoa", "VĂN HÓA & ĐỜI SỐNG", description="Của trang"),
        new_profile("section", "the-thao", "Thể thao"),
    ]
    found, _ = indexed(config=config, profiles=profiles)
    assert [(one.name, one.description) for one in found.sections] == [("Văn hóa", "Của trang"), ("Thể thao", "")]
    assert found.sections[0].profile == profiles[0]


def test_a_section_cannot_take_a_folder_of_the_site(indexed: Callable[..., tuple[Index, list[Fault]]]) -> None:
    found, faults = indexed(config=declared("Chủ đề"))
    assert [fault.code for fault in faults] == ["reserved-slug"]
    assert found.sections[0].url != "/chu-de/"


def test_a_page_without_a_title_is_called_like_its_folder(indexed: Callable[..., tuple[Index, list[Fault]]]) -> None:
    bare = Profile("thoi-su/_index.md", "section", "thoi-su", "", Body())
    found, _ = indexed(profiles=[bare])
    assert [(one.name, one.url) for one in found.sections] == [("thoi-su", "/thoi-su/")]
