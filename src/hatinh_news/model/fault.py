"""Faults: what is wrong in an editor's files, where, and what to do about it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, TypeAlias

Severity: TypeAlias = Literal["error", "warning", "note"]
"""An error leaves its article (or page) out; with a warning the page is built all the same; a note is good to know, and
nothing need be mended."""

Translate: TypeAlias = Callable[[str], str]


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A spot in a file, by its path from the site's folder; line and column count from 1, 0 means the whole file."""

    path: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return ":".join([self.path, *(str(number) for number in (self.line, self.column) if number)])


@dataclass(frozen=True, slots=True)
class Kind:
    """One way to be wrong: a stable code, and English templates (`{name}`) that are the message ids of the catalogs."""

    code: str
    message: str
    hint: str
    severity: Severity = "error"

    def at(self, place: Place, /, **values: object) -> "Fault":
        return Fault(place, self, tuple((name, str(value)) for name, value in values.items()))


@dataclass(frozen=True, slots=True)
class Fault:
    """A kind of fault found at a place, with the values that its sentences name."""

    place: Place
    kind: Kind
    values: tuple[tuple[str, str], ...] = ()

    @property
    def code(self) -> str:
        return self.kind.code

    @property
    def is_error(self) -> bool:
        return self.kind.severity == "error"

    @property
    def is_note(self) -> bool:
        return self.kind.severity == "note"

    def message(self, translate: Translate = str) -> str:
        """What is wrong, in one sentence."""
        return translate(self.kind.message).format_map(dict(self.values))

    def hint(self, translate: Translate = str) -> str:
        """What the editor can do about it."""
        return translate(self.kind.hint).format_map(dict(self.values))


def in_order(faults: list[Fault]) -> tuple[Fault, ...]:
    """Faults once each, by place and then by what they say: the same whatever stage or worker found them first."""
    return tuple(sorted(dict.fromkeys(faults), key=lambda fault: (fault.place, fault.code, fault.values)))
