"""Makes static/fonts/newsreader.woff2, the face of headlines, out of the npm package it comes from.

    npm install --prefix /tmp/font @fontsource-variable/newsreader
    python -m venv /tmp/font/venv && /tmp/font/venv/bin/pip install fonttools brotli
    /tmp/font/venv/bin/python tools/headline_font.py /tmp/font/node_modules/@fontsource-variable/newsreader

The package has a file for each script. A Vietnamese word would mix two of them, without kerning between its letters,
and would have to wait for both: here they become one file, with one optical size and the weights of headlines.
"""

import sys
import unicodedata
from pathlib import Path
from typing import Any

from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

ROOT = Path(__file__).resolve().parents[1]
TARGET = ROOT / "static" / "fonts" / "newsreader.woff2"
AXES = {"opsz": 28, "wght": (500, 700)}
DROPPED = ("HVAR", "MVAR", "STAT", "GSUB", "gasp", "prep", "fpgm", "cvt ")


def main(package: Path) -> None:
    latin, vietnamese = (_part(package / "files" / f"newsreader-{script}-opsz-normal.woff2") for script in PARTS)
    added = _add(latin, vietnamese)
    _kern(latin, added)
    for table in DROPPED:
        if table in latin:
            del latin[table]
    latin["post"].formatType = 3.0
    latin.flavor = "woff2"
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    latin.save(TARGET)
    (TARGET.parent / "OFL.txt").write_bytes((package / "LICENSE").read_bytes())
    print(f"{TARGET.relative_to(ROOT)}: {TARGET.stat().st_size:,} bytes, {len(latin.getBestCmap())} characters")


PARTS = ("latin", "vietnamese")


def _part(file: Path) -> Any:
    font = TTFont(file)
    instantiateVariableFont(font, AXES, inplace=True)
    return font


def _add(font: Any, other: Any) -> dict[str, int]:
    """Takes the glyphs of the other file over, under names that are free; returns which character each is for."""
    cmap, order = font.getBestCmap(), list(font.getGlyphOrder())
    names = {name: f"vi.{number}" for number, name in enumerate(other.getGlyphOrder())}
    for name, new in names.items():
        glyph = other["glyf"][name]
        if glyph.isComposite():
            for component in glyph.components:
                component.glyphName = names[component.glyphName]
        font["glyf"].glyphs[new] = glyph
        font["hmtx"].metrics[new] = other["hmtx"].metrics[name]
        font["gvar"].variations[new] = other["gvar"].variations.get(name, [])
        order.append(new)
    font.setGlyphOrder(order)
    font["glyf"].glyphOrder = order
    added = {code: names[name] for code, name in other.getBestCmap().items() if code not in cmap}
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap.update(added)
    return {name: code for code, name in added.items()}


def _kern(font: Any, added: dict[str, int]) -> None:
    """Letters with marks keep the distances of the letters below their marks."""
    cmap = font.getBestCmap()
    like: dict[str, list[str]] = {}
    for name, code in added.items():
        base = {"đ": "d", "Đ": "D", "₫": "d"}.get(chr(code)) or unicodedata.normalize("NFD", chr(code))[0]
        if ord(base) in cmap and base != chr(code):
            like.setdefault(cmap[ord(base)], []).append(name)
    for lookup in font["GPOS"].table.LookupList.Lookup:
        for table in lookup.SubTable:
            pairs = table.ExtSubTable if table.LookupType == 9 else table
            if pairs.LookupType == 2:
                _join(pairs, like, font)


def _join(pairs: Any, like: dict[str, list[str]], font: Any) -> None:
    """Puts the new glyphs into the kerning classes, or beside the pairs, of those that they are like."""
    number = {name: place for place, name in enumerate(font.getGlyphOrder())}
    if pairs.Format == 2:
        for classes in (pairs.ClassDef1.classDefs, pairs.ClassDef2.classDefs):
            for base, names in like.items():
                if base in classes:
                    classes.update(dict.fromkeys(names, classes[base]))
        covered = set(pairs.Coverage.glyphs)
        more = {name for base, names in like.items() if base in covered for name in names}
        pairs.Coverage.glyphs = sorted(covered | more, key=number.__getitem__)
        return
    sets = dict(zip(pairs.Coverage.glyphs, pairs.PairSet, strict=True))
    for base, names in like.items():
        if base in sets:
            sets.update(dict.fromkeys(names, sets[base]))
    pairs.Coverage.glyphs = sorted(sets, key=number.__getitem__)
    pairs.PairSet = [sets[name] for name in pairs.Coverage.glyphs]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
