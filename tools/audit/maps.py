"""Sitemaps against the protocol: what its schema says of names, order and values, checked here in our own words."""

import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from xml.etree import ElementTree as ET

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"
IMAGE = "{http://www.google.com/schemas/sitemap-image/1.1}"

MOST_ADDRESSES = 50_000
MOST_BYTES = 50 * 1024 * 1024
MOST_NEWS = 1_000

_CHILDREN = ("loc", "lastmod", "changefreq", "priority")


def findings(file: Path) -> list[str]:
    """What is wrong with one sitemap, sitemap index or news sitemap."""
    content = file.read_bytes()
    root = ET.fromstring(content)
    found = [f"{len(content)} bytes"] if len(content) > MOST_BYTES else []
    if root.tag not in {f"{SITEMAP}urlset", f"{SITEMAP}sitemapindex"}:
        return [*found, f"the root is {root.tag}"]
    entry = "url" if root.tag.endswith("urlset") else "sitemap"
    if len(root) > MOST_ADDRESSES:
        found.append(f"{len(root)} addresses")
    if len(root.findall(f"{SITEMAP}url/{NEWS}news")) > MOST_NEWS:
        found.append("more than 1,000 news")
    return [*found, *(wrong for child in root for wrong in _entry(child, f"{SITEMAP}{entry}"))]


def _entry(entry: ET.Element, tag: str) -> Iterator[str]:
    if entry.tag != tag:
        yield f"{entry.tag} where {tag} belongs"
    own = [child.tag.removeprefix(SITEMAP) for child in entry if child.tag.startswith(SITEMAP)]
    if own != [name for name in _CHILDREN if name in own] or own[:1] != ["loc"]:
        yield f"children {own}"
    location = entry.findtext(f"{SITEMAP}loc") or ""
    if not re.fullmatch(r"https?://[!-~]+", location) or len(location) >= 2048:
        yield f"loc {location}"
    if (modified := entry.findtext(f"{SITEMAP}lastmod")) is not None:
        yield from _moment(modified)
    for image in entry.iter(f"{IMAGE}loc"):
        if not re.fullmatch(r"https?://[!-~]+", image.text or ""):
            yield f"image {image.text}"
    for news in entry.findall(f"{NEWS}news"):
        yield from _news(news)


def _news(news: ET.Element) -> Iterator[str]:
    names = [child.tag.removeprefix(NEWS) for child in news]
    if names != ["publication", "publication_date", "title"]:
        yield f"news of {names}"
    language = news.findtext(f"{NEWS}publication/{NEWS}language") or ""
    if not re.fullmatch(r"zh-cn|zh-tw|[a-z]{2,3}", language):
        yield f"language {language}"
    if not news.findtext(f"{NEWS}publication/{NEWS}name") or not news.findtext(f"{NEWS}title"):
        yield "news without a name or title"
    yield from _moment(news.findtext(f"{NEWS}publication_date") or "")


def _moment(text: str) -> Iterator[str]:
    try:
        if datetime.fromisoformat(text).tzinfo is None:
            yield f"a moment without offset: {text}"
    except ValueError:
        yield f"no moment: {text}"
