"""The report: what a build did."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, TypeAlias

from hatinh_news.model.article import State
from hatinh_news.model.fault import Fault

Outcome: TypeAlias = Literal["done", "faulty", "refused"]


@dataclass(frozen=True, slots=True)
class Previewed:
    """An article that has a preview at `url`, an address below the folder; `moment` is when it goes live (ISO 8601)."""

    url: str
    path: str
    state: State
    moment: str
    title: str


@dataclass(frozen=True, slots=True)
class Report:
    """Counts of one build.

    Of the `pages` of the newspaper `rendered` were made anew, and `kept` were not written, as they are what they were;
    `written` counts files of every sort that were; `removed` files of an earlier build that no longer belong. `seconds`
    has wall time per stage, `cpu` the processors' time, children included. `due` is the moment at which the newspaper
    must be built anew though nobody edits anything, where there is one. `refused` says that a strict build found a
    fault and wrote nothing. `notes` tell what is good to know and need not be mended. `previews` are those that a build
    of previews made, by their paths.
    """

    articles: int = 0
    published: int = 0
    drafts: int = 0
    future: int = 0
    expired: int = 0
    pages: int = 0
    rendered: int = 0
    kept: int = 0
    written: int = 0
    removed: int = 0
    faults: tuple[Fault, ...] = ()
    seconds: dict[str, float] = field(default_factory=dict)
    cpu: dict[str, float] = field(default_factory=dict)
    refused: bool = False
    due: datetime | None = None
    notes: tuple[Fault, ...] = ()
    previews: tuple[Previewed, ...] = ()

    @property
    def errors(self) -> int:
        return sum(fault.is_error for fault in self.faults)

    @property
    def exit_code(self) -> int:
        return int(self.refused or self.errors > 0)
