"""Findings: what a rule finds in a text, and the edits that would mend it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from hatinh_news.model.fault import Kind


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """`text` in place of what stands from `start` up to `end`, offsets of characters of the file's text."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Finding:
    """A kind of fault at an offset of a file's text, with the values that its sentences name.

    `edits` mend it without changing what the text says; there are none where only an editor can.
    """

    kind: Kind
    start: int
    values: tuple[tuple[str, str], ...] = ()
    edits: tuple[Edit, ...] = ()


def finding(kind: Kind, start: int, edits: Iterable[Edit] = (), /, **values: object) -> Finding:
    """A finding, its values as text."""
    return Finding(kind, start, tuple((name, str(value)) for name, value in values.items()), tuple(edits))


def edited(text: str, edits: Iterable[Edit]) -> str:
    """The text with edits: of two that want the same place, the one that begins first."""
    return "".join(_pieces(text, sorted(set(edits))))


def _pieces(text: str, edits: Iterable[Edit]) -> Iterator[str]:
    at = 0
    for edit in edits:
        if edit.start >= at:
            yield text[at : edit.start]
            yield edit.text
            at = edit.end
    yield text[at:]
