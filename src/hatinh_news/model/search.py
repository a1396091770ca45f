"""Search: its page, the files of its index, and the segments that these are made of."""

from dataclasses import dataclass
from enum import StrEnum

from hatinh_news.model.config import Label
from hatinh_news.model.records import Head


@dataclass(frozen=True, slots=True)
class SearchPage:
    """The page that searches; `sections` and `years` are what a reader may search in, the newest year first."""

    head: Head
    title: str
    sections: tuple[Label, ...] = ()
    years: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class SearchFile:
    """One file of the search index: its `text`, or, until it is rendered, the `name` of all that its text is made of.

    Those of a segment lie in its `folder`; `part` says which of them this is.
    """

    text: str = ""
    folder: str = ""
    part: int = 0
    name: str = ""


class Holds(StrEnum):
    """Which words a segment tells of."""

    ALL = "all"
    RARE = "rare"
    COMMON = "common"
    TITLES = "titles"
    """Those common words that stand in titles, and there alone."""


@dataclass(frozen=True, slots=True)
class Segment:
    """Articles that have an index of their own, of `parts` files.

    They stand from the oldest on, each by its path, the digest of its words, and the names of its section
    (`@thoi-su`) and topics (`#nong-thon-moi`), set apart by blanks; `first` is the place of the first of them among all
    that are as old.
    """

    folder: str
    holds: Holds
    parts: int
    first: int
    articles: tuple[tuple[str, str, str], ...]
