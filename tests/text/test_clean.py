import sys
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hatinh_news.text import clean
from hatinh_news.text.clean import clean_line, clean_text

NOISE = (
    "&",
    ";",
    "&amp;",
    "&lt;",
    "&ocirc;",
    "&#",
    "x6f",
    "111",
    "\u0302",
    "\u0301",
    "o",
    "\u00d0",
    "\u00f0",
    "\u200b",
)
BLANKS = ("\u00a0", " ", "\t", "\n", "\r", "\x0b", "\u2028", "\x1d", "\ufeff", "\u00ad")
MARKDOWN = ("*", "_", "<", ">", "[", "]", "`", "|", "#", '"', "\\", "/", "&#42;", "&quot;", "&nbsp;")
typed = st.lists(st.one_of(st.sampled_from(NOISE + BLANKS + MARKDOWN), st.text(max_size=3))).map("".join)


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("  Hà\u00a0Tĩnh \r\n hôm\tnay ", "Hà Tĩnh hôm nay"),
        ("M&ocirc; hình tr&ocirc;̀ng", "Mô hình trồng"),
        ("a\u200b\u200eb\u2060c\ufeffd\u00ade\x08f\x1dg\x7fh\u202ei\u2066j\ufffek", "abcdefghijk"),
        ("ÐẠI hội ðảng", "ĐẠI hội đảng"),
        ("R&D &amp; &lt;AI&gt; &quot;x&quot;", 'R&D & <AI> "x"'),
        ("một\u2028hai\x0bba\x85bốn", "một hai ba bốn"),
        ("o\u200b\u0302", "ô"),
        ("&amp;ocirc;", "ô"),
        ("“Đoàn – 5 € …”", "“Đoàn – 5 € …”"),
        ("", ""),
    ],
)
def test_a_line_is_decoded_composed_and_rid_of_what_nobody_sees(raw: str, clean: str) -> None:
    assert clean_line(raw) == clean


def test_a_line_keeps_what_editors_typed() -> None:
    line = "Hoà bình, hòa bình; Qúy — “VIỆT  NAM”!!  lý/lí".replace("  ", " ")
    assert clean_line(line) is not None
    assert clean_line(line) == line


@given(typed)
@settings(max_examples=100, deadline=None)
def test_a_clean_line_is_one_composed_line_and_stays_as_it_is(raw: str) -> None:
    line = clean_line(raw)
    assert clean_line(line) == line
    assert unicodedata.is_normalized("NFC", line)
    assert line.split() == line.split(" ") or not line


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("tr&ocirc;̀ng &#7897; &#x1ED9; &#111;\u0302", "trồng ộ ộ ô"),
        ("&ldquo;a&rdquo; &hellip; &ndash; &copy; &#150;", "“a” … – © –"),
        ("một\r\nhai\rba\n\n\tbốn\r\n", "một\nhai\nba\n\n\tbốn\n"),
        ("a\u200bb&#8203;c&shy;d\x08e&#8;f", "abcdef"),
        ("Ðảng &ETH;ảng ð", "Đảng Đảng đ"),
        ("a\u2028b\x0bc\x0cd\x85e", "a b c d e"),
        ("Hà\u00a0Tĩnh  hai dấu cách  ", "Hà\u00a0Tĩnh  hai dấu cách  "),
        ("o\u200b\u0302 &ocir\u200bc;", "ô ô"),
    ],
)
def test_a_body_is_cleaned_line_for_line(raw: str, clean: str) -> None:
    assert clean_text(raw) == clean


@pytest.mark.parametrize(
    "raw",
    [
        "&lt; &gt; &amp; &quot; &apos; &#60; &#x3C; &#38;",
        "&#42; &#x5f; &#35; &#91; &lsqb; &vert; &bsol; &grave; &#8175;",
        "&nbsp; &ensp; &#9; &#10; &#13; &#32; &Tab; &NewLine; &#8232;",
        "&#49;. một",
        "&notit; &khong; &copy &ocirc",
        "\\&ocirc;",
        "<&#98;r> </&#98;> &&#108;t;",
        "[ảnh](/a?b=1&c=2)",
        "R&D",
        "&bne; &nvlt;",
    ],
)
def test_a_body_keeps_entities_that_could_become_markup(raw: str) -> None:
    assert clean_text(raw) == raw


@given(typed)
@settings(max_examples=100, deadline=None)
def test_a_clean_body_keeps_its_lines_and_its_markup_and_stays_as_it_is(raw: str) -> None:
    body = clean_text(raw)
    assert clean_text(body) == body
    assert body.count("\n") == raw.replace("\r\n", "\n").replace("\r", "\n").count("\n")
    assert unicodedata.is_normalized("NFC", body)
    for sign in '*_<>[]|"':
        assert body.count(sign) == raw.count(sign)


def test_characters_that_pass_untouched_are_clean_in_any_company() -> None:
    letters = [chr(code) for code in range(sys.maxunicode) if not clean._SUSPECT.match(chr(code))]
    assert clean._clean("".join(letters)) == "".join(letters)
    assert not any(unicodedata.combining(letter) for letter in letters)
    assert {"\r", "&", "\u00ad", "\u00d0", "\u00f0", "\u200b", "\u0300", "\u2028"}.isdisjoint(letters)
