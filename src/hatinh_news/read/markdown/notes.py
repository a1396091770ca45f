"""Notes to oneself (`<!-- … -->`) and the mark that ends a summary (`<!--more-->`), taken out of a text."""

import re
from dataclasses import dataclass

_MORE = re.compile(r"\s*<!--\s*more\s*-->\s*", re.IGNORECASE)
_CODE_OR_NOTE = re.compile(
    r"(?P<code>^(?P<fence>`{3,}|~{3,}).*?(?:^(?P=fence)|\Z)|(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`))"
    r"|<!--(?P<note>.*?)(?P<end>-->|\Z)",
    re.MULTILINE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Cleared:
    """A text of as many lines as before; `more` and `unclosed` are offsets of lines, -1 for none."""

    text: str
    more: int = -1
    unclosed: int = -1


def without_notes(text: str) -> Cleared:
    """`text` without notes; what stands in code stays."""
    if "<!--" not in text:
        return Cleared(text)
    pieces: list[str] = []
    more = unclosed = -1
    at = 0
    for match in _CODE_OR_NOTE.finditer(text):
        if match["code"] is not None:
            continue
        line = text.count("\n", 0, match.start())
        if not match["end"]:
            unclosed = line
        elif more < 0 and _MORE.fullmatch(match[0]):
            more = line
        pieces += text[at : match.start()], "\n" * match[0].count("\n")
        at = match.end()
    return Cleared("".join([*pieces, text[at:]]), more, unclosed)
