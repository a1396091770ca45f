"""Directories: every topic, author and series by the letter it is looked up under."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from hatinh_news.model.config import Label
from hatinh_news.model.page import Page
from hatinh_news.model.records import DirectoryPage, Entry, EntryGroup, Head
from hatinh_news.model.site import Author, Series, Topic
from hatinh_news.plan.edition import Edition
from hatinh_news.plan.lists import children_of
from hatinh_news.plan.names import label
from hatinh_news.text.order import given_name, initial

_Named = TypeVar("_Named", Topic, Author, Series)


def directories(paper: Edition) -> Iterator[Page]:
    """The directories in which there is something to find; those of topics and authors stand in any case."""
    index = paper.index
    topics = _groups(index.topics, lambda topic: initial(topic.name), _topic_entries(index.topics))
    yield _directory("topics", paper.labels.topics, topics)
    authors = _groups(index.authors, lambda author: initial(given_name(author.name)), _entry)
    yield _directory("authors", paper.labels.authors, authors)
    if index.series:
        series = _groups(index.series, lambda series: initial(series.name), _entry)
        yield _directory("series", paper.labels.series, series)


def _groups(
    named: Iterable[_Named], letter: Callable[[_Named], str], entry: Callable[[_Named], Entry]
) -> tuple[EntryGroup, ...]:
    """Names under their letters, in the order in which they come; a letter stands once."""
    grouped: dict[str, list[Entry]] = {}
    for one in named:
        grouped.setdefault(letter(one), []).append(entry(one))
    return tuple(EntryGroup(heading, tuple(found)) for heading, found in grouped.items())


def _entry(one: Topic | Author | Series) -> Entry:
    return Entry(label(one), len(one.articles))


def _topic_entries(topics: Sequence[Topic]) -> Callable[[Topic], Entry]:
    """A topic stands under its own letter and again below the topic above it, so that both ways lead to it."""
    children = children_of(topics)

    def entry(topic: Topic) -> Entry:
        return replace(_entry(topic), children=tuple(map(entry, children.get(topic.key, ()))))

    return entry


def _directory(kind: str, called: Label, groups: tuple[EntryGroup, ...]) -> Page:
    return Page(called.url, "directory.html", DirectoryPage(Head(called.url, called.name), kind, called.name, groups))
