"""The neighbourhood: what is known of all articles together, and by which their lists are kept up."""

from array import array
from collections.abc import Callable, Iterable, Sequence
from dataclasses import astuple, dataclass, field
from typing import Any, TypeAlias

from hatinh_news.model.config import RelatedSettings
from hatinh_news.related.lexicon import Lexicon, unpacked
from hatinh_news.related.line import Line
from hatinh_news.related.ranking import Ranked
from hatinh_news.related.vectors import Vector

Recall: TypeAlias = Callable[[Sequence[str]], Iterable[bytes]]
"""The frozen terms of articles by their paths, in this order; empty where nothing is known."""


@dataclass(frozen=True, slots=True)
class Words:
    """The terms of articles, as they are `now`, and as they were when the neighbourhood was made that is known."""

    now: Recall
    before: Recall = field(default=lambda paths: [b""] * len(paths))


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """Every article with its vector, its ranking, what it wishes for and the list that it has; all by place, and
    places as unsigned integers of four bytes.

    `padded` says which wishes have, or lack, more than their rankings gave them.
    """

    settings: RelatedSettings
    line: Line
    lexicon: Lexicon
    vectors: list[Vector]
    ranked: list[Ranked]
    wished: list[bytes]
    padded: list[bool]
    lists: list[bytes]

    def plain(self) -> Any:
        """In plain values, to be kept."""
        line, lexicon = self.line.plain(), (self.lexicon.size, self.lexicon.packed())
        return astuple(self.settings), line, lexicon, self.vectors, self.ranked, self.wished, self.padded, self.lists

    def list_of(self, place: int) -> list[int]:
        """The places of those under an article, in order."""
        return array("I", self.lists[place]).tolist()


def neighbourhood(plain: Any) -> Neighbourhood:
    """What was kept."""
    settings, line, lexicon, vectors, ranked, wished, padded, lists = plain
    return Neighbourhood(
        RelatedSettings(*settings),
        Line(*line),
        unpacked(*lexicon),
        vectors,
        ranked,
        wished,
        padded,
        lists,
    )
