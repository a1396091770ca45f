"""Pins: the articles that an editor wants, or does not want, under another one."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import partial
from itertools import islice

from hatinh_news.index.faults import HIDDEN_RELATED, UNKNOWN_RELATED, UNKNOWN_RELATED_NEAR
from hatinh_news.index.order import oldest_first
from hatinh_news.model.address import is_absolute
from hatinh_news.model.article import Article, Reference
from hatinh_news.model.fault import Fault, Kind
from hatinh_news.model.site import Picks
from hatinh_news.text.nearest import nearest

_KINDS = (UNKNOWN_RELATED, UNKNOWN_RELATED_NEAR)

SUGGESTIONS = 20
"""So many unknown names are told with what was probably meant: looking through all names takes its time."""


def pins(
    articles: Collection[Article], known: Iterable[Article], base_url: str
) -> tuple[dict[str, Picks], list[Fault]]:
    """The pins of the articles that have any, by path; `known` are all that may be named, hidden ones as well.

    `articles` come oldest first.
    """
    pinning = [article for article in articles if article.related or article.related_exclude]
    if not pinning:
        return {}, []
    names = path_by_name((*oldest_first(known), *articles))
    path = partial(path_of, names, base_url)
    found = {
        article.path: Picks(
            first=tuple(dict.fromkeys(filter(None, map(path, article.related)))),
            never=frozenset(filter(None, map(path, article.related_exclude))),
        )
        for article in pinning
    }
    named = (reference for article in pinning for reference in (*article.related, *article.related_exclude))
    listed = {article.path for article in articles if not article.retracted}
    hidden = [
        HIDDEN_RELATED.at(reference.place, target=reference.target)
        for article in pinning
        for reference in article.related
        if (named_path := path(reference)) and named_path not in listed
    ]
    return found, [*unknown([one for one in named if not path(one)], names, base_url, _KINDS), *hidden]


def path_by_name(articles: Sequence[Article]) -> Mapping[str, str]:
    """By file, address and slug; of two articles with one slug it means the later of `articles`."""
    by_slug = {article.slug: article.path for article in articles}
    by_url = {article.url.strip("/"): article.path for article in articles}
    return by_slug | by_url | {article.path: article.path for article in articles}


def article_path(articles: Iterable[Article], base_url: str, name: str) -> str | None:
    """The file of the article that has this name, of all there are."""
    return path_by_name(oldest_first(articles)).get(_name(name, base_url))


def path_of(names: Mapping[str, str], base_url: str, reference: Reference) -> str | None:
    """The file of the article that an editor names, by the names that articles have."""
    return names.get(_name(reference.target, base_url))


def _name(target: str, base_url: str) -> str:
    """What an editor wrote, without what all forms may carry: our host, slashes at the ends, the name of the folder."""
    if is_absolute(target):
        target = target.removeprefix(base_url)
    return target.partition("#")[0].strip("/").removeprefix("content/")


def unknown(
    references: Sequence[Reference], names: Iterable[str], base_url: str, kinds: tuple[Kind, Kind]
) -> list[Fault]:
    """The faults of references that mean no article: of the first kind, or where a name is near, of the second."""
    targets = islice(dict.fromkeys(reference.target for reference in references), SUGGESTIONS)
    near = {target: nearest(_name(target, base_url), names) for target in targets}
    return [_fault(reference, near.get(reference.target), kinds) for reference in references]


def _fault(reference: Reference, near: str | None, kinds: tuple[Kind, Kind]) -> Fault:
    plain, with_name = kinds
    if near is None:
        return plain.at(reference.place, target=reference.target)
    return with_name.at(reference.place, target=reference.target, nearest=near)
