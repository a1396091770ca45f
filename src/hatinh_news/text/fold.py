"""Spellings brought together: for search without any mark, for names whatever place the tone has."""

from functools import lru_cache
from unicodedata import normalize

from hatinh_news.text.clean import clean_line
from hatinh_news.text.marks import tones_last

_LATIN = (*range(0x250), *range(0x1E00, 0x1F00))
_PUNCTUATION = range(0x2000, 0x2070)  # mapped to itself: a character that the table lacks costs ten times as much
_NO_DECOMPOSITION = {0x110: "D", 0x111: "d", 0xD0: "D", 0xF0: "d"}
_UNMARKED = (
    {code: normalize("NFD", chr(code))[0] for code in (*_LATIN, *_PUNCTUATION)}
    | dict.fromkeys(range(0x300, 0x370), "")
    | _NO_DECOMPOSITION
)


def fold(text: str) -> str:
    """The text in lower case and without marks, as search compares it; punctuation stays."""
    text = text.lower()
    return text if text.isascii() else normalize("NFC", text).translate(_UNMARKED)


@lru_cache(maxsize=65_536)
def match_key(text: str) -> str:
    """One key for the spellings of a name that differ in case, Unicode form, tone placement or white space alone."""
    text = clean_line(text).casefold()
    return text if text.isascii() else tones_last(normalize("NFD", text))
