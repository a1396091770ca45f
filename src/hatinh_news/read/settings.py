"""content/site.yaml as a Config."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, TypeVar
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from hatinh_news.model.check import CODES, CheckSettings
from hatinh_news.model.config import (
    PAPER_ZONE,
    AuthorSettings,
    Config,
    Deployment,
    Imprint,
    Label,
    RelatedSettings,
    SectionSettings,
    TopicSettings,
)
from hatinh_news.model.fault import Fault, Place
from hatinh_news.model.strings import VIETNAMESE, Strings, strings_in
from hatinh_news.read import faults, hosting, site_faults, values, yaml_plain
from hatinh_news.read.permalink import TOKENS, makes_addresses, unknown_token
from hatinh_news.read.schema import Field, Origin, Values, Wrong, names, read_mapping
from hatinh_news.read.shape import FILLED, Shape, pattern, shaped
from hatinh_news.read.yaml_nodes import Node, Scalar
from hatinh_news.text.nearest import nearest

T = TypeVar("T")

PATH = "content/site.yaml"
TARGETS = ("netlify", "cloudflare", "github", "gitlab", "nginx", "apache", "static")
"""Where a newspaper may be published."""


@shaped(pattern(r"[hH][tT][tT][pP][sS]?://[^\s/?#]+[^\s?#]*"))
def _base_url(node: Node, origin: Origin) -> str:
    text = values.filled_line(node, origin)
    if not is_base_url(text):
        raise Wrong(site_faults.BAD_BASE_URL, node, found=text)
    return text.rstrip("/")


def is_base_url(text: str) -> bool:
    """Whether `text` is an http(s) address with a host and nothing behind its path."""
    try:
        parts = urlsplit(text)
        return parts.scheme in {"http", "https"} and bool(parts.hostname) and not parts.query and not parts.fragment
    except ValueError:
        return False


@shaped(FILLED)
def _zone(node: Node, origin: Origin) -> ZoneInfo:
    text = values.filled_line(node, origin)
    try:
        return ZoneInfo(text)
    except (OSError, ValueError, LookupError) as error:
        raise Wrong(site_faults.BAD_TIMEZONE, node, found=text) from error


@shaped(FILLED)
def _permalink(node: Node, origin: Origin) -> str:
    text = values.filled_line(node, origin)
    if token := unknown_token(text):
        raise Wrong(site_faults.UNKNOWN_TOKEN, node, found=text, token=token, choices=" ".join(TOKENS))
    if not makes_addresses(text):
        raise Wrong(site_faults.BAD_PERMALINK, node, found=text, choices=" ".join(TOKENS))
    return text


@shaped(Shape({"enum": list(CODES)}, widget="select"))
def _rule(node: Node, origin: Origin) -> str:
    """The code of one of the desk's rules."""
    text = values.filled_line(node, origin)
    if text in CODES:
        return text
    near = nearest(text, CODES)
    raise Wrong(faults.NO_SUCH_RULE_NEAR if near else faults.NO_SUCH_RULE, node, found=text, nearest=near or "")


_NAME = Field("name", values.filled_line, ("title",), required=True)
_SLUG = Field("slug", values.slug_text)
_ABOUT = Field("description", values.line, ("sapo", "summary"))
_ROLE = Field("role", values.line)
_EMAIL = Field("email", values.line)
_PHONE = Field("phone", values.line)
_LINKS = Field("links", values.links)
_PARENT = Field("parent", values.reference)
_MERGED_INTO = Field("merged_into", values.reference)
_URL = Field("url", values.filled_line, required=True)


def _named(fields: tuple[Field[Any], ...], build: Callable[[Values], T]) -> Callable[[Node, Origin], T]:
    """A reader of one entry of a list: a bare name, or a group of keys."""
    read_group = values.record(fields, build)

    def read(node: Node, origin: Origin) -> T:
        if isinstance(node, Scalar):
            return build(Values({_NAME.key: values.filled_line(node, origin)}))
        return read_group(node, origin)

    return shaped(Shape(fields=fields, bare=True, widget="object"))(read)


_section = _named(
    (_NAME, _SLUG, _ABOUT),
    lambda found: SectionSettings(found.get(_NAME, ""), found.get(_SLUG, ""), found.get(_ABOUT, "")),
)
_topic = _named(
    (_NAME, _SLUG, _ABOUT, _PARENT, _MERGED_INTO),
    lambda found: TopicSettings(
        found.get(_NAME, ""), found.get(_SLUG, ""), found.get(_ABOUT, ""), found.find(_PARENT), found.find(_MERGED_INTO)
    ),
)
_author = _named(
    (_NAME, _SLUG, _ROLE, _EMAIL, _PHONE, _LINKS),
    lambda found: AuthorSettings(
        name=found.get(_NAME, ""),
        slug=found.get(_SLUG, ""),
        role=found.get(_ROLE, ""),
        email=found.get(_EMAIL, ""),
        phone=found.get(_PHONE, ""),
        links=found.get(_LINKS, ()),
    ),
)
_label = values.record((_NAME, _URL), lambda found: Label(found.get(_NAME, ""), found.get(_URL, "")))

_RELATED: tuple[Field[int], ...] = (
    Field("limit", values.whole_number(0, 50)),
    Field("threshold", values.whole_number(0, 100)),
    Field("newer_days", values.whole_number(0, 36_500)),
    Field("topics", values.whole_number(0, 1_000)),
    Field("freshness", values.whole_number(0, 1_000)),
    Field("alike", values.whole_number(1, 100)),
    Field("most_lists", values.whole_number(1, 1_000_000)),
)
_OFF: Field[tuple[str, ...]] = Field("off", values.one_or_many(_rule))
_LIMITS: tuple[Field[int], ...] = (
    Field("title_length", values.whole_number(20, 1_000)),
    Field("sapo_length", values.whole_number(20, 5_000)),
    Field("body_words", values.whole_number(0, 10_000)),
    Field("photo_days", values.whole_number(0, 3_650)),
    Field("first_year", values.whole_number(1, 9_999)),
    Field("future_days", values.whole_number(0, 36_500)),
    Field("links", values.whole_number(0, 100_000)),
    Field("link_seconds", values.whole_number(1, 300)),
)
_MAIN = Field("main", values.one_or_many(_label))
_FOOT = Field("foot", values.one_or_many(_label))
_TARGETS: Field[tuple[str, ...]] = Field("targets", values.one_or_many(values.one_of(*TARGETS)))
_IMPRINT = tuple(Field(name, values.line) for name in Imprint.__dataclass_fields__)
_STRINGS = tuple(Field(name, values.filled_line) for name in Strings.__dataclass_fields__)


def _check(found: Values) -> CheckSettings:
    plain = CheckSettings()
    limits = {field.key: found.get(field, getattr(plain, field.key)) for field in _LIMITS}
    off: tuple[str, ...] = found.get(_OFF, ())
    return CheckSettings(frozenset(off), **limits)


def _related(found: Values) -> RelatedSettings:
    plain = RelatedSettings()
    return RelatedSettings(**{field.key: found.get(field, getattr(plain, field.key)) for field in _RELATED})


TITLE = Field("title", values.filled_line)
BASE_URL = Field("base_url", _base_url, ("baseURL",))
DESCRIPTION = Field("description", values.line)
LANGUAGE = Field("language", values.language)
TIMEZONE = Field("timezone", _zone)
PAGINATE_BY = Field("paginate_by", values.whole_number(1, 1000))
PERMALINKS = Field("permalinks", _permalink)
FEED_LIMIT = Field("feed_limit", values.whole_number(1, 1000))
SEARCH = Field("search", values.flag)
FEED_CONTENT = Field("feed_content", values.one_of("summary", "full"))
TOPIC_FEEDS_FROM = Field("topic_feeds_from", values.whole_number(1, 1_000_000))
DEFAULT_SECTION = Field("default_section", values.line)
CORRECTIONS_HEADING = Field("corrections_heading", values.filled_line)
SECTIONS = Field("sections", values.one_or_many(_section))
TOPICS = Field("topics", values.one_or_many(_topic))
AUTHORS = Field("authors", values.one_or_many(_author))
MENUS = Field("menus", values.record((_MAIN, _FOOT), lambda found: (found.get(_MAIN, ()), found.get(_FOOT, ()))))
RELATED = Field("related", values.record(_RELATED, _related))
IMPRINT = Field(
    "imprint", values.record(_IMPRINT, lambda found: Imprint(**{f.key: found.get(f, "") for f in _IMPRINT}))
)
LOGO = Field("logo", values.filled_line)
THEME_COLOR = Field("theme_color", hosting.color)
HEADERS = Field("headers", hosting.headers)
BUDGETS = Field("budgets", hosting.budgets)
CHECK = Field("check", values.record((_OFF, *_LIMITS), _check))
STRINGS = Field(
    "strings",
    values.record(_STRINGS, lambda found: {f.key: found.get(f, "") for f in _STRINGS if f.key in found.found}),
)
EXTENSIONS = Field("extensions", values.one_or_many(values.filled_line))
DEPLOYMENT = Field("deployment", values.record((_TARGETS,), lambda found: Deployment(found.get(_TARGETS, ()))))
EXTRA = Field("extra", values.free)

FIELDS: tuple[Field[Any], ...] = (
    TITLE, BASE_URL, DESCRIPTION, LANGUAGE, TIMEZONE, PAGINATE_BY, PERMALINKS, FEED_LIMIT, FEED_CONTENT, SEARCH,
    TOPIC_FEEDS_FROM, DEFAULT_SECTION, CORRECTIONS_HEADING, SECTIONS, TOPICS, AUTHORS, MENUS, RELATED, IMPRINT, LOGO,
    STRINGS, CHECK, THEME_COLOR, HEADERS, BUDGETS, EXTENSIONS, DEPLOYMENT, EXTRA,
)  # fmt: skip
_KNOWN = names(FIELDS)


def settings(text: str, base_url: str = "") -> tuple[Config, list[Fault]]:
    """The Config that the text of site.yaml gives; `base_url` wins over the one in the file."""
    origin = Origin(PATH, PAPER_ZONE)
    tree = yaml_plain.parse(text, PATH)
    if isinstance(tree, Fault):
        return Config(VIETNAMESE.newspaper), [tree]
    found, wrong = read_mapping(tree, _KNOWN, origin)
    if TITLE.key not in found.nodes:
        wrong.append(site_faults.NO_SITE_TITLE.at(Place(PATH)))
    config = _config(found)
    return (replace(config, base_url=base_url.rstrip("/")) if base_url else config), wrong


def _config(found: Values) -> Config:
    language = found.get(LANGUAGE, "vi")
    strings = replace(strings_in(language), **found.get(STRINGS, {}))
    plain = Config(strings.newspaper)
    menu, foot_menu = found.get(MENUS, ((), ()))
    return Config(
        title=found.get(TITLE, plain.title),
        base_url=found.get(BASE_URL, plain.base_url),
        description=found.get(DESCRIPTION, ""),
        language=language,
        timezone=found.get(TIMEZONE, plain.timezone),
        paginate_by=found.get(PAGINATE_BY, plain.paginate_by),
        permalink=found.get(PERMALINKS, plain.permalink),
        feed_limit=found.get(FEED_LIMIT, plain.feed_limit),
        search=found.get(SEARCH, plain.search),
        feed_content=found.get(FEED_CONTENT, plain.feed_content),
        topic_feeds_from=found.get(TOPIC_FEEDS_FROM, plain.topic_feeds_from),
        default_section=found.get(DEFAULT_SECTION, ""),
        corrections_heading=found.get(CORRECTIONS_HEADING, strings.corrections_heading),
        strings=strings,
        sections=found.get(SECTIONS, ()),
        topics=found.get(TOPICS, ()),
        authors=found.get(AUTHORS, ()),
        menu=menu,
        foot_menu=foot_menu,
        related=found.get(RELATED, plain.related),
        imprint=found.get(IMPRINT, plain.imprint),
        logo=found.get(LOGO, plain.logo),
        theme_color=found.get(THEME_COLOR, plain.theme_color),
        headers=found.get(HEADERS, plain.headers),
        budgets=found.get(BUDGETS, plain.budgets),
        check=found.get(CHECK, plain.check),
        extensions=found.get(EXTENSIONS, ()),
        deployment=found.get(DEPLOYMENT, plain.deployment),
        extra=found.get(EXTRA, {}),
    )
