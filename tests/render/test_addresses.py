from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hatinh_news.model import address
from hatinh_news.render.addresses import absolute, component, link


@pytest.mark.parametrize(
    ("base_url", "url", "expected"),
    [
        ("https://x.vn", "/a/", "https://x.vn/a/"),
        ("https://x.vn/", "/a/", "https://x.vn/a/"),
        ("https://x.vn/báo", "/ảnh.jpg", "https://x.vn/b%C3%A1o/%E1%BA%A3nh.jpg"),
        ("https://x.vn:8000/bao", "/a b", "https://x.vn:8000/bao/a%20b"),
        ("https://x.vn", "https://y.vn/b", "https://y.vn/b"),
        ("https://x.vn", "/a%20b", "https://x.vn/a%20b"),
        ("https://x.vn", "/\ud800", "https://x.vn/?"),
    ],
)
def test_an_absolute_address_is_encoded_and_whole(base_url: str, url: str, expected: str) -> None:
    assert absolute(base_url, url) == expected


@pytest.mark.parametrize(
    ("base_url", "url", "expected"),
    [
        ("https://x.vn", "/a/", "/a/"),
        ("https://x.vn/báo", "/a/", "/b%C3%A1o/a/"),
        ("https://x.vn/bao", "mailto:a@x.vn", "mailto:a@x.vn"),
        ("https://x.vn/bao", "//y.vn/a", "//y.vn/a"),
    ],
)
def test_a_link_starts_at_the_root_of_the_host(base_url: str, url: str, expected: str) -> None:
    assert link(base_url, url) == expected


@pytest.mark.parametrize(
    "text", ["", "https://x.vn/2025/02/ten-bai.html", "a_b~c", "Tên & bài  “x”", "/a?b=1#c", "0/１", "-", " "]
)
def test_a_component_has_no_mark_that_an_address_could_read(text: str) -> None:
    assert component(text) == quote(text, safe="")


@given(st.text())
def test_any_text_can_be_a_component(text: str) -> None:
    assert component(text) == quote(text.encode("utf-8", "replace"), safe="")


@given(st.text("a/-.:#Đ ?%"), st.sampled_from(["https://x.vn", "https://x.vn/", "https://x.vn/báo"]))
def test_what_needs_no_encoding_is_the_same_as_if_it_had_been_encoded(url: str, base_url: str) -> None:
    assert link(base_url, url) == address.site_link(base_url, url)
    root = f"https://x.vn{address.base_path(base_url)}"
    assert absolute(base_url, url) == address.absolute(root, url)
