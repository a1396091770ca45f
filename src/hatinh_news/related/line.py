"""The line of articles, oldest first: what their neighbourhood depends on besides their words."""

from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from operator import attrgetter
from typing import Any

from hatinh_news.model.article import Article
from hatinh_news.model.digest import name_of
from hatinh_news.model.site import Index, Picks
from hatinh_news.text.fold import match_key
from hatinh_news.text.terms import topic_slot


@dataclass(frozen=True, slots=True)
class Line:
    """Articles in columns, each known by its place; all that a column holds is plain.

    `times` are whole seconds, `topics` the slots of an article's topics as bytes, `names` name its words and topics.
    `listed` says which may stand in a list; `first` and `never` have the places that an editor named, by place.
    """

    paths: list[str]
    urls: list[str]
    times: list[int]
    sections: list[str]
    topics: list[bytes]
    names: list[bytes]
    listed: list[bool]
    first: dict[int, list[int]]
    never: dict[int, list[int]]

    def plain(self) -> list[Any]:
        """Its columns, to be kept."""
        return [getattr(self, field.name) for field in fields(self)]

    def with_names(self, terms: Mapping[str, str]) -> "Line":
        """The same line where the words of some articles are others; `terms` are their digests by path."""
        names = list(self.names)
        for place, path in enumerate(self.paths):
            if path in terms:
                names[place] = name_of(terms[path], self.topics[place])
        return replace(self, names=names)


def line(paper: Index) -> Line:
    """The line of a newspaper's articles."""
    articles = sorted(paper.articles, key=attrgetter("published"))  # those of one moment already stand by address
    place = {article.path: number for number, article in enumerate(articles)}
    topics = _topics(articles, paper)
    return Line(
        paths=list(place),
        urls=[article.url for article in articles],
        times=[int(article.published.timestamp()) for article in articles],
        sections=[article.section for article in articles],
        topics=topics,
        names=[name_of(article.body.terms_digest, slots) for article, slots in zip(articles, topics, strict=True)],
        listed=[not article.retracted for article in articles],
        first=_places(paper.picks_by_path, place, attrgetter("first")),
        never=_places(paper.picks_by_path, place, attrgetter("never")),
    )


def _topics(articles: Sequence[Article], paper: Index) -> list[bytes]:
    """The slots of each article's topics: of the topics, whatever the article calls them."""
    slots: dict[str, int] = {}
    for spelling in {spelling for article in articles for spelling in article.topics}:
        key = match_key(spelling)
        topic = paper.topic_by_key.get(key)
        slots[spelling] = topic_slot(topic.key if topic is not None else key)
    return [array("I", sorted({slots[spelling] for spelling in article.topics})).tobytes() for article in articles]


def _places(picks: Mapping[str, Picks], place: Mapping[str, int], of: Any) -> dict[int, list[int]]:
    def known(paths: Iterable[str]) -> list[int]:
        return [place[path] for path in paths if path in place]

    found = ((place[path], known(of(picked))) for path, picked in picks.items() if path in place)
    return {article: places for article, places in found if places}
