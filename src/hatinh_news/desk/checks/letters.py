"""Rules of letters: one form of Unicode, one alphabet, nothing invisible."""

import re
from collections.abc import Iterator
from typing import Final
from unicodedata import is_normalized, normalize

from hatinh_news.desk.checks import faults
from hatinh_news.desk.checks.finding import Edit, Finding, finding
from hatinh_news.desk.checks.rule import Rule
from hatinh_news.desk.checks.sheet import Sheet, excerpt
from hatinh_news.model.check import CheckSettings

_ODD: Final = re.compile(
    "[^\t\n -~\xa0-\xac\xae-\u02ff\u1e00-\u1eff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2100-\u2125\u2127-\u2129"
    "\u212c-\u2328\u232b-\u2ad0]"
)
"""What none of these rules looks at is left out: a text without it is in one form, of one alphabet, and wholly seen."""
_STRANGER: Final = re.compile(r"[\u0370-\u03ff\u0400-\u052f]")
_WORD: Final = re.compile(r"[^\s\0]*[\u0370-\u03ff\u0400-\u052f][^\s\0]*")
_INVISIBLE: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_WIDE: Final = re.compile("[^\\s\0]*?[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]+[^\\s\0]*")
_WIDE_SIGN: Final = re.compile("[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]")
_COMPOSED: Final = re.compile(r"[^\s\0]+")
_JOINERS: Final = frozenset("\u200c\u200d")

LOOK_ALIKES: Final = dict(
    zip(
        "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0458\u0455\u0501\u0410\u0412\u0415\u041a\u041c\u041d\u041e"
        "\u0420\u0421\u0422\u0425\u0406\u0408\u0405\u03bf\u03b1\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d"
        "\u039f\u03a1\u03a4\u03a7\u03a5\u03bd",
        "aeopcyxijsdABEKMHOPCTXIJSoaABEZHIKMNOPTXYv",
        strict=True,
    )
)
"""Cyrillic and Greek letters by the Latin ones that they look like."""


def _letters(sheet: Sheet, _settings: CheckSettings) -> Iterator[Finding]:
    """What is wrong with letters; nearly all texts have none that need a closer look."""
    if _ODD.search(sheet.text) is None:
        return
    for look in (_form, _alphabets, _widths, _unseen):
        yield from look(sheet)


def _form(sheet: Sheet) -> Iterator[Finding]:
    """Words that are not in the composed form."""
    text = sheet.text
    if is_normalized("NFC", text):
        return
    at = 0
    for line in text.splitlines(keepends=True):
        if not is_normalized("NFC", line):
            words = [word for word in _COMPOSED.finditer(line) if normalize("NFC", word[0]) != word[0]]
            edits = [Edit(at + one.start(), at + one.end(), normalize("NFC", one[0])) for one in words]
            if words:
                shown = normalize("NFC", words[0][0])
                yield finding(faults.NOT_NFC, at + words[0].start(), edits, found=shown)
        at += len(line)


def _alphabets(sheet: Sheet) -> Iterator[Finding]:
    """Words of Latin letters with a stranger among them; a word of another alphabet alone is a quotation."""
    if not _STRANGER.search(sheet.text):
        return
    for found in _WORD.finditer(sheet.uncoded):
        word = found[0]
        strangers = [letter for letter in word if "\u0370" <= letter <= "\u052f"]
        if not any(
            (letter.isascii() and letter.isalpha()) or "\xc0" <= letter < "\u0250" or "\u1e00" <= letter < "\u1f00"
            for letter in word
        ):
            continue
        if not all(letter in LOOK_ALIKES for letter in strangers):
            continue  # µg, β-caroten: meant as it stands
        mended = "".join(LOOK_ALIKES.get(letter, letter) for letter in word)
        names = ", ".join(f"{LOOK_ALIKES[letter]} (U+{ord(letter):04X})" for letter in dict.fromkeys(strangers))
        edit = Edit(found.start(), found.end(), normalize("NFC", mended))
        yield finding(faults.LOOK_ALIKE, found.start(), [edit], found=word, letters=names)


def _widths(sheet: Sheet) -> Iterator[Finding]:
    if not _WIDE_SIGN.search(sheet.text):
        return
    for found in _WIDE.finditer(sheet.uncoded):
        mended = _WIDE_SIGN.sub(lambda sign: normalize("NFKC", sign[0]), found[0])
        yield finding(faults.FULL_WIDTH, found.start(), [Edit(found.start(), found.end(), mended)], found=found[0])


def _unseen(sheet: Sheet) -> Iterator[Finding]:
    for found in _INVISIBLE.finditer(sheet.text):
        start, end = found.span()
        if found[0] in _JOINERS and _is_emoji(sheet.text, end):
            continue
        shown = _INVISIBLE.sub("", excerpt(sheet.text, start, end))
        edits = [Edit(start, end, "")]
        yield finding(faults.INVISIBLE, start, edits, number=f"{ord(found[0]):04X}", found=shown)


def _is_emoji(text: str, at: int) -> bool:
    """Whether a joiner binds pictures: 👨‍👩‍👧."""
    return at < len(text) and ord(text[at]) >= 0x2190


RULES: Final = (Rule((faults.NOT_NFC, faults.LOOK_ALIKE, faults.FULL_WIDTH, faults.INVISIBLE), _letters),)
