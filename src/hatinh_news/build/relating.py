"""The relating of articles: the lists that are known are kept up, and remembered."""

from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from hatinh_news import related
from hatinh_news.build.crew import Crew
from hatinh_news.build.edition import NEIGHBOURS, RELATED
from hatinh_news.build.intake import Intake
from hatinh_news.ledger import Ledger
from hatinh_news.model.article import Article
from hatinh_news.model.frozen import Damaged
from hatinh_news.model.manuscript import Manuscript
from hatinh_news.model.site import Index


def related_index(
    paper: Index, ledger: Ledger, crew: Crew, fresh: Mapping[str, Manuscript] | None = None
) -> tuple[Index, related.Neighbourhood]:
    """The index with its articles related, and all that is known of these; `fresh` are in no ledger."""
    found = related.relate(
        related.line(paper),
        _words(ledger, fresh or {}),
        paper.config.related,
        None if crew.request.verify else _known(ledger, crew),
        crew.run("relate", len(paper.articles)),
    )
    by_path = {article.path: article for article in paper.articles}
    articles = [by_path[path] for path in found.line.paths]
    lists = {path: tuple(articles[other] for other in found.list_of(me)) for me, path in enumerate(found.line.paths)}
    return replace(paper, related_by_path=lists), found


def relate_few(ledger: Ledger, crew: Crew, intake: Intake) -> tuple[related.Neighbourhood | None, list[str]]:
    """What is known of all articles once the words of a few are others, and the articles whose lists that changes.

    Nothing where none of the articles that were read has other words than before. Raises Damaged where the edition is
    known and its neighbours are not.
    """
    before, now = intake.before or {}, ledger.store.manuscripts(intake.fresh)
    reworded = {one.path: digest for one in now if (digest := _digest(one)) != _digest(before[one.path])}
    if not reworded:
        return None, []
    known = _known(ledger, crew)
    if known is None:
        raise Damaged("an edition is known without its neighbours")
    found = related.relate(
        known.line.with_names(reworded),
        _words(ledger, {}),
        known.settings,
        known,
        crew.run("relate", len(known.line.paths)),
    )
    pairs = zip(found.line.paths, found.lists, known.lists, strict=True)
    return found, [path for path, now, earlier in pairs if now != earlier]


def shelves(found: related.Neighbourhood, crew: Crew) -> dict[str, Any]:
    """What the ledger is to keep: all that is known of the articles, and, to be found sooner, just their lists."""
    return {RELATED: [found.line.paths, found.lists], NEIGHBOURS: [crew.engine, found.plain()]}


def lists_of(shelf: tuple[list[str], list[bytes]]) -> "Lists":
    """The lists as they are remembered."""
    return Lists(*shelf)


class Lists:
    """The paths of those under each article, by its path."""

    def __init__(self, paths: list[str], rows: list[bytes]) -> None:
        self._paths = paths
        self._rows = dict(zip(paths, rows, strict=True))

    def __contains__(self, path: str) -> bool:
        return path in self._rows

    def under(self, path: str) -> list[str]:
        return [self._paths[place] for place in array("I", self._rows[path])]


def _digest(one: Manuscript) -> str:
    return one.made.body.terms_digest if isinstance(one.made, Article) else ""


def _known(ledger: Ledger, crew: Crew) -> related.Neighbourhood | None:
    kept = ledger.store.shelf(NEIGHBOURS)
    return related.neighbourhood(kept[1]) if kept is not None and kept[0] == crew.engine else None


def _words(ledger: Ledger, fresh: Mapping[str, Manuscript]) -> related.Words:
    """The terms of articles: those that were just read, else those in the ledger."""
    store = ledger.store
    if not fresh:
        return related.Words(store.terms, store.former_terms)

    def now(paths: Sequence[str]) -> Iterator[bytes]:
        for path, known in zip(paths, store.terms(paths), strict=True):
            yield fresh[path].terms if path in fresh else known

    return related.Words(now, store.former_terms)
