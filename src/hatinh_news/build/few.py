"""A few articles made anew, where nothing else of the newspaper can have changed."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from hatinh_news.build.edition import CARRIED, INDEX, SERIES, Known
from hatinh_news.build.fingerprints import fingerprints
from hatinh_news.build.intake import FEW, Intake
from hatinh_news.build.look import Look
from hatinh_news.build.relating import Lists
from hatinh_news.build.request import Request
from hatinh_news.index import excerpt
from hatinh_news.ledger import Ledger
from hatinh_news.model.article import Article
from hatinh_news.model.frozen import thaw
from hatinh_news.model.manuscript import Made
from hatinh_news.model.page import Plan
from hatinh_news.model.site import Index, Series
from hatinh_news.plan import plan_articles

PROOFS = 8
"""So many articles are shown while their build is under way."""


def articles_to_print(
    seen: Look, intake: Intake, known: Known, altered: Collection[str], ledger: Ledger
) -> list[str] | None:
    """The articles whose own pages, and nothing else, are to be made anew; None where more may have to be.

    That is so where articles were changed whose manuscripts show other pages what they showed, whose texts no feed
    carries, and of which nothing is told, and where the files that were altered in the output folder are pages of
    articles.
    """
    fresh = [] if intake.before is None else [*intake.fresh]
    if intake.before is None or seen.gone or seen.changed != {f"content/{path}" for path in fresh}:
        return None
    if not set(ledger.store.shelf(CARRIED) or ()).isdisjoint(fresh):
        return None
    faulty = {fault.place.path for fault in (*known.report.faults, *known.report.notes)}
    for one in ledger.store.manuscripts(fresh):
        before = intake.before.get(one.path)
        if before is None or one.shown != before.shown or one.faults or f"content/{one.path}" in faulty:
            return None
        if not isinstance(one.made, Article):
            return None
    pages = [ledger.outputs[path][3] for path in altered]
    return list(dict.fromkeys([*fresh, *pages])) if all(pages) and len(fresh) + len(pages) <= FEW else None


def articles_to_prove(intake: Intake, ledger: Ledger) -> list[str]:
    """The articles, if they are few, that were edited and stay at their addresses, among those they stood among."""
    if intake.before is None or len(intake.fresh) > PROOFS:
        return []
    now = {one.path: one.made for one in ledger.store.manuscripts(intake.fresh)}
    before = {path: one.made for path, one in intake.before.items()}
    return [path for path in intake.fresh if _place_of(now.get(path)) == _place_of(before.get(path)) != ()]


def _place_of(made: Made | None) -> tuple[object, ...]:
    """Where an article stands in the newspaper, and its pictures; nothing for what is no article."""
    if not isinstance(made, Article):
        return ()
    lists = made.section, made.topics, made.authors, made.series
    return made.url, *lists, made.draft, made.live_from, made.retracted, made.body.assets


def plan_of(paths: Sequence[str], lists: Lists, request: Request, ledger: Ledger, static: Mapping[str, Path]) -> Plan:
    """The pages of a few articles, as far as they are public, planned as they were with the whole newspaper."""
    bare: Index = thaw(ledger.store.shelf(INDEX))
    related = {path: lists.under(path) for path in paths if path in lists}
    series = [
        (Series(key, name, url), parts)
        for key, name, url, parts in ledger.store.shelf(SERIES)
        if not set(parts).isdisjoint(paths)
    ]
    wanted = {*related, *(other for others in related.values() for other in others)}
    wanted.update(part for _, parts in series for part in parts)
    wanted |= {path for path in _links(related, ledger) if path in lists}
    articles = [made for one in ledger.store.manuscripts(wanted) if isinstance(made := one.made, Article)]
    named = fingerprints(static, request)
    planned = plan_articles(excerpt(bare, articles, related, series), request.now, static.keys(), named)
    urls = {article.url for article in articles if article.path in related}  # notices of retractions have no source
    return replace(planned, pages=tuple(page for page in planned.pages if page.url in urls))


def _links(paths: Collection[str], ledger: Ledger) -> set[str]:
    """The files that articles link to."""
    made = (one.made for one in ledger.store.manuscripts(paths))
    return {link.target.partition("#")[0] for one in made if one is not None for link in one.body.links}
