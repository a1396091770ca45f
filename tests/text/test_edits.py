"""Edits of a published text: which of them readers should be told of."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hatinh_news.text.edits import FEW, material_edit

STORY = (
    "Sáng 5/3, tại xã Sơn Kim, ông Trần Văn Hòa cho biết 12 hộ dân không phải di dời. "
    "Mưa lớn trong đêm làm ngập 1.500 ha lúa. Thiệt hại chưa được thống kê đầy đủ. "
    "Chính quyền xã đã huy động dân quân giúp bà con kê cao đồ đạc và chuyển lương thực lên gác. "
    "Đến trưa, nước rút dần, đường vào thôn đã đi lại được."
)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Trần Văn Hòa", "Trần Văn Hoà"),
        ("Trần Văn Hòa", "Trần Văn Hóa"),
        ("Mưa lớn", "Mưa rất lớn"),
        ("1.500 ha", "1500 ha"),
        ("Sáng 5/3", "Sáng 05/3"),
        ("đã đi lại được", "đi lại đã được"),
        ("kê cao đồ đạc và chuyển lương thực lên gác", "kê cao đồ đạc, chuyển thóc gạo lên gác"),
        ("Đến trưa, nước rút dần, đường", "Nước rút dần đến trưa, đường"),
        (". Mưa", ".\n\nMưa"),
    ],
)
def test_slips_that_are_mended_and_words_that_are_polished_do_not_matter(before: str, after: str) -> None:
    assert material_edit(STORY, STORY.replace(before, after)) is None


@pytest.mark.parametrize(
    ("before", "after", "matter", "was", "now"),
    [
        ("12 hộ", "21 hộ", "number", "12", "21"),
        ("5/3", "5/4", "number", "5/3", "5/4"),
        ("1.500 ha", "15,00 ha", "number", "1.500", "15,00"),
        (" ha lúa", " ha lúa, 3 ha ngô", "number", "", "3 ha ngô"),
        ("không phải di dời", "phải di dời", "negation", "không", ""),
        ("chưa được", "được", "negation", "chưa", ""),
        ("Trần Văn Hòa", "Lê Thị Mai", "name", "Trần Văn Hòa", "Lê Thị Mai"),
        ("Sơn Kim", "Sơn Hồng", "name", "Kim", "Hồng"),
    ],
)
def test_another_number_denial_or_name_matters_however_small(
    before: str, after: str, matter: str, was: str, now: str
) -> None:
    edit = material_edit(STORY, STORY.replace(before, after))
    assert edit is not None
    assert (edit.matter, edit.before, edit.after) == (matter, was, now)


def test_much_new_text_matters() -> None:
    edit = material_edit(STORY, f"{STORY} Nhiều đoàn thiện nguyện đã mang gạo, mì tôm và nước sạch đến tận từng nhà.")
    assert edit is not None
    assert (edit.matter, edit.before, edit.after) == ("text", "", "Nhiều đoàn thiện nguyện đã mang …")
    assert edit.syllables == FEW + 4


def test_a_sentence_less_matters_in_a_short_text_and_not_in_a_long_one() -> None:
    sentence = "Bà con trong thôn ai cũng mừng vì nước đã rút trước khi trời tối hẳn."
    long = "\n".join([STORY] * 6)
    assert material_edit(STORY + sentence, STORY) is not None
    assert material_edit(f"{long} {sentence}", long) is None


@given(st.text(max_size=200))
def test_a_text_that_stays_is_no_edit(text: str) -> None:
    assert material_edit(text, text) is None
    assert material_edit(text, f"  {text}\n") is None


@given(st.text(max_size=60), st.text(max_size=60))
def test_whatever_is_edited_has_an_answer(before: str, after: str) -> None:
    edit = material_edit(before, after)
    assert edit is None or edit.syllables > 0
