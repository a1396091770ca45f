"""The newspaper in order: what the index makes out of articles, and the plan makes into pages.

Articles stand newest first (ties by address) everywhere but in a series, which is read from its beginning.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from hatinh_news.model.article import Article, Profile, StandingPage, State
from hatinh_news.model.config import Config


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the newspaper (chuyên mục), in the order of site.yaml."""

    name: str
    url: str
    description: str = ""
    profile: Profile | None = None
    articles: tuple[Article, ...] = ()


@dataclass(frozen=True, slots=True)
class Topic:
    """A matter that articles share (chủ đề); `key` is the same for every accepted spelling of the name."""

    key: str
    name: str
    url: str
    description: str = ""
    profile: Profile | None = None
    articles: tuple[Article, ...] = ()


@dataclass(frozen=True, slots=True)
class Author:
    """Somebody who signs articles."""

    key: str
    name: str
    url: str
    role: str = ""
    email: str = ""
    profile: Profile | None = None
    articles: tuple[Article, ...] = ()


@dataclass(frozen=True, slots=True)
class Series:
    """Articles that are parts of one whole (loạt bài), oldest first."""

    key: str
    name: str
    url: str
    description: str = ""
    profile: Profile | None = None
    articles: tuple[Article, ...] = ()


@dataclass(frozen=True, slots=True)
class Index:
    """The public newspaper: nothing that is not to be shown is in here.

    `sections` in their order; `topics`, `authors` and `series` in Vietnamese dictionary order of their keys' names;
    `*_by_key` find one by the match key of a name as an article spells it; `state_by_path` holds the articles that are
    shown although they are not published (`--drafts` and the like); `hidden` the paths of those that are not shown, and
    `hidden_files` the files of the output folder that these would have.
    """

    config: Config
    articles: tuple[Article, ...] = ()
    pages: tuple[StandingPage, ...] = ()
    home: Profile | None = None
    sections: tuple[Section, ...] = ()
    topics: tuple[Topic, ...] = ()
    authors: tuple[Author, ...] = ()
    series: tuple[Series, ...] = ()
    section_by_key: Mapping[str, Section] = field(default_factory=dict)
    topic_by_key: Mapping[str, Topic] = field(default_factory=dict)
    author_by_key: Mapping[str, Author] = field(default_factory=dict)
    series_by_key: Mapping[str, Series] = field(default_factory=dict)
    related_by_path: Mapping[str, tuple[Article, ...]] = field(default_factory=dict)
    state_by_path: Mapping[str, State] = field(default_factory=dict)
    hidden: frozenset[str] = frozenset()
    hidden_files: frozenset[str] = frozenset()
