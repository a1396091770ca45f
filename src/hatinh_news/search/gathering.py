"""The gathering: the words of articles turned around, so that each has the articles that it stands in."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import compress
from typing import TypeAlias

from hatinh_news.text.words import Words

Column: TypeAlias = tuple[list[int], list[int]]
"""The articles that a form stands in, and the sorts of its followers in each."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """What is told of the forms of so many articles: where each stands, in which titles; and the names of each."""

    count: int
    forms: Mapping[str, Column]
    titles: Mapping[str, list[int]]
    names: Mapping[str, list[int]]

    def cut(self, start: int, end: int, wanted: Mapping[str, bool]) -> "Gathered":
        """What is told of the forms that are wanted, of the articles from `start` to `end`, counted from there.

        Of some of the articles alone neither titles nor names are told.
        """
        forms = {form: column for form, column in self.forms.items() if wanted[form]}
        if (start, end) != (0, self.count):
            cut = {form: _cut(*column, start, end) for form, column in forms.items()}
            return Gathered(end - start, {form: column for form, column in cut.items() if column[0]}, {}, {})
        titles = {form: articles for form, articles in self.titles.items() if wanted[form]}
        return Gathered(self.count, forms, titles, self.names)


def _cut(articles: list[int], sorts: list[int], start: int, end: int) -> Column:
    low, high = bisect_left(articles, start), bisect_left(articles, end)
    return [article - start for article in articles[low:high]], sorts[low:high]


def gathered(articles: Iterable[tuple[Words, str]], wanted: Mapping[str, bool] | None = None) -> Gathered:
    """What articles and the names of their sections and topics tell, of all forms or of those that are wanted."""
    forms: defaultdict[str, list[int]] = defaultdict(list)
    titles: defaultdict[str, list[int]] = defaultdict(list)
    names: defaultdict[str, list[int]] = defaultdict(list)
    count = 0
    for article, (words, named) in enumerate(articles):
        count += 1
        entries: Iterable[tuple[str, int]] = zip(words.forms, words.followers, strict=True)
        titled: Iterable[str] = words.titled
        if wanted is not None:
            entries = compress(entries, map(wanted.__getitem__, words.forms))
            titled = filter(wanted.__getitem__, titled)
        for form, followers in entries:
            forms[form] += article, followers
        for form in titled:
            titles[form].append(article)
        for name in named.split():
            names[name].append(article)
    return Gathered(count, dict(_columns(forms)), titles, names)


def _columns(forms: dict[str, list[int]]) -> Iterator[tuple[str, Column]]:
    """The columns of forms, whose lists are given up one by one: they are most of the memory that an index takes."""
    while forms:
        form, entries = forms.popitem()
        yield form, (entries[::2], entries[1::2])
