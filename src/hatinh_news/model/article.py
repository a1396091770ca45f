"""What editors write, as the loader hands it on: clean, typed, and never changed afterwards.

Addresses (`url`) are paths from the site's root (`/2025/02/ten-bai/`); `base_url` is put before them when a page is
rendered. In a `body` an internal address is written with a scheme of its own, so that rendering can finish it without
parsing HTML: `"site:/x/anh.jpg"` is a file or page of this site, `"content:thoi-su/a.md#muc"` an article by its file.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from operator import attrgetter
from typing import Final, Literal, TypeAlias

from hatinh_news.model.fault import Place

State: TypeAlias = Literal["published", "draft", "future", "expired"]

BLOCK_CARDS: Final = 5
"""So many cards has a block of the front page, unless its editor says otherwise."""


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture as a page shows it: `width` and `height` in pixels, 0 where unknown.

    One that is made in several `widths` and `formats` has them at addresses that begin with `stem`, and `url` is the
    largest that all programs know. What matters in it lies around `focus` (`50% 20%` from the left and the top; in the
    middle where it is empty).
    """

    url: str
    alt: str = ""
    caption: str = ""
    credit: str = ""
    width: int = 0
    height: int = 0
    focus: str = ""
    stem: str = ""
    widths: tuple[int, ...] = ()
    formats: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Asset:
    """A file that an article shows: copied from `source` (path from the site's folder) to `url`.

    A picture that has `widths` and `formats` is not copied but made in these, at addresses that begin with `url`.
    """

    source: str
    url: str
    widths: tuple[int, ...] = ()
    formats: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reference:
    """Another article or address, as the editor named it (path, slug or URL), and where it is named."""

    target: str
    place: Place


@dataclass(frozen=True, slots=True)
class Link:
    """A page elsewhere, by its whole address and what it is called."""

    name: str
    url: str


@dataclass(frozen=True, slots=True)
class Alias:
    """An old address that must go on answering."""

    url: str
    place: Place


@dataclass(frozen=True, slots=True)
class Correction:
    """What was wrong and what is right, told on `date`; `place` is where an editor wrote it, of no use to pages."""

    date: datetime
    text: str
    place: Place = Place("")


@dataclass(frozen=True, slots=True)
class Body:
    """Markdown as HTML, with what was learnt on the way; `words` counts syllables, as Vietnamese does.

    Of an article that was read, the HTML is kept apart (it is most of an article, and only its own page shows it), and
    so are all photos but the first: `html_digest` then names it. `terms_digest` names the terms of the whole article,
    `words_digest` all that it is searched by, empty where it is not, `opening` the first words of its text. `anchors`
    are the ids in the HTML, to which links may lead.
    """

    html: str = ""
    words: int = 0
    summary: str = ""
    photos: tuple[Photo, ...] = ()
    links: tuple[Reference, ...] = ()
    assets: tuple[Asset, ...] = ()
    html_digest: str = ""
    terms_digest: str = ""
    words_digest: str = ""
    opening: str = ""
    anchors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Article:
    """One article of the newspaper; `path` is its file below content/, moments are aware and in the paper's zone."""

    path: str
    url: str
    slug: str
    title: str
    published: datetime
    live_from: datetime
    section: str
    body: Body
    sapo: str = ""
    kicker: str = ""
    dateline: str = ""
    link_title: str = ""
    updated: datetime | None = None
    expires: datetime | None = None
    draft: bool = False
    featured: bool = False
    topics: tuple[str, ...] = ()
    series: str = ""
    part: int = 0
    authors: tuple[str, ...] = ()
    photo: Photo | None = None
    aliases: tuple[Alias, ...] = ()
    related: tuple[Reference, ...] = ()
    related_exclude: tuple[Reference, ...] = ()
    corrections: tuple[Correction, ...] = ()
    retracted: str = ""
    template: str = ""
    lang: str = ""
    extra: Mapping[str, object] = field(default_factory=dict)

    @property
    def place(self) -> Place:
        return Place(f"content/{self.path}")

    def told(self, now: datetime) -> tuple[Correction, ...]:
        """The corrections that readers may know at `now`, oldest first; of a retracted article none."""
        if self.retracted or not self.corrections:
            return ()
        told = [Correction(each.date, each.text) for each in self.corrections if each.date <= now]
        return tuple(sorted(told, key=attrgetter("date")))

    def changed(self, now: datetime) -> datetime | None:
        """When readers last got something else than before, as far as anybody said so: `updated`, or a correction."""
        if not self.corrections:
            return self.updated
        corrected = [each.date for each in self.told(now) if each.date > self.published]
        return max([*corrected, self.updated] if self.updated else corrected, default=None)


@dataclass(frozen=True, slots=True)
class StandingPage:
    """A page that is no news: about us, contact, imprint."""

    path: str
    url: str
    title: str
    body: Body
    description: str = ""
    updated: datetime | None = None
    draft: bool = False
    aliases: tuple[Alias, ...] = ()
    photo: Photo | None = None
    template: str = ""
    lang: str = ""
    extra: Mapping[str, object] = field(default_factory=dict)

    @property
    def place(self) -> Place:
        return Place(f"content/{self.path}")


@dataclass(frozen=True, slots=True)
class Pin:
    """An article that an editor puts on a front, from the moment `since` on and before `until`, where these are given.

    `position` counts from 1; 0 stands behind all pins that have one.
    """

    article: Reference
    position: int = 0
    since: datetime | None = None
    until: datetime | None = None

    def holds(self, now: datetime) -> bool:
        """Whether it is the pin's time."""
        return (self.since is None or self.since <= now) and (self.until is None or now < self.until)


@dataclass(frozen=True, slots=True)
class BlockWish:
    """A section or topic that is to have a block on the front page: `kind` is empty where `name` may be either's."""

    name: str
    place: Place
    kind: Literal["", "section", "topic"] = ""
    limit: int = BLOCK_CARDS


@dataclass(frozen=True, slots=True)
class FrontPage:
    """How many articles the front page has in each of its parts.

    `featured: true` in an article counts as long as it is one of the newest `featured_among`; `blocks` is None where
    every section is to have one, in the order of the menu.
    """

    featured: int = 4
    newest: int = 12
    featured_among: int = 50
    blocks: tuple[BlockWish, ...] | None = None

    @property
    def places(self) -> int:
        """The lead and all that stand between it and the blocks."""
        return 1 + self.featured + self.newest


ProfileKind: TypeAlias = Literal["home", "section", "topic", "author", "series"]


@dataclass(frozen=True, slots=True)
class Profile:
    """An editor's own words about the home page, a section, a topic, an author or a series: its `_index.md`.

    `name` is the title in the file; `slug` the folder's name, which is also the address. `parent`, `merged_into` and
    `timeline` are of topics, `role`, `email`, `phone` and `links` of authors.
    """

    path: str
    kind: ProfileKind
    slug: str
    name: str
    body: Body
    description: str = ""
    photo: Photo | None = None
    draft: bool = False
    aliases: tuple[Alias, ...] = ()
    parent: Reference | None = None
    merged_into: Reference | None = None
    timeline: bool = False
    role: str = ""
    email: str = ""
    phone: str = ""
    links: tuple[Link, ...] = ()
    pins: tuple[Pin, ...] = ()
    front: FrontPage = FrontPage()
    extra: Mapping[str, object] = field(default_factory=dict)

    @property
    def place(self) -> Place:
        return Place(f"content/{self.path}")


@dataclass(frozen=True, slots=True)
class Content:
    """All that was read from content/: articles ordered by path, like the rest."""

    articles: tuple[Article, ...] = ()
    pages: tuple[StandingPage, ...] = ()
    profiles: tuple[Profile, ...] = ()
