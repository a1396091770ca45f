"""JSON-LD against what Google's documentation asks of each type."""

import json
import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any, TypeAlias

Node: TypeAlias = dict[str, Any]

_SCRIPT = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
_ABSOLUTE = re.compile(r"https?://[^\s/]+/\S*")


def graphs(html: str) -> list[Node]:
    """The nodes of all scripts of a page."""
    return [node for script in _SCRIPT.findall(html) for node in json.loads(script)["@graph"]]


def findings(html: str) -> list[str]:
    """What is missing or wrong in the structured data of a page."""
    nodes = graphs(html)
    found = [f"{node.get('@type')}: {wrong}" for node in nodes for wrong in _CHECKS.get(node["@type"], _unknown)(node)]
    ids = {node["@id"] for node in nodes if "@id" in node}
    for node in nodes:
        publisher = node.get("publisher")
        if publisher and publisher["@id"] not in ids:
            found.append(f"{node['@type']}: its publisher {publisher['@id']} is not on the page")
    return found


def _unknown(node: Node) -> Iterator[str]:
    yield f"nobody knows the type {node['@type']}"


def _address(node: Node, key: str) -> Iterator[str]:
    if not _ABSOLUTE.fullmatch(str(node.get(key, ""))):
        yield f"{key} is no absolute address: {node.get(key)}"


def _moment(node: Node, key: str) -> Iterator[str]:
    try:
        if datetime.fromisoformat(node[key]).tzinfo is None:
            yield f"{key} has no offset: {node[key]}"
    except (KeyError, ValueError):
        yield f"{key} is no moment: {node.get(key)}"


def _text(node: Node, key: str) -> Iterator[str]:
    if not str(node.get(key, "")).strip():
        yield f"{key} is empty"


def _article(node: Node) -> Iterator[str]:
    yield from _text(node, "headline")
    yield from _address(node, "url")
    yield from _address(node["mainEntityOfPage"], "@id")
    dates = [*_moment(node, "datePublished"), *_moment(node, "dateModified")]
    yield from dates
    if not dates and datetime.fromisoformat(node["dateModified"]) < datetime.fromisoformat(node["datePublished"]):
        yield "dateModified is before datePublished"
    for image in node.get("image", []):
        yield from _address({"image": image}, "image")
    authors = node["author"] if isinstance(node["author"], list) else [node["author"]]
    if not authors:
        yield "author is empty"
    for author in authors:
        if author["@type"] not in {"Person", "Organization", "NewsMediaOrganization"}:
            yield f"an author is a {author['@type']}"
        yield from _text(author, "name")
        yield from _address(author, "url") if author.get("url") else ()
    for correction in node.get("correction", []):
        yield from (*_text(correction, "text"), *_moment(correction, "datePublished"))


def _organization(node: Node) -> Iterator[str]:
    yield from (*_text(node, "name"), *_address(node, "url"), *_address(node, "@id"))
    yield from _address(node.get("logo", {}), "url")


def _site(node: Node) -> Iterator[str]:
    yield from (*_text(node, "name"), *_address(node, "url"))


def _profile(node: Node) -> Iterator[str]:
    yield from (*_text(node["mainEntity"], "name"), *_address(node["mainEntity"], "url"))


def _numbered(node: Node, address: str) -> Iterator[str]:
    entries = node["itemListElement"]
    if [entry["position"] for entry in entries] != list(range(1, len(entries) + 1)):
        yield "positions do not count from 1"
    addresses = [entry[address] for entry in entries]
    if len(set(addresses)) != len(addresses):
        yield "two entries have one address"
    for entry in entries:
        yield from (*_text(entry, "name"), *_address(entry, address))


def _breadcrumbs(node: Node) -> Iterator[str]:
    if len(node["itemListElement"]) < 2:
        yield "a trail has at least two steps"
    yield from _numbered(node, "item")


def _item_list(node: Node) -> Iterator[str]:
    yield from _numbered(node, "url")


_CHECKS = {
    "NewsArticle": _article,
    "NewsMediaOrganization": _organization,
    "WebSite": _site,
    "ProfilePage": _profile,
    "BreadcrumbList": _breadcrumbs,
    "ItemList": _item_list,
}
