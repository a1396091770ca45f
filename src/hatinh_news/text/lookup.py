"""Names found by a few letters, typed with or without marks."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from hatinh_news.text.clean import clean_line
from hatinh_news.text.fold import fold, match_key


@dataclass(frozen=True, slots=True)
class Found:
    """`sure` is the name that was typed, in its own spelling, or empty; `likely` are names that may have been meant."""

    sure: str = ""
    likely: tuple[str, ...] = ()


def look_up(typed: str, names: Sequence[str]) -> Found:
    """The names that `typed` may mean: all of one but for its marks, else the beginnings of its words, in their order.

    Where marks are typed, names that have them come alone, if there are any. Names that are as good keep their order.
    """
    key, plain = match_key(typed), fold(clean_line(typed))
    if not key:
        return Found()
    for name in names:
        if match_key(name) == key:
            return Found(name)
    alike = [name for name in names if fold(name) == plain]
    likely = alike or _by_beginnings(typed, names)
    return Found(alike[0] if len(alike) == 1 and key == plain else "", tuple(likely))


def _by_beginnings(typed: str, names: Sequence[str]) -> list[str]:
    key = match_key(typed)
    marked = [name for name in names if _begins(key.split(), match_key(name).split())]
    plain = fold(clean_line(typed))
    return marked or [name for name in names if _begins(plain.split(), fold(name).split())]


def _begins(beginnings: Iterable[str], words: Sequence[str]) -> bool:
    """Whether each of `beginnings` begins a word, one after the other."""
    rest = iter(words)
    return all(any(word.startswith(beginning) for word in rest) for beginning in beginnings)
