"""Excerpts: the lines of a file around a fault, as an editor looks for them."""

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from hatinh_news.desk.serve.notes import Line, Slip
from hatinh_news.model.fault import Fault, Translate

AROUND: Final = 2
WIDTH: Final = 160
MOST: Final = 50
"""So many faults are shown on a page; the terminal tells them all."""

_LARGEST: Final = 4_000_000


def slips(faults: Iterable[Fault], site: Path, say: Translate) -> tuple[Slip, ...]:
    """Faults as a page shows them, those first that leave something out."""
    told = sorted((fault for fault in faults if not fault.is_note), key=lambda fault: not fault.is_error)
    return tuple(
        Slip(str(fault.place), fault.kind.severity, fault.message(say), fault.hint(say), _around(fault, site))
        for fault in told[:MOST]
    )


def _around(fault: Fault, site: Path) -> tuple[Line, ...]:
    place = fault.place
    if not place.line:
        return ()
    file = site / place.path
    try:
        text = file.read_text("utf-8", "replace") if file.stat().st_size <= _LARGEST else ""
    except (OSError, ValueError):
        return ()
    return excerpt(text, place.line, place.column)


def excerpt(text: str, line: int, column: int) -> tuple[Line, ...]:
    """The lines around `line`, in which the spot at `column` is marked; both count from 1, a column 0 marks nothing."""
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").split("\n")
    first = max(1, line - AROUND)
    return tuple(
        _cut(number, lines[number - 1], column - 1 if number == line else -1)
        for number in range(first, min(len(lines), line + AROUND) + 1)
    )


def _cut(number: int, text: str, mark: int) -> Line:
    """A line that fits the width: of a paragraph, what stands around its mark."""
    start = max(0, min(mark - WIDTH // 2, len(text) - WIDTH))
    shown = text[start : start + WIDTH]
    before, behind = "…" if start else "", "…" if start + WIDTH < len(text) else ""
    return Line(number, f"{before}{shown}{behind}", mark - start + len(before) if mark >= 0 else -1)
