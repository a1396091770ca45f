import re
import unicodedata
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hatinh_news.text.fold import match_key
from hatinh_news.text.slug import RESERVED, slug, telex, telex_slug

VIETNAMESE = "aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵbcdđghklmnpqrstvx"
TITLE = st.text(
    st.sampled_from(VIETNAMESE + VIETNAMESE.upper() + " 0123456789.,:;!?()/&+-–—“”‘’…°²½ßçüñ中國🎉"), max_size=120
)
# Few letters, so that what Telex writes with two often meets what is spelt with two.
NAME = st.lists(st.text("aăâáàeêéoôơuưúddđszwfr", min_size=1, max_size=4), min_size=1, max_size=2).map(" ".join)


def test_every_case_of_slugs(slug_case: dict[str, Any]) -> None:
    title = slug_case["in"]
    assert slug(unicodedata.normalize("NFD", title) if slug_case.get("nfd") else title) == slug_case["slug"]


def test_every_case_of_cutting(slug_truncation_case: dict[str, Any]) -> None:
    assert slug(slug_truncation_case["in"], max_length=slug_truncation_case["max"]) == slug_truncation_case["slug"]


def test_every_case_of_one_slug_for_several_titles(slug_collisions_case: dict[str, Any]) -> None:
    assert {slug(title) for title in slug_collisions_case["titles"]} == {slug_collisions_case["slug"]}


def test_telex_tells_such_titles_apart_unless_they_match(slug_collisions_case: dict[str, Any]) -> None:
    for one, other in combinations(slug_collisions_case["titles"], 2):
        assert (telex_slug(one) == telex_slug(other)) == (match_key(one) == match_key(other))


def test_every_reserved_case_is_reserved(slug_reserved_case: str) -> None:
    assert slug_reserved_case in RESERVED


def test_reserved_names_are_slugs() -> None:
    assert all(slug(name) == name for name in RESERVED)


@given(TITLE, st.integers(1, 90))
@settings(max_examples=100, deadline=None)
def test_a_slug_is_short_plain_and_its_own_slug(title: str, max_length: int) -> None:
    name = slug(title, max_length)
    assert re.fullmatch("(?:[a-z0-9]+(?:-[a-z0-9]+)*)?", name)
    assert len(name) <= max_length
    assert slug(name, max_length) == name
    assert slug(title, 1000).startswith(name)


def test_a_word_longer_than_the_slug_is_cut() -> None:
    assert slug("siêudàivôtận rồi", max_length=5) == "sieud"


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("Nha Trang", "nha trang"),
        ("Nhà Trắng", "nhaf trawngs"),
        ("Đường Nguyễn Thị Ươm", "dduwowngf nguyeenx thij uwowm"),
        ("Kỳ họp tỉnh", "kyf hopj tinhr"),
        ("QUÝ 18-NQ/TW", "quys 18-nq/tw"),
        ("Đắklắk", "ddawzsklawzsk"),
        ("xông, xoong", "xoong, xozong"),
        ("hás, has, há", "hass, hasz, has"),
        ("Zalo", "zzalo"),
        ("TP", "tp"),
    ],
)
def test_telex_writes_marks_as_they_are_typed(text: str, typed: str) -> None:
    assert telex(text) == typed


def test_telex_tells_a_city_from_a_house() -> None:
    assert telex_slug("Nha Trang") == "nha-trang"
    assert telex_slug("Nhà Trắng") == "nhaf-trawngs"
    assert telex_slug("Nhà Trắng", max_length=6) == "nhaf"


@given(NAME, NAME)
@settings(max_examples=100, deadline=None)
def test_telex_is_one_spelling_for_one_name(one: str, other: str) -> None:
    assert (telex_slug(one) == telex_slug(other)) == (match_key(one) == match_key(other))
    assert telex(one).isascii()


def test_telex_tells_every_short_word_apart() -> None:
    letters = "aâàáăeéoôơwszd đ".replace(" ", "")
    words = {a + b + c + d for a in letters for b in letters for c in ["", *letters] for d in ["", "s", "w", "á"]}
    names = {telex_slug(word): match_key(word) for word in words}
    assert len(names) == len({match_key(word) for word in words})
