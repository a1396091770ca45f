"""The marks of Vietnamese letters, as NFD writes them: five tones, and the marks that make letters of their own."""

import re

TONES = "\u0300\u0309\u0303\u0301\u0323"  # huyền, hỏi, ngã, sắc, nặng: the order of dictionaries
MARKS = "\u0300-\u036f"  # inside a regular expression's brackets
VOWELS = re.compile(f"(?:[aeiouy][{MARKS}]*)+")

_TONE = re.compile(f"[{TONES}]")


def without_tones(text: str) -> str:
    """Decomposed text without its tones; the marks of ă â ê ô ơ ư stay."""
    return _TONE.sub("", text)


def tones_of(text: str) -> str:
    """The tones alone, in the order in which decomposed text has them."""
    return "".join(_TONE.findall(text))


def tones_last(text: str) -> str:
    """Decomposed lower-case text, with the tone of each group of vowels after its last vowel."""
    return VOWELS.sub(_tones_last, text)


def _tones_last(vowels: re.Match[str]) -> str:
    return without_tones(vowels[0]) + tones_of(vowels[0])
