"""The newspaper in order: what the index makes out of articles, and the plan makes into pages.

Articles stand newest first (ties by address) everywhere but in a series, which is read from its beginning.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from hatinh_news.model.article import BLOCK_CARDS, Alias, Article, Link, Profile, StandingPage, State
from hatinh_news.model.config import Config
from hatinh_news.model.fault import Place
from hatinh_news.model.recorded import Former


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
    """A matter that articles share (chủ đề); `key` is the same for every accepted spelling of the name.

    `parent` is the key of the topic above it, empty at the top; `alike` the keys of those that share most with it.
    """

    key: str
    name: str
    url: str
    description: str = ""
    profile: Profile | None = None
    articles: tuple[Article, ...] = ()
    parent: str = ""
    alike: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MergedTopic:
    """A topic that became part of another, whose key is `into`: `url` is where it stood, and `place` who says so.

    `count` is how many articles for lists still name it; `page` the file of its own, with `aliases`, or empty.
    """

    url: str
    into: str
    place: Place
    count: int = 0
    page: str = ""
    aliases: tuple[Alias, ...] = ()


@dataclass(frozen=True, slots=True)
class Author:
    """Somebody who signs articles."""

    key: str
    name: str
    url: str
    role: str = ""
    email: str = ""
    phone: str = ""
    links: tuple[Link, ...] = ()
    profile: Profile | None = None
    articles: tuple[Article, ...] = ()


@dataclass(frozen=True, slots=True)
class Series:
    """Articles that are parts of one whole (loạt bài), in the order in which they are read."""

    key: str
    name: str
    url: str
    description: str = ""
    profile: Profile | None = None
    articles: tuple[Article, ...] = ()

    @property
    def numbers(self) -> tuple[int, ...]:
        """The number of each part: its own, else one more than that of the part before."""
        found: list[int] = []
        for article in self.articles:
            found.append(article.part or (found[-1] if found else 0) + 1)
        return tuple(found)


@dataclass(frozen=True, slots=True)
class Picks:
    """Paths of articles, as `related` and `related_exclude` of one article name them."""

    first: tuple[str, ...] = ()
    never: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Pinned:
    """An article that is pinned to a front at this moment; `position` counts from 1, 0 where it has none."""

    article: Article
    position: int = 0


@dataclass(frozen=True, slots=True)
class FrontBlock:
    """A section or topic that has a block of at most `limit` cards on the front page."""

    of: Section | Topic
    limit: int = BLOCK_CARDS


@dataclass(frozen=True, slots=True)
class Index:
    """The public newspaper: nothing that is not to be shown is in here.

    `sections` in their order; `topics`, `authors` and `series` in Vietnamese dictionary order of their keys' names;
    `*_by_key` find one by the match key of a name as an article spells it, that of a `merged` topic included;
    `state_by_path` holds the articles that are shown although they are not published (`--drafts` and the like);
    `picks_by_path` those that an editor named under articles, `related_by_path` what stands there once the articles are
    related; `hidden` the paths of those that are not shown, and `hidden_files` the files of the output folder that
    these would have; `pins_by_path` the articles that stand on fronts by an editor's hand, in the order of their file,
    by that file's path; `blocks` those of the front page; `headlines` the paths of articles that are shared
    with a picture of their headline; `former` all addresses that were ever public,
    None where nobody records them.
    """

    config: Config
    articles: tuple[Article, ...] = ()
    pages: tuple[StandingPage, ...] = ()
    home: Profile | None = None
    sections: tuple[Section, ...] = ()
    topics: tuple[Topic, ...] = ()
    authors: tuple[Author, ...] = ()
    series: tuple[Series, ...] = ()
    merged: tuple[MergedTopic, ...] = ()
    section_by_key: Mapping[str, Section] = field(default_factory=dict)
    topic_by_key: Mapping[str, Topic] = field(default_factory=dict)
    author_by_key: Mapping[str, Author] = field(default_factory=dict)
    series_by_key: Mapping[str, Series] = field(default_factory=dict)
    picks_by_path: Mapping[str, Picks] = field(default_factory=dict)
    related_by_path: Mapping[str, tuple[Article, ...]] = field(default_factory=dict)
    state_by_path: Mapping[str, State] = field(default_factory=dict)
    hidden: frozenset[str] = frozenset()
    hidden_files: frozenset[str] = frozenset()
    pins_by_path: Mapping[str, tuple[Pinned, ...]] = field(default_factory=dict)
    blocks: tuple[FrontBlock, ...] = ()
    headlines: frozenset[str] = frozenset()
    former: tuple[Former, ...] | None = None
