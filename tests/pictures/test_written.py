"""What photographers and agencies write into pictures."""

import zlib
from unicodedata import normalize

import pytest

from darkroom import UTF8, iim, photo, png_of, resource, saved, with_iptc, with_segments, with_xmp, xmp
from hatinh_news.model.picture import Look
from hatinh_news.pictures import look

CAPTION = "Nước rút, bà con xã Hương Trạch dựng lại chợ"
SHOT = saved(photo())


def words(raw: bytes) -> tuple[str, str]:
    found = look(raw)
    assert isinstance(found, Look)
    return found.caption, found.credit


def test_a_picture_in_which_nothing_is_written_says_nothing() -> None:
    assert words(SHOT) == ("", "")


def test_utf8_that_says_so() -> None:
    assert words(with_iptc(SHOT, UTF8, (2, 120, CAPTION.encode()))) == (CAPTION, "")


def test_utf8_that_does_not_say_so() -> None:
    assert words(with_iptc(SHOT, (2, 120, CAPTION.encode()))) == (CAPTION, "")


def test_what_is_no_utf8_is_of_western_europe() -> None:
    assert words(with_iptc(SHOT, (2, 120, "Café “Mê Linh”".encode("cp1252")))) == ("Café “Mê Linh”", "")


def test_a_letter_that_was_cut_is_left_out() -> None:
    cut = "Nguyễn Thị Phương Thảo".encode()[:-1]
    assert words(with_iptc(SHOT, UTF8, (2, 80, cut + "ả".encode()[:2])))[1] == "Nguyễn Thị Phương Thả"


def test_marks_apart_from_their_letters_are_joined() -> None:
    apart = normalize("NFD", CAPTION)
    assert apart != CAPTION
    assert words(with_iptc(SHOT, UTF8, (2, 120, apart.encode())))[0] == CAPTION
    assert words(with_xmp(SHOT, xmp(f"<dc:description>{apart}</dc:description>")))[0] == CAPTION


def test_lines_and_spaces_become_one_space() -> None:
    assert words(with_iptc(SHOT, (2, 120, b" Hai \r\n\t dong \0")))[0] == "Hai dong"


@pytest.mark.parametrize(
    ("sets", "credit"),
    [
        ({80: "Minh Quang"}, "Minh Quang"),
        ({110: "TTX"}, "TTX"),
        ({115: "Kho ảnh"}, "Kho ảnh"),
        ({80: "Minh Quang", 110: "TTX"}, "Minh Quang/TTX"),
        ({80: "Minh Quang", 115: "Kho ảnh"}, "Minh Quang/Kho ảnh"),
        ({80: "Minh Quang", 110: "MINH QUANG / TTX"}, "MINH QUANG / TTX"),
        ({80: "Minh Quang (TTX)", 110: "TTX"}, "Minh Quang (TTX)"),
        ({110: "TTX", 115: "Kho ảnh"}, "TTX"),
        ({80: " ", 110: ""}, ""),
    ],
)
def test_author_and_agency_are_credited(sets: dict[int, str], credit: str) -> None:
    raw = with_iptc(SHOT, UTF8, *((2, number, text.encode()) for number, text in sets.items()))
    assert words(raw) == ("", credit)


def test_all_authors_are_named_and_one_caption_is_told() -> None:
    raw = with_iptc(SHOT, UTF8, (2, 80, b"Lan"), (2, 80, b"Hoa"), (2, 120, b"Mot"), (2, 120, b"Hai"))
    assert words(raw) == ("Mot", "Lan, Hoa")


def test_a_caption_in_a_long_dataset_is_read() -> None:
    long = b"\x1c\x02\x78\x80\x04" + (40_000).to_bytes(4, "big") + b"a" * 40_000
    raw = with_segments(SHOT, (0xED, b"Photoshop 3.0\0" + resource(0x0404, long)))
    assert words(raw)[0] == "a" * 40_000


def test_a_block_that_goes_on_in_the_next_segment_is_read_among_others() -> None:
    block = (
        resource(0x03ED, b"odd", b"ten") + resource(0x0404, iim(UTF8, (2, 120, CAPTION.encode()))) + resource(1, b"")
    )
    first, second = block[:50], block[50:]
    raw = with_segments(SHOT, (0xED, b"Photoshop 3.0\0" + first), (0xED, b"Photoshop 3.0\0" + second))
    assert words(raw)[0] == CAPTION


@pytest.mark.parametrize(
    "block", [b"", b"8BIM", b"8BIM\x04\x04", b"8BIM\x04\x04\xff", b"none", b"8BIM\x04\x04\0\0\xff"]
)
def test_a_block_that_breaks_off_says_nothing(block: bytes) -> None:
    assert words(with_segments(SHOT, (0xED, b"Photoshop 3.0\0" + block))) == ("", "")


LISTED = f"""
    <dc:description><rdf:Alt><rdf:li xml:lang="x-default">{CAPTION}</rdf:li>
      <rdf:li xml:lang="en">The water falls</rdf:li></rdf:Alt></dc:description>
    <dc:creator><rdf:Seq><rdf:li>Lan</rdf:li><rdf:li>Hoa</rdf:li></rdf:Seq></dc:creator>
    <dc:rights>Giữ bản quyền</dc:rights>"""


def test_xmp_is_read_where_there_is_no_iptc() -> None:
    assert words(with_xmp(SHOT, xmp(LISTED, 'photoshop:Credit="TTX"'))) == (CAPTION, "Lan, Hoa/TTX")


def test_xmp_is_read_in_png_and_webp() -> None:
    packet = xmp(LISTED)
    plain = (b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + packet)
    packed = (b"iTXt", b"XML:com.adobe.xmp\0\x01\0\0\0" + zlib.compress(packet))
    assert words(png_of(1, 1, b"\0\0", plain)) == (CAPTION, "Lan, Hoa")
    assert words(png_of(1, 1, b"\0\0", packed)) == (CAPTION, "Lan, Hoa")
    assert words(saved(photo(), "WEBP", xmp=packet)) == (CAPTION, "Lan, Hoa")


@pytest.mark.parametrize("body", [b"\0", b"\x01\0\0\0no stream", b"\0\0\0\0no xml", b"\0\0\0"])
def test_an_xmp_chunk_of_nonsense_says_nothing(body: bytes) -> None:
    assert words(png_of(1, 1, b"\0\0", (b"iTXt", b"XML:com.adobe.xmp\0" + body))) == ("", "")


def test_iptc_comes_first_unless_it_was_cut_short() -> None:
    both = with_xmp(with_iptc(SHOT, UTF8, (2, 120, b"Cho"), (2, 80, b"Lan")), xmp(LISTED))
    assert words(both) == ("Cho", "Lan, Hoa")
    assert words(with_xmp(with_iptc(SHOT, UTF8, (2, 120, CAPTION.encode()[:21])), xmp(LISTED)))[0] == CAPTION


def test_entities_are_not_followed() -> None:
    packet = xmp("<dc:description>&c;</dc:description>").partition(b"?>")[2]
    bomb = b'<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;">]>' + packet
    assert words(with_xmp(SHOT, bomb)) == ("", "")


def test_a_chunk_of_packed_text_is_not_unpacked_without_end() -> None:
    packed = zlib.compress(b"<a>" + bytes(50_000_000))
    raw = png_of(1, 1, b"\0\0", (b"iTXt", b"XML:com.adobe.xmp\0\x01\0\0\0" + packed))
    assert words(raw) == ("", "")
