"""Text cleaned once, at the door: one Unicode form, no entities, nothing invisible, and nothing corrected."""

import re
from html import unescape
from html.entities import html5
from unicodedata import normalize

# Clean as they stand, whatever their neighbours: most texts hold nothing else and pass through untouched.
_ORDINARY = (
    "\t\n -%'-~"  # ASCII without controls and &
    "\xa0-\xac\xae-\xcf\xd1-\xef\xf1-\u02ff\u1ea0-\u1ef9"  # Latin letters without soft hyphen and eth
    "\u2010-\u2027\u2030-\u205e\u20a0-\u20bf"  # dashes, quotes, signs of currency
)
_SUSPECT = re.compile(f"[^{_ORDINARY}]")
# Controls, soft hyphen, marks of width and direction, and what neither UTF-8 nor XML 1.0 can hold.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff\ufffe\uffff]"
)
_LINE_END = re.compile("\r\n?")
_OTHER_BREAK = re.compile("[\x0b\x0c\x85\u2028\u2029]")
# Escaped, or where its letter could begin a tag or another entity, an entity is not ours to read.
_ENTITY = re.compile(r"(?<![\\<&])(?<!</)&(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")


def clean_line(text: str) -> str:
    """A name, a title, any text of one line: clean, and cleaning it again changes nothing."""
    while _SUSPECT.search(text) and (cleaned := _clean(unescape(text))) != text:
        text = cleaned
    return " ".join(text.split())


def clean_text(text: str) -> str:
    """A Markdown body, clean, line for line; an entity that could turn into markup stays as it was typed."""
    if not _SUSPECT.search(text):
        return text
    text = _LINE_END.sub("\n", text)
    while _SUSPECT.search(text):
        cleaned = _clean(_ENTITY.sub(_decode, text) if "&" in text else text)
        if cleaned == text:
            return _OTHER_BREAK.sub(" ", text)
        text = cleaned
    return text


def _clean(text: str) -> str:
    return _INVISIBLE.sub("", normalize("NFC", text)).replace("\xd0", "Đ").replace("\xf0", "đ")


def _decode(entity: re.Match[str]) -> str:
    name = entity[1]
    letters = unescape(entity[0]) if name[0] == "#" else html5.get(f"{name};", entity[0])
    return letters if all(map(_is_harmless, normalize("NFC", letters))) else entity[0]


def _is_harmless(letter: str) -> bool:
    """Markdown and HTML give no meaning to the letter, at a line's end or start neither."""
    return letter.isalpha() if letter.isascii() else not letter.isspace()
