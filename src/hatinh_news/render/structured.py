"""Structured data: what a page is, told to machines as JSON-LD (https://schema.org)."""

import json
from collections.abc import Iterator
from typing import TypeAlias

from markupsafe import Markup

from hatinh_news.model.article import Correction
from hatinh_news.model.records import (
    ArticlePage,
    Byline,
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

ForReaders: TypeAlias = ArticlePage | HomePage | ListPage | DirectoryPage | StandingPageRecord | ErrorPage
"""Records of pages that people read: these have a head."""

Node: TypeAlias = dict[str, object]

_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))

# Inside a script element HTML reads on until "</script", so no mark of HTML may be in it.
_MARKS = ("<", ">", "&", "\u2028", "\u2029")


def script(site: Site, page: ForReaders) -> Markup:
    """The script element of a page, all nodes in one graph; empty when there is nothing to say."""
    graph = [_without_empty(node) for node in _nodes(site, page)]
    if not graph:
        return Markup()
    written = _JSON.encode({"@context": "https://schema.org", "@graph": graph})
    for mark in _MARKS:
        written = written.replace(mark, f"\\u{ord(mark):04x}")
    return Markup(f'<script type="application/ld+json">{written}</script>')  # noqa: S704


def _without_empty(node: Node) -> Node:
    return {name: value for name, value in node.items() if value}


def _nodes(site: Site, page: ForReaders) -> Iterator[Node]:
    if isinstance(page, HomePage):
        yield _publisher(site)
        yield _web_site(site)
    if isinstance(page, ArticlePage) and not page.retracted:
        yield _publisher_in_short(site)
        yield _article(site, page)
    if isinstance(page, ListPage) and page.cards:
        yield _item_list(site, page)
    if page.head.trail:
        yield _breadcrumbs(site, page.head)


def _publisher_id(site: Site) -> str:
    return absolute(site.base_url, "/#publisher")


def _publisher_in_short(site: Site) -> Node:
    return {
        "@type": "NewsMediaOrganization",
        "@id": _publisher_id(site),
        "name": site.title,
        "url": absolute(site.base_url, "/"),
    }


def _publisher(site: Site) -> Node:
    imprint = site.imprint
    governing_body: Node = {"@type": "Organization", "name": imprint.governing_body}
    return _publisher_in_short(site) | {
        "description": site.description,
        "legalName": imprint.publisher,
        "parentOrganization": governing_body if imprint.governing_body else "",
        "address": imprint.address,
        "telephone": imprint.phone,
        "email": imprint.email,
    }


def _web_site(site: Site) -> Node:
    return {
        "@type": "WebSite",
        "@id": absolute(site.base_url, "/#website"),
        "url": absolute(site.base_url, "/"),
        "name": site.title,
        "description": site.description,
        "inLanguage": site.language,
        "publisher": {"@id": _publisher_id(site)},
    }


def _article(site: Site, page: ArticlePage) -> Node:
    url, photo = absolute(site.base_url, page.head.url), page.photo or page.head.photo
    return {
        "@type": "NewsArticle",
        "@id": f"{url}#article",
        "url": url,
        "mainEntityOfPage": {"@type": "WebPage", "@id": url},
        "headline": page.headline,
        "description": page.sapo,
        "image": [absolute(site.base_url, photo.url)] if photo else "",
        "datePublished": w3c_date(page.published),
        "dateModified": w3c_date(page.updated or page.published),
        "author": [_person(site, byline) for byline in page.authors] or _publisher_in_short(site),
        "publisher": {"@id": _publisher_id(site)},
        "articleSection": page.section.name,
        "keywords": [topic.name for topic in page.topics],
        "inLanguage": page.head.lang or site.language,
        "wordCount": page.words,
        "correction": [_correction(correction) for correction in page.corrections],
        **(_part(site, page.series) if page.series else {}),
    }


def _person(site: Site, byline: Byline) -> Node:
    url = absolute(site.base_url, byline.url) if byline.url else ""
    return _without_empty({"@type": "Person", "name": byline.name, "url": url})


def _correction(correction: Correction) -> Node:
    return {"@type": "CorrectionComment", "text": correction.text, "datePublished": w3c_date(correction.date)}


def _part(site: Site, part: SeriesPart) -> Node:
    series, url = part.series, absolute(site.base_url, part.series.url)
    return {"isPartOf": {"@type": "CreativeWorkSeries", "name": series.name, "url": url}, "position": part.number}


def _breadcrumbs(site: Site, head: Head) -> Node:
    steps = [*((label.name, label.url) for label in head.trail), (head.title, head.url)]
    return {"@type": "BreadcrumbList", "itemListElement": _numbered(site, steps, "item")}


def _item_list(site: Site, page: ListPage) -> Node:
    articles = [(card.title, card.url) for card in page.cards]
    return {"@type": "ItemList", "name": page.title, "itemListElement": _numbered(site, articles, "url")}


def _numbered(site: Site, labels: list[tuple[str, str]], address: str) -> list[Node]:
    return [
        {"@type": "ListItem", "position": position, "name": name, address: absolute(site.base_url, url)}
        for position, (name, url) in enumerate(labels, start=1)
    ]
