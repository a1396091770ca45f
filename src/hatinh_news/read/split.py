"""Front matter and body of a Markdown file, told apart by the `---` lines."""

import re
from dataclasses import dataclass

from hatinh_news.model.fault import Fault, Place
from hatinh_news.read import file_faults as faults

MAX_FRONT_CHARACTERS = 65_536
_ALMOST_FENCE = r"[-\u2013\u2014\u2212]{1,2}|\s*[-\u2013\u2014\u2212]{2,}\s*"  # compiled where it is needed: rarely


@dataclass(frozen=True, slots=True)
class Parts:
    """`front` starts on line `front_line` of the file, `body` on line `body_line`."""

    front: str
    front_line: int
    body: str
    body_line: int


def split(text: str, path: str) -> Parts | Fault:
    """The two parts of a file; a file without front matter is a fault, as it has no title."""
    parts = _split_plainly(text) or _split_lines(text.split("\n"), path)
    if isinstance(parts, Parts) and len(parts.front) > MAX_FRONT_CHARACTERS:
        return faults.FRONT_MATTER_TOO_LONG.at(Place(path, parts.front_line - 1, 1), limit=MAX_FRONT_CHARACTERS)
    return parts


def _split_plainly(text: str) -> Parts | None:
    """The two parts, told without a look at every line; None where a closer look is needed."""
    end = text.find("\n---\n", 3)
    if not text.startswith("---\n") or end < 0:
        return None
    front = text[4:end]
    if "---" in front:  # which may close it, with white space behind
        return None
    return Parts(front, 2, text[end + 5 :], text.count("\n", 0, end) + 3)


def _split_lines(lines: list[str], path: str) -> Parts | Fault:
    first = next((number for number, line in enumerate(lines) if line.strip()), len(lines))
    if first == len(lines):
        return faults.EMPTY_FILE.at(Place(path))
    if lines[first].rstrip() != "---":
        kind = faults.TOML_FRONT_MATTER if lines[first].rstrip() == "+++" else faults.NO_FRONT_MATTER
        return kind.at(Place(path, first + 1, 1))
    last = next((number for number in range(first + 1, len(lines)) if lines[number].rstrip() == "---"), None)
    if last is None:
        return _unclosed(lines, first, path)
    return Parts("\n".join(lines[first + 1 : last]), first + 2, "\n".join(lines[last + 1 :]), last + 2)


def _unclosed(lines: list[str], first: int, path: str) -> Fault:
    """Points to the line that was probably meant to close the front matter, where there is one."""
    for number in range(first + 1, len(lines)):
        if re.fullmatch(_ALMOST_FENCE, lines[number]):
            return faults.ALMOST_CLOSED.at(Place(path, number + 1, 1), found=lines[number].strip(), opened=first + 1)
    return faults.UNCLOSED_FRONT_MATTER.at(Place(path, first + 1, 1))
