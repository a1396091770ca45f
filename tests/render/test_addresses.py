import pytest

from hatinh_news.render.addresses import absolute, link


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
