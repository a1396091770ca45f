"""Bodies: an editor's Markdown as HTML, its internal addresses finished."""

import re
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from html import escape, unescape
from urllib.parse import unquote

from markupsafe import Markup

from hatinh_news.model.records import Site, Text
from hatinh_news.render.addresses import absolute, base_path, link
from hatinh_news.render.apart import apart

# In running text the Markdown stage writes a quotation mark as an entity, so these can only stand in a tag.
_SITE = '="site:/'
_CONTENT = '"content:'

_LINK = re.compile(r'<a\b([^>]*?)\shref="content:([^"]*)"([^>]*)>(.*?)</a>', re.DOTALL)
_ADDRESS = re.compile(r'<a\b[^>]*?\shref="site:([^"]*)"[^>]*>(.*?)</a>', re.DOTALL)
_ANY = re.compile(r'="site:(/[^"]*)"')


def finished(base_url: str, text: Text) -> Markup:
    """The HTML of `text`; a link to an article that is not public is left as its words."""
    return _finished(text, f"{base_path(base_url)}/", partial(link, base_url))


def finished_apart(site: Site, text: Text) -> Markup:
    """The same in a page that stands apart from the newspaper: files of its own are found beside it."""
    linked, links = partial(apart, site), dict(text.links)

    def moved(found: re.Match[str]) -> str:
        url = _destination(links, unescape(found[1]))
        return f'="{escape(linked(url))}"' if url else found[0]

    if _SITE in text.html and any(url for target, url in text.links if target.startswith("/")):
        text = replace(text, html=_ANY.sub(moved, text.html))
    return _finished(text, absolute(site.base_url, "/"), linked)


def _finished(text: Text, root: str, linked: Callable[[str], str]) -> Markup:
    html = text.html
    if hidden := {target for target, url in text.links if target.startswith("/") and not url}:
        html = _ADDRESS.sub(partial(_unlinked, hidden), html)
    if _SITE in html:
        html = html.replace(_SITE, f'="{root}')
    if _CONTENT in html:
        html = _LINK.sub(partial(_linked, linked, dict(text.links)), html)
    return Markup(html)  # noqa: S704 (the Markdown stage made this HTML)


def _linked(linked: Callable[[str], str], links: dict[str, str], found: re.Match[str]) -> str:
    before, target, after, words = found.groups()
    url = _destination(links, unescape(target))
    return f'<a{before} href="{escape(linked(url))}"{after}>{words}</a>' if url else words


def _unlinked(hidden: set[str], found: re.Match[str]) -> str:
    """The words alone of a link to an address where nothing public is, however it was percent-encoded."""
    target, words = unescape(found[1]), found[2]
    return words if target in hidden or unquote(target) in hidden else found[0]


def _destination(links: dict[str, str], target: str) -> str:
    """Where `target` leads, however it was percent-encoded; a part of an article is found by the article."""
    for name in (target, unquote(target)):
        if name in links:
            return links[name]
        path, mark, part = name.partition("#")
        if links.get(path):
            return f"{links[path]}{mark}{part}"
    return ""
