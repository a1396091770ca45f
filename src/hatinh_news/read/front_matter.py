"""The keys of front matter: what editors may write above an article, a standing page, or an `_index.md`."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from urllib.parse import unquote

from hatinh_news.model.article import Alias, Correction
from hatinh_news.read import faults, values
from hatinh_news.read.fronts import FRONT, PIN
from hatinh_news.read.schema import Field, Origin, Values, Wrong, names
from hatinh_news.read.shape import TEXT, Shape, pattern, shape_of, shaped
from hatinh_news.read.yaml_nodes import Node, Scalar

_CORRECTION_DATE = Field("date", values.moment, required=True)
_CORRECTION_TEXT = Field("text", values.filled_line, required=True)
_NEVER = datetime(1900, 1, 1, tzinfo=UTC)  # stands in for a required date that is missing: a fault, told by then


def _correction(found: Values) -> Correction:
    return Correction(found.get(_CORRECTION_DATE, _NEVER), found.get(_CORRECTION_TEXT, ""))


def _placed(read: Callable[[Node, Origin], Correction]) -> Callable[[Node, Origin], Correction]:
    """A reader of corrections that know where they stand."""

    def read_placed(node: Node, origin: Origin) -> Correction:
        return replace(read(node, origin), place=origin.place(node))

    return shaped(shape_of(read))(read_placed)


@shaped(Shape({"type": ["string", "number"], "pattern": r"\S"}))
def _reason(node: Node, origin: Origin) -> str:
    """Why an article was retracted: words that readers will see, so no bare `true`."""
    text = values.filled_line(node, origin)
    if isinstance(node, Scalar) and node.plain and text.casefold() in {"true", "yes", "false", "no"}:
        raise Wrong(faults.REASON_MISSING, node)
    return text


@shaped(Shape(TEXT.schema, widget="image"))
def _picture(node: Node, origin: Origin) -> str:
    """A picture's file or address."""
    return values.line(node, origin)


@shaped(pattern(r"/(?![/])(?!(?:[^/]*/)*\.\.?(?:/|$))[^?#\\]+"))
def _alias(node: Node, origin: Origin) -> Alias:
    """An old address from the root; one without an ending gets the slash that its page's folder has."""
    text = unquote(values.filled_line(node, origin))
    parts = text.split("/")
    if (
        not text.startswith("/")
        or text.startswith("//")
        or text == "/"
        or {"..", "."} & set(parts)
        or set(text) & set("?#\\")
    ):
        raise Wrong(faults.BAD_ALIAS, node, found=text)
    url = text if text.endswith("/") or "." in parts[-1] else f"{text}/"
    return Alias(url, origin.place(node))


TITLE = Field("title", values.filled_line, ("headline",), required=True)
DESCRIPTION = Field("description", values.line, ("sapo", "summary", "excerpt"))
DATE = Field("date", values.moment)
PUBLISHED = Field("published", values.flag_or_moment)
PUBLISH_DATE = Field("publish_date", values.moment, ("publishDate", "pubdate"))
EXPIRY_DATE = Field("expiry_date", values.moment, ("expiryDate", "unpublishdate"))
UPDATED = Field("updated", values.moment, ("lastmod", "modified"))
DRAFT = Field("draft", values.flag)
STATUS = Field("status", values.one_of("draft", "published"))
SLUG = Field("slug", values.slug_text)
ALIASES = Field("aliases", values.one_or_many(_alias), ("redirect_from",))
SECTION = Field("section", values.line, ("category",))
TOPICS = Field("topics", values.lines, ("tags",))
SERIES = Field("series", values.line)
PART = Field("part", values.whole_number(1, 9_999), ("series_part",))
AUTHORS = Field("authors", values.lines, ("author", "byline"))
IMAGE = Field("image", _picture)
IMAGE_ALT = Field("image_alt", values.line)
IMAGE_CAPTION = Field("image_caption", values.line)
IMAGE_CREDIT = Field("image_credit", values.line)
KICKER = Field("kicker", values.line)
DATELINE = Field("dateline", values.line)
LINK_TITLE = Field("link_title", values.line)
FEATURED = Field("featured", values.flag)
RELATED = Field("related", values.one_or_many(values.reference))
RELATED_EXCLUDE = Field("related_exclude", values.one_or_many(values.reference))
CORRECTIONS = Field(
    "corrections", values.one_or_many(_placed(values.record((_CORRECTION_DATE, _CORRECTION_TEXT), _correction)))
)
RETRACTED = Field("retracted", _reason)
TEMPLATE = Field("template", values.template_name)
LANG = Field("lang", values.language)
EXTRA = Field("extra", values.free)
PARENT = Field("parent", values.reference)
MERGED_INTO = Field("merged_into", values.reference)
TIMELINE = Field("timeline", values.flag)
ROLE = Field("role", values.line)
EMAIL = Field("email", values.line)
PHONE = Field("phone", values.line)
LINKS = Field("links", values.links)

ARTICLE_FIELDS: tuple[Field[Any], ...] = (
    TITLE, LINK_TITLE, KICKER, DESCRIPTION, DATELINE, DATE, PUBLISH_DATE, EXPIRY_DATE, UPDATED, DRAFT, STATUS,
    PUBLISHED, SLUG, ALIASES, SECTION, TOPICS, SERIES, PART, AUTHORS, IMAGE, IMAGE_ALT, IMAGE_CAPTION, IMAGE_CREDIT,
    FEATURED, RELATED, RELATED_EXCLUDE, CORRECTIONS, RETRACTED, TEMPLATE, LANG, EXTRA,
)  # fmt: skip
"""In the order in which new articles have them: what a reader of the file looks for first stands first."""

PAGE_FIELDS: tuple[Field[Any], ...] = (
    TITLE, DESCRIPTION, DATE, UPDATED, DRAFT, SLUG, ALIASES, IMAGE, IMAGE_ALT, IMAGE_CAPTION, IMAGE_CREDIT, TEMPLATE,
    LANG, EXTRA,
)  # fmt: skip
PROFILE_FIELDS: tuple[Field[Any], ...] = (
    TITLE, DESCRIPTION, DRAFT, ALIASES, IMAGE, IMAGE_ALT, IMAGE_CAPTION, IMAGE_CREDIT, PIN, FRONT, EXTRA,
)  # fmt: skip
TOPIC_FIELDS: tuple[Field[Any], ...] = (*PROFILE_FIELDS, PARENT, MERGED_INTO, TIMELINE)
AUTHOR_FIELDS: tuple[Field[Any], ...] = (*PROFILE_FIELDS, ROLE, EMAIL, PHONE, LINKS)

ARTICLE_KEYS = names(ARTICLE_FIELDS)
PAGE_KEYS = names(PAGE_FIELDS)
PROFILE_KEYS = names(PROFILE_FIELDS)
TOPIC_KEYS = names(TOPIC_FIELDS)
AUTHOR_KEYS = names(AUTHOR_FIELDS)
