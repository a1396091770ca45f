"""What a newspaper asks of its own texts: the rules that it switches off, and the limits of those that have one."""

from dataclasses import dataclass
from typing import Final

CODES: Final = (
    "long-title", "title-full-stop", "no-sapo", "long-sapo",
    "no-alt", "alt-is-title", "no-caption", "no-credit", "same-photo", "photo-again",
    "empty-body", "short-body", "promised-video", "promised-photos", "to-be-continued", "heading-gap",
    "straight-quotes", "lone-quote", "double-space", "trailing-space", "space-before-mark", "doubled-word",
    "not-nfc", "look-alike", "full-width", "invisible",
    "word-debris", "tracking", "nbsp",
    "odd-date", "name-spelling", "silent-change",
    "dead-outside-link", "moved-outside-link",
)  # fmt: skip
"""The codes of the desk's rules, which a site may switch off."""


@dataclass(frozen=True, slots=True)
class CheckSettings:
    """Lengths in characters, the text's in syllables; days between two articles that may show one lead picture; the
    first year and the days to come in which a date is no slip; how many outside links are asked in how many seconds."""

    off: frozenset[str] = frozenset()
    title_length: int = 100
    sapo_length: int = 400
    body_words: int = 40
    photo_days: int = 7
    first_year: int = 1990
    future_days: int = 366
    links: int = 500
    link_seconds: int = 10
