"""Addresses from titles: ASCII, lower case, words joined by hyphens."""

import re
from functools import lru_cache
from unicodedata import normalize

from hatinh_news.text.clean import clean_line
from hatinh_news.text.marks import MARKS, VOWELS, tones_last, tones_of, without_tones

RESERVED = frozenset(
    (
        *("index", "404", "feed", "rss", "atom", "sitemap", "news-sitemap", "robots", "static", "assets"),
        *("chu-de", "tac-gia", "loat-bai", "luu-tru", "trang", "tim-kiem"),
        *("topic", "topics", "tag", "tags", "category", "author", "authors", "series", "archive", "page", "search"),
        *("con", "prn", "aux", "nul", *(f"{port}{digit}" for port in ("com", "lpt") for digit in range(1, 10))),
    )
)
"""Names that our own pages, other programs' habits, or Windows' file system have taken."""

_POINT = re.compile(r"(?<=\d)[.,](?=\d)")  # 8,05% must not become 805


@lru_cache(16_384)
def slug(text: str, max_length: int = 80) -> str:
    """The title as a part of an address, cut after a word; empty when nothing in it can be spelt."""
    from slugify import slugify  # takes a while to import, and not every run makes an address

    title = _POINT.sub("-", clean_line(text))
    return slugify(title, max_length=max_length, word_boundary=True, save_order=True, backend="text-unidecode")


def telex_slug(text: str, max_length: int = 80) -> str:
    """A slug that keeps the marks as letters, for names that are one but for their marks: Nha Trang, Nhà Trắng."""
    return slug(telex(text), max_length)


_WORD = re.compile(f"(?:[a-zđ][{MARKS}]*)+")
_TYPED = {
    "a\u0302": "aa",
    "a\u0306": "aw",
    "e\u0302": "ee",
    "o\u0302": "oo",
    "o\u031b": "ow",
    "u\u031b": "uw",
    "đ": "dd",
}
_MARKED = re.compile("|".join(_TYPED))
_TONE_KEYS = dict(zip("\u0300\u0309\u0303\u0301\u0323", "frxsj", strict=True))
_LIKE_MARKED = re.compile("a(?=[aw])|e(?=e)|o(?=[ow])|u(?=w)|d(?=[dđ])")


def telex(text: str) -> str:
    """The text in lower case, its Vietnamese marks written as they are typed in Telex: `nhaf trawngs`.

    Letters that only look so typed are kept apart by a z, Telex's key for no mark (the z itself is doubled), so that
    any two names in Vietnamese or plain letters that do not match are spelt differently.
    """
    return normalize("NFC", _WORD.sub(_type, normalize("NFD", clean_line(text).casefold())))


def _type(found: re.Match[str]) -> str:
    word = found[0].replace("z", "zz")
    tones = tones_of(word)
    if len(VOWELS.findall(word)) != 1 or len(tones) > 1:
        return _type_tones(_type_letters(tones_last(word)), "z")
    letters = _type_letters(without_tones(word))
    if tones:
        return letters + _TONE_KEYS[tones]
    return f"{letters}z" if letters[-1] in "sfrxj" else letters


def _type_letters(word: str) -> str:
    return _MARKED.sub(lambda marked: _TYPED[marked[0]], _LIKE_MARKED.sub(r"\g<0>z", word))


def _type_tones(word: str, sign: str) -> str:
    return word.translate({ord(tone): sign + key for tone, key in _TONE_KEYS.items()})
