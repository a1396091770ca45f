import pytest
from hypothesis import given
from hypothesis import strategies as st

from hatinh_news.text.slip import one_slip, with_one_less


@pytest.mark.parametrize(
    "typed",
    [
        "nôn thôn mới",
        "nông thôn mớii",
        "nông thôm mới",
        "nông thnô mới",
        "nôngthôn mới",
        "ông thôn mới",
        "nông thôn mớ",
    ],
)
def test_one_slip_makes_another_text(typed: str) -> None:
    assert one_slip(typed, "nông thôn mới")
    assert one_slip("nông thôn mới", typed)


@pytest.mark.parametrize("typed", ["nông thôn mới", "nôn thôn mớ", "mới nông thôn", "", "nông thôn", "nônt hônm ới"])
def test_no_slip_and_more_than_one_are_none(typed: str) -> None:
    assert not one_slip(typed, "nông thôn mới")


word = st.text("abc ", max_size=6)


@given(one=word, other=word)
def test_texts_one_slip_apart_have_a_piece_in_common(one: str, other: str) -> None:
    if one_slip(one, other):
        assert set(with_one_less(one)) & set(with_one_less(other))


@given(text=word, letter=st.sampled_from("abcx"), place=st.integers(0, 6))
def test_a_letter_more_is_one_slip(text: str, letter: str, place: int) -> None:
    assert one_slip(text[:place] + letter + text[place:], text)
