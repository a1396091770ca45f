"""What editors write, as the loader hands it on: clean, typed, and never changed afterwards.

Addresses (`url`) are paths from the site's root (`/2025/02/ten-bai/`); `base_url` is put before them when a page is
rendered. In a `body` an internal address is written with a scheme of its own, so that rendering can finish it without
parsing HTML: `"site:/x/anh.jpg"` is a file or page of this site, `"content:thoi-su/a.md#muc"` an article by its file.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from operator import attrgetter
from typing import Literal, TypeAlias

from hatinh_news.model.fault import Place

State: TypeAlias = Literal["published", "draft", "future", "expired"]


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture as a page shows it: `width` and `height` in pixels, 0 where unknown."""

    url: str
    alt: str = ""
    caption: str = ""
    credit: str = ""
    width: int = 0
    height: int = 0


@dataclass(frozen=True, slots=True)
class Asset:
    """A file beside an article that the article shows: copied from `source` (path from the site's folder) to `url`."""

    source: str
    url: str


@dataclass(frozen=True, slots=True)
class Reference:
    """Another article or address, as the editor named it (path, slug or URL), and where it is named."""

    target: str
    place: Place


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
    so are all photos but the first: `html_digest` then names it.
    """

    html: str = ""
    words: int = 0
    summary: str = ""
    photos: tuple[Photo, ...] = ()
    links: tuple[Reference, ...] = ()
    assets: tuple[Asset, ...] = ()
    html_digest: str = ""


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


ProfileKind: TypeAlias = Literal["home", "section", "topic", "author", "series"]


@dataclass(frozen=True, slots=True)
class Profile:
    """An editor's own words about the home page, a section, a topic, an author or a series: its `_index.md`.

    `name` is the title in the file; `slug` the folder's name, which is also the address.
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
