"""An excerpt of the index: enough of it to plan the pages of a few articles as the whole would."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from hatinh_news.index.order import newest_first
from hatinh_news.index.sections import Sections, placed
from hatinh_news.model.article import Article, Body
from hatinh_news.model.site import Author, Index, Section, Series, Topic

_Named = TypeVar("_Named", Section, Topic, Author, Series)


def bare(index: Index) -> Index:
    """The index without articles and texts: names and addresses only, and no series."""
    home = index.home
    sections = tuple(map(_bare, index.sections))
    topics = tuple(map(_bare, index.topics))
    authors = tuple(map(_bare, index.authors))
    return replace(
        index,
        articles=(),
        pages=tuple(replace(page, body=Body()) for page in index.pages),
        home=replace(home, body=Body()) if home is not None else None,
        sections=sections,
        topics=topics,
        authors=authors,
        series=(),
        section_by_key=_by_key(sections, index.section_by_key),
        topic_by_key=_by_key(topics, index.topic_by_key),
        author_by_key=_by_key(authors, index.author_by_key),
        series_by_key={},
        related_by_path={},
        hidden=frozenset(),
        pins_by_path={},
        blocks=(),
        former=None,
    )


def _bare(named: _Named) -> _Named:
    profile = named.profile
    return replace(named, articles=(), profile=replace(profile, body=Body()) if profile is not None else None)


def _by_key(bare_ones: Iterable[_Named], by_key: Mapping[str, _Named]) -> Mapping[str, _Named]:
    """Those without articles, by the keys of those with."""
    by_url = {one.url: one for one in bare_ones}
    return {key: by_url[named.url] for key, named in by_key.items()}


def excerpt(
    names: Index,
    articles: Iterable[Article],
    related: Mapping[str, Sequence[str]],
    series: Iterable[tuple[Series, Sequence[str]]],
) -> Index:
    """`names`, an index that is bare, with `articles`; `related` and `series` name articles by their paths.

    These are the articles to plan, all that stand under them or with them in a series, and what they link to.
    """
    kept, _ = placed(articles, Sections(names.sections, names.section_by_key, names.config.strings.section))
    by_path = {article.path: article for article in kept}
    return replace(
        names,
        articles=newest_first(kept),
        series=tuple(replace(one, articles=tuple(by_path[path] for path in paths)) for one, paths in series),
        related_by_path={path: tuple(by_path[other] for other in others) for path, others in related.items()},
    )
