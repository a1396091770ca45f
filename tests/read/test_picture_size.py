"""Sizes of pictures: the plain ones are told from their first bytes, all others by imagesize."""

from io import BytesIO
from pathlib import Path

import imagesize
from hypothesis import example, given, settings
from hypothesis import strategies as st

from hatinh_news.read.picture_size import picture_size, plain_size

PNG = b"\x89PNG\r\n\x1a\n" + b"\0\0\0\rIHDR" + (640).to_bytes(4, "big") + (480).to_bytes(4, "big") + b"\x08\x02\0\0\0"
FRAME = bytes.fromhex("ffc0001108 01e0 0280 03011100021100031100")
JFIF = bytes.fromhex("ffe000104a46494600010100000100010000")
EXIF = bytes.fromhex("ffe10022457869660000 4d4d002a00000008 0001 0112 0003 00000001 00060000 00000000")
SEGMENTS = (
    FRAME, JFIF, EXIF, FRAME[:9], b"\xff\xc4\0\x04\0\0", b"\xff\xfe\0\x03x", b"\xff\xda\0\x02", b"\xff\xd9",
    b"\xff\xd8", b"\xff", b"\xff\xff\xc0", b"\xff\x01", b"\xff\xd0", b"\xff\xfe\0\x01", b"\xff\xc2\0\x05abc", b"\0",
    b"\xff\xe1\0\x02", b"\xff\xfe\xff\xff", PNG[16:],
)  # fmt: skip


def test_a_png_and_a_jpeg_tell_their_sizes_at_once() -> None:
    assert plain_size(PNG) == (640, 480)
    assert plain_size(b"\xff\xd8" + JFIF + FRAME + b"\xff\xda\0\x02") == (640, 480)


def test_a_picture_that_the_camera_turned_is_measured_as_it_is_shown(tmp_path: Path) -> None:
    turned = tmp_path / "anh.jpg"
    turned.write_bytes(b"\xff\xd8" + EXIF + FRAME + b"\xff\xd9")
    assert plain_size(turned.read_bytes()) is None
    assert picture_size(str(turned)) == (480, 640)


def test_a_missing_picture_has_no_size(tmp_path: Path) -> None:
    assert picture_size(str(tmp_path / "anh.jpg")) == (-1, -1)


@given(
    st.sampled_from((b"\xff\xd8", b"\xff\xd8", b"\xff\xd8", PNG, PNG[:20], PNG[:25], b"GIF89a", b"")),
    st.lists(st.sampled_from(SEGMENTS), max_size=6).map(b"".join),
)
@example(b"\xff\xd8", FRAME + FRAME + b"\xff\xd9")
@settings(max_examples=400, deadline=None)
def test_a_plain_size_is_the_one_that_imagesize_finds(start: bytes, rest: bytes) -> None:
    size = plain_size(start + rest)
    assert size is None or size == imagesize.get(BytesIO(start + rest))
