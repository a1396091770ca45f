import unicodedata
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hatinh_news.text.clean import clean_line
from hatinh_news.text.order import dictionary_key, given_name, given_name_key, initial

WORDS = st.text(st.sampled_from("aàảãáạăâbdđeêơƠAÂĐ12 -ü中"), max_size=8)


def sort_again(words: list[str], key: Callable[[str], str]) -> list[str]:
    """Sort from the opposite order, where words that tie would stay."""
    backwards = list(reversed(words))
    return sorted(backwards, key=key)


def test_dictionary_order(cases: dict[str, Any]) -> None:
    words = cases["collation_dictionary"]
    assert sort_again(words, dictionary_key) == words


def test_syllables_come_before_tones_unlike_in_cldr(cases: dict[str, Any]) -> None:
    assert sorted(cases["collation_cldr_vi"], key=dictionary_key) == cases["collation_dictionary"]


@pytest.mark.parametrize("section", ["tone_order", "alphabet"])
def test_order_of_letters_and_tones(section: str, cases: dict[str, Any]) -> None:
    letters = cases[section]
    assert sort_again(letters, dictionary_key) == letters
    assert sort_again(list(map(str.upper, letters)), dictionary_key) == [letter.upper() for letter in letters]


def test_people_stand_by_given_name(cases: dict[str, Any]) -> None:
    names = cases["names_by_given_name"]
    assert sort_again(names, given_name_key) == names


@pytest.mark.parametrize(
    "ordered",
    [
        ["Trần Thị An", "Lê An Anh", "Lê Văn Anh", "Trần Anh", "Nguyễn ÁNH"],
        ["", "PV", "Lê Vy"],
    ],
)
def test_people_of_one_given_name_stand_by_the_whole_name(ordered: list[str]) -> None:
    assert sort_again(ordered, given_name_key) == ordered


@pytest.mark.parametrize(
    "ordered",
    [
        ["ba", "Ba", "BA", "Ba Đồn", "bà", "Bà"],
        ["e", "f", "g", "i", "j", "k", "v", "w", "x", "y", "z"],
        ["cao", "çap", "cát", "u", "üb", "uc"],
        ["z", "中"],
        ["Hà Nội", "Hà Nội - Huế", "Hà Nội - Vinh", "hà oa"],
        ["ấp", "ấp 2", "ấp Bắc"],
    ],
)
def test_order_beyond_the_alphabet(ordered: list[str]) -> None:
    assert sort_again(ordered, dictionary_key) == ordered


@given(st.lists(WORDS, max_size=8))
@settings(max_examples=100, deadline=None)
def test_the_order_is_total(words: list[str]) -> None:
    words = sorted({clean_line(word) for word in words}, key=dictionary_key)
    assert all(dictionary_key(one) < dictionary_key(other) for one, other in pairwise(words))
    assert sort_again(words, dictionary_key) == words
    assert [dictionary_key(unicodedata.normalize("NFD", word)) for word in words] == list(map(dictionary_key, words))


@pytest.mark.parametrize(
    ("text", "letter"),
    [
        ("Ánh", "A"),
        ("ân", "Â"),
        ("Ẳng", "Ă"),
        ("Đào", "Đ"),
        ("ðảng", "Đ"),
        ("“Ông lão”", "Ô"),
        ("Ợ", "Ơ"),
        ("u\u031b\u0323", "Ư"),
        ("wifi", "W"),
        ("Über", "U"),
        ("12 giờ", "#"),
        ("中国", "#"),
        ("…", "#"),
        ("", "#"),
    ],
)
def test_the_heading_that_a_text_stands_under(text: str, letter: str) -> None:
    assert initial(text) == letter


@pytest.mark.parametrize(("name", "given"), [("Đặng Văn Ân", "Ân"), ("Thu Hà ", "Hà"), ("PV", "PV"), ("…", "")])
def test_people_go_by_their_last_syllable(name: str, given: str) -> None:
    assert given_name(name) == given
