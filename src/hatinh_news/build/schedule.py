"""The schedule: what the clock alone will change in the newspaper, and when it must be built for that."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final, get_args

from hatinh_news.build.crew import Crew
from hatinh_news.build.intake import glance
from hatinh_news.build.look import engine, look
from hatinh_news.build.request import Request, unwatched
from hatinh_news.build.settings import settings
from hatinh_news.build.turns import Clocked, What, turns
from hatinh_news.ledger import Ledger
from hatinh_news.model.digest import name_of
from hatinh_news.model.fault import Fault, in_order

_ORDER: Final[tuple[What, ...]] = get_args(What)


@dataclass(frozen=True, slots=True)
class Due:
    """What is due at a moment, of which article; `front` is the file of the front whose pin it is, if it is one's."""

    moment: datetime
    what: What
    path: str
    url: str
    title: str
    front: str = ""


def schedule(request: Request, until: datetime | None = None) -> tuple[list[Due], tuple[Fault, ...]]:
    """All that is due after `now`, and no later than `until`, in order of time; and what is wrong with the content.

    Nothing is planned, and only files that changed since the last build are read.
    """
    request = request.absolute
    with Ledger(request.site, request.out) as ledger:
        seen = look(request.site, ledger)
        config, lent, told = settings(request)
        crew = Crew(request, name_of(engine()), unwatched).with_hands(lent)
        known = glance(seen, config, ledger, crew, lean=True)
    found = [
        Due(moment.astimezone(config.timezone), what, article.place.path, article.url, article.title, front)
        for moment, what, article, front in turns(Clocked(known.content, config, request.shown))
        if moment > request.now and (until is None or moment <= until)
    ]
    found.sort(key=lambda due: (due.moment, _ORDER.index(due.what), due.path, due.front))
    return found, in_order([*told, *seen.faults, *known.faults])
