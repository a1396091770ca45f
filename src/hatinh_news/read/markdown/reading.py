"""What one text gathers while it is read: its faults, pictures, links and the files that go along."""

import re
from dataclasses import dataclass, field

from hatinh_news.model.article import Asset, Body, Photo, Reference
from hatinh_news.model.fault import Fault, Kind, Place
from hatinh_news.model.parts import is_part
from hatinh_news.read import faults
from hatinh_news.read.library import Document, Library, Refusal
from hatinh_news.text.nearest import nearest

# In running text a quotation mark is an entity: this can only stand in a tag.
_ID = re.compile(r' id="([^"]+)"')


@dataclass(slots=True)
class Reading:
    """The one mutable thing of a text's reading; `first_line` is the line of the file that the text begins on."""

    document: Document
    library: Library
    text: str
    first_line: int
    lines: list[str] = field(init=False)
    faults: list[Fault] = field(default_factory=list)
    photos: list[Photo] = field(default_factory=list)
    links: list[Reference] = field(default_factory=list)
    assets: list[Asset] = field(default_factory=list)
    parts: list[Reference] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.lines = self.text.split("\n")

    def body(self, html: str, words: int, summary: str) -> Body:
        """All that was gathered, with what the text itself has become."""
        assets = tuple(dict.fromkeys(self.assets))
        anchors = tuple(_ID.findall(html)) if ' id="' in html else ()
        self.faults += [_dead_part(part, anchors) for part in self.parts if not is_part(part.target, anchors)]
        return Body(html, words, summary, tuple(self.photos), tuple(self.links), assets, anchors=anchors)

    def line(self, offset: int) -> str:
        return self.lines[offset] if offset < len(self.lines) else ""

    def place(self, offset: int, *spellings: str) -> Place:
        """The first place of words, in one of their spellings, from the line at `offset` to the next empty line."""
        for number in range(offset, len(self.lines)):
            for words in filter(None, spellings):
                if (index := self.lines[number].find(words)) >= 0:
                    return self._at(number, index + 1)
            if not self.lines[number].strip():
                break
        return self._at(offset, 1)

    def typed(self, pattern: re.Pattern[str], offset: int) -> str:
        """What the editor typed, before typography, that matches; from the line at `offset` on."""
        for number in range(offset, len(self.lines)):
            if match := pattern.search(self.lines[number]):
                return match[0]
        return ""

    def fault(self, kind: Kind, offset: int, *spellings: str, **values: object) -> None:
        self.faults.append(kind.at(self.place(offset, *spellings), **values))

    def refuse(self, refusal: Refusal, offset: int, *spellings: str) -> None:
        self.fault(refusal.kind, offset, *spellings, **refusal.values)

    def _at(self, offset: int, column: int) -> Place:
        return Place(f"content/{self.document.path}", self.first_line + offset, column)


def _dead_part(part: Reference, anchors: tuple[str, ...]) -> Fault:
    near = nearest(part.target, anchors)
    if near is None:
        return faults.DEAD_PART.at(part.place, target=part.target)
    return faults.DEAD_PART_NEAR.at(part.place, target=part.target, nearest=near)
