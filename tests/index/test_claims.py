from collections.abc import Callable

import pytest

from hatinh_news.model.article import Article, Body, StandingPage
from hatinh_news.model.config import Config, SectionSettings
from hatinh_news.model.fault import Fault
from hatinh_news.model.site import Index


def test_of_two_articles_with_one_address_the_later_path_is_left_out_everywhere(
    indexed: Callable[..., tuple[Index, list[Fault]]], new_article: Callable[..., Article]
) -> None:
    twins = [
        new_article("b", 1, url="/x/", topics=("Lũ",)),
        new_article("a", 2, url="/X/", topics=("Lũ",)),
    ]
    found, faults = indexed(twins)
    (fault,) = faults
    assert (fault.code, fault.is_error, fault.place.path) == ("address-taken", True, "content/b.md")
    assert "content/a.md" in fault.message()
    assert [one.slug for one in found.articles] == ["a"]
    assert [one.slug for one in found.topics[0].articles] == ["a"]
    assert found.hidden == {"b.md"}


def test_a_hidden_article_takes_no_address(
    indexed: Callable[..., tuple[Index, list[Fault]]], new_article: Callable[..., Article]
) -> None:
    found, faults = indexed([new_article("a", url="/x/", draft=True), new_article("b", url="/x/")])
    assert not faults
    assert [one.slug for one in found.articles] == ["b"]


def test_a_standing_page_and_an_article_compete_by_path(
    indexed: Callable[..., tuple[Index, list[Fault]]], new_article: Callable[..., Article]
) -> None:
    page = StandingPage("trang/x.md", "/x/", "X", Body())
    found, faults = indexed([new_article("a", url="/x/")], pages=[page])
    assert [fault.place.path for fault in faults] == ["content/trang/x.md"]
    assert not found.pages


@pytest.mark.parametrize(
    "url",
    ["/", "/chu-de/x/", "/tac-gia/", "/loat-bai/", "/luu-tru/2025/02/", "/trang/2/", "/tim-kiem/", "/404.html",
     "/sitemap-12.xml", "/robots.txt", "/rss.xml", "/thoi-su/trang/2/"],
)  # fmt: skip
def test_the_sites_own_addresses_are_nobodys(
    indexed: Callable[..., tuple[Index, list[Fault]]], new_article: Callable[..., Article], url: str
) -> None:
    config = Config("Báo", sections=(SectionSettings("Thời sự"),))
    found, faults = indexed([new_article("a", url=url)], config)
    assert [fault.code for fault in faults] == ["address-taken"]
    assert not found.articles


def test_an_address_that_only_looks_like_the_sites_own_is_free(
    indexed: Callable[..., tuple[Index, list[Fault]]], new_article: Callable[..., Article]
) -> None:
    urls = ["/rss.xml/", "/sitemap-cua-bao/", "/2025/chu-de/", "/thoi-su/bai/", "/bai/trang/2/"]
    found, faults = indexed([new_article(f"bai-{n}", url=url) for n, url in enumerate(urls)])
    assert not faults
    assert len(found.articles) == len(urls)


def test_a_section_and_a_file_of_the_theme_keep_their_addresses(
    indexed: Callable[..., tuple[Index, list[Fault]]], new_article: Callable[..., Article]
) -> None:
    articles = [
        new_article("a", url="/thoi-su/"),
        new_article("b", url="/css/"),
        new_article("c", url="/thoi-su/rss.xml"),
    ]
    _, faults = indexed(articles, files=["/css/index.html"])
    assert [dict(fault.values)["other"] for fault in faults] == ["“Thời sự”", "static/css/index.html", "“Thời sự”"]
