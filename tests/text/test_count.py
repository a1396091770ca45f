import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hatinh_news.text.count import count_words, reading_minutes


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("Kỳ họp HĐND tỉnh Hà Tĩnh", 6),
        ("phát triển kinh tế - xã hội", 6),
        ("Đảng ta — 95 năm …", 4),
        ("“Ông” (bà) *** TP.HCM 18-NQ/TW", 4),
        ("Hà\u00a0Tĩnh\n\nhôm\tnay", 4),
        ("_ -- ! _a_", 1),
    ],
)
def test_syllables_are_counted_and_lone_signs_are_not(text: str, words: int) -> None:
    assert count_words(text) == words


@pytest.mark.parametrize(("words", "minutes"), [(0, 1), (329, 1), (330, 2), (440, 2), (550, 3), (2200, 10)])
def test_reading_takes_a_minute_for_220_syllables(words: int, minutes: int) -> None:
    assert reading_minutes(words) == minutes


@given(st.text(st.sampled_from("aấ1_-.,“…٣² \n\t\u00a0\u2009\u0301\U0001f600"), max_size=30))
@settings(max_examples=200, deadline=None)
def test_a_word_holds_a_letter_or_digit_whatever_white_space_is_around_it(text: str) -> None:
    assert count_words(text) == sum(any(map(str.isalnum, word)) for word in text.split())
