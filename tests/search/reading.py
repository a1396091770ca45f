"""An index read back as a browser reads it, by the format that docs/search.md tells and no code of its maker."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

SORTS = 32


@dataclass
class Entry:
    """What a file tells of a bare word: by form its articles, each with the sorts of its followers; and titles."""

    forms: dict[str, dict[int, set[int] | None]] = field(default_factory=dict)
    titles: set[int] = field(default_factory=set)

    @property
    def articles(self) -> set[int]:
        return {article for found in self.forms.values() for article in found}


def bits_of(letters: str) -> Iterator[int]:
    for letter in letters:
        value = ord(letter) - 40 - (letter > "\\")
        yield from (value >> place & 1 for place in range(5, -1, -1))


def zeros(bits: Iterator[int]) -> int:
    count = 0
    while not next(bits):
        count += 1
    return count


def value_of(bits: Iterator[int], width: int, high: int = 0) -> int:
    for _ in range(width):
        high = 2 * high + next(bits)
    return high


def some(bits: Iterator[int], of: int) -> list[int]:
    """Numbers below `of`, or all but these where they are more than half of them."""
    count = value_of(bits, zeros(bits), 1) - 1
    listed = of - count if 2 * count > of else count
    width = max(0, (of * 11 // (listed * 16)).bit_length() - 1) if listed else 0
    found, number = [], -1
    for _ in range(listed):
        number += 1 + value_of(bits, width, zeros(bits))
        found.append(number)
    return [number for number in range(of) if number not in found] if 2 * count > of else found


def followers(bits: Iterator[int]) -> set[int]:
    count = 0
    while count < 7 and next(bits):
        count += 1
    if count == 7:
        return {sort for sort, bit in zip(range(SORTS - 1, -1, -1), bits, strict=False) if bit}
    return {value_of(bits, 5) for _ in range({0: 1, 1: 0}.get(count, count))}


def number(word: str) -> int:
    found = 0
    for letter in word:
        found = (found * 31 + ord(letter)) % 65521
    return found


def entry(files: Mapping[int, str], common: list[str], word: str, count: int, holds: str = "all") -> Entry:
    """What the files of a segment of so many articles tell of a bare word."""
    part = (common.index(word) if word in common else number(word)) % len(files)
    text = json.loads(files[part]).get(word)
    found = Entry()
    if text is None:
        return found
    *forms, letters = text.split(" ")
    bits = bits_of(letters)
    for spelt in forms or [word]:
        articles = some(bits, count)
        alone = spelt.endswith("=") or holds == "titles" or word[0] in "@#"
        told = [None if alone else followers(bits) for _ in articles]
        found.forms[spelt.removesuffix("=")] = dict(zip(articles, told, strict=True))
    if holds in ("all", "rare") and word[0] not in "@#":
        articles = sorted(found.articles)
        found.titles = {articles[rank] for rank in some(bits, len(articles))}
    return found
