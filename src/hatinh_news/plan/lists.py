"""Lists of sections, topics, authors and series, on pages that are numbered from the oldest.

Every page behind the front is complete and holds the same articles for ever, so a new article changes the front alone,
and once in a page's length the page that the front hands its oldest articles to.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from hatinh_news.model.article import Article, Profile
from hatinh_news.model.config import Label
from hatinh_news.model.page import Page
from hatinh_news.model.records import Head, ListPage, Text
from hatinh_news.model.site import Author, Section, Series, Topic
from hatinh_news.plan import labels
from hatinh_news.plan.edition import Edition
from hatinh_news.plan.feeds import topic_has_feed
from hatinh_news.plan.fronts import with_pins
from hatinh_news.plan.links import text

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _List:
    """A list before it is cut into pages; `articles` newest first, or in a series oldest first."""

    kind: str
    label: Label
    articles: Sequence[Article]
    profile: Profile | None
    description: str = ""
    role: str = ""
    email: str = ""
    parent: Label | None = None
    has_feed: bool = False


def lists(paper: Edition) -> Iterator[Page]:
    """The pages of every list."""
    for one in _all(paper):
        articles = one.articles[::-1] if one.kind == "series" else one.articles
        last, shelves = numbered(articles, paper.index.config.paginate_by)
        for number, shelf in shelves:
            ordered = shelf[::-1] if one.kind == "series" else shelf
            yield _front(paper, one, ordered, last) if number == 0 else _later(paper, one, ordered, (number, last))


def numbered(articles: Sequence[T], size: int) -> tuple[int, list[tuple[int, Sequence[T]]]]:
    """How many complete pages stand behind the front, and what each page holds; the front is number 0.

    Page 1 has the oldest articles; the front has `size` to 2 × `size` - 1, or all of them where there are fewer.
    """
    count = len(articles)
    last = max(0, (count - size) // size)
    shelves: list[tuple[int, Sequence[T]]] = [(0, articles[: count - last * size])]
    for number in range(last, 0, -1):
        end = count - (number - 1) * size
        shelves.append((number, articles[end - size : end]))
    return last, shelves


def _all(paper: Edition) -> Iterator[_List]:
    index = paper.index
    yield from map(_section, index.sections)
    yield from (_topic(topic, has_feed=topic_has_feed(paper, topic)) for topic in index.topics)
    yield from map(_author, index.authors)
    yield from map(_series, index.series)


def _section(one: Section) -> _List:
    label = Label(one.name, one.url)
    return _List("section", label, one.articles, one.profile, one.description, has_feed=True)


def _topic(one: Topic, *, has_feed: bool) -> _List:
    label = Label(one.name, one.url)
    return _List("topic", label, one.articles, one.profile, one.description, parent=labels.TOPICS, has_feed=has_feed)


def _author(one: Author) -> _List:
    about = one.profile.description if one.profile is not None else ""
    label = Label(one.name, one.url)
    return _List("author", label, one.articles, one.profile, about, one.role, one.email, parent=labels.AUTHORS)


def _series(one: Series) -> _List:
    label = Label(one.name, one.url)
    return _List("series", label, one.articles, one.profile, one.description, parent=labels.SERIES)


def _front(paper: Edition, one: _List, articles: Sequence[Article], last: int) -> Page:
    profile, url = one.profile, one.label.url
    photo = profile.photo if profile is not None else None
    head = Head(
        url=url,
        title=one.label.name,
        description=one.description,
        photo=photo,
        trail=(one.parent,) if one.parent is not None else (),
        section_url=url if one.kind == "section" else "",
        feed_url=url if one.has_feed else "",
    )
    record = ListPage(
        head=head,
        kind=one.kind,
        title=one.label.name,
        cards=paper.cards_of(with_pins(paper.index, profile, articles)),
        description=one.description,
        role=one.role,
        email=one.email,
        photo=photo,
        body=text(paper, profile.body) if profile is not None else Text(),
        older=_address(one, last) if last else "",
        extra=profile.extra if profile is not None else {},
    )
    return Page(url, "list.html", record)


def _later(paper: Edition, one: _List, articles: Sequence[Article], place: tuple[int, int]) -> Page:
    """Page `number` of `last`, without anything that the front says of the list as a whole."""
    number, last = place
    url = _address(one, number)
    head = Head(
        url=url,
        title=labels.page_name(one.label.name, number),
        trail=(one.label,) if one.parent is None else (one.parent, one.label),
        section_url=one.label.url if one.kind == "section" else "",
    )
    record = ListPage(
        head=head,
        kind=one.kind,
        title=one.label.name,
        cards=paper.cards_of(articles),
        number=number,
        older=_address(one, number - 1) if number > 1 else "",
        newer=_address(one, number + 1 if number < last else 0),
        extra=one.profile.extra if one.profile is not None else {},
    )
    return Page(url, "list.html", record)


def _address(one: _List, number: int) -> str:
    return f"{one.label.url}trang/{number}/" if number else one.label.url
