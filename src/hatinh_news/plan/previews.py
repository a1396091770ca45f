"""Previews: pages of articles that are not public, each for those who are sent its address and for nobody else."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final
from urllib.parse import urlsplit

from hatinh_news.model.address import output_path
from hatinh_news.model.article import Article, Asset
from hatinh_news.model.hosting import HeaderRules, PlainFile
from hatinh_news.model.page import Page, Plan
from hatinh_news.model.records import Site
from hatinh_news.model.site import Index
from hatinh_news.plan.apart import Around, set_apart
from hatinh_news.plan.articles import articles
from hatinh_news.plan.assets import assets
from hatinh_news.plan.edition import edition
from hatinh_news.plan.hosts import HEADERS, everywhere, policy

NOT_INDEXED: Final = "noindex, nofollow, noarchive"
_NEAR: Final = (
    ".css", ".js", ".mjs", ".woff2", ".woff", ".ttf", ".otf", ".svg", ".png", ".jpg", ".jpeg", ".webp", ".avif", ".gif",
    ".ico",
)  # fmt: skip
_BLANK: Final = f"""<!doctype html>
<html lang="{{language}}">
<meta charset="utf-8">
<meta name="robots" content="{NOT_INDEXED}">
<meta name="referrer" content="no-referrer">
<title>{{word}}</title>
<p>{{word}}</p>
"""


@dataclass(frozen=True, slots=True)
class Preview:
    """An article and its page at `url`; `paper` is the newspaper as it would be, were this one article public."""

    paper: Index
    article: Article
    url: str


def near(files: Iterable[str]) -> frozenset[str]:
    """Those files of static/ that pages are shown with: they lie beside previews, the rest does not."""
    return frozenset(url for url in files if url.lower().endswith(_NEAR))


def plan_previews(newspaper: Plan, previews: Iterable[Preview], now: datetime, files: Collection[str]) -> Plan:
    """The pages of all previews, the files that come with each, and what a host is told of them.

    `newspaper` is the plan of what is public, `files` are the addresses of static files.
    """
    known = {output_path(page.url) for page in newspaper.pages} | set(map(output_path, files))
    known |= {output_path(asset.url) for asset in newspaper.assets}
    known |= {output_path(rule.source) for rule in newspaper.redirects.rules}
    found = [_preview(one, now, known) for one in previews]
    site = replace(newspaper.site, search=False, preview=True, near=near(files))
    pages = (page for page, _ in found)
    return Plan(site, (*_host_files(site), *pages), tuple(asset for _, own in found for asset in own))


def _preview(one: Preview, now: datetime, known: Collection[str]) -> tuple[Page, tuple[Asset, ...]]:
    paper = edition(_narrow(one), now)
    planned = next(page for page in articles(paper) if page.url == one.article.url)
    own = {asset.url: asset for asset in assets(paper, frozenset())[0] if asset in one.article.body.assets}

    def is_public(path: str) -> bool:
        return output_path(path) in known or output_path(f"{path}/") in known

    named = tuple(link.target for link in one.article.body.links if link.target.startswith("/"))
    around = Around(one.article.url, frozenset(own), named, is_public)
    page = replace(planned, url=one.url, record=set_apart(planned.record, around))
    return page, tuple(replace(asset, url=f"{one.url.rstrip('/')}{url}") for url, asset in own.items())


def _narrow(one: Preview) -> Index:
    """The newspaper with no more articles than the page can name."""
    paper, path = one.paper, one.article.path
    series = tuple(each for each in paper.series if any(part.path == path for part in each.articles))
    named = {path, *(link.target.partition("#")[0] for link in one.article.body.links)}
    named |= {each.path for each in paper.related_by_path.get(path, ())}
    named |= {part.path for each in series for part in each.articles}
    return replace(paper, articles=tuple(each for each in paper.articles if each.path in named), series=series)


def _host_files(site: Site) -> Iterator[Page]:
    """What keeps search engines out, and pages without a word on what else there is."""
    language, words = site.language, site.strings
    yield Page("/robots.txt", "plain", PlainFile("User-agent: *\nDisallow: /\n"))
    yield Page(HEADERS, "headers", HeaderRules((("/*", _headers(site.base_url)),)))
    yield Page("/.nojekyll", "plain", PlainFile())
    yield Page("/", "plain", PlainFile(_BLANK.format(language=language, word=words.nothing)))
    yield Page("/404.html", "plain", PlainFile(_BLANK.format(language=language, word=words.not_found)))


def _headers(base_url: str) -> tuple[tuple[str, str], ...]:
    """Photos of public articles come from the newspaper, and nobody but the reader keeps a page."""
    parts = urlsplit(base_url)
    return everywhere(
        secure=False,
        wished=(
            ("Referrer-Policy", "no-referrer"),
            ("Content-Security-Policy", policy(f"{parts.scheme}://{parts.netloc}")),
            ("X-Robots-Tag", NOT_INDEXED),
            ("Cache-Control", "private, no-cache"),
        ),
    )
