"""Notes to oneself (`<!-- … -->`) and the mark that ends a summary (`<!--more-->`), taken out of a text."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

_MORE = re.compile(r"\s*more\s*", re.IGNORECASE)
_MARK = re.compile(r"^ {0,3}(?P<fence>`{3,}|~{3,})[^`\n]*$|(?P<ticks>`+)|<!--", re.MULTILINE)
_TICKS = re.compile("`+")


@dataclass(frozen=True, slots=True)
class Cleared:
    """A text of as many lines as before; `more` and `unclosed` are offsets of lines, -1 for none."""

    text: str
    more: int = -1
    unclosed: int = -1


def without_notes(text: str) -> Cleared:
    """`text` without notes; what stands in code stays."""
    pieces: list[str] = []
    more = unclosed = -1
    at = 0
    for start, end in _notes(text):
        line = text.count("\n", 0, start)
        if end < 0:
            unclosed = line
            end = len(text)  # noqa: PLW2901  what is never closed reaches to the end
        elif more < 0 and _MORE.fullmatch(text[start + 4 : end - 3]):
            more = line
        pieces += text[at:start], "\n" * text.count("\n", start, end)
        at = end
    return Cleared("".join([*pieces, text[at:]]), more, unclosed)


def _notes(text: str) -> Iterator[tuple[int, int]]:
    """Where each note begins and ends; -1 for one that is never closed. The work grows with the text, not faster."""
    runs = _runs(text)
    at = 0
    while mark := _MARK.search(text, at):
        if mark["fence"]:
            at = _end_of_fence(text, mark.end(), mark["fence"])
        elif mark["ticks"]:
            at = _end_of_code(text, mark, runs)
        else:
            end = text.find("-->", mark.end())
            at = end + 3 if end >= 0 else len(text)
            yield mark.start(), end + 3 if end >= 0 else -1


def _runs(text: str) -> dict[int, list[int]]:
    """Where backticks stand, by how many stand together."""
    runs: dict[int, list[int]] = {}
    for run in _TICKS.finditer(text):
        runs.setdefault(len(run[0]), []).append(run.start())
    return runs


def _end_of_code(text: str, opening: re.Match[str], runs: dict[int, list[int]]) -> int:
    """Behind the code that backticks open; behind the backticks where as many do not follow in the paragraph."""
    size = len(opening["ticks"])
    starts = runs.get(size, [])
    following = bisect_left(starts, opening.end())
    if following == len(starts) or text.find("\n\n", opening.end(), starts[following]) >= 0:
        return opening.end()
    return starts[following] + size


def _end_of_fence(text: str, start: int, fence: str) -> int:
    """Behind the line that closes a fence; the text's end where there is none."""
    closing = re.compile(rf"^ {{0,3}}{fence[0]}{{{len(fence)},}}[ \t]*$", re.MULTILINE).search(text, start)
    return closing.end() if closing else len(text)
