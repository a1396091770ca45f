"""Addresses that the site keeps for pages it makes by itself."""

import re

FOLDERS = ("anh", "cai-chinh", "chu-de", "loat-bai", "luu-tru", "tac-gia", "tim-kiem", "trang")
"""Top folders in which no article, standing page or old address may stand, and whose names no section may take."""

FEED_FILES = ("rss.xml", "atom.xml", "feed.json")

_FOR_HOSTS = (".nojekyll", "_headers", "_redirects", "manifest.webmanifest", "robots.txt")
_FILES = frozenset(("index.html", "404.html", "sitemap.xml", "news-sitemap.xml", *_FOR_HOSTS, *FEED_FILES))
_NUMBERED_SITEMAP = re.compile(r"sitemap-\d+\.xml")


def is_reserved(file: str) -> bool:
    """Whether a file of the output folder (`chu-de/x/index.html`) is the site's own."""
    top, _, rest = file.partition("/")
    return top in FOLDERS or (not rest and (top in _FILES or _NUMBERED_SITEMAP.fullmatch(top) is not None))
