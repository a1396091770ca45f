"""A headline as a picture, where an article has no photo."""

import io
from itertools import pairwise
from unicodedata import normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageColor, ImageDraw

from hatinh_news.pictures import headline_picture
from hatinh_news.pictures.lettering import LETTERS, fitted, font, legible
from hatinh_news.pictures.sheet import BAND, FOOT, HEIGHT, MARGIN, WIDTH

PAPER = "Báo Bến Tam Soa"
COLOUR = "#123f4a"
STACKED = "Nguyễn Ưỡng Ẫm, Ổ Ễnh Ương, Ặc Ợ Ữ Ỵ: "
LONG = (STACKED + "bà con ven sông dựng lại trường học sau đợt mưa lớn kéo dài, đường liên xã vẫn ngập ") * 2
HEADLINES = [
    "Lũ rút",
    STACKED,
    LONG[:190],
    "Ẫ" * 190,
    "Ưỡ Ẵg " * 31,
    "Một từ " + "dài" * 40,
    LONG * 8,
    "W" * 5_000,
]


def drawn(headline: str, paper: str = PAPER, colour: str = COLOUR, section: str = "") -> Image.Image:
    body = headline_picture(headline, paper, colour, section)
    image = Image.open(io.BytesIO(body))
    assert (image.format, image.mode, image.size) == ("PNG", "P", (1200, 630))
    return image.convert("RGB")


def inked(image: Image.Image, box: tuple[int, int, int, int]) -> tuple[int, int, int, int] | None:
    """Where in a box of one ground there is anything else, as seen from the box."""
    part = image.crop(box)
    ground = Image.new("RGB", part.size, part.getpixel((0, 0)))
    return ImageChops.difference(part, ground).getbbox()


@pytest.mark.parametrize("section", ["", "Thời sự"])
@pytest.mark.parametrize("headline", HEADLINES, ids=range(len(HEADLINES)))
def test_letters_and_their_marks_stay_within_the_margins(headline: str, section: str) -> None:
    image = drawn(headline, section=section)
    ink = inked(image, (0, BAND, WIDTH, HEIGHT - FOOT))
    assert ink
    left, top, right, bottom = ink
    assert left >= MARGIN - 4  # an A leans out by a hair
    assert right <= WIDTH - MARGIN + 4
    assert top >= 20
    assert bottom <= HEIGHT - FOOT - BAND - 20


@pytest.mark.parametrize("headline", ["Ẫ", "Ẵ", "Ữ", "g", "Ậ", "Ợ", "Ç"])
def test_no_mark_is_cut_off(headline: str) -> None:
    ink = inked(drawn(headline), (0, BAND, WIDTH, HEIGHT - FOOT))
    mask, _ = font(88).getmask2(headline)
    box = mask.getbbox()
    assert ink
    assert box
    assert abs((ink[3] - ink[1]) - (box[3] - box[1])) <= 2
    assert abs((ink[2] - ink[0]) - (box[2] - box[0])) <= 2


def test_a_headline_of_190_letters_is_told_whole() -> None:
    lettering = fitted(legible(LONG[:190]), 1056, 350, range(88, 34, -2))
    assert " ".join(lettering.lines) == legible(LONG[:190])
    assert lettering.size >= 40


def test_short_headlines_are_large_and_long_ones_small() -> None:
    sizes = [fitted(legible(LONG[:count]), 1056, 350, range(88, 34, -2)).size for count in (20, 80, 120, 190, 260)]
    assert sizes == sorted(sizes, reverse=True)
    assert len(set(sizes)) >= 4


def test_lines_are_of_like_length() -> None:
    lettering = fitted("Nước sông Ngàn Sâu lên nhanh trong đêm, nhiều xã bị ngập", 1056, 350, (72,))
    lengths = [font(72).getlength(line) for line in lettering.lines]
    assert len(lengths) == 3
    assert max(lengths) < 1.35 * min(lengths)


def test_a_word_is_cut_only_where_no_size_holds_it() -> None:
    assert fitted("mưa " + "x" * 30, 1056, 350, range(88, 34, -2)).lines[-1] == "x" * 30
    cut = fitted("mưa " + "x" * 90, 1056, 350, range(88, 34, -2))
    assert "".join(cut.lines) == "mưa" + "x" * 90


def test_no_mark_is_parted_from_its_letter_where_a_word_is_cut() -> None:
    word = "x\u0323" * 60
    assert all(line[0] == "x" for line in fitted(word, 300, 4_000, (88,)).lines)


def test_what_fits_in_no_size_ends_in_an_ellipsis_after_a_word() -> None:
    lettering = fitted(legible(LONG * 8), 1056, 350, range(88, 34, -2))
    *_, last = lettering.lines
    assert last.endswith("…")
    assert legible(LONG * 8).startswith(" ".join(lettering.lines)[:-1] + " ")
    assert lettering.height <= 350


def test_spaces_that_do_not_break_hold_words_together() -> None:
    lettering = fitted(legible("Mưa\u00a0to\n ngập  đường"), 300, 4_000, (60,))
    assert lettering.lines[0] == "Mưa\u00a0to"


@settings(deadline=None, max_examples=60)
@given(st.text(st.characters(codec="utf-8"), max_size=250), st.integers(60, 1100), st.integers(60, 500))
def test_any_text_fits(text: str, width: int, height: int) -> None:
    words = legible(text)
    if words:
        lettering = fitted(words, width, height, range(40, 18, -4))
        assert all(font(lettering.size).getlength(line) <= width for line in lettering.lines)
        assert lettering.height <= max(height, font(lettering.size).size * 1.4)


def test_every_letter_that_is_said_to_be_drawn_is_drawn() -> None:
    def drawing(letter: str) -> tuple[object, ...]:
        mask, offset = font(40).getmask2(letter)
        return mask.size, offset, bytes(mask)

    missing = drawing("\uffff")
    letters = [chr(each) for first, last in LETTERS for each in range(first, last + 1)]
    assert [letter for letter in letters if drawing(letter) == missing] == []
    vowels = "AĂÂEÊIOÔƠUƯYaăâeêioôơuưy"
    vietnamese = {normalize("NFC", vowel + mark) for vowel in vowels for mark in "\u0300\u0301\u0303\u0309\u0323"}
    assert vietnamese | set(vowels + "Đđ₫") <= set(letters)


@pytest.mark.parametrize("pair", ["Tĩ", "Vĩ", "lĩ", "kĩ", "Tì", "Hĩ", "Pí"])
def test_the_mark_over_an_i_does_not_touch_the_letter_before_it(pair: str) -> None:
    sheet = Image.new("L", (400, 300))
    ImageDraw.Draw(sheet).text((20, 20), pair, fill=255, font=font(200))
    columns = [sheet.crop((at, 0, at + 1, 300)).getbbox() is not None for at in range(400)]
    assert sum(not before and here for before, here in pairwise(columns)) == 2


def test_marks_apart_from_their_letters_give_the_same_picture() -> None:
    apart = normalize("NFD", STACKED)
    assert apart != STACKED
    assert headline_picture(apart, PAPER, COLOUR) == headline_picture(STACKED, PAPER, COLOUR)


def test_the_same_headline_gives_the_same_bytes() -> None:
    assert headline_picture(LONG, PAPER, COLOUR, "Đời sống") == headline_picture(LONG, PAPER, COLOUR, "Đời sống")


def test_what_the_font_cannot_draw_is_left_out_or_written_otherwise() -> None:
    assert legible("Bão 🌀 đến:\tｃấp １２ 台風") == "Bão đến: cấp 12"
    assert headline_picture("Bão 🌀 đến", PAPER, COLOUR) == headline_picture("Bão đến", PAPER, COLOUR)


@pytest.mark.parametrize("headline", ["", "  ", "🌀", PAPER])
def test_without_a_headline_the_name_stands_alone_on_its_colour(headline: str) -> None:
    image = drawn(headline)
    assert image.getpixel((5, 5)) == image.getpixel((1195, 625)) == ImageColor.getrgb(COLOUR)
    assert inked(image, (0, 0, WIDTH, HEIGHT))
    assert headline_picture(headline, PAPER, COLOUR) == headline_picture("", PAPER, COLOUR)


def test_a_newspaper_without_a_name_that_can_be_drawn_has_a_picture_all_the_same() -> None:
    assert inked(drawn("", paper="台風"), (0, 0, WIDTH, HEIGHT)) is None


@pytest.mark.parametrize(
    ("colour", "ink"), [("#123f4a", (255, 255, 255)), ("#ffd54a", (24, 24, 24)), ("#9b1c1c", (255, 255, 255))]
)
def test_the_name_is_readable_on_its_band(colour: str, ink: tuple[int, int, int]) -> None:
    band = drawn("Lũ rút", colour=colour).crop((0, 0, WIDTH, BAND))
    colours = {found for _, found in band.getcolors(100) or []}
    assert {ImageColor.getrgb(colour), ink} <= colours


def test_a_section_is_told_in_the_colour_of_the_newspaper_if_that_can_be_read_on_white() -> None:
    def label(colour: str) -> set[object]:
        foot = drawn("Lũ rút", colour=colour, section="Đời sống").crop((0, HEIGHT - FOOT - 76, WIDTH, HEIGHT - FOOT))
        return {found for _, found in foot.getcolors(100) or []}

    assert ImageColor.getrgb("#9b1c1c") in label("#9b1c1c")
    assert ImageColor.getrgb("#ffd54a") not in label("#ffd54a")
    assert (24, 24, 24) in label("#ffd54a")


def test_a_long_name_stays_in_its_band() -> None:
    image = drawn("Lũ rút", paper="Tạp chí Nghiên cứu Ẫm thực và Ổ bánh mì miền Trung " * 4)
    left, top, right, bottom = inked(image, (0, 0, WIDTH, BAND)) or (0, 0, 0, 0)
    assert left >= MARGIN - 4
    assert top > 0
    assert right <= WIDTH - MARGIN + 4
    assert bottom < BAND


def test_pictures_are_small() -> None:
    assert all(len(headline_picture(headline, PAPER, COLOUR, "Thời sự")) < 60_000 for headline in HEADLINES)
