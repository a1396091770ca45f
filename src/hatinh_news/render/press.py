"""The press: a theme's templates, ready to print the pages of one site."""

from collections.abc import Callable
from functools import lru_cache, partial
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.utils import missing
from markupsafe import Markup

from hatinh_news.model.config import Label
from hatinh_news.model.records import Card, HomePage, Site
from hatinh_news.render import bodies
from hatinh_news.render.addresses import absolute, encodable, link
from hatinh_news.render.structured import ForReaders, script
from hatinh_news.render.theme import Theme
from hatinh_news.text.dates import article_date, clock_time, long_date, short_date, w3c_date
from hatinh_news.text.numbers import join_names, number

_FILTERS: dict[str, Callable[..., str]] = {
    "article_date": article_date,
    "short_date": short_date,
    "long_date": long_date,
    "clock_time": clock_time,
    "w3c_date": w3c_date,
    "number": number,
    "join_names": join_names,
}

# How many different cards and partials a process remembers: some kilobytes each; neighbouring pages share most of them.
_REMEMBERED = 32_768

_last: list[tuple[Theme, Site, Environment]] = []


class _Undefined(StrictUndefined):
    """A name that does not exist, told by the record's name instead of its module's path."""

    __slots__ = ()

    @property
    def _undefined_message(self) -> str:
        if self._undefined_hint:
            return self._undefined_hint
        owner = "" if self._undefined_obj is missing else f" in {type(self._undefined_obj).__name__}"
        return f"“{self._undefined_name}” does not exist{owner}"


def environment(theme: Theme, site: Site) -> Environment:
    """The Jinja environment of a theme and a site, with what it remembers; asked again for equals, it is the same one.

    A changed template changes the theme's digest, so nothing here looks at files twice.
    """
    for known_theme, known_site, known in _last:
        if known_theme == theme and known_site == site:
            return known
    _last[:] = [(theme, site, _environment(theme, site))]
    return _last[0][2]


def _environment(theme: Theme, site: Site) -> Environment:
    made = Environment(
        loader=FileSystemLoader(theme.folders),
        undefined=_Undefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    # Same input, same bytes: nothing that draws lots.
    del made.globals["lipsum"], made.filters["random"]
    made.filters |= _FILTERS | {
        "link": partial(link, site.base_url),
        "absolute": partial(absolute, site.base_url),
        "body": partial(bodies.finished, site.base_url),
    }
    made.globals |= _functions(made, site) | {"site": site}
    return made


def _functions(made: Environment, site: Site) -> dict[str, Callable[..., object]]:
    @lru_cache(maxsize=_REMEMBERED, typed=True)
    def partial_(name: str, /, **arguments: object) -> Markup:
        return Markup(made.get_template(name).render(arguments).rstrip("\n"))  # noqa: S704 (a template escapes)

    def card_(card: Card, level: int = 3, eager: bool = False, variant: str = "") -> Markup:
        return partial_("card.html", card=card, level=level, eager=eager, variant=variant)

    return {
        "partial": partial_,
        "card": card_,
        "structured": partial(script, site),
        "document_title": document_title,
        "share_links": partial(share_links, site),
    }


def document_title(page: ForReaders, site: Site) -> str:
    """The title of a browser's tab: the page's and the newspaper's."""
    title = page.head.title
    return site.title if isinstance(page, HomePage) or title in ("", site.title) else f"{title} - {site.title}"


def share_links(site: Site, page: ForReaders) -> tuple[Label, ...]:
    """Addresses that hand a page on to others: plain links, no script of theirs."""
    url = quote(absolute(site.base_url, page.head.url), safe="")
    title = quote(encodable(page.head.title), safe="")
    return (
        Label("Facebook", f"https://www.facebook.com/sharer/sharer.php?u={url}"),
        Label("Zalo", f"https://zalo.me/share?url={url}"),
        Label("E-mail", f"mailto:?subject={title}&body={url}"),
    )
