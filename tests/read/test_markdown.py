"""Markdown against its spec."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hatinh_news.model.article import Asset, Body, Photo
from hatinh_news.model.parts import THEME_IDS
from hatinh_news.read import markdown
from hatinh_news.read.library import Document, Library
from newsroom import TESTS, Case, parametrized

JPEG = bytes.fromhex("ffd8ffc0001108 01e0 0280 03011100021100031100ffd9")
"""The least that says of itself to be a picture of 640 × 480."""
DOCUMENT = Document("thoi-su/bai.md", "/2025/02/bai/")


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder = tmp_path_factory.mktemp("site")
    for name in ("anh.jpg", "phim.mp4", "bien.jpg"):
        (folder / name).write_bytes(JPEG)
    return Library(
        "https://bao.example",
        {"thoi-su/anh.jpg": str(folder / "anh.jpg"), "thoi-su/phim.mp4": str(folder / "phim.mp4")},
        {"/chung/bien.jpg": folder / "bien.jpg"},
    )


@parametrized("commonmark")
def test_commonmark_makes_the_html_of_the_spec(case: Case, library: Library) -> None:
    assert read(case.given, library).html == case.expected


@parametrized("markdown")
def test_markdown_makes_the_html_of_the_spec(case: Case, library: Library) -> None:
    assert read(case.given, library).html == case.expected


def read(text: str, library: Library) -> Body:
    return markdown.to_body(text, 1, DOCUMENT, library)[0]


def test_words_are_syllables_of_what_readers_read(library: Library) -> None:
    assert read("# Một hai\n\nba *bốn* [năm](https://a.vn) `sáu`\n\n![bảy](anh.jpg)\n", library).words == 6


def test_summary_is_what_stands_before_the_mark(library: Library) -> None:
    body = read("Mở *bài*\nhai dòng.\n\nĐoạn hai.\n\n<!-- more -->\n\nThân.\n", library)
    assert body.summary == "Mở bài hai dòng. Đoạn hai."


def test_no_mark_no_summary(library: Library) -> None:
    assert read("Mở bài.\n", library).summary == ""


def test_photos_links_and_files_are_gathered(library: Library) -> None:
    body = read('![một](anh.jpg "C | Ảnh: K") [hai](/chu-de/lúa/) [ba](../a.md)\n\n[bốn](phim.mp4)\n', library)
    assert body.photos == (Photo("/2025/02/bai/anh.jpg", "một", "C", "Ảnh: K", 640, 480),)
    assert [link.target for link in body.links] == ["/chu-de/lúa/", "a.md"]
    assert body.assets == (
        Asset("content/thoi-su/anh.jpg", "/2025/02/bai/anh.jpg"),
        Asset("content/thoi-su/phim.mp4", "/2025/02/bai/phim.mp4"),
    )


def test_links_know_their_places(library: Library) -> None:
    body = read("đầu\n\nhai dòng\nở [đây](/x/) và [kia](../a.md)\n", library)
    assert [str(link.place) for link in body.links] == ["content/thoi-su/bai.md:4:9", "content/thoi-su/bai.md:4:23"]


def test_two_files_of_one_name_get_two_addresses(library: Library) -> None:
    both = Library(library.base_url, {**library.files, "anh.jpg": library.files["thoi-su/anh.jpg"]})
    body = read("![a](anh.jpg) ![b](../anh.jpg) x\n", both)
    assert len({photo.url for photo in body.photos}) == 2


@given(st.text(alphabet=st.sampled_from("ab ăđ\n#*_`~[]()<>!|:-\\\"'&;0.^{}/"), max_size=200))
@settings(max_examples=100, deadline=None)
def test_no_text_is_too_much(text: str) -> None:
    body, _ = markdown.to_body(text, 1, DOCUMENT, Library("https://bao.example"))
    assert "<script" not in body.html


def test_ids_of_the_theme_are_not_given_to_headings() -> None:
    templates = (TESTS.parent / "templates").rglob("*.html")
    ids = {found for file in templates for found in re.findall(r'id="([a-z-]+)"', file.read_text(encoding="utf-8"))}
    assert ids == set(THEME_IDS)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("![a](//x.vn/a.jpg)\n", ["outside-picture 1:6"]),
        ("đầu\n&lt;b> cuối", ["raw-html 1:1"]),
        ("::: anh\n![mất](thieu.jpg)\n:::\n", ["missing-picture 2:8"]),
        ("::: video /mất.mp4\n:::\n", ["missing-file 1:11"]),
        ("::: video /chung/bien.mp4\n:::\n", []),
        ("[![a](anh.jpg)](/x/)\n", []),
    ],
)
def test_faults_know_what_and_where(library: Library, text: str, told: list[str]) -> None:
    film = Library(
        library.base_url, library.files, {**library.static, "/chung/bien.mp4": library.static["/chung/bien.jpg"]}
    )
    _, faults = markdown.to_body(text, 1, DOCUMENT, film)
    assert [f"{fault.code} {fault.place.line}:{fault.place.column}" for fault in faults] == told


def test_a_block_may_end_in_a_quotation_without_a_word(library: Library) -> None:
    assert '<aside class="box">' in read("> > ::: hop Hộp\n> > ", library).html
