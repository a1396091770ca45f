import json
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from hatinh_news.model.article import Correction, Photo
from hatinh_news.model.config import Imprint, Label
from hatinh_news.model.records import (
    ArticlePage,
    Byline,
    Card,
    ErrorPage,
    Head,
    HomePage,
    ListPage,
    SeriesPart,
    Site,
)
from hatinh_news.render.structured import ForReaders, script

START, END = '<script type="application/ld+json">', "</script>"
PUBLISHER = "https://x.vn/bao/#publisher"


def graph(site: Site, page: ForReaders) -> dict[str, Any]:
    """The nodes of a page's structured data by their types."""
    element = script(site, page)
    assert element.startswith(START)
    assert element.endswith(END)
    parsed = json.loads(element[len(START) : -len(END)])
    assert parsed["@context"] == "https://schema.org"
    return {node["@type"]: node for node in parsed["@graph"]}


def test_an_article_says_all_that_it_is(site: Site, new_article: Callable[..., ArticlePage], moment: datetime) -> None:
    page = new_article(
        sapo="Sapo",
        photo=Photo("/ảnh.jpg", width=1200, height=800),
        updated=moment + timedelta(hours=2),
        authors=(Byline("Nguyễn Văn A", "/tac-gia/nguyen-van-a/", role="Phóng viên"), Byline("B", "")),
        topics=(Label("Lũ", "/chu-de/lu/"), Label("Bão", "/chu-de/bao/")),
        series=SeriesPart(Label("Loạt", "/loat-bai/loat/"), 2, 5),
        corrections=(Correction(moment, "Sai, nay sửa."),),
    )
    assert graph(site, page)["NewsArticle"] == {
        "@type": "NewsArticle",
        "@id": "https://x.vn/bao/2025/02/ten-bai/#article",
        "url": "https://x.vn/bao/2025/02/ten-bai/",
        "mainEntityOfPage": {"@type": "WebPage", "@id": "https://x.vn/bao/2025/02/ten-bai/"},
        "headline": "Tên bài",
        "description": "Sapo",
        "image": ["https://x.vn/bao/%E1%BA%A3nh.jpg"],
        "datePublished": "2025-02-28T15:30:00+07:00",
        "dateModified": "2025-02-28T17:30:00+07:00",
        "author": [
            {"@type": "Person", "name": "Nguyễn Văn A", "url": "https://x.vn/bao/tac-gia/nguyen-van-a/"},
            {"@type": "Person", "name": "B"},
        ],
        "publisher": {"@id": PUBLISHER},
        "articleSection": "Thời sự",
        "keywords": ["Lũ", "Bão"],
        "inLanguage": "vi",
        "wordCount": 321,
        "correction": [
            {"@type": "CorrectionComment", "text": "Sai, nay sửa.", "datePublished": "2025-02-28T15:30:00+07:00"}
        ],
        "isPartOf": {"@type": "CreativeWorkSeries", "name": "Loạt", "url": "https://x.vn/bao/loat-bai/loat/"},
        "position": 2,
    }


def test_a_bare_article_leaves_out_what_it_lacks(site: Site, new_article: Callable[..., ArticlePage]) -> None:
    article = graph(site, new_article())["NewsArticle"]
    assert not article.keys() & {"image", "description", "keywords", "correction", "isPartOf", "position"}
    assert article["dateModified"] == article["datePublished"]


def test_an_article_without_byline_is_by_the_newspaper(site: Site, new_article: Callable[..., ArticlePage]) -> None:
    assert graph(site, new_article())["NewsArticle"]["author"] == {
        "@type": "NewsMediaOrganization",
        "@id": PUBLISHER,
        "name": "Báo Hà Tĩnh",
        "url": "https://x.vn/bao/",
    }


def test_an_article_without_photo_takes_the_one_of_its_head(
    site: Site, new_article: Callable[..., ArticlePage]
) -> None:
    page = new_article(head=Head("/a/", "A", photo=Photo("/chung.jpg"), lang="en"))
    article = graph(site, page)["NewsArticle"]
    assert article["image"] == ["https://x.vn/bao/chung.jpg"]
    assert article["inLanguage"] == "en"


def test_the_publisher_has_one_id_everywhere(site: Site, new_article: Callable[..., ArticlePage]) -> None:
    home, article = graph(site, HomePage(Head("/", "Trang chủ"))), graph(site, new_article())
    assert home["NewsMediaOrganization"]["@id"] == PUBLISHER
    assert home["WebSite"]["publisher"] == {"@id": PUBLISHER}
    assert article["NewsMediaOrganization"]["@id"] == PUBLISHER
    assert article["NewsArticle"]["publisher"] == {"@id": PUBLISHER}


def test_the_front_introduces_the_newspaper(site: Site) -> None:
    imprint = Imprint("Nhà xuất bản", "Tỉnh ủy", address="22 Phan Đình Phùng", phone="0239", email="a@x.vn")
    home = graph(replace(site, imprint=imprint), HomePage(Head("/", "Trang chủ")))
    assert home["NewsMediaOrganization"] == {
        "@type": "NewsMediaOrganization",
        "@id": PUBLISHER,
        "name": "Báo Hà Tĩnh",
        "url": "https://x.vn/bao/",
        "description": "Báo của tỉnh",
        "legalName": "Nhà xuất bản",
        "parentOrganization": {"@type": "Organization", "name": "Tỉnh ủy"},
        "address": "22 Phan Đình Phùng",
        "telephone": "0239",
        "email": "a@x.vn",
    }
    assert home["WebSite"]["name"] == "Báo Hà Tĩnh"
    assert home.keys() == {"NewsMediaOrganization", "WebSite"}


def test_a_trail_ends_with_the_page_itself(site: Site, new_article: Callable[..., ArticlePage]) -> None:
    crumbs = graph(site, new_article())["BreadcrumbList"]["itemListElement"]
    assert [(crumb["position"], crumb["name"], crumb["item"]) for crumb in crumbs] == [
        (1, "Trang chủ", "https://x.vn/bao/"),
        (2, "Thời sự", "https://x.vn/bao/thoi-su/"),
        (3, "Tên bài", "https://x.vn/bao/2025/02/ten-bai/"),
    ]


def test_a_list_counts_its_articles(site: Site, new_card: Callable[..., Card]) -> None:
    page = ListPage(Head("/thoi-su/", "Thời sự"), "section", "Thời sự", (new_card(1), new_card(2)))
    assert graph(site, page) == {
        "ItemList": {
            "@type": "ItemList",
            "name": "Thời sự",
            "itemListElement": [
                {"@type": "ListItem", "position": 1, "name": "Bài 1", "url": "https://x.vn/bao/2025/02/bai-1/"},
                {"@type": "ListItem", "position": 2, "name": "Bài 2", "url": "https://x.vn/bao/2025/02/bai-2/"},
            ],
        }
    }


def test_a_retracted_article_is_no_news(site: Site, new_article: Callable[..., ArticlePage]) -> None:
    assert graph(site, new_article(retracted="Bài đã gỡ")).keys() == {"BreadcrumbList"}


@pytest.mark.parametrize(
    "page", [ErrorPage(Head("/404.html", "Không có"), "Không có"), ListPage(Head("/x/", "X"), "topic", "X", ())]
)
def test_a_page_with_nothing_to_say_has_no_script(site: Site, page: ForReaders) -> None:
    assert script(site, page) == ""


@pytest.mark.parametrize(
    "headline", ["</script><script>alert(1)</script>", "<!--", "a & b > c", "1\u20282\u20293", "\x08"]
)
def test_no_headline_can_leave_the_script(site: Site, new_article: Callable[..., ArticlePage], headline: str) -> None:
    page = new_article(headline=headline)
    inside = script(site, page)[len(START) : -len(END)]
    assert not set("<>&\u2028\u2029\x08") & set(inside)
    assert graph(site, page)["NewsArticle"]["headline"] == headline


def test_an_authors_front_says_whom_it_is_about(site: Site, new_card: Callable[..., Card]) -> None:
    page = ListPage(
        head=Head("/tac-gia/le-an/", "Lê An"),
        kind="author",
        title="Lê An",
        cards=(new_card(),),
        description="Viết về biển",
        role="Phóng viên",
        email="an@x.vn",
        phone="0239 1",
        links=(Label("Trang riêng", "https://an.example/"),),
        photo=Photo("/an.jpg"),
    )
    found = graph(site, page)
    assert found["ProfilePage"] == {
        "@type": "ProfilePage",
        "url": "https://x.vn/bao/tac-gia/le-an/",
        "mainEntity": {
            "@type": "Person",
            "@id": "https://x.vn/bao/tac-gia/le-an/#person",
            "name": "Lê An",
            "url": "https://x.vn/bao/tac-gia/le-an/",
            "jobTitle": "Phóng viên",
            "description": "Viết về biển",
            "email": "an@x.vn",
            "telephone": "0239 1",
            "image": "https://x.vn/bao/an.jpg",
            "sameAs": ["https://an.example/"],
            "worksFor": {
                "@type": "NewsMediaOrganization",
                "@id": PUBLISHER,
                "name": "Báo Hà Tĩnh",
                "url": "https://x.vn/bao/",
            },
        },
    }
    assert "ProfilePage" not in graph(site, replace(page, number=1))
    assert "ProfilePage" not in graph(site, replace(page, kind="topic"))


def test_the_newspaper_has_one_id_and_its_logo_wherever_it_is_named(
    site: Site, new_article: Callable[..., ArticlePage]
) -> None:
    site = replace(site, logo="/icon-512.png")
    logo = {"@type": "ImageObject", "url": "https://x.vn/bao/icon-512.png"}
    named = [
        graph(site, HomePage(Head("/", "Trang chủ")))["NewsMediaOrganization"],
        graph(site, new_article())["NewsMediaOrganization"],
        graph(site, new_article())["NewsArticle"]["author"],
    ]
    assert [(each["@id"], each["logo"]) for each in named] == [(PUBLISHER, logo)] * 3
