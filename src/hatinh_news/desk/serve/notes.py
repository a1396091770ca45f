"""Notes that the two processes of a preview hand each other: the desk, which builds, and the window, which shows."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, TypeAlias

Cause: TypeAlias = Literal["asked", "network", "limit", "links", "failed"]
"""Why files are looked at again and again: somebody asked for it, they lie on a network's disk, the system watches no
more folders, links lead to places where nobody watches, or watching failed."""


@dataclass(frozen=True, slots=True)
class Touch:
    """Something happened to files on the disk: `made` are new, `gone` are no more, `changed` hold something else.

    `folders` says that whole folders came or went, or that nobody knows what happened.
    """

    changed: tuple[str, ...] = ()
    made: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    folders: bool = False


@dataclass(frozen=True, slots=True)
class Blind:
    """The window cannot see all that happens to the files."""

    cause: Cause


@dataclass(frozen=True, slots=True)
class Looked:
    """The pages that are open in browsers, by their paths in the output folder."""

    paths: frozenset[str]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a file, or what is near its fault in a long one; `mark` is the place of the fault, -1 for none."""

    number: int
    text: str
    mark: int = -1


@dataclass(frozen=True, slots=True)
class Slip:
    """A fault as a page shows it, with the lines around it."""

    place: str
    severity: str
    message: str
    hint: str
    lines: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Standing:
    """What decides whether readers would see an article, and the file that it is made from."""

    source: str
    draft: bool
    live_from: datetime
    expires: datetime | None


@dataclass(frozen=True, slots=True)
class Proof:
    """The bytes of a file whose build is still under way."""

    path: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Done:
    """A build has come to its end: which files of the output folder hold something else now, pages of articles that
    moved, from where to where, and how articles stand whose pages were made.

    `kept` are pages that are gone only because their articles have faults; `shown` says that there are any pages.
    """

    changed: frozenset[str] = frozenset()
    moved: Mapping[str, str] = field(default_factory=dict)
    slips: tuple[Slip, ...] = ()
    standings: Mapping[str, Standing | None] = field(default_factory=dict)
    kept: frozenset[str] = frozenset()
    shown: bool = True


@dataclass(frozen=True, slots=True)
class Stage:
    """How far the first build is."""

    name: str
    done: int
    total: int


ToDesk: TypeAlias = Touch | Blind | Looked
ToWindow: TypeAlias = Proof | Done | Stage
