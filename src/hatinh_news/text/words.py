"""Words as a search index has them: each syllable in its own marks, found without them, and what stands behind it.

static/js/search.js does the same to what a reader types; `bare`, `form` and `number` must agree with it.
"""

import re
from array import array
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final, TypeVar
from unicodedata import normalize

from hatinh_news.text.common import LINKING_WORDS
from hatinh_news.text.marks import MARKS, tones_last

FOLLOWERS: Final = 32
"""Of the syllables behind a syllable so many sorts are told apart."""

_MARKS: Final = re.compile(f"[{MARKS}]")
_KNOWN: Final = 1 << 16


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one text: each form once with the sorts of its followers, a bit each; `titled` those of a title."""

    forms: tuple[str, ...]
    followers: Sequence[int]
    titled: tuple[str, ...] = ()

    def frozen(self) -> bytes:
        """As bytes, of which `thawed` makes the same again."""
        head = f"{' '.join(self.forms)}\n{' '.join(self.titled)}\n".encode()
        return head + array("I", self.followers).tobytes()


def thawed(frozen: bytes) -> Words:
    """The words that were frozen; none where there are no bytes."""
    if not frozen:
        return Words((), ())
    forms, titled, rest = frozen.split(b"\n", 2)
    return Words(tuple(forms.decode().split()), array("I", rest), tuple(titled.decode().split()))


def bare(word: str) -> str:
    """A word in lower case as it is found whatever marks were typed: without any, and with d for đ."""
    if word.isascii():
        return word
    return normalize("NFC", _MARKS.sub("", normalize("NFD", word))).replace("đ", "d")


def form(word: str) -> str:
    """A word in lower case in its own marks, the same wherever its tone is typed (thuỷ, thủy)."""
    return word if word.isascii() else normalize("NFC", tones_last(normalize("NFD", word)))


def number(word: str) -> int:
    """A number for a bare word, which says in which file it stands and which sort of follower it is."""
    found = 0
    for letter in word:
        found = (found * 31 + ord(letter)) % 65_521
    return found


_Given = TypeVar("_Given")


class Known(dict[str, _Given]):
    """What a function gives for each word, asked once: a newspaper has few words and says them often."""

    def __init__(self, function: Callable[[str], _Given]) -> None:
        super().__init__()
        self._function = function

    def __missing__(self, word: str) -> _Given:
        found = self._function(word)
        if len(self) < _KNOWN:
            self[word] = found
        return found


def _sort(word: str) -> int:
    return 0 if form(word) in LINKING else 1 << number(bare(word)) % FOLLOWERS


LINKING: Final = frozenset(map(form, LINKING_WORDS.split()))
"""The forms of words that link others."""

_forms: Final = Known(form)
_sorts: Final = Known(_sort)


def words(title: Sequence[str], texts: Iterable[Sequence[str]]) -> Words:
    """The words of a title and of texts, given by their syllables; none follows from one text into the next."""
    found: dict[str, int] = {}
    known = found.get
    for syllables in filter(None, (title, *texts)):
        forms = map(_forms.__getitem__, syllables)
        followers = chain(map(_sorts.__getitem__, syllables[1:]), (0,))
        for one, sort in zip(forms, followers, strict=True):
            found[one] = known(one, 0) | sort
    return Words(tuple(found), tuple(found.values()), tuple(dict.fromkeys(map(_forms.__getitem__, title))))
