"""Addresses as pages and feeds write them: finished with the site's base URL, percent-encoded, never failing."""

from functools import lru_cache
from urllib.parse import quote, urlsplit

from hatinh_news.model import address


def encodable(text: str) -> str:
    """`text` that UTF-8 can write: half a surrogate pair becomes a question mark."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")


def component(text: str) -> str:
    """`text` as one value in the query of an address."""
    if _is_plain(text.replace(":", "")):
        return text.replace("/", "%2F").replace(":", "%3A")
    return "%20".join([_word(word) for word in text.split(" ")])


@lru_cache(maxsize=16_384)
def _word(word: str) -> str:
    """Newspapers have few words, and say them often."""
    return quote(encodable(word), safe="")


@lru_cache(maxsize=16)
def base_path(base_url: str) -> str:
    """The path of `base_url`, without a slash at its end."""
    return address.base_path(encodable(base_url))


@lru_cache(maxsize=16)
def _root(base_url: str) -> str:
    parts = urlsplit(encodable(base_url))
    return f"{parts.scheme}://{parts.netloc}{base_path(base_url)}".rstrip("/")


def _is_plain(address: str) -> bool:
    """Whether nothing in `address` wants encoding, as far as a look can tell: so it is with nearly all of them."""
    bare = address.replace("/", "").replace("-", "").replace(".", "")
    return bare.isascii() and bare.isalnum()


def _is_path(url: str) -> bool:
    return url[:1] == "/" != url[1:2] and _is_plain(url)


@lru_cache(maxsize=16_384)
def absolute(base_url: str, url: str) -> str:
    """`url` with scheme and host."""
    return _root(base_url) + url if _is_path(url) else address.absolute(_root(base_url), encodable(url))


@lru_cache(maxsize=16_384)
def link(base_url: str, url: str) -> str:
    """`url` as a link from any page of the site."""
    if _is_path(url):
        return base_path(base_url) + url
    return encodable(url) if url.startswith("#") else address.absolute(base_path(base_url), encodable(url))
