"""Addresses that were public once, as the file addresses.txt keeps them."""

from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from hatinh_news.model.article import Article, StandingPage
from hatinh_news.model.digest import short_digest
from hatinh_news.model.fault import Place

ADDRESSES: Final = "addresses.txt"
"""The file, beside content/."""

RecordedKind: TypeAlias = Literal["article", "page", "section", "topic", "author", "series", "list", "gone"]
"""What answered an address: `list` is a list or directory that the site makes by itself, and `gone` says that nothing
is to answer it any more."""

FormerState: TypeAlias = Literal["here", "gone", "over", "later", "unread", "withdrawn", "lost"]
"""What became of it: it is public; gone, as an editor said; over or still to come, by the clock; not readable now,
for a fault of its own; withdrawn, as a draft; or nobody knows."""

NOTHING: Final = "-"

_SAME: Final = 3
_CHANGED: Final = 2


@dataclass(frozen=True, slots=True)
class Mark:
    """Four things by which an article is known when its file has another name: its day, the number of its words, and
    short digests of its title and of its sapo (or how its text begins)."""

    day: str
    words: int
    title: str
    lead: str

    def likeness(self, other: "Mark") -> int:
        """How many of the four are the same."""
        same_lead = self.lead == other.lead != NOTHING
        return (self.day == other.day) + (self.words == other.words) + (self.title == other.title) + same_lead

    def is_of(self, other: "Mark") -> bool:
        """Whether both are sure to be of one article: no more than one of the four differs."""
        return self.likeness(other) >= _SAME

    def may_be_of(self, other: "Mark") -> bool:
        """Whether both may be of one article that was edited: where its file has the same name, that is enough."""
        return self.likeness(other) >= _CHANGED

    def __str__(self) -> str:
        return f"{self.day} {self.words} {self.title} {self.lead}"


@dataclass(frozen=True, slots=True)
class Recorded:
    """An address, and what answered it: a file below content/, or a name; `mark` is that of the article, or of the
    oldest article of a list; `line` is where addresses.txt says so."""

    url: str
    kind: RecordedKind
    what: str = ""
    mark: Mark | None = None
    line: int = 0

    @property
    def place(self) -> Place:
        return Place(ADDRESSES, self.line)


@dataclass(frozen=True, slots=True)
class Addresses:
    """What addresses.txt says, in the order of its lines; `unread` are files of content/ that make nothing now, as
    something is wrong with them."""

    lines: tuple[Recorded, ...] = ()
    unread: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Former:
    """An address that was public, what became of what answered it, and `url`, where that stands now, if it is here."""

    recorded: Recorded
    state: FormerState
    url: str = ""


def mark_of(one: Article | StandingPage) -> Mark:
    """The mark of an article, or of a standing page, which has no day."""
    if isinstance(one, StandingPage):
        return Mark(NOTHING, one.body.words, short_digest(one.title), short_digest(one.description) or NOTHING)
    lead = short_digest(one.sapo) or one.body.opening or NOTHING
    return Mark(f"{one.published:%Y-%m-%d}", one.body.words, short_digest(one.title), lead)
