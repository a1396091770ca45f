"""Records of pages that stand apart from the newspaper: every address in them leads somewhere from there."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any
from urllib.parse import unquote

from hatinh_news.model.address import as_path, is_absolute
from hatinh_news.model.article import Photo
from hatinh_news.model.records import Text


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around a page: `own` is the address that it would have in the newspaper, `beside` are the files that
    come with it, by the addresses that they would have there, and to the addresses `named` its text leads; `is_public`
    tells whether the newspaper has one."""

    own: str
    beside: frozenset[str]
    named: tuple[str, ...]
    is_public: Callable[[str], bool]

    def address(self, url: str) -> str:
        """`url` from the page itself, or from the newspaper's root; empty where nothing is that may be known."""
        if not url or is_absolute(url) or not url.startswith("/"):
            return url
        path, mark, part = url.partition("#")
        if path.rstrip("/") == self.own.rstrip("/"):
            return f"./{mark}{part}"
        if path in self.beside or unquote(path) in self.beside:
            return f".{url}"
        return url if self.is_public(path.partition("?")[0]) else ""


def set_apart(value: Any, around: Around) -> Any:
    """A value of a record with the addresses that it has there; a photo that is nowhere is none."""
    if isinstance(value, Photo):
        url = around.address(value.url)
        return replace(value, url=url) if url else None
    if isinstance(value, Text):
        return _text(value, around)
    if isinstance(value, tuple):
        return tuple(set_apart(each, around) for each in value)
    if not is_dataclass(value) or isinstance(value, type):
        return value
    found = {one.name: _field(one.name, getattr(value, one.name), around) for one in fields(value)}
    return replace(value, **found)


def _field(name: str, value: Any, around: Around) -> Any:
    if isinstance(value, str):
        return around.address(value) if name == "url" or name.endswith("_url") else value
    return value if isinstance(value, Mapping) else set_apart(value, around)


def _text(text: Text, around: Around) -> Text:
    """The text with all that its links lead to, its own files among them; else an address could tell what waits."""
    links = {target: around.address(url) for target, url in text.links}
    links |= {target: around.address(target) for target in around.named}
    links |= {around.own: "./"} | {url: f".{as_path(url)}" for url in sorted(around.beside)}
    return Text(text.html, tuple(links.items()))
