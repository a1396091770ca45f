"""What a picture's file tells of itself, without its pixels."""

import sys

import PIL
import pytest
from PIL import Image

from darkroom import chunk, exif, photo, png_of, saved, with_segments
from hatinh_news.model.picture import Flaw, Look
from hatinh_news.pictures import encoders, has_pillow, look

FORMATS = ["JPEG", "PNG", "WEBP", "GIF", "AVIF"]


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_tells_its_size(name: str) -> None:
    assert look(saved(photo(120, 80), name)) == Look(120, 80, name.lower())  # type: ignore[arg-type]


@pytest.mark.parametrize("options", [{"lossless": True}, {"lossless": False}, {"exif": exif(1)}], ids=str)
def test_every_kind_of_webp_tells_its_size(options: dict[str, object]) -> None:
    assert look(saved(photo(121, 83), "WEBP", **options)) == Look(121, 83, "webp")


@pytest.mark.parametrize("name", ["JPEG", "PNG", "WEBP", "AVIF"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_size_is_that_which_a_reader_sees(name: str, orientation: int) -> None:
    found = look(saved(photo(120, 80), name, exif=exif(orientation)))
    assert isinstance(found, Look)
    assert (found.width, found.height) == ((80, 120) if orientation > 4 else (120, 80))


def test_nonsense_in_exif_leaves_a_picture_as_it_lies() -> None:
    raw = saved(photo(120, 80))
    for block in (b"", b"II", b"II*\0\xff\xff\xff\xff", b"MM\0*\0\0\0\x08\xff\xff", exif(6)[6:16], exif(0), exif(77)):
        assert look(with_segments(raw, (0xE1, b"Exif\0\0" + block.removeprefix(b"Exif\0\0")))) == Look(120, 80, "jpeg")


@pytest.mark.parametrize("name", ["GIF", "WEBP", "PNG", "AVIF"])
def test_a_picture_of_several_frames_moves(name: str) -> None:
    frames = [Image.new("RGB", (40, 30), colour) for colour in ("red", "green", "blue")]
    moving = saved(frames[0], name, save_all=True, append_images=frames[1:], duration=100)
    assert look(moving) == Look(40, 30, name.lower(), moving=True)  # type: ignore[arg-type]
    assert look(saved(frames[0], name)) == Look(40, 30, name.lower(), moving=False)  # type: ignore[arg-type]


def test_a_picture_with_another_behind_it_stands_still() -> None:
    raw = saved(photo(), "MPO", save_all=True, append_images=[photo()])
    assert look(raw) == Look(120, 80, "jpeg")


def test_a_gif_with_a_comment_and_one_frame_stands_still() -> None:
    assert look(saved(photo().convert("P"), "GIF", comment=b"x" * 700)) == Look(120, 80, "gif")


def test_an_avif_is_known_by_any_of_its_brands() -> None:
    raw = saved(photo(), "AVIF")
    length = int.from_bytes(raw[:4], "big")
    assert b"avif" in raw[16:length]
    assert look(raw[:8] + b"mif1" + raw[12:]) == Look(120, 80, "avif")
    other = raw[:8] + raw[8:length].replace(b"avif", b"heic") + raw[length:]
    assert look(other) == Flaw("unknown")


def boxed(kind: bytes, *inside: bytes, long: bool = False, last: bool = False) -> bytes:
    """A box of an AVIF, with its length in eight bytes, or with none as the last of a file."""
    body = b"".join(inside)
    if long:
        return (1).to_bytes(4, "big") + kind + (len(body) + 16).to_bytes(8, "big") + body
    return (0 if last else len(body) + 8).to_bytes(4, "big") + kind + body


def size_box(width: int, height: int) -> bytes:
    return boxed(b"ispe", bytes(4), width.to_bytes(4, "big"), height.to_bytes(4, "big"))


def test_of_an_avif_with_several_pictures_the_one_that_is_shown_tells_its_size() -> None:
    held = boxed(b"ipco", size_box(30, 20), size_box(64, 48), boxed(b"irot", b"\x01"))
    small, shown = b"\0\0\0\x07\x01\0\x01", b"\0\1\0\x09\x02\x80\x02\0\x03"
    owned = boxed(b"ipma", b"\x01\0\0\x01", (2).to_bytes(4, "big"), small, shown)
    first = boxed(b"pitm", b"\x01\0\0\0", b"\0\1\0\x09")
    meta = boxed(b"meta", bytes(4), first, boxed(b"iprp", held, owned), last=True)
    raw = boxed(b"ftyp", b"avif", bytes(4)) + boxed(b"mdat", b"pixels", long=True) + meta
    assert look(raw) == Look(48, 64, "avif")
    nonsense = (3).to_bytes(4, "big") + b"none"
    assert look(raw[:16] + nonsense + raw[16:]) == Flaw("damaged", "no size")
    assert look(raw.replace(owned, owned[:12] + b"\xff" * 4 + owned[16:])) == Look(48, 64, "avif")


def test_padding_and_markers_without_a_body_are_passed_over() -> None:
    raw = saved(photo())
    assert look(raw[:2] + b"\xff\xff\xff\x01\xff\xd0\xff" + raw[2:]) == Look(120, 80, "jpeg")


@pytest.mark.parametrize(
    "raw", [b"", b"\xff", b"<svg/>", b"BM" + bytes(60), b"RIFF\0\0\0\0WAVE", "Ảnh".encode(), b"\0\0\0\x18ftypmp42"]
)
def test_what_is_no_picture_is_unknown(raw: bytes) -> None:
    assert look(raw) == Flaw("unknown")


@pytest.mark.parametrize(
    "raw",
    [
        b"\xff\xd8\xff",
        b"\xff\xd8\xff\xd9",
        b"\xff\xd8\xff\xe0\0\0\0\0\0\0",
        saved(photo())[:40],
        b"\x89PNG\r\n\x1a\n",
        b"\x89PNG\r\n\x1a\n" + chunk(b"IDAT", b"x" * 30),
        png_of(0, 40),
        b"GIF89a\x01",
        b"RIFF\0\0\0\0WEBP",
        b"RIFF\0\0\0\0WEBPVP8 \x0a\0\0\0" + b"x" * 10,
        b"RIFF\0\0\0\0WEBPVP8L\x02\0\0\0xx",
        b"\0\0\0\x10ftypavif\0\0\0\0",
        saved(photo(), "AVIF")[:60],
    ],
)
def test_what_begins_like_a_picture_and_is_none_is_damaged(raw: bytes) -> None:
    found = look(raw)
    assert isinstance(found, Flaw)
    assert found.kind == "damaged"
    assert found.reason


def test_pillow_is_not_needed_to_look(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = saved(photo())
    for name in [name for name in sys.modules if name.partition(".")[0] == "PIL"]:
        monkeypatch.setitem(sys.modules, name, None)
    encoders.cache_clear()
    try:
        assert not has_pillow()
        assert look(raw) == Look(120, 80, "jpeg")
    finally:
        encoders.cache_clear()


def test_what_can_be_made_is_told_with_all_that_bytes_depend_on() -> None:
    assert has_pillow()
    told = dict(encoders())
    assert list(told) == ["avif", "webp", "jpeg", "png"]
    assert all(f"Pillow {PIL.__version__}" in text for text in told.values())
    assert len(set(told.values())) == 4
