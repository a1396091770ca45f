import unicodedata
from itertools import combinations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hatinh_news.text.fold import fold, match_key

LATIN = st.text(st.characters(max_codepoint=0x24F) | st.sampled_from("ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ"))
TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")


def test_every_case_of_folding(fold_for_search_case: dict[str, str]) -> None:
    assert fold(fold_for_search_case["in"]) == fold_for_search_case["out"]


def test_folding_leaves_other_scripts_and_punctuation_alone() -> None:
    assert fold("“Covid-19” – 中国, Москва й") == "“covid-19” – 中国, москва й"


@given(LATIN)
@settings(max_examples=100, deadline=None)
def test_folding_does_not_depend_on_the_unicode_form(text: str) -> None:
    folded = fold(text)
    assert fold(unicodedata.normalize("NFD", text)) == folded
    assert fold(folded) == folded


def test_every_vietnamese_letter_folds_to_ascii() -> None:
    marked = [letter + tone for letter, tone in product("aăâeêioôơuưydđ", TONES)]
    assert all(fold(letter).isascii() and fold(letter.upper()).isascii() for letter in marked)


def test_every_case_of_one_word_in_two_spellings(same_word_case: list[str]) -> None:
    one, other = same_word_case
    assert match_key(one) == match_key(other)


def test_every_case_of_two_words(different_words_case: list[str]) -> None:
    one, other = different_words_case
    assert match_key(one) != match_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("KỲ HỌP", "kỳ họp"),
        ("Hà\u00a0 Tĩnh\n", "Hà Tĩnh"),
        ("hoàn", "hòan"),
        ("giá", "gía"),
        ("tr&ocirc;̀ng", "trồng"),
        ("khuỷu", "khủyu"),
        ("nguyễn", "nguỹên"),
    ],
)
def test_case_space_form_and_place_of_the_tone_do_not_matter(one: str, other: str) -> None:
    assert match_key(one) == match_key(other)
    assert match_key(unicodedata.normalize("NFD", one)) == match_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("mỹ", "mĩ"), ("Nha Trang", "Nhà Trắng"), ("đa", "da"), ("bébe", "bebé"), ("à a", "a à"), ("A-B", "A B")],
)
def test_everything_else_matters(one: str, other: str) -> None:
    assert match_key(one) != match_key(other)


@given(
    onset=st.sampled_from(["", "b", "đ", "ngh", "q", "g", "kh"]),
    vowels=st.text("aăâeêioôơuưy", min_size=1, max_size=3),
    coda=st.sampled_from(["", "n", "ng", "ch", "t"]),
)
@settings(max_examples=100, deadline=None)
def test_a_tone_counts_as_its_syllables_wherever_it_stands(onset: str, vowels: str, coda: str) -> None:
    keys = [
        {match_key(onset + vowels[:place] + tone + vowels[place:] + coda) for place in range(1, len(vowels) + 1)}
        for tone in TONES
    ]
    assert [len(same) for same in keys] == [1] * len(TONES)
    assert all(one.isdisjoint(other) for one, other in combinations(keys, 2))
