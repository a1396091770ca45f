"""An index read back as a browser reads it, by the format that docs/search.md tells and no code of its maker."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

SORTS = 32
NONE, ALL = 2 * SORTS, 2 * SORTS + 1


def values(letters: str) -> list[int]:
    return [ord(one) - 32 - (one > '"') - (one > "\\") for one in letters]


def growing(letters: str) -> list[int]:
    found, before, high = [], -1, 0
    for value in values(letters):
        if value >= 80:
            high = high * 13 + value - 79
        else:
            before += high * 80 + value + 1
            found.append(before)
            high = 0
    return found


def followers(letters: str) -> Iterator[set[int]]:
    some: set[int] = set()
    for value in values(letters):
        if value < SORTS:
            some.add(value)
            continue
        if value < NONE:
            some.add(value - SORTS)
        yield set(range(SORTS)) if value == ALL else some
        some = set()


def number(word: str) -> int:
    found = 0
    for letter in word:
        found = (found * 31 + ord(letter)) % 65521
    return found


def entry(files: Mapping[int, str], word: str) -> dict[str, Any]:
    """The forms of a bare word."""
    found: dict[str, Any] = json.loads(files[number(word) % len(files)]).get(word, {})
    return found


def articles(files: Mapping[int, str], word: str) -> set[int]:
    return {article for lists in entry(files, word).values() for article in growing(lists[0])}
