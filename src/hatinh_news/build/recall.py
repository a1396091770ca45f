"""What content/ makes now, without a build: from memory where the ledger has it, else read from the files."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from hatinh_news.build.crew import Crew
from hatinh_news.build.hands import Hands
from hatinh_news.build.intake import glance
from hatinh_news.build.look import engine, look
from hatinh_news.build.request import Request, unwatched
from hatinh_news.build.road import uncollected
from hatinh_news.build.settings import settings
from hatinh_news.ledger import Ledger
from hatinh_news.model.article import Content
from hatinh_news.model.config import Config
from hatinh_news.model.digest import name_of
from hatinh_news.model.fault import Fault, in_order
from hatinh_news.model.frozen import Damaged
from hatinh_news.read import Tree


@dataclass(frozen=True, slots=True)
class Recalled:
    """All that can be read, the faults of the rest, and what is needed to read one file more."""

    site: Path
    config: Config
    content: Content
    faults: tuple[Fault, ...]
    tree: Tree
    static: Mapping[str, Path]
    hands: Hands


def recall(request: Request) -> Recalled:
    """Recalls the newspaper of a request; nothing is kept, and a build that is under way is not disturbed."""
    request = request.absolute
    with uncollected():
        try:
            with Ledger.known(request.site, request.out) as ledger:
                return _recalled(request, ledger)
        except Damaged:
            with Ledger(request.site, request.out, kept=False) as ledger:
                return _recalled(request, ledger)


def _recalled(request: Request, ledger: Ledger) -> Recalled:
    seen = look(request.site, ledger)
    config, lent, faults = settings(request)
    crew = Crew(request, name_of(engine()), unwatched).with_hands(lent)
    now = glance(seen, config, ledger, crew, lean=True)
    faults = [*faults, *seen.faults, *now.faults]
    return Recalled(request.site, config, now.content, in_order(faults), seen.tree, seen.static, lent)
