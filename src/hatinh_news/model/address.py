"""Addresses: paths from the site's root, and the files and links that they mean."""

from urllib.parse import quote, urlsplit

_SAFE = "/%~#?&=:@!$'()*+,;"


def output_path(url: str) -> str:
    """The file below the output folder that answers `url`: `/a/b/` is a/b/index.html, `/rss.xml` is rss.xml."""
    path = url.lstrip("/")
    return f"{path}index.html" if path.endswith("/") or not path else path


def collision_key(url: str) -> str:
    """The same for two addresses that one disk or one host could not keep apart."""
    return output_path(url).casefold()


def base_path(base_url: str) -> str:
    """The path of `base_url` without a slash at its end: empty when the site is at the root of its host."""
    return quote(urlsplit(base_url).path.rstrip("/"), safe="/%~")


def is_absolute(url: str) -> bool:
    """Whether `url` names a host or scheme of its own."""
    return "://" in url or url.startswith(("//", "mailto:", "tel:"))


def absolute(base_url: str, url: str) -> str:
    """`url` with scheme and host, percent-encoded, for canonical links, feeds and sitemaps."""
    return url if is_absolute(url) else base_url.rstrip("/") + quote(url, safe=_SAFE)


def site_link(base_url: str, url: str) -> str:
    """`url` as a page of the site links to it: from the root of the host."""
    return url if is_absolute(url) or url.startswith("#") else base_path(base_url) + quote(url, safe=_SAFE)


def as_path(url: str) -> str:
    """The address of a file whose name may hold signs that mean something in an address."""
    return url.replace("%", "%25").replace("#", "%23").replace("?", "%3F")
