"""The index of a segment: for every word, and for each of its forms, the articles that have it."""

import json
from collections import defaultdict
from collections.abc import Callable, Collection, Container, Iterable, Iterator, Mapping, Sequence
from itertools import compress

from hatinh_news.search.code import ascending, sets
from hatinh_news.text.common import alone_in
from hatinh_news.text.words import LINKING, Words, bare, number


def index_files(
    articles: Iterable[tuple[Words, str]], parts: int, only: Collection[int] | None = None
) -> dict[int, str]:
    """The texts of the files of a segment, or of `only` some; articles come with the names of section and topics."""
    part_of = parting(parts)
    files: dict[int, list[str]] = {part: [] for part in (range(parts) if only is None else only)}
    wanted = _Wanted(part_of, files)
    for word, line in _lines(articles, wanted if only is not None else None):
        if (part := part_of(word)) in files:
            files[part].append(line)
    return {part: _file(lines) for part, lines in files.items()}


def parting(parts: int) -> Callable[[str], int]:
    """Which of so many files a bare word is in."""
    alone = {word: part for part, word in enumerate(alone_in(parts))}
    first, shared = len(alone), parts - len(alone)

    def part_of(word: str) -> int:
        part = alone.get(word)
        return part if part is not None else first + number(word) % shared

    return part_of


def reworded(before: Words, now: Words) -> set[str]:
    """The bare words of which the index tells something else than before of an article."""
    return {bare(form) for form, *_ in _told(before) ^ _told(now)}


def _told(words: Words) -> set[tuple[str, int, bool]]:
    titled = set(words.titled)
    return {(form, sorts, form in titled) for form, sorts in zip(words.forms, words.followers, strict=True)}


class _Wanted(dict[str, bool]):
    """Whether a form is in one of some files."""

    def __init__(self, part_of: Callable[[str], int], files: Container[int]) -> None:
        super().__init__()
        self._part_of, self._files = part_of, files

    def __missing__(self, form: str) -> bool:
        found = self[form] = self._part_of(bare(form)) in self._files
        return found


def _file(lines: Sequence[str]) -> str:
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _lines(articles: Iterable[tuple[Words, str]], wanted: Mapping[str, bool] | None) -> Iterator[tuple[str, str]]:
    """Words in their order, each with its line: its forms, each with articles, followers, and titles it is in."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    titles: defaultdict[str, list[int]] = defaultdict(list)
    names: defaultdict[str, list[int]] = defaultdict(list)
    for article, (words, named) in enumerate(articles):
        pairs: Iterable[tuple[str, int]] = zip(words.forms, words.followers, strict=True)
        if wanted is not None:
            pairs = compress(pairs, map(wanted.__getitem__, words.forms))
        for form, followers in pairs:
            found[form] += article, followers
        for form in words.titled:
            titles[form].append(article)
        for name in named.split():
            names[name].append(article)
    by_word: defaultdict[str, list[str]] = defaultdict(list)
    for form in sorted(found):
        postings = _postings(found.pop(form), titles.get(form, ()), linking=form in LINKING)
        by_word[bare(form)].append(f"{_quoted(form)}:{postings}")
    for word in sorted(by_word):
        yield word, f"{_quoted(word)}:{{{','.join(by_word[word])}}}"
    for name in sorted(names):
        yield name, f'{_quoted(name)}:{{"":["{ascending(names[name])}"]}}'


def _postings(entries: Sequence[int], titled: Sequence[int], *, linking: bool) -> str:
    articles, followers = ascending(entries[::2]), "" if linking else sets(entries[1::2])
    heads = f',"{ascending(titled)}"' if titled else ""
    return f'["{articles}","{followers}"{heads}]'


def _quoted(word: str) -> str:
    return json.dumps(word, ensure_ascii=False)
