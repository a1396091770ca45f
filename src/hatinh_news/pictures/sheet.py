"""Drawing: sheets of 1200×630 with a coloured band and letters, in few colours."""

import io
from collections.abc import Sequence
from typing import Final

from PIL import Image, ImageColor, ImageDraw

from hatinh_news.pictures.lettering import Lettering, fitted, font

WIDTH: Final = 1200
HEIGHT: Final = 630
MARGIN: Final = 72
BAND: Final = 120
FOOT: Final = 16
_LABEL: Final = 44
_GAP: Final = 32

_HEADLINE_SIZES: Final = range(88, 34, -2)
_NAME_SIZES: Final = range(54, 22, -2)
_NAMEPLATE_SIZES: Final = range(132, 34, -4)
_LABEL_SIZES: Final = range(30, 18, -2)

Colour = tuple[int, int, int]
_WHITE: Final[Colour] = (255, 255, 255)
_INK: Final[Colour] = (24, 24, 24)
_LEVELS: Final = 16
"""Shades between ground and letters: more are not seen, and the file grows."""
_CONTRAST: Final = 4.5
_ON_BAND, _ON_PAPER, _LABELLED = (step * _LEVELS for step in range(3))


def front(headline: str, name: str, colour: str, section: str) -> bytes:
    """The name in the band, the headline below it, and the section at the foot."""
    band = _colour(colour)
    sheet = Image.new("L", (WIDTH, HEIGHT), _ON_PAPER)
    sheet.paste(_ON_BAND, (0, HEIGHT - FOOT, WIDTH, HEIGHT))
    _letter(sheet, (0, 0, WIDTH, BAND), name, _NAME_SIZES, _ON_BAND)
    foot = HEIGHT - FOOT - _GAP
    if section:
        _letter(sheet, (0, foot - _LABEL, WIDTH, foot), section, _LABEL_SIZES, _LABELLED)
        foot -= _LABEL + _GAP // 2
    _letter(sheet, (0, BAND + _GAP, WIDTH, foot), headline, _HEADLINE_SIZES, _ON_PAPER)
    label = band if _contrast(band, _WHITE) >= _CONTRAST else _INK
    return _png(sheet, [(band, _readable_on(band)), (_WHITE, _INK), (_WHITE, label)])


def nameplate(name: str, colour: str) -> bytes:
    """The name alone, on the newspaper's colour."""
    band = _colour(colour)
    sheet = Image.new("L", (WIDTH, HEIGHT), _ON_BAND)
    _letter(sheet, (0, 0, WIDTH, HEIGHT), name, _NAMEPLATE_SIZES, _ON_BAND)
    return _png(sheet, [(band, _readable_on(band))])


def _letter(sheet: Image.Image, box: tuple[int, int, int, int], text: str, sizes: Sequence[int], shade: int) -> None:
    """Text in the middle of a box's height, from its margin on, over the ground of a shade."""
    left, top, right, bottom = box
    mask = Image.new("L", (right - left, bottom - top))
    if text:
        lettering = fitted(text, mask.width - 2 * MARGIN, mask.height, sizes)
        _draw(mask, lettering, (mask.height - lettering.height) // 2)
    sheet.paste(mask.point([shade + round(value * (_LEVELS - 1) / 255) for value in range(256)]), box)


def _draw(mask: Image.Image, lettering: Lettering, top: int) -> None:
    draw = ImageDraw.Draw(mask)
    for place, line in enumerate(lettering.lines):
        draw.text((MARGIN, top + place * lettering.pitch), line, fill=255, font=font(lettering.size), anchor="la")


def _png(sheet: Image.Image, pairs: Sequence[tuple[Colour, Colour]]) -> bytes:
    """The sheet of shades in the colours of each pair of ground and letters."""
    sheet.putpalette([part for pair in pairs for shade in _shades(*pair) for part in shade])
    target = io.BytesIO()
    sheet.save(target, "PNG", optimize=True)
    return target.getvalue()


def _shades(ground: Colour, ink: Colour) -> list[Colour]:
    last = _LEVELS - 1

    def at(step: int) -> Colour:
        red, green, blue = (round(a + (b - a) * step / last) for a, b in zip(ground, ink, strict=True))
        return red, green, blue

    return [at(step) for step in range(_LEVELS)]


def _colour(text: str) -> Colour:
    return ImageColor.getrgb(text)[:3]


def _readable_on(ground: Colour) -> Colour:
    return max((_WHITE, _INK), key=lambda ink: _contrast(ground, ink))


def _contrast(one: Colour, other: Colour) -> float:
    """The contrast of two colours as WCAG counts it, from 1 to 21."""
    dark, light = sorted(map(_luminance, (one, other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: Colour) -> float:
    linear = ((part / 255 / 12.92) if part <= 10 else ((part / 255 + 0.055) / 1.055) ** 2.4 for part in colour)
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
