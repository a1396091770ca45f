"""Whole articles as feeds carry them: HTML that stands by itself, away from the site."""

import re
from functools import partial
from html import escape
from urllib.parse import urlsplit

from hatinh_news.model.article import Correction, Photo
from hatinh_news.model.feeds import FeedEntry, FullText
from hatinh_news.model.records import Site
from hatinh_news.render import bodies
from hatinh_news.render.addresses import absolute
from hatinh_news.text.writing import writing_in

# In running text the Markdown stage writes a quotation mark as an entity, so these can only stand in a tag.
_ADDRESS = re.compile(r' (href|src|poster)="([/#][^"]*)"')
_CHOICES = re.compile(r' (srcset|imagesrcset)="([^"]*)"')


def content(site: Site, entry: FeedEntry, text: FullText) -> str:
    """Sapo, photo, corrections and text of an article, every address in it with scheme and host."""
    page = absolute(site.base_url, entry.card.url)
    parts = (
        f"<p><strong>{escape(text.sapo)}</strong></p>\n" if text.sapo else "",
        _corrections(site, text.corrections) if text.corrections else "",
        _figure(site, text.photo) if text.photo else "",
        away_from(page, bodies.finished(site.base_url, text.body)),
    )
    return "".join(parts)


def away_from(page: str, html: str) -> str:
    """`html` of the page at `page`, made to be read elsewhere: what was written for this host names it."""
    parts = urlsplit(page)
    host = f"{parts.scheme}://{parts.netloc}"
    html = _ADDRESS.sub(partial(_named, page, host), html)
    return _CHOICES.sub(partial(_each_named, host), html) if "srcset" in html else html


def _named(page: str, host: str, found: re.Match[str]) -> str:
    name, url = found.groups()
    if url.startswith("//"):
        return found[0]
    return f' {name}="{page if url[0] == "#" else host}{url}"'


def _each_named(host: str, found: re.Match[str]) -> str:
    choices = (f"{host}{choice}" if choice[:1] == "/" != choice[1:2] else choice for choice in found[2].split(", "))
    return f' {found[1]}="{", ".join(choices)}"'


def _figure(site: Site, photo: Photo) -> str:
    size = f' width="{photo.width}" height="{photo.height}"' if photo.width and photo.height else ""
    words = " ".join(filter(None, (photo.caption, photo.credit)))
    caption = f"<figcaption>{escape(words)}</figcaption>" if words else ""
    source = escape(absolute(site.base_url, photo.url))
    return f'<figure><img src="{source}" alt="{escape(photo.alt)}"{size}>{caption}</figure>\n'


def _corrections(site: Site, corrections: tuple[Correction, ...]) -> str:
    short_date = writing_in(site.language).short_date
    told = (f"<p>{short_date(each.date)}: {escape(each.text)}</p>\n" for each in corrections)
    return f"<p><strong>{escape(site.corrections_heading)}</strong></p>\n{''.join(told)}"
