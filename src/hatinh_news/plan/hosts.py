"""Files for hosts and browsers: headers, the web manifest, and what keeps a host from meddling."""

from collections.abc import Collection, Iterator, Mapping
from typing import Final

from hatinh_news.model.address import base_path
from hatinh_news.model.hosting import HeaderLines, HeaderRules, HeaderSettings, Icon, Manifest, PlainFile, StaticFile
from hatinh_news.model.page import Page
from hatinh_news.plan.edition import Edition

MANIFEST: Final = "/manifest.webmanifest"
HEADERS: Final = "/_headers"

ICONS: Final = (
    Icon("/favicon.svg", "any", "image/svg+xml"),
    Icon("/icon-192.png", "192x192", "image/png"),
    Icon("/icon-512.png", "512x512", "image/png"),
    Icon("/icon-maskable-512.png", "512x512", "image/png", "maskable"),
)
"""Those of them that are there are told."""

PLAYERS: Final = ("https://www.youtube-nocookie.com", "https://player.vimeo.com")
"""Where films are shown from, once a reader asks for one."""

_POLICY: Final = (
    f"frame-src {' '.join(PLAYERS)}",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'self'",
)
_NOTHING: Final = ("camera", "display-capture", "geolocation", "microphone", "payment", "usb")
_FOR_EVER: Final = (("Cache-Control", "public, max-age=31536000, immutable"),)
_FOR_A_MONTH: Final = (("Cache-Control", "public, max-age=2592000"),)


def host_files(paper: Edition, files: Collection[str], fingerprints: Mapping[str, StaticFile]) -> Iterator[Page]:
    """`files` are the addresses of static files, `fingerprints` those whose names change with their content."""
    config = paper.index.config
    yield Page(MANIFEST, "manifest", Manifest(tuple(icon for icon in ICONS if icon.url in files)))
    yield Page("/.nojekyll", "plain", PlainFile())
    if config.headers.wanted:
        fonts = any(url.startswith("/fonts/") for url in files)
        yield Page(HEADERS, "headers", HeaderRules(tuple(_rules(config.base_url, config.headers, fingerprints, fonts))))


def _rules(
    base_url: str, wished: HeaderSettings, fingerprints: Mapping[str, StaticFile], fonts: bool
) -> Iterator[tuple[str, HeaderLines]]:
    """No answer is given one header by two of our own rules: some hosts would join the values."""
    path = base_path(base_url)
    yield f"{path}/*", everywhere(base_url.startswith("https:"), wished.everywhere)
    for file in fingerprints.values():
        yield f"{path}{file.url}", _FOR_EVER
    if fonts:
        yield f"{path}/fonts/*", _FOR_A_MONTH
    for below, lines in wished.by_path:
        yield f"{path}{below}", lines


def everywhere(secure: bool, wished: HeaderLines = ()) -> HeaderLines:
    """The headers of every answer; the newspaper's own wishes win, and where they are empty there is no such header."""
    ours = {
        "Strict-Transport-Security": "max-age=31536000" if secure else "",
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "strict-origin-when-cross-origin",
        "Permissions-Policy": ", ".join(f"{name}=()" for name in _NOTHING),
        "Content-Security-Policy": policy() + ("; upgrade-insecure-requests" if secure else ""),
    }
    names = {name.casefold(): name for name in ours}
    for name, value in wished:
        ours[names.setdefault(name.casefold(), name)] = value
    return tuple((name, value) for name, value in ours.items() if value)


def policy(pictures: str = "") -> str:
    """What pages may load, and from where; `pictures` is one more host that they may show pictures of."""
    return "; ".join(("default-src 'self'", f"img-src 'self' data: {pictures}".rstrip(), *_POLICY))
