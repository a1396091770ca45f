"""What became of what answered an address once: known by its file or its name, else by its mark."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final, TypeAlias

from hatinh_news.index.likeness import Likeness
from hatinh_news.model.article import Article, Content, StandingPage, State
from hatinh_news.model.recorded import Addresses, Former, FormerState, Mark, Recorded, mark_of
from hatinh_news.model.site import Author, Index, Section, Series, Topic
from hatinh_news.text.fold import match_key

_Found: TypeAlias = tuple[FormerState, str]
"""What became of it, and its address."""

_LOST: Final[_Found] = ("lost", "")
_RANK: Final[Sequence[FormerState]] = ("gone", "here", "over", "later", "unread", "withdrawn", "lost")
"""Of lines that say different things of one address the first in this order counts."""

_WHY: Final[Mapping[State, FormerState]] = {
    "expired": "over",
    "draft": "withdrawn",
    "future": "later",
    "published": "unread",
}
"""What a file is whose article is in this state and yet not public: one that should be has a fault of its own."""

_NAMES: Final[Mapping[str, Callable[[Article], Iterable[str]]]] = {
    "section": lambda article: (article.section,),
    "topic": lambda article: article.topics,
    "author": lambda article: article.authors,
    "series": lambda article: (article.series,) if article.series else (),
}
"""The names that an article has of each kind of list."""


def former(addresses: Addresses, content: Content, public: Index, states: Mapping[str, State]) -> tuple[Former, ...]:
    """Every recorded address once, in order; `states` are those of all articles, by path."""
    desk = _Desk(addresses, content, public, states)
    found: dict[str, Former] = {}
    for line in sorted(addresses.lines, key=lambda one: (one.url, one.kind, one.what)):
        one = Former(line, *desk.fate(line))
        other = found.get(line.url)
        if other is None or _RANK.index(one.state) < _RANK.index(other.state):
            found[line.url] = one
    return tuple(found.values())


@dataclass
class _Desk:
    """What is asked for each address, and answered once for all that name the same."""

    addresses: Addresses
    content: Content
    public: Index
    states: Mapping[str, State]
    urls: dict[str, str] = field(init=False)
    fates: dict[tuple[str, str], _Found] = field(default_factory=dict)

    def __post_init__(self) -> None:
        public = self.public
        self.urls = {one.path: one.url for one in public.articles} | {one.path: one.url for one in public.pages}

    def fate(self, line: Recorded) -> _Found:
        if line.kind == "gone":
            return "gone", ""
        if line.kind == "list":
            return "here", f"/{line.url.split('/')[1]}/"
        if line.kind in {"article", "page"} and self.urls.get(line.what) == line.url:
            return "here", line.url
        key = (line.kind, line.what)
        if key not in self.fates:
            self.fates[key] = self._of_list(line) if line.kind in _NAMES else self._of_file(line)
        return self.fates[key]

    @cached_property
    def likeness(self) -> Likeness:
        """What files are alike: most builds need not know."""
        return Likeness(self.addresses.lines, (*self.content.articles, *self.content.pages))

    @cached_property
    def known(self) -> Mapping[str, Mapping[str, Mark | None]]:
        """The names that were recorded of each kind of list, by their keys, with the marks of their oldest articles."""
        found: dict[str, dict[str, Mark | None]] = {kind: {} for kind in _NAMES}
        for one in self.addresses.lines:
            if one.kind in found:
                key = match_key(one.what)
                found[one.kind][key] = found[one.kind].get(key) or one.mark
        return found

    @cached_property
    def hidden_names(self) -> Mapping[str, Mapping[str, FormerState]]:
        """What became of the names of lists that only hidden articles have, or pages of their own that are drafts: they
        are over where nothing but the end of articles hides them."""
        found: dict[str, dict[str, FormerState]] = {kind: {} for kind in _NAMES}
        for one in sorted(self.content.articles, key=lambda article: self.states.get(article.path) != "expired"):
            if one.path not in self.urls:
                state: FormerState = "over" if self.states.get(one.path) == "expired" else "later"
                for kind, names in _NAMES.items():
                    found[kind].update(dict.fromkeys(map(match_key, names(one)), state))
        for profile in self.content.profiles:
            if profile.draft and profile.kind in found:
                found[profile.kind][match_key(profile.name or profile.slug)] = "later"
        return found

    def _of_file(self, line: Recorded) -> _Found:
        """By its file, where that holds what it held; else by its mark; else by its file all the same."""
        path, likeness = line.what, self.likeness
        own = likeness.by_path.get(path)
        if own is None or (line.mark is not None and not mark_of(own).may_be_of(line.mark)):
            own = likeness.moved(line) or own
        if own is None:
            return ("unread", "") if path in self.addresses.unread else _LOST
        if (url := self.urls.get(own.path)) is not None:
            return "here", url
        return self._hidden(own), ""

    def _hidden(self, one: Article | StandingPage) -> FormerState:
        """Why a file that can be read is not public."""
        return _WHY["draft" if one.draft else self.states.get(one.path, "published")]

    def _of_list(self, line: Recorded) -> _Found:
        """By its name; else by the name that its oldest article has instead, where nobody had that name before."""
        key, by_key = match_key(line.what), self._by_key(line.kind)
        if key in by_key:
            return "here", by_key[key].url
        if (state := self.hidden_names[line.kind].get(key)) is not None:
            return state, ""
        known = self.known[line.kind]
        mark = known[key]
        oldest = self.likeness.alike(mark) if mark is not None else None
        article = next((one for one in self.public.articles if oldest is not None and one.path == oldest.path), None)
        new = {match_key(name) for name in _NAMES[line.kind](article)} - known.keys() if article is not None else set()
        return ("here", by_key[new.pop()].url) if len(new) == 1 else _LOST

    def _by_key(self, kind: str) -> Mapping[str, Section | Topic | Author | Series]:
        public = self.public
        found: dict[str, Mapping[str, Section | Topic | Author | Series]] = {
            "section": public.section_by_key,
            "topic": public.topic_by_key,
            "author": public.author_by_key,
            "series": public.series_by_key,
        }
        return found[kind]
