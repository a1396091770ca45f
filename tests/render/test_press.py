from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from hatinh_news.model.article import Photo
from hatinh_news.model.fault import Fault
from hatinh_news.model.page import Page
from hatinh_news.model.records import ArticlePage, Byline, Card, Head, HomePage, ListPage, Site, Text
from hatinh_news.render import Theme, render_all
from hatinh_news.render.press import document_title, environment, share_links


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("page.published | article_date", "Thứ Sáu, 28/02/2025, 15:30 (GMT+7)"),
        ("page.published | day_date", "Thứ Sáu, 28/02/2025"),
        ("page.published | short_date", "28/02/2025"),
        ("page.published | long_date", "Ngày 28 tháng 2 năm 2025"),
        ("page.published | clock_time", "15:30"),
        ("page.published | w3c_date", "2025-02-28T15:30:00+07:00"),
        ("1500000 | number", "1.500.000"),
        ("page.authors | map(attribute='name') | join_names", "A, B và C"),
        ("page.section.url | link", "/bao/thoi-su/"),
        ("page.section.url | absolute", "https://x.vn/bao/thoi-su/"),
        ("'/ảnh đẹp.jpg' | link", "/bao/%E1%BA%A3nh%20%C4%91%E1%BA%B9p.jpg"),
        ("'https://y.vn/a' | link", "https://y.vn/a"),
        ("'#muc' | link", "#muc"),
        ("'/a\ud800' | link", "/bao/a?"),
        ("document_title(page, site)", "Tên bài - Báo Hà Tĩnh"),
    ],
)
def test_filters_and_functions(
    site: Site, new_article: Callable[..., ArticlePage], expression: str, expected: str
) -> None:
    page = new_article(authors=(Byline("A", ""), Byline("B", ""), Byline("C", "")))
    template = environment(Theme(()), site).from_string("{{ " + expression + " }}")
    assert template.render(page=page) == expected


def test_nothing_that_draws_lots_is_left(press: Callable[..., Fault]) -> None:
    assert press(a_html="{{ [1, 2] | random }}").code == "template-syntax"
    assert press(a_html="{{ lipsum() }}").code == "template-error"


def test_blocks_leave_no_blank_lines(press: Callable[..., str]) -> None:
    assert press(a_html="<ul>\n  {% if true %}\n  <li>\n  {% endif %}\n</ul>") == "<ul>\n  <li>\n</ul>\n"


def test_a_body_is_not_escaped_again(press: Callable[..., str], new_article: Callable[..., ArticlePage]) -> None:
    page = new_article(body=Text('<img src="site:/a.jpg">'))
    assert press(page, a_html="{{ page.body | body }}") == '<img src="/bao/a.jpg">\n'


def test_a_card_shows_the_card_and_how_it_is_wanted(
    press: Callable[..., str], new_article: Callable[..., ArticlePage], new_card: Callable[..., Card]
) -> None:
    rendered = press(
        new_article(related=(new_card(1),)),
        a_html="{{ card(page.related[0]) }}\n{{ card(page.related[0], level=2, eager=true, variant='lead') }}",
        card_html="<h{{ level }}>{{ card.title }} {{ eager }} {{ variant }} {{ site.title }}</h{{ level }}>\n\n",
    )
    assert rendered == "<h3>Bài 1 False  Báo Hà Tĩnh</h3>\n<h2>Bài 1 True lead Báo Hà Tĩnh</h2>\n"


def test_a_card_is_rendered_once_for_all_pages(
    site: Site, new_article: Callable[..., ArticlePage], new_card: Callable[..., Card], tmp_path: Path
) -> None:
    (tmp_path / "a.html").write_text("{{ card(page.related[0]) }}", "utf-8")
    (tmp_path / "card.html").write_text("{{ card.title }}", "utf-8")
    theme, page = Theme((tmp_path,)), Page("/x/", "a.html", new_article(related=(new_card(1),)))
    list(render_all(theme, site, [page]))
    made = environment(theme, site)
    made.cache.clear()  # type: ignore[union-attr]
    made._ready.clear()
    (tmp_path / "card.html").unlink()
    [(_, again)] = render_all(theme, site, [replace(page, record=new_article(related=(new_card(1),)))])
    assert again == "Bài 1\n".encode()
    [(_, other)] = render_all(theme, site, [replace(page, record=new_article(related=(new_card(2),)))])
    assert isinstance(other, Fault)


def test_cards_that_differ_only_in_their_photo_are_different(
    press: Callable[..., str], new_article: Callable[..., ArticlePage], new_card: Callable[..., Card]
) -> None:
    cards = tuple(new_card(1, photo=Photo(url)) for url in ("/1.jpg", "/2.jpg"))
    rendered = press(
        new_article(related=cards),
        a_html="{% for one in page.related %}{{ card(one) }}{% endfor %}",
        card_html="{{ card.photo.url | link }} ",
    )
    assert rendered.split() == ["/bao/1.jpg", "/bao/2.jpg"]


def test_a_partial_sees_its_arguments_and_the_site_only(press: Callable[..., str]) -> None:
    rendered = press(
        a_html="{{ partial('b.html', section_url=page.section.url) }}",
        b_html="<a href='{{ section_url | link }}'>{{ site.title }} {{ page is defined }}</a>",
    )
    assert rendered == "<a href='/bao/thoi-su/'>Báo Hà Tĩnh False</a>\n"


def test_partials_of_equal_arguments_of_different_types_are_different(press: Callable[..., str]) -> None:
    assert press(a_html="{{ partial('b.html', n=1) }} {{ partial('b.html', n=true) }}", b_html="{{ n }}") == "1 True\n"


def test_an_argument_that_cannot_be_remembered_is_a_fault(press: Callable[..., Fault]) -> None:
    fault = press(a_html="\n{{ partial('b.html', extra={}) }}", b_html="")
    assert str(fault.place) == "templates/a.html:2"
    assert "unhashable" in fault.message()


def test_a_macro_sees_the_site(press: Callable[..., str]) -> None:
    rendered = press(
        a_html="{% from 'm.html' import name %}{{ name() }}", m_html="{% macro name() %}{{ site.title }}{% endmacro %}"
    )
    assert rendered == "Báo Hà Tĩnh\n"


def test_equal_themes_and_sites_share_one_environment(site: Site) -> None:
    assert environment(Theme(()), site) is environment(Theme(()), replace(site, extra={"chan": "trang"}))


def test_another_theme_or_site_has_its_own_environment(site: Site) -> None:
    first = environment(Theme((), "1"), site)
    second = environment(Theme((), "2"), site)
    third = environment(Theme((), "2"), replace(site, title="Báo khác"))
    assert first is not second
    assert second is not third
    assert third.from_string("{{ site.title }}").render() == "Báo khác"


@pytest.mark.parametrize(("title", "expected"), [("Thời sự", "Thời sự - Báo Hà Tĩnh"), ("Báo Hà Tĩnh", "Báo Hà Tĩnh")])
def test_a_document_title_ends_with_the_newspaper(site: Site, title: str, expected: str) -> None:
    assert document_title(ListPage(Head("/x/", title), "section", title, ()), site) == expected


def test_the_front_bears_the_name_of_the_newspaper(site: Site) -> None:
    assert document_title(HomePage(Head("/", "Trang chủ")), site) == "Báo Hà Tĩnh"


def test_shares_are_plain_links_to_the_page(site: Site, new_article: Callable[..., ArticlePage]) -> None:
    page = new_article(head=Head("/a/?b=1&c", "Tên & bài"))
    facebook, zalo, mail = share_links(site, page)
    assert facebook.url == "https://www.facebook.com/sharer/sharer.php?u=https%3A%2F%2Fx.vn%2Fbao%2Fa%2F%3Fb%3D1%26c"
    assert zalo.url == "https://zalo.me/share?url=https%3A%2F%2Fx.vn%2Fbao%2Fa%2F%3Fb%3D1%26c"
    assert mail.url.startswith("mailto:?subject=T%C3%AAn%20%26%20b%C3%A0i&body=https%3A")
