"""The index of a segment: for every word, and for each of its forms, the articles that have it."""

import json
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from hatinh_news.model.search import Holds
from hatinh_news.search.code import letters, sets, some_of
from hatinh_news.search.gathering import Gathered, gathered
from hatinh_news.text.common import COMMON
from hatinh_news.text.words import LINKING, Known, Words, bare, number

_bares: Final = Known(bare)
_places: Final = {word: place for place, word in enumerate(COMMON)}


@dataclass(frozen=True, slots=True)
class Asked:
    """Files of a segment that are asked for, all or `only` some: it has the articles from `start` to `end`."""

    holds: Holds
    parts: int
    start: int
    end: int
    only: Collection[int] | None = None

    def has(self, word: str) -> bool:
        """Whether a bare word stands in one of the files."""
        return is_held(word, self.holds) and (self.only is None or parting(self.parts)(word) in self.only)


def index_files(articles: Iterable[tuple[Words, str]], asked: Sequence[Asked]) -> list[dict[int, str]]:
    """The texts of files, for each segment by their numbers; articles come with the names of section and topics."""
    wanted = None if any(one.only is None for one in asked) else Known(lambda form: _in_any(_bares[form], asked))
    found = gathered(articles, wanted)
    return [_files(found.cut(one.start, one.end, _held[one.holds]), one) for one in asked]


def _in_any(word: str, asked: Sequence[Asked]) -> bool:
    return any(one.has(word) for one in asked)


def _files(found: Gathered, one: Asked) -> dict[int, str]:
    """Words in their order, each with its forms and bits; then the names of sections and topics."""
    part_of = parting(one.parts)
    files: dict[int, list[str]] = {part: [] for part in (range(one.parts) if one.only is None else one.only)}
    by_word: defaultdict[str, list[str]] = defaultdict(list)
    for form in sorted(found.titles if one.holds is Holds.TITLES else found.forms):
        by_word[_bares[form]].append(form)
    for word in sorted(by_word):
        if (part := part_of(word)) in files:
            files[part].append(_line(word, by_word[word], _entry(found, by_word[word], one.holds)))
    for name in sorted(found.names) if tells_titles(one.holds) else ():
        if (part := part_of(name)) in files:
            files[part].append(_line(name, [name], some_of(found.names[name], found.count)))
    return {part: "{\n" + ",\n".join(lines) + "\n}\n" for part, lines in files.items()}


def _line(word: str, forms: Sequence[str], bits: str) -> str:
    """A word with its forms, unless it is the only one itself, and the letters of its bits."""
    spelt = [] if forms == [word] and word not in LINKING else map(_spelt, forms)
    return f"{_quoted(word)}:{_quoted(' '.join([*spelt, letters(bits)]))}"


def parting(parts: int) -> Callable[[str], int]:
    """Which of so many files a bare word is in; common words take turns, as each has so much to tell."""

    def part_of(word: str) -> int:
        place = _places.get(word)
        return (number(word) if place is None else place) % parts

    return part_of


def is_held(word: str, holds: Holds) -> bool:
    """Whether a bare word stands in segments of a sort."""
    return holds is Holds.ALL or (word in _places) is (holds is not Holds.RARE)


def _holds(holds: Holds, form: str) -> bool:
    return is_held(_bares[form], holds)


_held: Final = {holds: Known(partial(_holds, holds)) for holds in Holds}


def reworded(before: Words, now: Words, holds: Holds) -> set[str]:
    """The bare words of which a segment tells something else than before of an article."""
    differing = {bare(form) for form, *_ in _told(before, holds) ^ _told(now, holds)}
    return {word for word in differing if is_held(word, holds)}


def _told(words: Words, holds: Holds) -> set[tuple[str, int, bool]]:
    titled = set(words.titled)
    if holds is Holds.TITLES:
        return {(form, 0, True) for form in titled}
    told = zip(words.forms, words.followers, strict=True)
    return {(form, sorts, tells_titles(holds) and form in titled) for form, sorts in told}


def tells_titles(holds: Holds) -> bool:
    """Whether a segment tells of its words which titles they stand in."""
    return holds in (Holds.ALL, Holds.RARE)


def _spelt(form: str) -> str:
    """A form, marked where it links words."""
    return f"{form}=" if form in LINKING else form


def _quoted(word: str) -> str:
    return json.dumps(word, ensure_ascii=False)


def _entry(found: Gathered, forms: Sequence[str], holds: Holds) -> str:
    """The bits of one bare word: for each form articles and what follows it there; then the titles it stands in."""
    if holds is Holds.TITLES:
        return "".join([some_of(found.titles[form], found.count) for form in forms])
    bits: list[str] = []
    for form in forms:
        articles, followers = found.forms[form]
        bits += some_of(articles, found.count), "" if form in LINKING else sets(followers)
    if tells_titles(holds):
        articles = sorted(set().union(*(found.forms[form][0] for form in forms)))
        titled = set().union(*(found.titles.get(form, ()) for form in forms))
        bits.append(some_of([rank for rank, article in enumerate(articles) if article in titled], len(articles)))
    return "".join(bits)
