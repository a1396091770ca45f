"""Vietnamese dictionary order, syllable by syllable: letters first, then the tone, then the next syllable."""

import re
from functools import lru_cache
from unicodedata import normalize

from hatinh_news.text.clean import clean_line
from hatinh_news.text.marks import MARKS, TONES, tones_of, without_tones

_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_LETTER_RANKS = {letter: chr(rank) for rank, letter in enumerate("0123456789" + _ALPHABET, start=0x10)}
_TONE_RANKS = {ord(tone): chr(rank) for rank, tone in enumerate(TONES, start=3)}
_NO_TONE = "\x02"
_END = "\x01"
_SYLLABLE = re.compile(rf"(?:[^\W_][{MARKS}]*)+")


def dictionary_key(text: str) -> str:
    """A key that sorts as a Vietnamese dictionary does; small letters first where only case differs."""
    text = clean_line(text)
    syllables = _SYLLABLE.findall(normalize("NFD", text.casefold()))
    return f"{''.join(map(_rank, syllables))}{_END}{text.swapcase()}{_END}{text}"


def given_name(name: str) -> str:
    """The name that a Vietnamese person goes by: the last syllable."""
    syllables: list[str] = _SYLLABLE.findall(clean_line(name))
    return syllables[-1] if syllables else ""


def given_name_key(name: str) -> str:
    """A key that sorts people by given name, then by the whole name."""
    return f"{dictionary_key(given_name(name).casefold())}{_END}{dictionary_key(name)}"


def initial(text: str) -> str:
    """The letter that heads the text in an index (A Ă Â B C D Đ …), `#` for digits and other scripts."""
    syllable = _SYLLABLE.search(normalize("NFD", clean_line(text).casefold()))
    letter = _letter(normalize("NFC", without_tones(syllable[0]))[0]) if syllable else ""
    return letter.upper() if letter and letter in _ALPHABET else "#"


@lru_cache(4096)
def _rank(syllable: str) -> str:
    letters = normalize("NFC", without_tones(syllable))
    tones = tones_of(syllable).translate(_TONE_RANKS) or _NO_TONE
    return "".join(_LETTER_RANKS.get(letter, letter) for letter in map(_letter, letters)) + tones


def _letter(letter: str) -> str:
    """A letter of ours as it is, another's (ü, ç) without its mark."""
    return letter if letter in _LETTER_RANKS else normalize("NFD", letter)[0]
