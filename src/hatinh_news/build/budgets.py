"""Budgets: which files are heavier than site.yaml allows. Nothing is packed whose bare bytes are within its budget."""

from collections.abc import Iterable, Mapping
from typing import Final

from hatinh_news.build.faults import FILE_TOO_HEAVY, PAGE_TOO_HEAVY, PAGE_TOO_HEAVY_WITH
from hatinh_news.build.fingerprints import weight
from hatinh_news.model.fault import Fault, Place
from hatinh_news.model.hosting import KB, StaticFile
from hatinh_news.model.page import Page
from hatinh_news.model.records import (
    ArticlePage,
    CorrectionsPage,
    ErrorPage,
    HomePage,
    ListPage,
    Site,
    StandingPageRecord,
)

CODE: Final = PAGE_TOO_HEAVY.code

_LISTS: Final = (HomePage, ListPage, CorrectionsPage)
_OTHERS: Final = (StandingPageRecord, ErrorPage)


def heavy_files(site: Site) -> list[Fault]:
    """The stylesheets and scripts that are too heavy by themselves."""
    budgets = {"css": site.budgets.css, "js": site.budgets.js}
    found = []
    for url, file in site.fingerprints.items():
        key = url.rpartition(".")[2]
        if 0 < budgets[key] < file.weight:
            values = {"size": kb(file.weight), "key": f"budgets.{key}", "limit": kb(budgets[key])}
            found.append(FILE_TOO_HEAVY.at(Place(f"static{url}"), **values))
    return found


def heavy_page(site: Site, page: Page, made: bytes, folder: str) -> tuple[Fault, ...]:
    """What is too heavy about a page; directories, which name everything, have no budget."""
    record, budgets = page.record, site.budgets
    if isinstance(record, ArticlePage):
        key, limit = "article_html", budgets.article_html
    elif isinstance(record, _LISTS):
        key, limit = "list_html", budgets.list_html
    elif isinstance(record, _OTHERS):
        key, limit = "", 0
    else:
        return ()
    place = Place(f"content/{page.source}" if page.source else f"{folder}{page.url}")
    alone = _heavy_alone(place, page, made, (key, limit)) if 0 < limit < len(made) else ()
    whole = budgets.page_weight
    if not whole or len(made) + sum(file.weight for file in site.fingerprints.values()) <= whole:
        return alone
    return (*alone, *_heavy_with(place, page, made, (whole, site.fingerprints)))


def _heavy_alone(place: Place, page: Page, made: bytes, budget: tuple[str, int]) -> tuple[Fault, ...]:
    key, limit = budget
    if (size := weight(made)) <= limit:
        return ()
    from hatinh_news.build.parts import heaviest_part  # hardly any build has such a page

    part, share = heaviest_part(made.decode("utf-8", "replace"))
    values = {"size": kb(size), "key": f"budgets.{key}", "limit": kb(limit), "part": part, "share": f"{share:.0%}"}
    return (PAGE_TOO_HEAVY.at(place, url=page.url, **values),)


def _heavy_with(
    place: Place, page: Page, made: bytes, budget: tuple[int, Mapping[str, StaticFile]]
) -> tuple[Fault, ...]:
    """Whether a page is too heavy with all that it names."""
    limit, fingerprints = budget
    named = {url: file.weight for url, file in fingerprints.items() if file.url.encode() in made}
    own = weight(made)
    size = own + sum(named.values())
    if size <= limit:
        return ()
    parts = ", ".join(f"{url} {kb(each)}" for url, each in named.items())
    values = {"size": kb(size), "limit": kb(limit), "own": kb(own), "parts": parts or "—"}
    return (PAGE_TOO_HEAVY_WITH.at(place, url=page.url, **values),)


def kb(size: int) -> str:
    """A weight for people, one decimal, never more than it is."""
    whole, tenth = divmod(size * 10 // KB, 10)
    return f"{whole},{tenth} KB" if tenth else f"{whole} KB"


def still_heavy(
    kept: Iterable[str], known: Mapping[str, tuple[Fault, ...]], found: Mapping[str, tuple[Fault, ...]]
) -> dict[str, tuple[Fault, ...]]:
    """What is told of the files that stay, as it was `known`, and what was `found` of those that were made."""
    staying = {path: known[path] for path in kept if path in known} if known else {}
    return staying | {path: told for path, told in found.items() if told}
