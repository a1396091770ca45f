"""Addresses as pages and feeds write them: finished with the site's base URL, percent-encoded, never failing."""

from functools import lru_cache
from urllib.parse import urlsplit

from hatinh_news.model import address


def encodable(text: str) -> str:
    """`text` that UTF-8 can write: half a surrogate pair becomes a question mark."""
    return text.encode("utf-8", "replace").decode("utf-8")


@lru_cache(maxsize=16)
def _root(base_url: str) -> str:
    parts = urlsplit(encodable(base_url))
    return f"{parts.scheme}://{parts.netloc}{address.base_path(encodable(base_url))}"


@lru_cache(maxsize=16_384)
def absolute(base_url: str, url: str) -> str:
    """`url` with scheme and host."""
    return address.absolute(_root(base_url), encodable(url))


@lru_cache(maxsize=16_384)
def link(base_url: str, url: str) -> str:
    """`url` as a link from any page of the site."""
    return address.site_link(encodable(base_url), encodable(url))
