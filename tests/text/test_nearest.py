import pytest

from hatinh_news.text.nearest import nearest

KEYS = (
    "title",
    "description",
    "date",
    "publish_date",
    "draft",
    "slug",
    "section",
    "topics",
    "authors",
    "image",
    "lang",
)
SECTIONS = ("Thời sự", "Kinh tế", "Xã hội", "Văn hóa")


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("tilte", "title"),
        ("Topics", "topics"),
        ("topic", "topics"),
        ("auhtor", "authors"),
        ("publishDate", "publish_date"),
        ("publish-date", "publish_date"),
        ("img", "image"),
        ("xyz", None),
        ("", None),
    ],
)
def test_the_key_that_was_meant(word: str, meant: str | None) -> None:
    assert nearest(word, KEYS) == meant


@pytest.mark.parametrize(
    ("word", "meant"),
    [("thoi su", "Thời sự"), ("THỜI SỰ", "Thời sự"), ("Văn hoá", "Văn hóa"), ("xa hôii", "Xã hội"), ("Bóng đá", None)],
)
def test_the_section_that_was_meant(word: str, meant: str | None) -> None:
    assert nearest(word, SECTIONS) == meant


def test_a_word_that_is_the_same_but_for_marks_beats_all_before_it() -> None:
    assert nearest("hoi", ["hỏii", "hội", "hỏi"]) == "hội"


def test_the_first_of_equals_is_meant() -> None:
    assert nearest("abcd", ["abce", "abcf"]) == "abce"
    assert nearest("abcd", iter(["abcf", "abce"])) == "abcf"


def test_nothing_is_near_where_nothing_is() -> None:
    assert nearest("title", []) is None
