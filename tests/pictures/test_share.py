"""The picture that goes with an article when it is shared: cropped around what matters."""

import pytest
from PIL import Image

from darkroom import ONLY_JPEG, exif, photo, png_of, saved, shown
from hatinh_news.model.picture import Flaw, Order
from hatinh_news.pictures import share
from hatinh_news.pictures.share import crop


def ruler(width: int, height: int) -> Image.Image:
    """A picture whose red rises from left to right and whose green rises downwards, from 0 to 255."""
    across = Image.linear_gradient("L").rotate(90).resize((width, height))
    down = Image.linear_gradient("L").resize((width, height))
    return Image.merge("RGB", (across, down, Image.new("L", (width, height))))


def shared(raw: bytes, focus: tuple[float, float] = (50, 50)) -> Image.Image:
    body = share(raw, focus, ONLY_JPEG)
    assert not isinstance(body, Flaw), body
    image = shown(body)
    assert (image.format, image.size) == ("JPEG", (1200, 630))
    return image.convert("RGB")


def middle(image: Image.Image) -> tuple[int, int]:
    """How far right and down of the ruler the middle shows, in per cent."""
    red, green, _ = image.getpixel((600, 315))  # type: ignore[misc]
    return round(red / 2.55), round(green / 2.55)


@pytest.mark.parametrize(
    ("focus", "seen"), [((50, 50), 50), ((30, 0), 30), ((62, 100), 62), ((0, 50), 17), ((100, 50), 83)]
)
def test_a_wide_picture_is_cropped_at_its_sides(focus: tuple[float, float], seen: int) -> None:
    across, down = middle(shared(saved(ruler(3600, 630), quality=95), focus))
    assert abs(across - seen) <= 2
    assert abs(down - 50) <= 2


@pytest.mark.parametrize(
    ("focus", "seen"), [((50, 50), 50), ((0, 30), 30), ((100, 62), 62), ((50, 0), 17), ((50, 100), 83)]
)
def test_a_tall_picture_is_cropped_above_and_below(focus: tuple[float, float], seen: int) -> None:
    across, down = middle(shared(saved(ruler(1200, 1890), quality=95), focus))
    assert abs(across - 50) <= 2
    assert abs(down - seen) <= 2


def test_the_focus_is_that_of_the_picture_as_it_is_seen() -> None:
    laid = ruler(1200, 1890).transpose(Image.Transpose.ROTATE_90)
    across, down = middle(shared(saved(laid, quality=95, exif=exif(6)), (50, 30)))
    assert abs(across - 50) <= 2
    assert abs(down - 30) <= 2


@pytest.mark.parametrize("size", [(1200, 630), (1, 1), (3, 2000), (2000, 3), (120, 80), (4000, 3000), (1201, 631)])
@pytest.mark.parametrize("focus", [(0, 0), (100, 100), (33.3, 66.6), (-5, 140)])
def test_the_crop_is_of_one_shape_within_the_picture(size: tuple[int, int], focus: tuple[float, float]) -> None:
    left, top, right, bottom = crop(size, focus)
    assert 0 <= left < right <= size[0]
    assert 0 <= top < bottom <= size[1]
    assert abs((right - left) / (bottom - top) - 1200 / 630) < 0.001


@pytest.mark.parametrize("size", [(1, 1), (3, 900), (900, 3), (120, 80), (1200, 630), (4000, 3000)])
def test_a_picture_of_any_size_gives_one(size: tuple[int, int]) -> None:
    shared(saved(photo(*size)), (100, 0))


def test_what_is_transparent_is_white() -> None:
    assert shared(saved(Image.new("RGBA", (1200, 630)), "PNG")).getpixel((600, 300)) == (255, 255, 255)


def test_flaws_are_told() -> None:
    assert share(b"", (50, 50), ONLY_JPEG) == Flaw("unknown")
    assert share(png_of(9_999, 9_999), (50, 50), Order()) == Flaw("too-large", "head", 9_999, 9_999, 80)
    damaged = share(saved(photo())[:-200], (50, 50), ONLY_JPEG)
    assert isinstance(damaged, Flaw)
    assert damaged.kind == "damaged"
