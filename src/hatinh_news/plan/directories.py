"""Directories: every topic, author and series by the letter it is looked up under."""

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import TypeVar

from hatinh_news.model.config import Label
from hatinh_news.model.page import Page
from hatinh_news.model.records import DirectoryPage, Entry, EntryGroup, Head
from hatinh_news.model.site import Author, Series, Topic
from hatinh_news.plan import labels
from hatinh_news.plan.edition import Edition
from hatinh_news.text.order import given_name, initial

_Named = TypeVar("_Named", Topic, Author, Series)


def directories(paper: Edition) -> Iterator[Page]:
    """The directories in which there is something to find; those of topics and authors stand in any case."""
    index = paper.index
    yield _directory("topics", labels.TOPICS, _groups(index.topics, lambda topic: initial(topic.name)))
    yield _directory("authors", labels.AUTHORS, _groups(index.authors, lambda author: initial(given_name(author.name))))
    if index.series:
        yield _directory("series", labels.SERIES, _groups(index.series, lambda series: initial(series.name)))


def _groups(named: Iterable[_Named], letter: Callable[[_Named], str]) -> tuple[EntryGroup, ...]:
    """Names under their letters, in the order in which they come; a letter stands once."""
    by_letter = groupby(named, key=letter)
    entries = [
        (heading, Entry(Label(one.name, one.url), len(one.articles))) for heading, found in by_letter for one in found
    ]
    grouped: dict[str, list[Entry]] = {}
    for heading, entry in entries:
        grouped.setdefault(heading, []).append(entry)
    return tuple(EntryGroup(heading, tuple(found)) for heading, found in grouped.items())


def _directory(kind: str, label: Label, groups: tuple[EntryGroup, ...]) -> Page:
    return Page(label.url, "directory.html", DirectoryPage(Head(label.url, label.name), kind, label.name, groups))
