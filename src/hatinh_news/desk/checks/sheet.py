"""A sheet: the text of one article's file as rules look at it."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final, Literal, TypeAlias

from hatinh_news.desk.checks.finding import Edit

Sort: TypeAlias = Literal["article", "page", "profile"]

_HIDDEN: Final = "\0"
_CODE: Final = (
    (("```", "~~~"), re.compile(r"^ {0,3}(`{3,}|~{3,}).*?(?:^ {0,3}\1[`~]*[ \t]*$|\Z)", re.MULTILINE | re.DOTALL)),
    (("    ", "\t"), re.compile(r"^(?: {4}|\t).*$", re.MULTILINE)),
    (("`",), re.compile(r"(?<!`)(`+)(?!`).+?(?<!`)\1(?!`)", re.DOTALL)),
)
_NOT_PROSE: Final = (
    *_CODE,
    (("]:",), re.compile(r"^ {0,3}\[[^\]\n]+\]:.*$", re.MULTILINE)),
    (("<!--",), re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)),
    (("<",), re.compile(r"<[^<>\n]+>")),
    (("](",), re.compile(r"\]\(([^\s)]+)")),
    (("://",), re.compile(r"https?://[^\s<>\"”\0]+")),
    (("\\",), re.compile(r"\\.")),
)
"""Fences of code, indented code, code in a line, where references lead, notes, tags, where links lead, addresses, what
is escaped; in front of each what a text must hold for it, and each is looked for in what the ones before have left."""
OUTSIDE: Final = tuple(re.compile(rf"{before}(https?://[^\s<>\")]+)") for before in (r"\]\(", "<"))
"""A link to a page elsewhere, in either form."""


@dataclass(frozen=True, slots=True)
class Value:
    """A piece of text that front matter gives to `key`: `raw`, from `start` on, is how the file writes it on one line,
    without its `quote`; it is empty where it is written otherwise."""

    key: str
    text: str
    start: int
    raw: str = ""
    quote: str = ""

    def becomes(self, text: str) -> tuple[Edit, ...]:
        """The edit that makes another text of it; none where YAML would not take the new one as it stands."""
        if not self.raw or text == self.text or not text.isprintable():
            return ()
        if self.quote:
            fits = self.quote not in text and "\\" not in text
        else:
            fits = text[:1].isalnum() and ": " not in text and " #" not in text and not text.endswith((":", " "))
        return (Edit(self.start, self.start + len(self.raw), text),) if fits else ()


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as the file names it; `lead` says that front matter does, and `credit` may stand behind a caption."""

    target: str
    alt: str
    caption: str
    credit: str
    start: int
    lead: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """The `text` of the file at `path` below content/, lines ending with bare newlines; the body begins at `body`.

    `prose` is the body without what readers do not read as text: as long as the body, its place is filled with nulls.
    `values` has the texts of each key, by its canonical name.
    """

    path: str
    text: str
    body: int
    sort: Sort = "article"
    prose: str = ""
    values: Mapping[str, tuple[Value, ...]] = field(default_factory=dict)
    pictures: tuple[Picture, ...] = ()
    is_draft: bool = False

    def value(self, key: str) -> Value | None:
        """The text of a key that has one."""
        found = self.values.get(key, ())
        return found[0] if found else None

    def said(self, key: str) -> str:
        value = self.value(key)
        return value.text if value is not None else ""

    @property
    def uncoded(self) -> str:
        """The text with nulls in place of code."""
        return self.text[: self.body] + _without(_CODE, self.text[self.body :])

    @property
    def texts(self) -> Iterator[Value]:
        """All that front matter says in words."""
        for key in TEXT_KEYS:
            yield from self.values.get(key, ())


TEXT_KEYS: Final = (
    "title", "description", "kicker", "dateline", "link_title", "section", "topics", "series", "authors", "image_alt",
    "image_caption", "image_credit", "retracted", "role",
)  # fmt: skip
"""Keys whose values readers see as words."""

READ_KEYS: Final = frozenset((*TEXT_KEYS, "image", "draft", "status", "published"))
"""Keys that rules look at."""


def prose_of(body: str) -> str:
    """The body with nulls in place of code, notes, tags and addresses."""
    return _without(_NOT_PROSE, body)


def _without(parts: Iterable[tuple[tuple[str, ...], re.Pattern[str]]], body: str) -> str:
    for signs, pattern in parts:
        if any(sign in body for sign in signs):
            body = pattern.sub(_blank, body)
    return body


def _blank(found: re.Match[str]) -> str:
    hidden = found[0]
    if hidden.startswith("]("):
        return "](" + _HIDDEN * (len(hidden) - 2)
    if "\n" not in hidden:
        return _HIDDEN * len(hidden)
    return "\n".join(_HIDDEN * len(line) for line in hidden.split("\n"))


def excerpt(text: str, start: int, end: int, around: int = 12) -> str:
    """What stands at a place, with a few whole words of its line around it."""
    line, rest = text[text.rfind("\n", 0, start) + 1 : start], text[end:].partition("\n")[0]
    before, behind = line[-around:], rest[:around]
    if len(line) > around and not line[-around - 1].isspace():
        before = before.partition(" ")[2] if " " in before[:-1] else before
    if len(rest) > around and not rest[around].isspace():
        behind = behind.rpartition(" ")[0] if " " in behind[1:] else behind
    return f"{before}{text[start:end]}{behind}".replace(_HIDDEN, " ").strip()
