"""Structured data: what a page is, told to machines as JSON-LD (https://schema.org).

It is written for every page, so objects are put together as text: most of their pieces are the same on many pages.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from json.encoder import encode_basestring as quoted
from typing import TypeAlias

from markupsafe import Markup

from hatinh_news.model.article import Correction
from hatinh_news.model.records import (
    ArticlePage,
    CorrectionsPage,
    DirectoryPage,
    ErrorPage,
    Head,
    HomePage,
    ListPage,
    SeriesPart,
    Site,
    StandingPageRecord,
)
from hatinh_news.render.addresses import absolute
from hatinh_news.text.dates import w3c_date

ForReaders: TypeAlias = (
    ArticlePage | HomePage | ListPage | DirectoryPage | CorrectionsPage | StandingPageRecord | ErrorPage
)
"""Records of pages that people read: these have a head."""

Node: TypeAlias = str
"""An object of JSON."""

# Inside a script element HTML reads on until "</script", so no mark of HTML may be in it.
_MARKS = tuple((mark, f"\\u{ord(mark):04x}") for mark in ("<", ">", "&", "\u2028", "\u2029"))


def script(site: Site, page: ForReaders) -> Markup:
    """The script element of a page, all nodes in one graph; empty when there is nothing to say, and in previews."""
    if site.preview:
        return Markup()
    graph = ",".join(_nodes(site, page))
    if not graph:
        return Markup()
    for mark, escaped in _MARKS:
        graph = graph.replace(mark, escaped)
    opening = '<script type="application/ld+json">{"@context":"https://schema.org","@graph":['
    return Markup(f"{opening}{graph}]}}</script>")  # noqa: S704


def _nodes(site: Site, page: ForReaders) -> Iterator[Node]:
    if isinstance(page, HomePage):
        yield _publisher(site)
        yield _web_site(site)
    if isinstance(page, ArticlePage) and not page.retracted:
        yield _publisher_in_short(site.base_url, site.title, site.logo)
        yield _article(site, page)
    if isinstance(page, ListPage) and page.kind == "author" and not page.number:
        yield _profile_page(site, page)
    if isinstance(page, ListPage) and page.cards:
        yield _item_list(site, page)
    if page.head.trail:
        yield _breadcrumbs(site, page.head)


def _object(kind: str, *members: str) -> Node:
    """Members that say nothing are empty, and are left out."""
    inside = ",".join([f'"@type":"{kind}"', *filter(None, members)])
    return f"{{{inside}}}"


def _text(name: str, text: str) -> str:
    return f'"{name}":{quoted(text)}' if text else ""


def _node(name: str, node: Node) -> str:
    return f'"{name}":{node}' if node else ""


def _list(name: str, values: Iterable[str]) -> str:
    joined = ",".join(values)
    return f'"{name}":[{joined}]' if joined else ""


def _publisher_id(base_url: str) -> str:
    return absolute(base_url, "/#publisher")


@lru_cache(16)
def _publisher_in_short(base_url: str, title: str, logo: str, *more: str) -> Node:
    picture = _object("ImageObject", _text("url", absolute(base_url, logo))) if logo else ""
    return _object(
        "NewsMediaOrganization",
        _text("@id", _publisher_id(base_url)),
        _text("name", title),
        _text("url", absolute(base_url, "/")),
        _node("logo", picture),
        *more,
    )


def _publisher(site: Site) -> Node:
    imprint = site.imprint
    body = _object("Organization", _text("name", imprint.governing_body)) if imprint.governing_body else ""
    return _publisher_in_short(
        site.base_url,
        site.title,
        site.logo,
        _text("description", site.description),
        _text("legalName", imprint.publisher),
        _node("parentOrganization", body),
        _text("address", imprint.address),
        _text("telephone", imprint.phone),
        _text("email", imprint.email),
    )


@lru_cache(16)
def _publisher_reference(base_url: str) -> str:
    return f'"publisher":{{"@id":{quoted(_publisher_id(base_url))}}}'


def _web_site(site: Site) -> Node:
    return _object(
        "WebSite",
        _text("@id", absolute(site.base_url, "/#website")),
        _text("url", absolute(site.base_url, "/")),
        _text("name", site.title),
        _text("description", site.description),
        _text("inLanguage", site.language),
        _publisher_reference(site.base_url),
    )


def _article(site: Site, page: ArticlePage) -> Node:
    base_url, photo = site.base_url, page.photo or page.head.photo
    url, published = absolute(base_url, page.head.url), w3c_date(page.published)
    authors = ",".join([_person(base_url, byline.name, byline.url) for byline in page.authors])
    return _object(
        "NewsArticle",
        _text("@id", f"{url}#article"),
        _text("url", url),
        f'"mainEntityOfPage":{{"@type":"WebPage","@id":{quoted(url)}}}',
        _text("headline", page.headline),
        _text("description", page.sapo),
        _list("image", [quoted(absolute(base_url, photo.url))] if photo else ()),
        f'"datePublished":"{published}"',
        f'"dateModified":"{w3c_date(page.updated) if page.updated else published}"',
        f'"author":[{authors}]' if authors else f'"author":{_publisher_in_short(base_url, site.title, site.logo)}',
        _publisher_reference(base_url),
        _text("articleSection", page.section.name),
        _list("keywords", [quoted(topic.name) for topic in page.topics]),
        _text("inLanguage", page.head.lang or site.language),
        _node("wordCount", str(page.words or "")),
        _list("correction", map(_correction, page.corrections)),
        _part(base_url, page.series) if page.series else "",
    )


@lru_cache(1024)
def _person(base_url: str, name: str, url: str) -> Node:
    return _object("Person", _text("name", name), _text("url", absolute(base_url, url) if url else ""))


def _correction(correction: Correction) -> Node:
    date = w3c_date(correction.date)
    return f'{{"@type":"CorrectionComment","text":{quoted(correction.text)},"datePublished":"{date}"}}'


def _part(base_url: str, part: SeriesPart) -> str:
    name, url = quoted(part.series.name), quoted(absolute(base_url, part.series.url))
    series = f'{{"@type":"CreativeWorkSeries","name":{name},"url":{url}}}'
    return f'"isPartOf":{series},"position":{part.number}'


def _profile_page(site: Site, page: ListPage) -> Node:
    """An author's page: whom it is about, as far as it says."""
    base_url, photo = site.base_url, page.photo
    url = absolute(base_url, page.head.url)
    person = _object(
        "Person",
        _text("@id", f"{url}#person"),
        _text("name", page.title),
        _text("url", url),
        _text("jobTitle", page.role),
        _text("description", page.description),
        _text("email", page.email),
        _text("telephone", page.phone),
        _text("image", absolute(base_url, photo.url) if photo else ""),
        _list("sameAs", [quoted(link.url) for link in page.links]),
        _node("worksFor", _publisher_in_short(base_url, site.title, site.logo)),
    )
    return _object("ProfilePage", _text("url", url), _node("mainEntity", person))


def _breadcrumbs(site: Site, head: Head) -> Node:
    steps = [*((label.name, label.url) for label in head.trail), (head.title, head.url)]
    return _object("BreadcrumbList", _numbered(site, steps, "item"))


def _item_list(site: Site, page: ListPage) -> Node:
    articles = [(card.title, card.url) for card in page.cards]
    return _object("ItemList", _text("name", page.title), _numbered(site, articles, "url"))


def _numbered(site: Site, labels: Iterable[tuple[str, str]], address: str) -> str:
    base_url = site.base_url
    items = [_item(base_url, name, address, url) for name, url in labels]
    return _list(
        "itemListElement", [f'{{"@type":"ListItem","position":{place},{item}}}' for place, item in enumerate(items, 1)]
    )


@lru_cache(16_384)
def _item(base_url: str, name: str, address: str, url: str) -> str:
    """What is the same of an article in every list."""
    return f'"name":{quoted(name)},"{address}":{quoted(absolute(base_url, url))}'
