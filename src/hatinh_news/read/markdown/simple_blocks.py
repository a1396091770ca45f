"""The blocks of a simple text: paragraphs, headings, flat lists and quotations of one paragraph.

A text is refused as a whole when one of its lines could mean anything else, on its own or below another.
"""

import re
from typing import NamedTuple


class SimpleBlock(NamedTuple):
    """A heading (`tag` h1 to h6), a paragraph (p), a quotation, or one item of a list (`tag` is how the list opens).

    `offset` is that of its first line. Not a dataclass, as there are many of them and a named tuple is made in half
    the time.
    """

    tag: str
    offset: int
    text: str


_REFUSED = ("^", "]:", "\r", "\0")
"""Signs of footnotes and of definitions, which reach from one block into another; what ends lines in an odd way."""

_INNOCENT = frozenset("\"'(),./;!?@$%&{}[]<\\0123456789")
"""What begins a line without beginning a block; a digit must not number a list."""

_NUMBERED = re.compile(r"[0-9]+[.)](?!\S)")
_HARMLESS = re.compile(r"[-+][^\W_]|[*_]{1,2}[^\s*_]|#[^\s#]")
"""Signs that begin lists, rulers, tables or headings, in front of something that says they do not."""

_BEGINNING = re.compile(
    r"[ \t]*"
    r"|(?P<level>#{1,6})[ \t]+(?P<heading>[^\s#](?:.*[^\s#])?)[ \t]*"
    r"|(?:(?P<bullet>[-*+])|(?P<number>[0-9]{1,9})(?P<point>[.)])|>) (?P<inner>\S.*)"
)
"""A line that ends the paragraph above: an empty one, a heading, or one within a list or a quotation."""


def simple_blocks(text: str, lines: list[str]) -> list[SimpleBlock] | None:
    """The blocks of a text whose `lines` are told already; None where there may be others than simple ones."""
    if any(sign in text for sign in _REFUSED):
        return None
    scan = _Scan()
    start = 0  # of the paragraph that the line may go on
    for number, line in enumerate([*lines, ""]):
        first = line[:1]
        if first.isalpha():
            continue
        found = _BEGINNING.fullmatch(line) if first else None
        if first and found is None:
            if _begins_text(first, line):
                continue
            return None
        if start < number and ((found and found["inner"]) or not scan.add_paragraph(lines[start:number], start)):
            return None
        if found and not scan.add(found, number):
            return None
        start = number + 1
    return scan.blocks


class _Scan:
    """The blocks so far, and the list or quotation among them that the next line may belong to."""

    def __init__(self) -> None:
        self.blocks: list[SimpleBlock] = []
        self.kind = ""
        self.last = -2  # line of the list or quotation

    def add_paragraph(self, lines: list[str], start: int) -> bool:
        """Adds a paragraph; False where it might go on a list or quotation, or ends in white space of another kind."""
        text = "\n".join(lines).rstrip(" \t")
        self.blocks.append(SimpleBlock("p", start, text))
        return start > self.last + 1 and not text[-1].isspace()

    def add(self, found: re.Match[str], number: int) -> bool:
        """Adds what ended a paragraph, if anything; False for what might be no simple block."""
        if found["inner"]:
            return self._add_inner(found, number)
        if found["level"]:
            self.blocks.append(SimpleBlock(f"h{len(found['level'])}", number, found["heading"]))
            return number > self.last + 1
        return True

    def _add_inner(self, found: re.Match[str], number: int) -> bool:
        """Adds a line of a list or quotation; False where it holds more than text, or where a list may have gaps."""
        kind, text = found["bullet"] or found["point"] or ">", found["inner"]
        first = text[0]
        if text[-1].isspace() or "![" in text or not (first.isalpha() or _begins_text(first, text)):
            return False
        before = self.blocks[-1] if self.blocks else None
        goes_on = before is not None and number == self.last + 1
        if before is None or not goes_on:
            self.blocks.append(SimpleBlock(_opening(found), number, text))
        elif kind == ">":
            self.blocks[-1] = SimpleBlock(before.tag, before.offset, f"{before.text}\n{text}")
        else:
            self.blocks.append(SimpleBlock(before.tag, number, text))
        is_fit = kind == self.kind if goes_on else kind == ">" or before is None or before.tag[:2] not in {"ul", "ol"}
        self.kind, self.last = kind, number
        return is_fit


def _opening(found: re.Match[str]) -> str:
    """How the element opens that a line is within."""
    if found["number"]:
        return "ol" if int(found["number"]) == 1 else f'ol start="{int(found["number"])}"'
    return "ul" if found["bullet"] else "blockquote"


def _begins_text(first: str, line: str) -> bool:
    """Whether a line that does not begin with a letter is one of a paragraph's all the same."""
    if first in _INNOCENT:
        return not _NUMBERED.match(line)
    if first.isascii():
        return _HARMLESS.match(line) is not None
    return not first.isspace()
