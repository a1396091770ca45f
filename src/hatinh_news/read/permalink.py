"""Addresses of articles, made from a pattern such as `/:year/:month/:slug/`."""

import re
from collections.abc import Mapping
from datetime import datetime

TOKENS = (":section", ":year", ":month", ":day", ":slug", ":path")
_TOKEN = re.compile(r":[a-z]+")
_STATIC = re.compile(r"[A-Za-z0-9._~/-]*")


def unknown_token(pattern: str) -> str:
    """The first token of a pattern that means nothing; empty where all do."""
    return next((token for token in _TOKEN.findall(pattern) if token not in TOKENS), "")


def makes_addresses(pattern: str) -> bool:
    """Whether a pattern gives every article an address of its own: a folder's, of plain characters."""
    has_name = ":slug" in pattern or ":path" in pattern
    plain = _STATIC.fullmatch(_TOKEN.sub("", pattern)) and "//" not in pattern and ".." not in pattern
    return pattern.startswith("/") and pattern.endswith("/") and has_name and bool(plain)


def permalink(pattern: str, published: datetime, slug: str, section_slug: str, path: str) -> str:
    """The address of an article; `path` is its folder below content/ and its slug, as pieces of an address."""
    parts: Mapping[str, str] = {
        ":section": section_slug,
        ":year": f"{published.year:04}",
        ":month": f"{published.month:02}",
        ":day": f"{published.day:02}",
        ":slug": slug,
        ":path": path,
    }
    return _TOKEN.sub(lambda match: parts[match[0]], pattern)
