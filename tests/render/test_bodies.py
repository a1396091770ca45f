import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import Markup

from hatinh_news.model.records import Text
from hatinh_news.render.bodies import finished

AT_ROOT, BELOW = "https://x.vn", "https://x.vn/bao"
LINKS = (("thoi-su/a.md", "/2025/02/a/"), ("nhap.md", ""), ("bài & ảnh.md", "/2025/02/bài/"))


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<img src="site:/a.jpg" alt="">', '<img src="/bao/a.jpg" alt="">'),
        ('<a href="site:/a/">x</a> <a href="site:/b/">y</a>', '<a href="/bao/a/">x</a> <a href="/bao/b/">y</a>'),
        ('<a href="https://y.vn/">x</a>', '<a href="https://y.vn/">x</a>'),
        ("<p>&quot;site:/a&quot; site:/b</p>", "<p>&quot;site:/a&quot; site:/b</p>"),
        ('<a href="content:thoi-su/a.md">x</a>', '<a href="/bao/2025/02/a/">x</a>'),
        ('<a href="content:thoi-su/a.md#muc">x</a>', '<a href="/bao/2025/02/a/#muc">x</a>'),
        (
            '<a class="y" href="content:thoi-su/a.md" title="z">x</a>',
            '<a class="y" href="/bao/2025/02/a/" title="z">x</a>',
        ),
        ('<a href="content:b%C3%A0i%20&amp;%20%E1%BA%A3nh.md">x</a>', '<a href="/bao/2025/02/b%C3%A0i/">x</a>'),
        ('<p>1 <a href="content:nhap.md">x <em>y</em></a> 2</p>', "<p>1 x <em>y</em> 2</p>"),
        ('<a href="content:nhap.md#muc">x</a>', "x"),
        ('<a href="content:khong-co.md">x</a>', "x"),
        (
            '<a href="https://y.vn/">x</a><a href="content:nhap.md">y</a><a href="content:thoi-su/a.md">z</a>',
            '<a href="https://y.vn/">x</a>y<a href="/bao/2025/02/a/">z</a>',
        ),
        ('<a href="content:nhap.md">a\nb</a>', "a\nb"),
    ],
)
def test_internal_addresses_are_finished(html: str, expected: str) -> None:
    assert finished(BELOW, Text(html, LINKS)) == expected


def test_a_link_to_a_part_may_have_its_own_destination() -> None:
    text = Text('<a href="content:a.md#x">1</a>', (("a.md#x", "/a/#y"), ("a.md", "/b/")))
    assert finished(AT_ROOT, text) == '<a href="/a/#y">1</a>'


def test_a_site_at_the_root_has_no_base_path() -> None:
    assert finished(AT_ROOT, Text('<img src="site:/a.jpg">')) == '<img src="/a.jpg">'


def test_a_destination_cannot_leave_its_attribute() -> None:
    text = Text('<a href="content:a.md">x</a>', (("a.md", '/"><script>'),))
    assert "<script>" not in finished(AT_ROOT, text)


def test_a_finished_body_is_markup() -> None:
    assert isinstance(finished(AT_ROOT, Text("<p>")), Markup)


@settings(max_examples=100, deadline=None)
@given(st.text())
def test_running_text_is_never_touched(words: str) -> None:
    html = "<p>" + words.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;") + "</p>"
    assert finished(BELOW, Text(html, LINKS)) == html
