"""How much an edit changed of what a text says: a slip that was mended, or something that readers should be told."""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final, Literal, TypeAlias
from unicodedata import normalize

from hatinh_news.text.fold import fold
from hatinh_news.text.slip import one_slip

Matter: TypeAlias = Literal["number", "negation", "name", "text"]
"""What of a text is another: a number, whether something is denied, who or what it names, or simply much of it."""

FEW: Final = 12
"""An edit of no more syllables than this is a small one."""

_SHARE: Final = 0.05  # of the text: in one of three sentences, few syllables are much
_CONTEXT: Final = 6  # syllables of an edit that are quoted
_BESIDE: Final = 3  # syllables on either side of it

_SYLLABLE: Final = re.compile(r"\d+(?:[.,:/]\d+)*|[^\W\d_]+")
_NEGATIONS: Final = frozenset(("không", "chưa", "chẳng", "chả", "đừng", "phi", "vô"))
_GROUPED: Final = re.compile(r"\.(?=\d{3}(?!\d))")
_ZEROS: Final = re.compile(r"(?<!\d)0+(?=\d)")
_END: Final = re.compile(r"[.!?…:]\W*$")


@dataclass(frozen=True, slots=True)
class Edit:
    """What an edit changed that matters, as it was and as it is now; `syllables` is the size of the whole edit.

    `start` is where that begins in the new text, in its composed form (NFC); `was` and `now` have the words around it.
    """

    matter: Matter
    before: str
    after: str
    syllables: int
    start: int = 0
    was: str = ""
    now: str = ""


@dataclass(frozen=True, slots=True)
class _Word:
    """A syllable or number, and where it begins; `names` says that its capital letter does not begin a sentence."""

    text: str
    names: bool
    start: int

    @property
    def key(self) -> str:
        return self.text.lower()


_Span: TypeAlias = tuple[list[_Word], list[_Word]]
_Differs: TypeAlias = Callable[[list[_Word], list[_Word]], bool]
_Range: TypeAlias = tuple[int, int, int, int]


def material_edit(before: str, after: str) -> Edit | None:
    """What of an edited plain text readers should be told, the gravest first; None where only slips were mended.

    A number that is another, a denial that came or went and another name always matter; else only an edit of more than
    FEW syllables that is also more than a twentieth of the text, or of more than four times FEW.
    """
    old, new = _words(before), _words(after)
    ranges = _differing([word.key for word in old], [word.key for word in new])
    spans = [(old[a:b], new[c:d]) for a, b, c, d in ranges]
    size = sum(max(len(was), len(now)) for was, now in spans)
    matter, number = _grave(spans)
    if matter is None and (size > 4 * FEW or (size > FEW and size > _SHARE * len(old))):
        matter, number = "text", max(range(len(spans)), key=lambda one: max(map(len, spans[one])))
    if matter is None:
        return None
    (was, now), (a, b, c, d) = spans[number], ranges[number]
    if not (was and now) and len(was or now) > FEW:
        matter = "text"  # a passage is gone or new, whatever numbers and denials it has
    start = new[min(c, len(new) - 1)].start if new else 0
    return Edit(matter, _quoted(was), _quoted(now), size, start, _around(old, a, b), _around(new, c, d))


def _differing(old: list[str], new: list[str]) -> list[_Range]:
    """From where to where each differs from the other; what both begin and end with is not compared twice."""
    least = min(len(old), len(new))
    first = next((at for at in range(least) if old[at] != new[at]), least)
    last = next((at for at in range(least - first) if old[-1 - at] != new[-1 - at]), least - first)
    middles = old[first : len(old) - last], new[first : len(new) - last]
    codes = SequenceMatcher(None, *middles, autojunk=False).get_opcodes()
    return [(a + first, b + first, c + first, d + first) for kind, a, b, c, d in codes if kind != "equal"]


def _grave(spans: list[_Span]) -> tuple[Matter | None, int]:
    """What matters however few syllables it has, and which span shows it; words that only moved are no change."""
    removed, added = [word for was, _ in spans for word in was], [word for _, now in spans for word in now]
    for matter, differs in _GRAVE:
        if differs(removed, added):
            return matter, next(number for number, span in enumerate(spans) if differs(*span))
    number = next((number for number, (was, now) in enumerate(spans) if _other_name(was, now)), None)
    return (None, 0) if number is None else ("name", number)


def _words(text: str) -> list[_Word]:
    found: list[_Word] = []
    end = 0
    for match in _SYLLABLE.finditer(normalize("NFC", text)):
        between = match.string[end : match.start()]
        first = not found or "\n" in between or _END.search(between) is not None
        found.append(_Word(match[0], match[0][0].isupper() and not first, match.start()))
        end = match.end()
    return found


def _quoted(words: list[_Word]) -> str:
    shown = " ".join(word.text for word in words[:_CONTEXT])
    return f"{shown} …" if len(words) > _CONTEXT else shown


def _around(words: list[_Word], start: int, end: int) -> str:
    """A passage with the words before and behind it; of a long one how it begins."""
    first, last = max(start - _BESIDE, 0), min(end, start + _CONTEXT) + _BESIDE
    shown = " ".join(word.text for word in words[first:last])
    return f"{'… ' if first else ''}{shown}{' …' if last < len(words) else ''}"


def _other_number(was: list[_Word], now: list[_Word]) -> bool:
    return _numbers(was) != _numbers(now)


def _numbers(words: list[_Word]) -> Counter[str]:
    """Numbers, whichever way they are written: 1.500 and 1500, 05/3 and 5/3, wide digits."""
    numbers = (word.text for word in words if word.text[0].isdigit())
    return Counter(_ZEROS.sub("", _GROUPED.sub("", normalize("NFKC", number))) for number in numbers)


def _other_denial(was: list[_Word], now: list[_Word]) -> bool:
    return sum(word.key in _NEGATIONS for word in was) != sum(word.key in _NEGATIONS for word in now)


def _other_name(was: list[_Word], now: list[_Word]) -> bool:
    """Whether one name stands in the place of another; that of a name that was mended is nearly the same."""
    old, new = _names(was), _names(now)
    return bool(old and new) and old != new and not one_slip(old, new)


def _names(words: list[_Word]) -> str:
    return fold(" ".join(word.text for word in words if word.names))


_GRAVE: Final[tuple[tuple[Matter, _Differs], ...]] = (("number", _other_number), ("negation", _other_denial))
