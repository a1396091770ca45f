"""Makes src/hatinh_news/pictures/font/NotoSerif-Bold.ttf, the letters of headline pictures, from Noto Serif Bold.

    apt-get download fonts-noto-core && dpkg-deb --extract fonts-noto-core_*.deb /tmp/noto
    python -m venv /tmp/font/venv && /tmp/font/venv/bin/pip install fonttools pillow
    PYTHONPATH=src /tmp/font/venv/bin/python tools/drawn_font.py "$(find /tmp/noto -name NotoSerif-Bold.ttf)"

What pictures cannot show goes: hints, features, other scripts. The font lets the mark over a narrow i run into the
letter before it, as in Hà Tĩnh and Vĩnh Phúc, and Pillow reads no distances of pairs: so these letters get more room.
"""

import sys
from pathlib import Path
from typing import Any, Final

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from PIL import Image, ImageFont

from hatinh_news.pictures.lettering import LETTERS

TARGET: Final = Path(__file__).resolve().parents[1] / "src/hatinh_news/pictures/font/NotoSerif-Bold.ttf"
BEFORE: Final = "BCDĐGHKLMNPQRSTVXbcdđghklmnpqrstvx"
NARROW: Final = "ìíĩỉ"
LEAST_DISTANCE: Final = 22
"""Between a mark and the letter before it, in thousandths of the size."""
_USE_MY_METRICS: Final = 0x0200


def main(source: Path) -> None:
    font = _subset(source)
    drawing = ImageFont.truetype(str(source), 1000, layout_engine=ImageFont.Layout.BASIC)
    for letter in NARROW:
        _move(font, font.getBestCmap()[ord(letter)], _lacking(drawing, letter))
    font.save(TARGET)
    print(f"{TARGET.name}: {TARGET.stat().st_size:,} bytes, {len(font.getBestCmap())} letters")


def _subset(source: Path) -> Any:
    options = Options(hinting=False, layout_features=[], notdef_outline=True, name_IDs=[0, 1, 2, 3, 4, 5, 6, 13, 14])
    options.drop_tables += ["GPOS", "GSUB", "GDEF", "DSIG"]
    font = TTFont(source, recalcTimestamp=False)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[letter for first, last in LETTERS for letter in range(first, last + 1)])
    subsetter.subset(font)
    return font


def _lacking(font: ImageFont.FreeTypeFont, letter: str) -> int:
    """How much farther a letter has to begin, so that it touches none before it."""
    begins = _edges(font, letter, is_left=True)
    lacking = 0
    for other in BEFORE:
        ends, width = _edges(font, other, is_left=False), round(font.getlength(other))
        for band in begins.keys() & ends.keys():
            lacking = max(lacking, LEAST_DISTANCE - (width - ends[band] + begins[band]))
    return lacking


def _edges(font: ImageFont.FreeTypeFont, letter: str, *, is_left: bool) -> dict[int, int]:
    """Where the ink of a letter begins, or ends, in bands of 20 rows."""
    mask, (across, down) = font.getmask2(letter, mode="L")
    sheet = Image.new("L", (2400, 1500))
    sheet.paste(Image.frombytes("L", mask.size, bytes(mask)), (600 + across, down))
    boxes = {band: sheet.crop((0, band, 2400, band + 20)).getbbox() for band in range(0, 1500, 20)}
    return {band: box[0 if is_left else 2] - 600 for band, box in boxes.items() if box}


def _move(font: Any, name: str, by: int) -> None:
    """Gives a glyph more room at its left."""
    glyph = font["glyf"][name]
    width, left = font["hmtx"].metrics[name]
    if glyph.isComposite():
        for component in glyph.components:  # an i and its mark
            component.x += by
            component.flags &= ~_USE_MY_METRICS
    else:
        glyph.coordinates.translate((by, 0))
    glyph.recalcBounds(font["glyf"])
    font["hmtx"].metrics[name] = width + by, left + by


if __name__ == "__main__":
    main(Path(sys.argv[1]))
