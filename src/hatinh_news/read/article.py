"""One Markdown file as an Article, a StandingPage or a Profile."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, TypeAlias

from hatinh_news.model.article import Article, Asset, Body, FrontPage, Photo, Profile, StandingPage
from hatinh_news.model.config import Config
from hatinh_news.model.fault import Fault, Kind, Place
from hatinh_news.read import faults, yaml_plain
from hatinh_news.read import front_matter as keys
from hatinh_news.read.decode import decode
from hatinh_news.read.fronts import FRONT, PIN, misplaced
from hatinh_news.read.library import Document, Library, find_picture
from hatinh_news.read.markdown import to_body
from hatinh_news.read.markdown.figures import EAGER, LAZY
from hatinh_news.read.permalink import permalink
from hatinh_news.read.schema import Field, Origin, Values, Wrong, read_mapping
from hatinh_news.read.sources import Name, folder_of, is_page, is_profile, name_of, profile_kind, top_folder
from hatinh_news.read.split import Parts, split
from hatinh_news.read.values import moment
from hatinh_news.read.yaml_nodes import Scalar
from hatinh_news.text.dates import short_date
from hatinh_news.text.fold import match_key
from hatinh_news.text.order import dictionary_key
from hatinh_news.text.slug import slug

Made: TypeAlias = Article | StandingPage | Profile

_COPIED = (
    keys.KICKER, keys.DATELINE, keys.LINK_TITLE, keys.FEATURED, keys.TOPICS, keys.SERIES, keys.PART, keys.AUTHORS,
    keys.ALIASES, keys.RELATED, keys.RELATED_EXCLUDE, keys.CORRECTIONS, keys.RETRACTED, keys.TEMPLATE, keys.LANG,
    keys.EXTRA,
)  # fmt: skip
"""Keys that an article has just as front matter gives them."""

_SAID_OF_NAMES = (
    keys.PARENT, keys.MERGED_INTO, keys.TIMELINE, keys.ROLE, keys.EMAIL, keys.PHONE, keys.LINKS, keys.EXTRA
)  # fmt: skip
"""Keys that the page of a topic or an author has just so."""

_PLAIN_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._~-]*")


@dataclass(frozen=True, slots=True)
class Rules:
    """What the site as a whole says to each of its files; `sections` maps slugs to names."""

    config: Config
    library: Library
    sections: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class _File:
    """A file on its way: what is known of it, and what is wrong with it."""

    path: str
    rules: Rules
    origin: Origin
    values: Values
    faults: list[Fault]

    def fault(self, kind: Kind, place: Place, **values: object) -> None:
        self.faults.append(kind.at(place, **values))


def read_file(path: str, raw: bytes, rules: Rules) -> tuple[Made | None, list[Fault]]:
    """What the file at `path` (below content/) makes; None when an error is among its faults."""
    source = f"content/{path}"
    text = decode(raw, source)
    parts = text if isinstance(text, Fault) else split(text, source)
    if isinstance(parts, Fault):
        return None, [parts]
    tree = yaml_plain.parse(parts.front, source, parts.front_line)
    if isinstance(tree, Fault):
        return None, [tree]
    known, build = _sort_of(path)
    origin = Origin(source, rules.config.timezone)
    file = _File(path, rules, origin, *read_mapping(tree, known, origin))
    made = build(file, parts)
    return (None if any(fault.is_error for fault in file.faults) else made), file.faults


def _sort_of(path: str) -> tuple[dict[str, Field[Any]], Callable[[_File, Parts], Made | None]]:
    """What the keys of a file may be, and what it makes."""
    if is_profile(path):
        kind, _ = profile_kind(path) or ("", "")
        own = {"topic": keys.TOPIC_KEYS, "author": keys.AUTHOR_KEYS}
        return own.get(kind, keys.PROFILE_KEYS), _profile
    return (keys.PAGE_KEYS, _page) if is_page(path) else (keys.ARTICLE_KEYS, _article)


def _article(file: _File, parts: Parts) -> Article:
    values = file.values
    published, stem = _published_and_stem(file)
    section = _section(file)
    url = _address(file, published, stem, section)
    body, photo = _body_and_photo(file, parts, url)
    article = Article(
        path=file.path,
        url=url,
        slug=stem,
        title=values.get(keys.TITLE, ""),
        published=published,
        live_from=values.find(keys.PUBLISH_DATE) or published,
        section=section,
        body=body,
        photo=photo,
        sapo=values.get(keys.DESCRIPTION, "") or body.summary,
        updated=values.find(keys.UPDATED),
        expires=values.find(keys.EXPIRY_DATE),
        draft=_is_draft(values),
        **_as_written(values, _COPIED),
    )
    _check_moments(file, article)
    if article.part and not article.series:
        file.fault(faults.PART_OF_NOTHING, values.place(keys.PART, file.origin), part=article.part)
    return article


def _address(file: _File, published: datetime, stem: str, section: str) -> str:
    """The article's permalink; the slug of its section and its folder are made for patterns that name them."""
    pattern = file.rules.config.permalink
    section_slug = _slug_of(section, file) if ":section" in pattern else ""
    return permalink(pattern, published, stem, section_slug, _folder(file.path, stem) if ":path" in pattern else "")


def _published_and_stem(file: _File) -> tuple[datetime, str]:
    """The article's date and piece of address; where one is wrong, a stand-in, so that the rest is checked too."""
    name = name_of(file.path)
    stem = file.values.get(keys.SLUG, "") or _address_piece(name.stem)
    if not stem:
        file.fault(faults.NO_ADDRESS, Place(file.origin.path))
    return _published(file, name) or datetime(1900, 1, 1, tzinfo=file.origin.zone), stem


def _as_written(values: Values, fields: tuple[Field[Any], ...]) -> dict[str, Any]:
    """The fields that go into the article unchanged, and only those that were given."""
    return {field.key: values.found[field.key] for field in fields if field.key in values.found}


def _page(file: _File, parts: Parts) -> StandingPage | None:
    values = file.values
    stem = values.get(keys.SLUG, "") or _address_piece(name_of(file.path).stem)
    if not stem:
        file.fault(faults.NO_ADDRESS, Place(file.origin.path))
    body, photo = _body_and_photo(file, parts, f"/{stem}/")
    return StandingPage(
        path=file.path,
        url=f"/{stem}/",
        title=values.get(keys.TITLE, ""),
        body=body,
        photo=photo,
        description=values.get(keys.DESCRIPTION, "") or body.summary,
        updated=values.find(keys.UPDATED) or values.find(keys.DATE),
        draft=values.get(keys.DRAFT, False),
        aliases=values.get(keys.ALIASES, ()),
        template=values.get(keys.TEMPLATE, ""),
        lang=values.get(keys.LANG, ""),
        extra=values.get(keys.EXTRA, {}),
    )


def _profile(file: _File, parts: Parts) -> Profile | None:
    values = file.values
    found = profile_kind(file.path)
    if found is None:
        file.fault(faults.STRAY_INDEX, Place(file.origin.path))
        return None
    kind, folder = found
    file.faults += misplaced(kind, values, file.origin)
    stem = _address_piece(folder)
    if folder and not stem:
        file.fault(faults.NO_ADDRESS, Place(file.origin.path))
    parents = {"topic": "/chu-de/", "author": "/tac-gia/", "series": "/loat-bai/"}
    body, photo = _body_and_photo(file, parts, parents.get(kind, "/") + (f"{stem}/" if stem else ""))
    return Profile(
        path=file.path,
        kind=kind,
        slug=stem,
        name=values.get(keys.TITLE, ""),
        body=body,
        photo=photo,
        description=values.get(keys.DESCRIPTION, "") or body.summary,
        draft=values.get(keys.DRAFT, False),
        aliases=values.get(keys.ALIASES, ()),
        **_as_written(values, _SAID_OF_NAMES),
        pins=values.get(PIN, ()),
        front=values.get(FRONT, FrontPage()),
    )


def _published(file: _File, name: Name) -> datetime | None:
    """The article's date: of its own, of its file's name, or the moment it goes live; None, and a fault, for none."""
    own = file.values.find(keys.DATE)
    if own is None and isinstance(published := file.values.find(keys.PUBLISHED), datetime):
        own = published
    if own is not None:
        return own
    if keys.DATE.key in file.values.nodes and keys.DATE.key not in file.values.found:
        return None  # a wrong date, told already; the file's name must not paper over it
    if name.date:
        try:
            return moment(Scalar(name.date, True, 0, 0), file.origin)
        except Wrong:
            file.fault(faults.BAD_FILE_DATE, Place(file.origin.path), found=name.date)
            return None
    if (live := file.values.find(keys.PUBLISH_DATE)) is None:
        file.fault(faults.NO_DATE, Place(file.origin.path, 1, 1))
    return live


def _is_draft(values: Values) -> bool:
    published = values.find(keys.PUBLISHED)
    return values.get(keys.DRAFT, False) or values.get(keys.STATUS, "") == "draft" or published is False


def _address_piece(stem: str) -> str:
    """A piece of an address out of a file's name: as it is where it can be one."""
    return stem if _PLAIN_NAME.fullmatch(stem) else slug(stem)


def _folder(path: str, stem: str) -> str:
    """The folder of an article and its slug, as `:path` writes them."""
    pieces = [_address_piece(piece) for piece in folder_of(path).split("/") if piece]
    return "/".join([piece for piece in pieces if piece] + [stem])


def _section(file: _File) -> str:
    """The name of the section: of its own, of the top folder, else the site's default one."""
    config = file.rules.config
    own = file.values.get(keys.SECTION, "") or file.rules.sections.get(top_folder(file.path), "")
    if own:
        return own
    known = file.rules.sections
    if config.default_section and (not known or _slug_of(config.default_section, file) in known):
        return config.default_section
    if config.sections:
        return config.sections[0].name
    return min(known.values(), key=dictionary_key, default=config.strings.section)


def _slug_of(section: str, file: _File) -> str:
    key = match_key(section)
    return next((found for found, name in file.rules.sections.items() if match_key(name) == key), slug(section))


def _body_and_photo(file: _File, parts: Parts, url: str) -> tuple[Body, Photo | None]:
    """The text, and the picture that front matter names, whose file goes along with the text's own.

    The first picture of all is loaded at once.
    """
    document = Document(file.path, url)
    body, wrong = to_body(parts.body, parts.body_line, document, file.rules.library)
    file.faults += wrong
    photo, asset = _lead_photo(file, document)
    if asset is not None:
        body = replace(body, assets=tuple(dict.fromkeys((asset, *body.assets))))
    return body if photo is not None else replace(body, html=body.html.replace(LAZY, EAGER, 1)), photo


def _lead_photo(file: _File, document: Document) -> tuple[Photo | None, Asset | None]:
    values = file.values
    target = values.get(keys.IMAGE, "")
    if not target:
        return None, None
    found = find_picture(target, document, file.rules.library)
    if not isinstance(found, tuple):
        file.fault(found.kind, values.place(keys.IMAGE, file.origin), **found.values)
        return None, None
    photo, asset = found
    credit, caption = values.get(keys.IMAGE_CREDIT, ""), values.get(keys.IMAGE_CAPTION, "")
    said = replace(photo, caption=caption or photo.caption, credit=credit or photo.credit)
    return replace(said, alt=values.get(keys.IMAGE_ALT, ""), focus=values.get(keys.IMAGE_FOCUS, "")), asset


def _check_moments(file: _File, article: Article) -> None:
    place = file.values.place
    if article.expires is not None and article.expires <= article.live_from:
        spot = place(keys.EXPIRY_DATE, file.origin)
        file.fault(faults.EXPIRES_FIRST, spot, expires=short_date(article.expires), live=short_date(article.live_from))
    if article.updated is not None and article.updated < article.published:
        spot = place(keys.UPDATED, file.origin)
        file.fault(faults.UPDATED_FIRST, spot, updated=short_date(article.updated), date=short_date(article.published))
    day = article.published.date()
    for each in article.corrections:
        if each.date.date() < day:
            file.fault(faults.CORRECTED_FIRST, each.place, corrected=short_date(each.date), date=short_date(day))
