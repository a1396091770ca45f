"""One picture in the widths and formats that are asked for."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from PIL import Image, ImageCms

from darkroom import ONLY_JPEG, corners, exif, grain, photo, png_of, saved, shown, turned_colours, version, versions
from hatinh_news.model.picture import Flaw, Look, Order, Quality
from hatinh_news.pictures import develop, look

AS_SEEN = ["red", "green", "blue", "yellow"]
ALL = Order(widths=(40, 5000), formats=("avif", "webp", "jpeg"))
# How a camera lays down the upright picture for each orientation.
LAID = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}


@pytest.mark.parametrize("name", ["JPEG", "PNG", "WEBP", "AVIF"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_camera_may_be_held_in_any_way(name: str, orientation: int) -> None:
    turn = LAID.get(orientation)
    laid = photo() if turn is None else photo().transpose(turn)
    raw = saved(laid, name, exif=exif(orientation))
    small, whole = versions(raw, Order(widths=(60, 5000), formats=("jpeg",)))
    assert (small.width, small.height) == (60, 40)
    assert (whole.width, whole.height) == (120, 80)
    assert corners(shown(small.body)) == corners(shown(whole.body)) == AS_SEEN
    seen = look(raw)
    assert isinstance(seen, Look)
    assert (seen.width, seen.height) == (120, 80)


@pytest.mark.parametrize(
    ("own", "asked", "made"),
    [
        (500, (200, 400), [200, 400]),
        (500, (400, 200, 400), [200, 400]),
        (500, (500,), [500]),
        (500, (200, 501, 900), [200, 500]),
        (500, (9000,), [500]),
        (1, (1, 2), [1]),
    ],
)
def test_no_version_is_wider_than_its_picture(own: int, asked: tuple[int, ...], made: list[int]) -> None:
    found = versions(saved(Image.new("RGB", (own, 10))), Order(widths=asked, formats=("webp", "jpeg")))
    assert [each.width for each in found] == made * 2
    assert [shown(each.body).width for each in found] == made * 2


def test_the_thinnest_picture_keeps_a_height() -> None:
    (made,) = versions(saved(Image.new("RGB", (900, 2))), Order(widths=(100,), formats=("jpeg",)))
    assert (made.width, made.height) == (100, 1)


@pytest.mark.parametrize("size", [(1, 1), (1, 3), (3, 1), (2, 301), (301, 2)])
@pytest.mark.parametrize("mode", ["L", "RGB", "RGBA"])
def test_the_smallest_picture_has_every_version(size: tuple[int, int], mode: str) -> None:
    made = versions(saved(Image.new(mode, size), "PNG"), ALL)
    assert {each.format for each in made} == {"avif", "webp", "jpeg"}
    assert all(shown(each.body).size == (each.width, each.height) for each in made)


def test_formats_come_in_the_order_that_they_are_asked_for() -> None:
    made = versions(saved(photo()), Order(widths=(40,), formats=("jpeg", "avif")))
    assert [(each.format, shown(each.body).format) for each in made] == [("jpeg", "JPEG"), ("avif", "AVIF")]


def test_a_format_that_cannot_be_made_is_left_out() -> None:
    made = versions(saved(photo()), Order(widths=(40,), formats=("heic", "jpeg")))
    assert [each.format for each in made] == ["jpeg"]


def test_a_side_that_a_format_cannot_tell_leaves_it_out() -> None:
    raw = saved(Image.new("L", (8, 20_000)))
    made = versions(raw, Order(widths=(8,), formats=("webp", "jpeg")))
    assert [(each.format, each.height) for each in made] == [("jpeg", 20_000)]
    assert develop(raw, Order(widths=(8,), formats=("webp",))) == Flaw("too-large", "side", 8, 20_000, 80)


def test_more_quality_takes_more_bytes() -> None:
    raw = saved(grain(90, 60), quality=95)
    low, high = (
        versions(raw, Order((90,), ("avif", "webp", "jpeg"), Quality(value, value, value))) for value in (30, 90)
    )
    assert all(len(one.body) < len(other.body) for one, other in zip(low, high, strict=True))


def laid_down(mode: str) -> tuple[Image.Image, str, dict[str, Any]]:
    if mode == "16 bits":
        deep = Image.new("I", (120, 80))
        deep.paste(20_000, (0, 0, 60, 80))
        deep.paste(60_000, (60, 0, 120, 80))
        return deep.convert("I;16"), "PNG", {}
    return photo().convert(mode), "JPEG" if mode == "CMYK" else "PNG", {}


@pytest.mark.parametrize("mode", ["CMYK", "P", "RGBA", "RGB"])
def test_colours_are_told_in_any_way(mode: str) -> None:
    image, name, options = laid_down(mode)
    for each in versions(saved(image, name, **options), ALL):
        assert corners(shown(each.body)) == AS_SEEN


@pytest.mark.parametrize("mode", ["L", "1", "LA", "16 bits"])
def test_grey_stays_grey(mode: str) -> None:
    image, name, options = laid_down(mode)
    assert {shown(each.body).mode for each in versions(saved(image, name, **options), ONLY_JPEG)} == {"L"}
    assert all(shown(each.body).size in {(40, 27), (120, 80)} for each in versions(saved(image, name, **options), ALL))


def test_sixteen_bits_keep_their_lights() -> None:
    image, name, options = laid_down("16 bits")
    made = version(saved(image, name, **options))
    left, right = made.getpixel((10, 20)), made.getpixel((50, 20))
    assert isinstance(left, int)
    assert isinstance(right, int)
    assert abs(left - 20_000 // 256) <= 2
    assert abs(right - 60_000 // 256) <= 2


def holed(mode: str) -> bytes:
    """A blue picture whose left half is not there."""
    image = Image.new("RGBA", (80, 40), (30, 50, 200, 255))
    image.paste((0, 0, 0, 0), (0, 0, 40, 40))
    if mode == "P":
        return saved(image.quantize(8), "PNG")
    if mode == "LA":
        return saved(image.convert("LA"), "PNG")
    if mode == "key":
        keyed = Image.new("RGB", (80, 40), (30, 50, 200))
        keyed.paste((1, 2, 3), (0, 0, 40, 40))
        return saved(keyed, "PNG", transparency=(1, 2, 3))
    return saved(image, mode)


@pytest.mark.parametrize("mode", ["PNG", "WEBP", "GIF", "P", "LA", "key"])
def test_what_is_not_there_stays_so_and_is_white_in_a_jpeg(mode: str) -> None:
    avif, webp, jpeg = (shown(each.body) for each in versions(holed(mode), Order((40,), ("avif", "webp", "jpeg"))))
    for image in (avif, webp):
        assert image.mode == "RGBA"
        assert [image.getpixel((x, 10))[3] for x in (5, 35)] == [0, 255]  # type: ignore[index]
    grey = jpeg.convert("L")
    assert grey.crop((2, 2, 12, 18)).getextrema()[0] > 250  # type: ignore[operator]
    assert grey.crop((28, 2, 38, 18)).getextrema()[1] < 120  # type: ignore[operator]


def test_a_channel_that_hides_nothing_is_dropped() -> None:
    (made,) = versions(saved(photo().convert("RGBA"), "PNG"), Order((40,), ("webp",)))
    assert shown(made.body).mode == "RGB"


@pytest.mark.parametrize("name", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_colours_of_a_profile_become_those_of_the_web(name: str) -> None:
    made = version(saved(photo(), name, icc_profile=turned_colours()))
    assert corners(made) == ["green", "red", "blue", "yellow"]


def test_a_profile_that_says_what_the_web_says_changes_nothing() -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    raw = saved(grain(60, 40), quality=95, icc_profile=profile)
    assert versions(raw, ALL) == versions(saved(shown(raw), "PNG", icc_profile=b""), ALL)


def test_a_profile_of_transparent_pixels_leaves_them_so() -> None:
    image = photo().convert("RGBA")
    image.paste((0, 0, 0, 0), (0, 0, 60, 40))
    (made,) = versions(saved(image, "PNG", icc_profile=turned_colours()), Order((120,), ("webp",)))
    assert shown(made.body).getpixel((20, 20))[3] == 0  # type: ignore[index]
    assert corners(shown(made.body))[1:] == ["red", "blue", "yellow"]


@pytest.mark.parametrize(
    "profile", [b"no profile", b"", ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()]
)
def test_a_profile_of_nonsense_or_of_other_pixels_is_passed_over(profile: bytes) -> None:
    assert corners(version(saved(photo(), icc_profile=profile))) == AS_SEEN


@pytest.mark.parametrize("name", ["GIF", "WEBP", "PNG", "AVIF"])
def test_of_a_picture_that_moves_the_first_frame_is_shown(name: str) -> None:
    raw = saved(photo(), name, save_all=True, append_images=[Image.new("RGB", (120, 80), "white")], duration=100)
    assert corners(version(raw)) == AS_SEEN


def test_a_picture_far_larger_than_wanted_is_as_sharp_as_one_scaled_by_hand() -> None:
    stripes = Image.new("L", (1600, 1200))
    for left in range(0, 1600, 80):
        stripes.paste(255, (left, 0, left + 40, 1200))
    made = version(saved(stripes, quality=95), Order((200,), ("jpeg",), Quality(jpeg=95)))
    dark, light = made.getpixel((7, 50)), made.getpixel((2, 50))
    assert isinstance(dark, int)
    assert isinstance(light, int)
    assert light - dark > 230


def test_a_header_that_claims_too_much_is_believed_and_refused() -> None:
    assert develop(png_of(60_000, 60_000), ONLY_JPEG) == Flaw("too-large", "head", 60_000, 60_000, 80)


def test_a_small_file_that_decodes_large_is_not_decoded() -> None:
    bomb = png_of(12_000, 12_000, bytes(12_001 * 12_000))
    assert len(bomb) < 200_000
    assert develop(bomb, ONLY_JPEG) == Flaw("too-large", "head", 12_000, 12_000, 80)


def test_the_newspaper_says_how_much_is_too_large() -> None:
    raw = saved(Image.new("L", (1001, 1000)))
    assert develop(raw, Order((10,), ("jpeg",), most_megapixels=1)) == Flaw("too-large", "head", 1001, 1000, 1)
    assert versions(raw, Order((10,), ("jpeg",), most_megapixels=2))


@pytest.mark.parametrize(("side", "most"), [(9_000, 80), (60_000, 80)])
def test_a_frame_larger_than_the_head_told_is_refused(side: int, most: int) -> None:
    gif = bytearray(saved(Image.new("P", (10, 10)), "GIF"))
    at = gif.rindex(b"\x2c\0\0\0\0\x0a\0\x0a\0")
    gif[at + 5 : at + 9] = side.to_bytes(2, "little") * 2
    found = develop(bytes(gif), ONLY_JPEG)
    assert isinstance(found, Flaw)
    assert (found.kind, found.most_megapixels) == ("too-large", most)


def test_a_picture_larger_than_pillow_would_open_is_opened_where_the_newspaper_allows_it() -> None:
    raw = saved(Image.new("L", (9_600, 9_600)), quality=10)
    (made,) = versions(raw, Order((40,), ("jpeg",), most_megapixels=100))
    assert (made.width, made.height) == (40, 40)


def test_many_pictures_at_once_have_the_bytes_that_each_has_alone() -> None:
    shots = [saved(grain(160, 120), quality=90) for _ in range(4)]
    order = Order((60, 160), ("avif", "webp", "jpeg"))
    alone = [versions(raw, order) for raw in shots]
    with ThreadPoolExecutor(4) as crew:
        assert list(crew.map(lambda raw: versions(raw, order), shots)) == alone


def test_a_camera_that_keeps_a_second_picture_behind_the_first_is_understood() -> None:
    raw = saved(photo(), "MPO", save_all=True, append_images=[Image.new("RGB", (120, 80), "white")])
    assert corners(version(raw)) == AS_SEEN


def test_a_picture_that_is_none_is_not_developed() -> None:
    assert develop(b"no picture", ONLY_JPEG) == Flaw("unknown")
