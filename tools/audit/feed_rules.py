"""Feeds against their specifications (RSS 2.0, RFC 4287, JSON Feed 1.1), checked here in our own words."""

import json
import re
from collections.abc import Iterator
from datetime import datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

ATOM = "{http://www.w3.org/2005/Atom}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
MEDIA = "{http://search.yahoo.com/mrss/}content"

_RFC_822 = re.compile(
    r"(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} "
    r"\d\d:\d\d:\d\d [+-]\d{4}"
)
_RELATIVE = re.compile(r"""(?:href|src|poster)=["'](?!https?:|mailto:|tel:)""")


def findings(file: Path) -> list[str]:
    """What is wrong with one feed."""
    check = {"rss.xml": _rss, "atom.xml": _atom, "feed.json": _json}[file.name]
    return list(check(file.read_text("utf-8")))


def _absolute(address: str | None) -> Iterator[str]:
    if not re.fullmatch(r"https?://[!-~]+", address or ""):
        yield f"no absolute address: {address}"


def _whole(html: str | None) -> Iterator[str]:
    if html and (found := _RELATIVE.search(html)):
        yield f"a relative address in a text: {html[found.start() : found.start() + 60]}"


def _rss(text: str) -> Iterator[str]:
    channel = ET.fromstring(text)[0]
    for name in ("title", "link", "description"):
        if not (channel.findtext(name) or "").strip():
            yield f"a channel without {name}"
    itself = channel.find(f"{ATOM}link")
    if itself is None or itself.get("rel") != "self":
        yield "no atom:link to itself"
    guids = [item.findtext("guid") for item in channel.findall("item")]
    if len(set(guids)) != len(guids) or None in guids:
        yield "guids are missing or stand twice"
    for item in channel.findall("item"):
        yield from _rss_item(item)


def _rss_item(item: ET.Element) -> Iterator[str]:
    yield from (*_absolute(item.findtext("link")), *_whole(item.findtext(CONTENT)))
    date = item.findtext("pubDate") or ""
    if not _RFC_822.fullmatch(date) or f"{parsedate_to_datetime(date):%a}" != date[:3]:
        yield f"no date of RFC 822: {date}"
    tags = [child.tag for child in item]
    if CONTENT in tags and "description" in tags and tags.index(CONTENT) < tags.index("description"):
        yield "the text stands before the description"
    for media in item.findall(MEDIA):
        yield from _absolute(media.get("url"))


def _atom(text: str) -> Iterator[str]:
    root = ET.fromstring(text)
    for element in (root, *root.findall(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            if element.findtext(f"{ATOM}{name}") is None:
                yield f"{element.tag} without {name}"
        yield from _absolute(element.findtext(f"{ATOM}id"))
        updated = element.findtext(f"{ATOM}updated") or ""
        if datetime.fromisoformat(updated).tzinfo is None:
            yield f"a moment without offset: {updated}"
        yield from _whole(element.findtext(f"{ATOM}content"))
    if not any(link.get("rel") == "self" for link in root.findall(f"{ATOM}link")):
        yield "no link to itself"
    if root.find(f"{ATOM}author") is None:
        yield "no author"


def _json(text: str) -> Iterator[str]:
    feed: dict[str, Any] = json.loads(text)
    if feed.get("version") != "https://jsonfeed.org/version/1.1" or not feed.get("title"):
        yield "no version, or no title"
    for name in ("home_page_url", "feed_url"):
        yield from _absolute(feed.get(name))
    ids = [item.get("id") for item in feed["items"]]
    if len(set(ids)) != len(ids) or not all(isinstance(each, str) and each for each in ids):
        yield "ids are missing or stand twice"
    for item in feed["items"]:
        if not ("content_html" in item or "content_text" in item):
            yield f"{item['id']}: neither content_html nor content_text"
        for name in ("date_published", "date_modified"):
            if datetime.fromisoformat(item[name]).tzinfo is None:
                yield f"{item['id']}: {name} without offset"
        yield from (*_absolute(item["url"]), *_whole(item.get("content_html")))
