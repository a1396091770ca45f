"""Feeds: a list of articles as RSS 2.0, Atom 1.0 and JSON Feed 1.1."""

import json
from collections.abc import Iterator
from datetime import datetime
from functools import lru_cache

from hatinh_news.model.article import Photo
from hatinh_news.model.feeds import Feed, FeedEntry
from hatinh_news.model.records import Site
from hatinh_news.render.addresses import absolute
from hatinh_news.render.feed_texts import content
from hatinh_news.render.xml import clean, document, element, parent
from hatinh_news.text.dates import rss_date, w3c_date

_RSS_NAMESPACES = {
    "xmlns:atom": "http://www.w3.org/2005/Atom",
    "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
    "xmlns:dc": "http://purl.org/dc/elements/1.1/",
    "xmlns:media": "http://search.yahoo.com/mrss/",
}

# An article stands in the feeds of the newspaper, of its section and of its topics: it is written once for all of them.
# Its text is not kept: it is longer than all else together.
_REMEMBERED = 16_384

_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))

# Atom wants a date of a feed without entries too, and the clock must not be asked.
_BEFORE_EVERYTHING = "1970-01-01T00:00:00Z"


def rss(site: Site, feed: Feed) -> str:
    """RSS 2.0, https://www.rssboard.org/rss-specification."""
    newest = _newest(feed)
    channel = parent(
        "channel",
        element("title", feed.title),
        element("link", absolute(site.base_url, feed.page_url)),
        element("description", feed.description or feed.title),
        element("language", site.language),
        element("lastBuildDate", rss_date(newest)) if newest else "",
        element("atom:link", href=absolute(site.base_url, feed.url), rel="self", type="application/rss+xml"),
        *(_with_text(_item(site.base_url, entry), "content:encoded", text) for entry, text in _whole(site, feed)),
    )
    return document(parent("rss", channel, version="2.0", **_RSS_NAMESPACES))


@lru_cache(_REMEMBERED)
def _item(base_url: str, entry: FeedEntry) -> str:
    card = entry.card
    address = absolute(base_url, card.url)
    return parent(
        "item",
        element("title", card.title),
        element("link", address),
        element("description", card.sapo),
        *(element("dc:creator", name) for name in entry.authors),
        *(element("category", name) for name in entry.topics),
        element("guid", address, isPermaLink="true"),
        element("pubDate", rss_date(card.published)),
        _media(base_url, card.photo) if card.photo else "",
    )


def _media(base_url: str, photo: Photo) -> str:
    sizes = {"width": photo.width, "height": photo.height} if photo.width and photo.height else {}
    return parent(
        "media:content",
        element("media:description", photo.caption) if photo.caption else "",
        element("media:credit", photo.credit) if photo.credit else "",
        url=absolute(base_url, photo.url),
        medium="image",
        **sizes,
    )


def atom(site: Site, feed: Feed) -> str:
    """Atom 1.0, RFC 4287."""
    page, newest = absolute(site.base_url, feed.page_url), _newest(feed)
    root = parent(
        "feed",
        element("title", feed.title),
        element("subtitle", feed.description) if feed.description else "",
        element("id", page),
        element("link", rel="alternate", type="text/html", href=page),
        element("link", rel="self", type="application/atom+xml", href=absolute(site.base_url, feed.url)),
        element("updated", w3c_date(newest) if newest else _BEFORE_EVERYTHING),
        parent("author", element("name", site.title)),
        *(_with_text(_atom_entry(site.base_url, entry), "content", text, "html") for entry, text in _whole(site, feed)),
        **{"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": site.language},
    )
    return document(root)


@lru_cache(_REMEMBERED)
def _atom_entry(base_url: str, entry: FeedEntry) -> str:
    card = entry.card
    address = absolute(base_url, card.url)
    return parent(
        "entry",
        element("title", card.title),
        element("id", address),
        element("link", rel="alternate", type="text/html", href=address),
        element("published", w3c_date(card.published)),
        element("updated", w3c_date(entry.updated)),
        *(parent("author", element("name", name)) for name in entry.authors),
        *(element("category", term=name) for name in entry.topics),
        element("summary", card.sapo) if card.sapo else "",
    )


def json_feed(site: Site, feed: Feed) -> str:
    """JSON Feed 1.1, https://www.jsonfeed.org/version/1.1/."""
    members: dict[str, object] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": clean(feed.title),
        "home_page_url": absolute(site.base_url, feed.page_url),
        "feed_url": absolute(site.base_url, feed.url),
        "description": clean(feed.description),
        "language": site.language,
        "authors": [{"name": clean(site.title), "url": absolute(site.base_url, "/")}],
    }
    items = ",\n".join(_json_with_text(site.base_url, entry, text) for entry, text in _whole(site, feed))
    return f'{_json(members).removesuffix("}")},"items":[\n{items}\n]}}\n'


@lru_cache(_REMEMBERED)
def _json_item(base_url: str, entry: FeedEntry) -> str:
    card = entry.card
    address = absolute(base_url, card.url)
    return _json(
        {
            "id": address,
            "url": address,
            "title": clean(card.title),
            "summary": clean(card.sapo),
            "image": absolute(base_url, card.photo.url) if card.photo else "",
            "date_published": w3c_date(card.published),
            "date_modified": w3c_date(entry.updated),
            "authors": [{"name": clean(name)} for name in entry.authors],
            "tags": [clean(name) for name in entry.topics],
        }
    )


def _json_content(entry: FeedEntry, text: str) -> str:
    """What every item must have: the whole as HTML, else the sapo as text."""
    card = entry.card
    return _json({"content_html": clean(text)} if text else {"content_text": clean(card.sapo or card.title) or "…"})


def _json_with_text(base_url: str, entry: FeedEntry, text: str) -> str:
    return f"{_json_item(base_url, entry)[:-1]},{_json_content(entry, text)[1:]}"


def _json(members: dict[str, object]) -> str:
    """An object on one line, without its empty members."""
    return _ENCODER.encode({name: value for name, value in members.items() if value})


def _whole(site: Site, feed: Feed) -> Iterator[tuple[FeedEntry, str]]:
    """Each entry with its article as HTML; with nothing where the feed does not carry it."""
    if not feed.texts:
        yield from ((entry, "") for entry in feed.entries)
    for entry, text in zip(feed.entries, feed.texts, strict=False):
        yield entry, content(site, entry, text)


def _with_text(entry: str, name: str, text: str, kind: str = "") -> str:
    """An entry of XML with the article at its end."""
    if not text:
        return entry
    before, mark, end = entry.rpartition("\n")
    attributes = {"type": kind} if kind else {}
    return f"{before}\n{element(name, text, **attributes)}{mark}{end}"


def _newest(feed: Feed) -> datetime | None:
    return max((entry.updated for entry in feed.entries), default=None)
