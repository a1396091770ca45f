"""The typographer's marks in text that has no marks of Markdown's: dashes, dots, signs and curly quotation marks.

The same as the parser's rules `replacements` and `smartquotes` make of such a text.
"""

import re
from unicodedata import category

_SIGNS = {"c": "©", "r": "®", "tm": "™"}
_SIGN = re.compile(r"\(([cCrR]|[tT][mM])\)")  # a search for the bracket is quick, unless case is to be ignored
_REPLACEMENTS: tuple[tuple[tuple[str, ...], re.Pattern[str], str], ...] = (
    (("+-",), re.compile(r"\+-"), "±"),
    (("..",), re.compile(r"\.{2,}"), "…"),
    (("?…", "!…"), re.compile(r"([?!])…"), r"\1.."),
    (("?", "!"), re.compile(r"([?!]){4,}"), r"\1\1\1"),
    ((",,",), re.compile(r",{2,}"), ","),
    (("---",), re.compile(r"(?<!-)---(?!-)"), "—"),
    (("--",), re.compile(r"(?<!\S)--(?!\S)"), "–"),
    (("--",), re.compile(r"(^|[^-\s])--(?=[^-\s]|$)"), r"\1–"),
)
"""In this order, each on what the one before has left; in front of each what a line must hold for it."""

_QUOTE = re.compile("[\"']")
_CURLY = {'"': ("“", "”"), "'": ("‘", "’")}
_APOSTROPHE = "’"
_SPACES = frozenset("\t\n\x0b\x0c\r \xa0\u1680\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B))))


def needs_typography(text: str) -> bool:
    """Whether typography could change anything in a text: a quick look."""
    return '"' in text or "'" in text or _has_rare(text) or ("(" in text and _SIGN.search(text) is not None)


def typographed(text: str) -> str:
    """`text` with its marks; lines are told apart by bare newlines."""
    if "(" in text:
        text = _SIGN.sub(lambda sign: _SIGNS[sign[1].lower()], text)
    if _has_rare(text):
        text = "\n".join(map(_replaced, text.split("\n")))
    return curled(text) if '"' in text or "'" in text else text


def _has_rare(text: str) -> bool:
    if ".." in text or "--" in text or ",," in text:
        return True
    return ("+" in text and "+-" in text) or ("?" in text and "????" in text) or ("!" in text and "!!!!" in text)


def _replaced(line: str) -> str:
    """A line with its replacements, all of them or, where it has nothing rare, none."""
    if not _has_rare(line):
        return line
    for needed, pattern, replacement in _REPLACEMENTS:
        if any(sign in line for sign in needed):
            line = pattern.sub(replacement, line)
    return line


def curled(text: str) -> str:
    """Turns quotation marks in pairs; one alone stays straight, and is an apostrophe if it is a single one."""
    signs = list(text)
    opened: list[int] = []
    for found in _QUOTE.finditer(text):
        index, quote = found.start(), found[0]
        opens, closes = _sides(text, index)
        partner = next((at for at in reversed(range(len(opened))) if text[opened[at]] == quote), -1) if closes else -1
        if partner >= 0:
            signs[opened[partner]], signs[index] = _CURLY[quote]
            del opened[partner:]
        elif opens:
            opened.append(index)
        elif quote == "'":
            signs[index] = _APOSTROPHE
    return "".join(signs)


def _sides(text: str, index: int) -> tuple[bool, bool]:
    """Whether the quotation mark at `index` can open, and whether it can close."""
    before = text[index - 1] if index else " "
    after = text[index + 1] if index + 1 < len(text) else " "
    mark_before, mark_after = _is_mark(before), _is_mark(after)
    space_before, space_after = before in _SPACES, after in _SPACES
    opens = not space_after and (not mark_after or space_before or mark_before)
    closes = not space_before and (not mark_before or space_after or mark_after)
    if text[index] == after == '"' and before in "0123456789":
        return False, False  # 1"" are inches
    if opens and closes:
        return mark_before, mark_after  # between marks, not within a word
    return opens, closes


def _is_mark(letter: str) -> bool:
    return category(letter)[0] in "PS"
