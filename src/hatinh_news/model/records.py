"""What pages may show: a frozen record for each kind of page. A template sees it as `page`, and else but `site`."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from hatinh_news.model.article import Correction, Photo, State
from hatinh_news.model.config import THEME_COLOR, Imprint, Label
from hatinh_news.model.hosting import Budgets, StaticFile
from hatinh_news.model.strings import VIETNAMESE, Strings


@dataclass(frozen=True, slots=True)
class Site:
    """What every page knows of the newspaper; `sections` is the main menu, `foot_menu` the links of the foot.

    `fingerprints` are stylesheets and scripts by the addresses that they have in static/; `logo` is empty where there
    is none. In a `preview` pages stand apart from the newspaper, on whatever host: `near` are the addresses of the
    theme's files that lie beside them, and every other address is the newspaper's own.
    """

    title: str
    base_url: str
    description: str = ""
    language: str = "vi"
    sections: tuple[Label, ...] = ()
    menu: tuple[Label, ...] = ()
    foot_menu: tuple[Label, ...] = ()
    imprint: Imprint = Imprint()
    corrections_heading: str = VIETNAMESE.corrections_heading
    strings: Strings = VIETNAMESE
    search: bool = False
    logo: str = ""
    theme_color: str = THEME_COLOR
    fingerprints: Mapping[str, StaticFile] = field(default_factory=dict)
    budgets: Budgets = Budgets()
    preview: bool = False
    near: frozenset[str] = frozenset()
    extra: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Head:
    """What a page says of itself: `trail` leads from the home page to its parent; `section_url` is to be marked in the
    menu; `feed_url` the folder that holds rss.xml, atom.xml and feed.json, empty where the page has none."""

    url: str
    title: str
    description: str = ""
    photo: Photo | None = None
    trail: tuple[Label, ...] = ()
    section_url: str = ""
    feed_url: str = ""
    indexed: bool = True
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """An article as other pages show it; `key` is a digest of all the rest, `lang` set where it is not the site's."""

    url: str
    title: str
    sapo: str
    published: datetime
    section: Label
    kicker: str = ""
    photo: Photo | None = None
    state: State = "published"
    key: str = ""
    lang: str = ""

    def __hash__(self) -> int:
        """Cards are looked up a dozen times for every page: the key's hash is at hand, that of ten fields is not."""
        return hash(self.key or (self.url, self.title, self.published))


@dataclass(frozen=True, slots=True)
class Byline:
    """Who wrote an article, as its page shows it."""

    name: str
    url: str
    role: str = ""
    photo: Photo | None = None


@dataclass(frozen=True, slots=True)
class SeriesPart:
    """Where an article stands in its series: part `number` of `total`."""

    series: Label
    number: int
    total: int
    previous: Card | None = None
    next: Card | None = None


@dataclass(frozen=True, slots=True)
class Text:
    """HTML of an editor's Markdown, and where its `content:` links lead: an empty address where nothing public is.

    An address of the site (`/2025/ten-bai/`) is among `links` only there, and where a preview has it elsewhere."""

    html: str = ""
    links: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """One article; `due` is the moment at which it goes live, where it is shown before."""

    head: Head
    headline: str
    section: Label
    published: datetime
    body: Text
    words: int
    minutes: int
    sapo: str = ""
    kicker: str = ""
    dateline: str = ""
    updated: datetime | None = None
    photo: Photo | None = None
    topics: tuple[Label, ...] = ()
    authors: tuple[Byline, ...] = ()
    series: SeriesPart | None = None
    related: tuple[Card, ...] = ()
    corrections: tuple[Correction, ...] = ()
    retracted: str = ""
    state: State = "published"
    due: datetime | None = None
    extra: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Block:
    """The place of a section or topic on the front page; `kind` is one of section, topic."""

    label: Label
    cards: tuple[Card, ...]
    kind: str = "section"


@dataclass(frozen=True, slots=True)
class HomePage:
    """The front: no article stands on it twice; `newest_date` is the date of the newest article of all."""

    head: Head
    lead: Card | None = None
    featured: tuple[Card, ...] = ()
    newest: tuple[Card, ...] = ()
    blocks: tuple[Block, ...] = ()
    body: Text = Text()
    newest_date: datetime | None = None


@dataclass(frozen=True, slots=True)
class ListPage:
    """Articles of a section, topic, author, series or month, as `kind` says.

    `number` is 0 on the front of the list, else the page counted from the oldest; `older` and `newer` are addresses,
    empty at the ends; `earlier` and `later` are the months before and after a month. In a `timeline` the oldest come
    first, to be shown day by day; `parts` are the numbers of a series' cards; `children` and `alike` are other topics.
    """

    head: Head
    kind: str
    title: str
    cards: tuple[Card, ...]
    description: str = ""
    role: str = ""
    email: str = ""
    phone: str = ""
    links: tuple[Label, ...] = ()
    photo: Photo | None = None
    body: Text = Text()
    children: tuple[Label, ...] = ()
    alike: tuple[Label, ...] = ()
    timeline: bool = False
    parts: tuple[int, ...] = ()
    number: int = 0
    older: str = ""
    newer: str = ""
    earlier: Label | None = None
    later: Label | None = None
    extra: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a directory: a name, its address, how many articles it has, and what stands below it."""

    label: Label
    count: int
    children: "tuple[Entry, ...]" = ()


@dataclass(frozen=True, slots=True)
class EntryGroup:
    """Entries under one heading: a letter, or a year."""

    heading: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class DirectoryPage:
    """Every topic, every author, or every month, in groups; `kind` is one of topics, authors, series, archive."""

    head: Head
    kind: str
    title: str
    groups: tuple[EntryGroup, ...]


@dataclass(frozen=True, slots=True)
class CorrectionEntry:
    """A correction in the list of all, under the `title` of its article; `url` leads to it on the article's page."""

    url: str
    title: str
    date: datetime
    text: str


@dataclass(frozen=True, slots=True)
class CorrectionsPage:
    """Corrections of all articles, newest first, on pages that are numbered like those of a ListPage."""

    head: Head
    title: str
    entries: tuple[CorrectionEntry, ...]
    number: int = 0
    older: str = ""
    newer: str = ""


@dataclass(frozen=True, slots=True)
class StandingPageRecord:
    head: Head
    title: str
    body: Text
    description: str = ""
    photo: Photo | None = None
    updated: datetime | None = None
    extra: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ErrorPage:
    """The page of an address where nothing is."""

    head: Head
    title: str
    newest: tuple[Card, ...] = ()


@dataclass(frozen=True, slots=True)
class SitemapEntry:
    url: str
    modified: datetime | None = None
    image: str = ""


@dataclass(frozen=True, slots=True)
class Sitemap:
    """At most 50,000 addresses; also the list of sitemaps, where there are more."""

    entries: tuple[SitemapEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class NewsEntry:
    """An article as news: `live_from` is the moment since which readers have it, whatever date it bears."""

    card: Card
    live_from: datetime


@dataclass(frozen=True, slots=True)
class NewsSitemap:
    """Articles that went live in the last 48 hours, at most 1,000, the newest of these first."""

    entries: tuple[NewsEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class Robots:
    sitemaps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stub:
    """A page at an old address that sends readers to the new one."""

    target: str
    title: str
