"""The index of a segment: for every word, and for each of its forms, the articles that have it."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from hatinh_news.search.code import ascending, sets
from hatinh_news.text.common import LINKING, alone_in
from hatinh_news.text.words import Words, bare, number


def index_files(articles: Iterable[tuple[Words, str]], parts: int) -> list[str]:
    """The texts of the `parts` files of a segment; each article comes with the names of its section and topics."""
    files: list[list[str]] = [[] for _ in range(parts)]
    alone = {word: part for part, word in enumerate(alone_in(parts))}
    shared = parts - len(alone)
    for word, line in _lines(articles):
        part = alone.get(word)
        files[part if part is not None else len(alone) + number(word) % shared].append(line)
    return [_file(lines) for lines in files]


def _file(lines: Sequence[str]) -> str:
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _lines(articles: Iterable[tuple[Words, str]]) -> Iterator[tuple[str, str]]:
    """Words in their order, each with its line: its forms, each with articles, followers, and titles it is in."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    titles: defaultdict[str, list[int]] = defaultdict(list)
    names: defaultdict[str, list[int]] = defaultdict(list)
    for article, (words, named) in enumerate(articles):
        for form, followers in zip(words.forms, words.followers, strict=True):
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
