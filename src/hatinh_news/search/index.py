"""The index of a segment: for every word, and for each of its forms, the articles that have it."""

import json
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import compress

from hatinh_news.model.search import Holds
from hatinh_news.search.code import counts, letters, some_of
from hatinh_news.text.common import COMMON
from hatinh_news.text.words import FOLLOWERS, LINKING, Words, bare, number

FEW = 4
"""Of a word of fewer articles nothing is told of what stands behind it."""

_PLACES = {word: place for place, word in enumerate(COMMON)}


def index_files(
    articles: Iterable[tuple[Words, str]], parts: int, holds: Holds, only: Collection[int] | None = None
) -> dict[int, str]:
    """The texts of the files of a segment, or of `only` some; articles come with the names of section and topics."""
    part_of = parting(parts)
    files: dict[int, list[str]] = {part: [] for part in (range(parts) if only is None else only)}
    wanted = _Wanted(lambda word: is_held(word, holds) and part_of(word) in files)
    for word, line in _gathered(articles, holds, wanted).lines():
        if (part := part_of(word)) in files:
            files[part].append(line)
    return {part: "{\n" + ",\n".join(lines) + "\n}\n" for part, lines in files.items()}


def parting(parts: int) -> Callable[[str], int]:
    """Which of so many files a bare word is in; common words are dealt out by turns, as each has so much to tell."""

    def part_of(word: str) -> int:
        place = _PLACES.get(word)
        return (number(word) if place is None else place) % parts

    return part_of


def is_held(word: str, holds: Holds) -> bool:
    """Whether a bare word stands in segments of a sort."""
    return holds is Holds.ALL or (word in _PLACES) is (holds is not Holds.RARE)


def reworded(before: Words, now: Words, holds: Holds) -> set[str]:
    """The bare words of which a segment tells something else than before of an article."""
    differing = {bare(form) for form, *_ in _told(before, holds) ^ _told(now, holds)}
    return {word for word in differing if is_held(word, holds)}


def _told(words: Words, holds: Holds) -> set[tuple[str, int, bool]]:
    titled = set(words.titled)
    if holds is Holds.TITLES:
        return {(form, 0, True) for form in titled}
    told = zip(words.forms, words.followers, strict=True)
    return {(form, sorts, holds is not Holds.COMMON and form in titled) for form, sorts in told}


class _Wanted(dict[str, bool]):
    """Whether a form is wanted, which its bare word says."""

    def __init__(self, wants: Callable[[str], bool]) -> None:
        super().__init__()
        self._wants = wants

    def __missing__(self, form: str) -> bool:
        found = self[form] = self._wants(bare(form))
        return found


def _lists() -> defaultdict[str, list[int]]:
    return defaultdict(list)


@dataclass(slots=True)
class _Gathered:
    """What is told of words: by form the articles and, in turn with them, their followers; and titles, and names."""

    holds: Holds
    count: int = 0
    forms: defaultdict[str, list[int]] = field(default_factory=_lists)
    followers: defaultdict[str, list[int]] = field(default_factory=_lists)
    titles: defaultdict[str, list[int]] = field(default_factory=_lists)
    names: defaultdict[str, list[int]] = field(default_factory=_lists)

    def lines(self) -> Iterator[tuple[str, str]]:
        """Words in their order, each with its line."""
        by_word: defaultdict[str, list[str]] = defaultdict(list)
        for form in sorted(self.forms):
            by_word[bare(form)].append(form)
        for word in sorted(by_word):
            forms = by_word[word]
            spelt = "" if forms == [word] and word not in LINKING else " ".join(map(_spelt, forms)) + " "
            yield word, f"{_quoted(word)}:{_quoted(spelt + letters(self._entry(forms)))}"
        for name in sorted(self.names):
            yield name, f"{_quoted(name)}:{_quoted(letters(some_of(self.names[name], self.count)))}"

    def _entry(self, forms: Sequence[str]) -> str:
        """The bits of one bare word: articles of each form; of all of them, followers and titles."""
        bits = [some_of(self.forms[form], self.count) for form in forms]
        articles = self.forms[forms[0]]
        if len(forms) > 1:
            articles = sorted(set().union(*(self.forms[form] for form in forms)))
        ranks = {article: rank for rank, article in enumerate(articles)}
        telling = [form for form in forms if form in self.followers]
        if len(articles) >= FEW and telling:
            bits += self._behind(telling, ranks)
        if self.holds in (Holds.ALL, Holds.RARE):
            titled = {ranks[article] for form in forms for article in self.titles.get(form, ())}
            bits.append(some_of(sorted(titled), len(articles)))
        return "".join(bits)

    def _behind(self, forms: Sequence[str], ranks: Mapping[int, int]) -> Iterator[str]:
        """For each sort of followers, those of the articles of a word that have one, by their place among these."""
        sorts: dict[int, int] = {}
        for form in forms:
            for article, followers in zip(self.forms[form], self.followers[form], strict=True):
                sorts[article] = sorts.get(article, 0) | followers
        found: list[list[int]] = [[] for _ in range(FOLLOWERS)]
        for article in sorted(sorts):
            for sort in _sorts[sorts[article]]:
                found[sort].append(ranks[article])
        return (some_of(some, len(ranks)) if some else counts[0] for some in found)


class _Sorts(dict[int, tuple[int, ...]]):
    """The sorts of followers that a set of bits stands for."""

    def __missing__(self, bits: int) -> tuple[int, ...]:
        found = self[bits] = tuple(sort for sort in range(FOLLOWERS) if bits >> sort & 1)
        return found


_sorts = _Sorts()


def _gathered(articles: Iterable[tuple[Words, str]], holds: Holds, wanted: Mapping[str, bool]) -> _Gathered:
    found = _Gathered(holds)
    for article, (words, named) in enumerate(articles):
        found.count += 1
        if holds is Holds.TITLES:
            for form in filter(wanted.__getitem__, words.titled):
                found.forms[form].append(article)
            continue
        chosen = list(map(wanted.__getitem__, words.forms))
        for form, followers in compress(zip(words.forms, words.followers, strict=True), chosen):
            found.forms[form].append(article)
            if form not in LINKING:
                found.followers[form].append(followers)
        if holds is Holds.COMMON:
            continue
        for form in filter(wanted.__getitem__, words.titled):
            found.titles[form].append(article)
        for name in named.split():
            found.names[name].append(article)
    return found


def _spelt(form: str) -> str:
    """A form, marked where it links words."""
    return f"{form}=" if form in LINKING else form


def _quoted(word: str) -> str:
    return json.dumps(word, ensure_ascii=False)
