"""The explanation of a page: which inputs it was made from, and which of them changed since the last build."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from typing import Final, Literal, TypeAlias

from hatinh_news import render, write
from hatinh_news.build.crew import Crew
from hatinh_news.build.fingerprints import fingerprints
from hatinh_news.build.former import recorded
from hatinh_news.build.intake import glance
from hatinh_news.build.keys import Keys
from hatinh_news.build.layout import static_copies
from hatinh_news.build.look import SETTINGS, Look, engine, look
from hatinh_news.build.relating import related_index
from hatinh_news.build.request import Request, unwatched
from hatinh_news.build.settings import settings
from hatinh_news.index import index
from hatinh_news.ledger import Ledger
from hatinh_news.model.address import base_path, output_path
from hatinh_news.model.article import Article, Photo, StandingPage
from hatinh_news.model.digest import name_of
from hatinh_news.model.page import Page, Plan
from hatinh_news.model.records import Card, CorrectionEntry
from hatinh_news.model.site import Author, Index, Section, Series, Topic
from hatinh_news.plan import plan
from hatinh_news.text.nearest import nearest

State: TypeAlias = Literal["kept", "stale", "new", "gone", "unknown"]
Role: TypeAlias = Literal["text", "shown", "photo", "template", "settings", "copied"]

_ROLES: Final = ("text", "copied", "shown", "photo", "template", "settings")


@dataclass(frozen=True, slots=True)
class Input:
    """A file that a page is made from, what for, and whether it changed since the last build."""

    name: str
    role: Role
    changed: bool


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a page is as it is.

    `state` is what a build would do now: keep the page, make it anew because it is stale or new, remove it as it is
    gone from the newspaper; or nobody knows such a page, and `nearest` is what was perhaps meant.
    """

    url: str
    path: str
    state: State
    template: str = ""
    inputs: tuple[Input, ...] = ()
    nearest: str = ""


def explain(request: Request, url: str) -> Explanation:
    """Explains the page or file at an address, which may be given in full, as a path, or as a file of the output."""
    request = request.absolute
    with Ledger(request.site, request.out) as ledger:
        seen = look(request.site, ledger)
        config, lent, _ = settings(request)
        crew = Crew(request, name_of(engine()), unwatched).with_hands(lent)
        found = glance(seen, config, ledger, crew)
        addresses, _ = recorded(request.site, found.faults)
        paper, _ = index(found.content, config, request.now, request.shown, seen.static.keys(), addresses)
        paper, _ = related_index(paper, ledger, crew, found.fresh)
        planned, _ = plan(paper, request.now, seen.static.keys(), fingerprints(seen.static, request))
        return _explanation(url, _Desk(crew, ledger, seen, paper, planned))


@dataclass(frozen=True, slots=True)
class _Desk:
    crew: Crew
    ledger: Ledger
    seen: Look
    paper: Index
    planned: Plan


def _explanation(given: str, desk: _Desk) -> Explanation:
    copies = {output_path(asset.url): asset.source for asset in desk.planned.assets}
    copies |= static_copies(desk.planned.site.fingerprints, desk.seen.static)
    pages = {output_path(page.url): page for page in desk.planned.pages}
    path = _path(given, desk.paper.config.base_url, copies.keys() | pages.keys() | desk.ledger.earlier.keys())
    if path in copies:
        changed = copies[path] in desk.seen.changed
        return Explanation(
            f"/{path}", path, _state(path, not changed, desk), "", (Input(copies[path], "copied", changed),)
        )
    if path not in pages:
        gone = path in desk.ledger.earlier
        near = "" if gone else nearest(f"/{path}", [page.url for page in desk.planned.pages]) or ""
        return Explanation(f"/{path}", path, "gone" if gone else "unknown", nearest=near)
    page = pages[path]
    theme = render.load_theme(desk.crew.request.site)
    keys = Keys(desk.crew.engine, desk.planned.site, render.closures(theme), theme.digest)
    output = desk.ledger.outputs.get(path)
    state = _state(path, output is not None and output[2] == keys.of(page), desk)
    found = dict(_inputs(page, theme, desk))
    inputs = (Input(name, role, name in desk.seen.changed) for name, role in found.items())
    ordered = sorted(inputs, key=lambda each: (_ROLES.index(each.role), each.name))
    return Explanation(page.url, path, state, page.template, tuple(ordered))


def _path(given: str, base_url: str, files: Collection[str]) -> str:
    """The file of the output folder that an address means: one of `files` by its name, or else the page of a folder."""
    path = given.removeprefix(base_url).partition("#")[0].partition("?")[0]
    base = base_path(base_url)
    path = path.removeprefix(base) if path.startswith(f"{base}/") else path
    path = output_path(path)
    return path if path in files or "." in path.rpartition("/")[2] else f"{path}/index.html"


def _state(path: str, same: bool, desk: _Desk) -> State:
    output = desk.ledger.outputs.get(path)
    if output is None:
        return "new"
    altered, _ = write.altered(desk.crew.request.out, {path: output})
    return "kept" if same and not altered else "stale"


def _inputs(page: Page, theme: render.Theme, desk: _Desk) -> Iterator[tuple[str, Role]]:
    """The files that a page is made from; the most telling role of each comes last."""
    yield SETTINGS, "settings"
    for template in render.reach(theme, page.template):
        yield f"templates/{template}", "template"
    files = _files(desk.paper)
    for value in _values(page.record):
        if isinstance(value, Photo):
            yield from _photo(value.url, desk)
        elif isinstance(value, Card) and value.url in files:
            yield files[value.url], "shown"
        elif isinstance(value, CorrectionEntry):
            yield files[value.url.partition("#")[0]], "shown"
    if page.url in files:
        yield files[page.url], "text"


def _photo(url: str, desk: _Desk) -> Iterator[tuple[str, Role]]:
    sources = {asset.url: asset.source for asset in desk.planned.assets}
    name = sources.get(url, f"static{url}")
    if name in desk.seen.stamps:
        yield name, "photo"


def _files(paper: Index) -> Mapping[str, str]:
    """The files of content/ by the addresses of their pages."""
    named: tuple[Section | Topic | Author | Series, ...]
    named = (*paper.sections, *paper.topics, *paper.authors, *paper.series)
    found = {one.url: one.profile.place.path for one in named if one.profile is not None}
    found |= {one.url: f"content/{one.page}" for one in paper.merged if one.page}
    if paper.home is not None:
        found["/"] = paper.home.place.path
    own: tuple[Article | StandingPage, ...] = (*paper.articles, *paper.pages)
    return found | {one.url: one.place.path for one in own}


def _values(record: object) -> Iterator[object]:
    """Everything in a record, as deep as it goes."""
    yield record
    if is_dataclass(record):
        for field in fields(record):
            yield from _values(getattr(record, field.name))
    elif isinstance(record, tuple):
        for each in record:
            yield from _values(each)
