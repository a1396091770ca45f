"""Whatever is done to a picture, versions come of it, or a flaw: nothing is ever raised."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from darkroom import ONLY_JPEG, UTF8, exif, grain, photo, png_of, saved, shown, with_iptc, with_xmp, xmp
from hatinh_news.model.picture import Flaw, Look
from hatinh_news.pictures import develop, look, share

CAMERA = with_xmp(
    with_iptc(saved(photo(48, 32), exif=exif(6, gps=True)), UTF8, (2, 120, b"Cho")),
    xmp("<dc:description>Mua</dc:description>"),
)
FRAMES = {"save_all": True, "append_images": [photo(32, 24).rotate(180)], "duration": 80}
PICTURES = [
    CAMERA,
    saved(grain(40, 30), progressive=True),
    saved(photo(32, 24), "PNG", exif=exif(5)),
    png_of(3, 2, bytes(8)),
    saved(photo(32, 24).quantize(4), "PNG", transparency=1),
    saved(photo(32, 24).convert("CMYK")),
    saved(photo(32, 24), "WEBP", exif=exif(3)),
    saved(photo(32, 24), "WEBP", **FRAMES),
    saved(photo(32, 24), "GIF", **FRAMES),
    saved(photo(32, 24), "AVIF", exif=exif(8)),
]


def holds(raw: bytes) -> None:
    """What is promised of any bytes."""
    seen, made, shared = look(raw), develop(raw, ONLY_JPEG), share(raw, (50, 50), ONLY_JPEG)
    assert isinstance(seen, Look | Flaw)
    assert isinstance(made, Flaw) == isinstance(shared, Flaw)
    if isinstance(made, Flaw):
        assert made.kind in {"damaged", "too-large", "unknown"}
        return
    assert isinstance(seen, Look)
    for each in made:
        assert shown(each.body).size == (each.width, each.height)


@pytest.mark.parametrize("raw", PICTURES, ids=range(len(PICTURES)))
def test_each_is_whole_before_it_is_broken(raw: bytes) -> None:
    assert not isinstance(develop(raw, ONLY_JPEG), Flaw)


@settings(deadline=None)
@given(st.sampled_from(PICTURES), st.floats(0, 1))
def test_a_picture_that_breaks_off(raw: bytes, part: float) -> None:
    holds(raw[: int(len(raw) * part)])


@settings(deadline=None)
@given(st.sampled_from(PICTURES), st.lists(st.tuples(st.floats(0, 1), st.integers(0, 255)), min_size=1, max_size=6))
def test_a_picture_with_wrong_bytes(raw: bytes, changes: list[tuple[float, int]]) -> None:
    changed = bytearray(raw)
    for place, value in changes:
        changed[int((len(changed) - 1) * place)] = value
    holds(bytes(changed))


@settings(deadline=None)
@given(st.sampled_from(PICTURES), st.floats(0, 1), st.binary(max_size=40))
def test_a_picture_with_bytes_between(raw: bytes, place: float, more: bytes) -> None:
    at = int(len(raw) * place)
    holds(raw[:at] + more + raw[at:])


@settings(deadline=None)
@given(
    st.sampled_from([b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF89a", b"RIFF\x40\0\0\0WEBP", b"\0\0\0\x10ftypavif"]),
    st.binary(max_size=200),
)
def test_a_beginning_and_then_anything(beginning: bytes, rest: bytes) -> None:
    holds(beginning + rest)


@pytest.mark.parametrize("name", ["JPEG", "PNG", "WEBP", "GIF", "AVIF"])
def test_a_picture_that_lacks_its_second_half_is_damaged(name: str) -> None:
    raw = saved(grain(64, 48), name)
    found = develop(raw[: len(raw) // 2], ONLY_JPEG)
    assert isinstance(found, Flaw)
    assert found.kind == "damaged"
    assert found.reason
