"""Lists of sections, topics, authors and series, on pages that are numbered from the oldest.

Every page behind the front is complete and holds the same articles for ever, so a new article changes the front alone,
and once in a page's length the page that the front hands its oldest articles to. A series and the timeline of a topic
are read onward: there the oldest articles of a page come first.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from hatinh_news.model.article import Article, Profile
from hatinh_news.model.config import Label
from hatinh_news.model.page import Page
from hatinh_news.model.records import Head, ListPage, Text
from hatinh_news.model.site import Author, Section, Series, Topic
from hatinh_news.plan.edition import Edition
from hatinh_news.plan.feeds import topic_has_feed
from hatinh_news.plan.fronts import with_pins
from hatinh_news.plan.labels import page_name
from hatinh_news.plan.links import text
from hatinh_news.plan.names import label
from hatinh_news.plan.pictures import photo_share

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _List:
    """A list before it is cut into pages; `articles` newest first, or where it is `onward` oldest first.

    `above` leads to it from the directory down; `parts` are the numbers of the articles of a series.
    """

    kind: str
    label: Label
    articles: Sequence[Article]
    profile: Profile | None
    description: str = ""
    role: str = ""
    email: str = ""
    phone: str = ""
    links: tuple[Label, ...] = ()
    above: tuple[Label, ...] = ()
    has_feed: bool = False
    children: tuple[Label, ...] = ()
    alike: tuple[Label, ...] = ()
    onward: bool = False
    parts: tuple[int, ...] = ()

    @property
    def is_timeline(self) -> bool:
        return self.onward and self.kind == "topic"


def lists(paper: Edition) -> Iterator[Page]:
    """The pages of every list."""
    for one in _all(paper):
        articles = one.articles[::-1] if one.onward else one.articles
        last, shelves = numbered(articles, paper.index.config.paginate_by)
        for number, shelf in shelves:
            ordered = shelf[::-1] if one.onward else shelf
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
    children = children_of(index.topics)
    for topic in index.topics:
        yield _topic(paper, topic, tuple(map(label, children.get(topic.key, ()))))
    for author in index.authors:
        yield _author(paper, author)
    for series in index.series:
        yield _series(paper, series)


def _section(one: Section) -> _List:
    return _List("section", label(one), one.articles, one.profile, one.description, has_feed=True)


def _topic(paper: Edition, one: Topic, children: tuple[Label, ...]) -> _List:
    onward = one.profile is not None and one.profile.timeline
    by_key = paper.index.topic_by_key
    return _List(
        kind="topic",
        label=label(one),
        articles=one.articles[::-1] if onward else one.articles,
        profile=one.profile,
        description=one.description,
        above=(paper.labels.topics, *map(label, above(one, by_key))),
        has_feed=topic_has_feed(paper, one),
        children=children,
        alike=tuple(label(by_key[key]) for key in one.alike),
        onward=onward,
    )


def _author(paper: Edition, one: Author) -> _List:
    return _List(
        kind="author",
        label=label(one),
        articles=one.articles,
        profile=one.profile,
        description=one.profile.description if one.profile is not None else "",
        role=one.role,
        email=one.email,
        phone=one.phone,
        links=tuple(Label(link.name, link.url) for link in one.links),
        above=(paper.labels.authors,),
    )


def _series(paper: Edition, one: Series) -> _List:
    return _List(
        kind="series",
        label=label(one),
        articles=one.articles,
        profile=one.profile,
        description=one.description,
        above=(paper.labels.series,),
        onward=True,
        parts=one.numbers,
    )


def children_of(topics: Iterable[Topic]) -> dict[str, list[Topic]]:
    """The topics right below each, by its key, in the order of `topics`."""
    children: dict[str, list[Topic]] = {}
    for topic in topics:
        if topic.parent:
            children.setdefault(topic.parent, []).append(topic)
    return children


def above(topic: Topic, by_key: Mapping[str, Topic]) -> list[Topic]:
    """The topics above one, the highest first."""
    found: list[Topic] = []
    while topic.parent:
        topic = by_key[topic.parent]
        found.append(topic)
    return found[::-1]


def _front(paper: Edition, one: _List, articles: Sequence[Article], last: int) -> Page:
    profile, url = one.profile, one.label.url
    photo = profile.photo if profile is not None else None
    head = Head(
        url=url,
        title=one.label.name,
        description=one.description,
        photo=photo,
        trail=one.above,
        section_url=url if one.kind == "section" else "",
        feed_url=url if one.has_feed else "",
        share=photo_share(photo),
    )
    record = ListPage(
        head=head,
        kind=one.kind,
        title=one.label.name,
        cards=paper.cards_of(with_pins(paper.index, profile, articles)),
        description=one.description,
        role=one.role,
        email=one.email,
        phone=one.phone,
        links=one.links,
        photo=photo,
        body=text(paper, profile.body) if profile is not None else Text(),
        children=one.children,
        alike=one.alike,
        timeline=one.is_timeline,
        parts=one.parts[len(one.articles) - len(articles) :],
        older=page_address(url, last) if last else "",
        extra=profile.extra if profile is not None else {},
    )
    return Page(url, "list.html", record)


def _later(paper: Edition, one: _List, articles: Sequence[Article], place: tuple[int, int]) -> Page:
    """Page `number` of `last`, without anything that the front says of the list as a whole."""
    number, last = place
    url = page_address(one.label.url, number)
    head = Head(
        url=url,
        title=page_name(paper.index.config, one.label.name, number),
        trail=(*one.above, one.label),
        section_url=one.label.url if one.kind == "section" else "",
    )
    record = ListPage(
        head=head,
        kind=one.kind,
        title=one.label.name,
        cards=paper.cards_of(articles),
        timeline=one.is_timeline,
        parts=one.parts[(number - 1) * len(articles) : number * len(articles)],
        number=number,
        older=page_address(one.label.url, number - 1) if number > 1 else "",
        newer=page_address(one.label.url, number + 1 if number < last else 0),
        extra=one.profile.extra if one.profile is not None else {},
    )
    return Page(url, "list.html", record)


def page_address(url: str, number: int) -> str:
    """The address of a page of the list at `url`."""
    return f"{url}trang/{number}/" if number else url
