"""The settings of a site, as `content/site.yaml` gives them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

from hatinh_news.model.article import Link, Reference
from hatinh_news.model.check import CheckSettings
from hatinh_news.model.hosting import Budgets, HeaderSettings
from hatinh_news.model.images import ImageSettings
from hatinh_news.model.strings import VIETNAMESE, Strings

PAPER_ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
LOGO = "/icon-512.png"
THEME_COLOR = "#123f4a"


@dataclass(frozen=True, slots=True)
class Shown:
    """Which articles are shown although they are not published."""

    drafts: bool = False
    future: bool = False
    expired: bool = False

    def shows(self, state: str) -> bool:
        """Whether an article in this state is part of the newspaper of this build."""
        return {"draft": self.drafts, "future": self.future, "expired": self.expired}.get(state, True)


@dataclass(frozen=True, slots=True)
class Label:
    """A name with an address (from the site's root, or absolute)."""

    name: str
    url: str


@dataclass(frozen=True, slots=True)
class SectionSettings:
    name: str
    slug: str = ""
    description: str = ""


@dataclass(frozen=True, slots=True)
class TopicSettings:
    name: str
    slug: str = ""
    description: str = ""
    parent: Reference | None = None
    merged_into: Reference | None = None


@dataclass(frozen=True, slots=True)
class AuthorSettings:
    name: str
    slug: str = ""
    role: str = ""
    email: str = ""
    phone: str = ""
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class RelatedSettings:
    """How lists of related articles are made.

    `limit` entries a list; `threshold` is how similar, in hundredths, two articles must at least be; `newer_days`
    bounds how much newer than the article a related one may be. `topics` is the weight of a shared topic in hundredths
    of that of a term as rare; `freshness` how many hundredths are added to the similarity of articles of the same days.
    Of articles that have `alike` hundredths of their terms in common a list holds one. An article stands in at most
    `most_lists` lists.
    """

    limit: int = 7
    threshold: int = 2
    newer_days: int = 30
    topics: int = 100
    freshness: int = 100
    alike: int = 60
    most_lists: int = 40


@dataclass(frozen=True, slots=True)
class Imprint:
    """What press law wants in the foot of every page; empty parts are not shown."""

    publisher: str = ""
    governing_body: str = ""
    licence: str = ""
    editor_in_chief: str = ""
    address: str = ""
    phone: str = ""
    email: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Deployment:
    """Where the newspaper is published: hosts by name, which decide how old addresses are answered."""

    targets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Config:
    """One value for all of site.yaml; `base_url` has no slash at its end."""

    title: str
    base_url: str = "http://localhost:8000"
    description: str = ""
    language: str = "vi"
    timezone: ZoneInfo = PAPER_ZONE
    paginate_by: int = 20
    permalink: str = "/:year/:month/:slug/"
    feed_limit: int = 20
    search: bool = True
    feed_content: str = "summary"
    topic_feeds_from: int = 1
    default_section: str = ""
    corrections_heading: str = VIETNAMESE.corrections_heading
    strings: Strings = VIETNAMESE
    sections: tuple[SectionSettings, ...] = ()
    topics: tuple[TopicSettings, ...] = ()
    authors: tuple[AuthorSettings, ...] = ()
    menu: tuple[Label, ...] = ()
    foot_menu: tuple[Label, ...] = ()
    related: RelatedSettings = RelatedSettings()
    imprint: Imprint = Imprint()
    logo: str = LOGO
    theme_color: str = THEME_COLOR
    headers: HeaderSettings = HeaderSettings()
    budgets: Budgets = Budgets()
    images: ImageSettings = ImageSettings()
    check: CheckSettings = CheckSettings()
    extensions: tuple[str, ...] = ()
    deployment: Deployment = Deployment()
    extra: Mapping[str, object] = field(default_factory=dict)
