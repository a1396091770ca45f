"""The kinship of articles: all lists as a build would make them, and why one article stands under another or not."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from hatinh_news.build.crew import Crew
from hatinh_news.build.intake import glance
from hatinh_news.build.look import engine, look
from hatinh_news.build.relating import related_index
from hatinh_news.build.request import Request, unwatched
from hatinh_news.build.settings import settings
from hatinh_news.index import article_path, index
from hatinh_news.ledger import Ledger
from hatinh_news.model.article import Article
from hatinh_news.model.digest import name_of
from hatinh_news.model.manuscript import Manuscript, texts_of
from hatinh_news.model.site import Index
from hatinh_news.related import Kinship, Neighbourhood, Reason, entries, kinship, wishes_of
from hatinh_news.text.fold import match_key
from hatinh_news.text.nearest import nearest
from hatinh_news.text.terms import spelt, topic_slot

SHOWN: Final = 12
"""So many of the terms that two articles share are told, the most telling ones."""


@dataclass(frozen=True, slots=True)
class Listed:
    """An article with those under it, in order: each with its score, in millionths, and how it came there."""

    article: Article
    related: tuple[tuple[Article, int, Reason], ...]


@dataclass(frozen=True, slots=True)
class Unknown:
    """A name that no article has, and what was perhaps meant."""

    name: str
    nearest: str = ""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Why `other` stands under `article` or does not.

    `terms` and `topics` are what they share, each with its part of the similarity, in millionths; `hidden` are those
    that no reader sees now.
    """

    article: Article | None = None
    other: Article | None = None
    kinship: Kinship | None = None
    terms: tuple[tuple[str, int], ...] = ()
    topics: tuple[tuple[str, int], ...] = ()
    rival: Article | None = None
    unknown: Unknown | None = None
    hidden: tuple[Article, ...] = field(default=())


def all_lists(request: Request, of: Sequence[str] = ()) -> tuple[list[Listed], list[Unknown]]:
    """The list of every article, newest first, or of those that are named; and the names that no public article has."""
    with Ledger(request.site, request.out) as ledger:
        desk = _desk(request.absolute, ledger)
        by_path = {article.path: article for article in desk.paper.articles}
        line = [by_path[path] for path in desk.found.line.paths]
        places: Sequence[int] = range(len(line) - 1, -1, -1)
        unknown = []
        if of:
            found = {name: article_path(line, desk.paper.config.base_url, name) for name in of}
            unknown = [Unknown(name, _nearest(name, line)) for name, path in found.items() if path is None]
            places = [me for me in places if line[me].path in found.values()]
        wishes = wishes_of(desk.found)
        lists = []
        for me in places:
            under = ((line[other], score, reason) for other, score, reason in entries(desk.found, me, wishes))
            lists.append(Listed(line[me], tuple(under)))
        return lists, unknown


def compare(request: Request, one: str, other: str) -> Comparison:
    """Compares two articles, each named by its file, its slug or its address."""
    with Ledger(request.site, request.out) as ledger:
        desk = _desk(request.absolute, ledger)
        found = [article_path(desk.all, desk.paper.config.base_url, name) for name in (one, other)]
        for name, path in zip((one, other), found, strict=True):
            if path is None:
                return Comparison(unknown=Unknown(name, _nearest(name, desk.all)))
        by_path = {article.path: article for article in desk.all}
        article, second = (by_path[path] for path in found if path is not None)
        hidden = tuple(one for one in (article, second) if one.path not in desk.paper.related_by_path)
        return Comparison(article, second, hidden=hidden) if hidden else _compared(desk, ledger, article, second)


def _nearest(name: str, articles: Sequence[Article]) -> str:
    return nearest(name, [each.slug for each in articles] + [each.path for each in articles]) or ""


@dataclass(frozen=True, slots=True)
class _Desk:
    """`all` articles there are, hidden ones as well; `fresh` has the texts of those that no ledger knows."""

    paper: Index
    found: Neighbourhood
    all: Sequence[Article]
    fresh: Mapping[str, Manuscript]


def _desk(request: Request, ledger: Ledger) -> _Desk:
    seen = look(request.site, ledger)
    config, lent, _ = settings(request, ledger, name_of(engine()))
    crew = Crew(request, name_of(engine()), unwatched).with_hands(lent)
    now = glance(seen, config, ledger, crew)
    paper, _ = index(now.content, config, request.now, request.shown, seen.static.keys())
    paper, found = related_index(paper, ledger, crew, now.fresh)
    return _Desk(paper, found, now.content.articles, now.fresh)


def _compared(desk: _Desk, ledger: Ledger, article: Article, other: Article) -> Comparison:
    paths = desk.found.line.paths
    kin = kinship(desk.found, paths.index(article.path), paths.index(other.path))
    words: dict[int, str] = {}
    for slot, word in spelt(texts_of(_with_text(article, desk, ledger))):
        words.setdefault(slot, word)
    topics = {topic_slot(desk.paper.topic_by_key[match_key(name)].key): name for name in article.topics}
    terms = [(words[slot], part) for slot, part in kin.shared.items() if slot in words and slot not in topics]
    shared = [(topics[slot], part) for slot, part in kin.shared.items() if slot in topics]
    by_path = {each.path: each for each in desk.all}
    rival = by_path[paths[kin.rival]] if kin.rival is not None else None
    return Comparison(article, other, kin, tuple(terms[:SHOWN]), tuple(shared), rival)


def _with_text(article: Article, desk: _Desk, ledger: Ledger) -> Article:
    """The article as it was read, with all of its HTML."""
    path = article.path
    html = desk.fresh[path].html if path in desk.fresh else ledger.store.html([path])[0]
    return replace(article, body=replace(article.body, html=html.decode()))
