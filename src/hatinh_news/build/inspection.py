"""The inspection: all that a build would find wrong with the newspaper, without rendering or writing anything."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from hatinh_news import render
from hatinh_news.build.budgets import heavy_files
from hatinh_news.build.crew import Crew
from hatinh_news.build.fingerprints import fingerprints
from hatinh_news.build.former import recorded
from hatinh_news.build.intake import glance
from hatinh_news.build.look import Look, engine, look
from hatinh_news.build.negatives import of_the_shown
from hatinh_news.build.recall import Recalled
from hatinh_news.build.request import Progress, Request, unwatched
from hatinh_news.build.road import uncollected
from hatinh_news.build.settings import settings
from hatinh_news.build.spots import pinpointed
from hatinh_news.build.turns import Clocked, span
from hatinh_news.index import index
from hatinh_news.ledger import FOLDER, Ledger
from hatinh_news.model.digest import name_of
from hatinh_news.model.fault import in_order
from hatinh_news.model.frozen import Damaged
from hatinh_news.model.images import Negative
from hatinh_news.model.site import Index
from hatinh_news.plan import plan
from hatinh_news.read.load import check_content

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Inspection:
    """What content/ makes now, with all faults and notes of a build but those of pages that are made; they hold from
    `since` until before `until`; `pictures` are all that versions can be made of, by the names of their files."""

    known: Recalled
    paper: Index
    crew: Crew
    since: float
    until: float
    pictures: Mapping[str, Negative]


@dataclass(frozen=True, slots=True)
class Sight:
    """What lies in the site's folders, before any of it is read; `name` is that of the program and of the request."""

    request: Request
    ledger: Ledger
    seen: Look
    name: bytes
    progress: Progress

    def inspection(self) -> Inspection:
        """Reads what no build remembers, and walks the road as far as its plan; raises CannotBuild as a build does."""
        request, seen = self.request, self.seen
        config, lent, told = settings(request, self.ledger, self.name)
        crew = Crew(request, self.name, self.progress).with_hands(lent)
        check_content(seen.tree, seen.faults)
        now = glance(seen, config, self.ledger, crew, lean=True)
        addresses, lost = recorded(request.site, now.faults)
        paper, wrong = index(now.content, config, request.now, request.shown, seen.static.keys(), addresses)
        planned, found = plan(paper, request.now, seen.static.keys(), fingerprints(seen.static, request))
        theme = render.load_theme(request.site, request.site / FOLDER / "templates")
        theme = lent.theme(theme) if lent.names else theme
        found += [*heavy_files(planned.site), *render.tried(theme, planned.site, planned.pages)]
        told = [*told, *lost, *seen.faults, *of_the_shown(now.faults, paper)]
        faults = in_order([*told, *pinpointed(wrong, seen), *found])
        known = Recalled(request.site, config, now.content, faults, seen.tree, seen.static, lent)
        times = span(Clocked(now.content, config, request.shown), request.now)
        return Inspection(known, paper, crew, *times, now.pictures)


def inspect(request: Request, ask: Callable[[Sight], T], progress: Progress = unwatched) -> T:
    """What `ask` makes of the sight of a newspaper; a build that is under way is not disturbed."""
    request = request.absolute
    with uncollected():
        try:
            with Ledger.known(request.site, request.out) as ledger:
                return ask(_sight(request, ledger, progress))
        except Damaged:
            with Ledger(request.site, request.out, kept=False) as ledger:
                return ask(_sight(request, ledger, progress))


def _sight(request: Request, ledger: Ledger, progress: Progress) -> Sight:
    name = name_of(engine())
    return Sight(replace(request, strict=False), ledger, look(request.site, ledger), name, progress)
