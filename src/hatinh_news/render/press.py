"""The press: a theme's templates, ready to print the pages of one site."""

from collections.abc import Callable
from functools import lru_cache, partial

from markupsafe import Markup

from hatinh_news.model.config import Label
from hatinh_news.model.records import Card, HomePage, Site
from hatinh_news.render import bodies
from hatinh_news.render.addresses import absolute, component, link
from hatinh_news.render.apart import apart
from hatinh_news.render.engine import Engine
from hatinh_news.render.structured import ForReaders, script
from hatinh_news.render.theme import Theme
from hatinh_news.text.dates import clock_time, w3c_date
from hatinh_news.text.writing import Writing, writing_in

_WRITTEN = ("article_date", "day_date", "short_date", "long_date", "number", "join_names")

# How many different cards and partials a process remembers: some kilobytes each; neighbouring pages share most of them.
_REMEMBERED = 32_768

_last: list[tuple[Theme, Site, Engine]] = []


def environment(theme: Theme, site: Site) -> Engine:
    """The engine of a theme and a site, with what it remembers; asked again for equals, it is the same one.

    A changed template changes the theme's digest, so nothing here looks at files twice.
    """
    for known_theme, known_site, known in tuple(_last):
        if known_theme == theme and (known_site is site or known_site == site):
            return known
    made = _environment(theme, site)
    _last[:] = [(theme, site, made)]
    return made


def _environment(theme: Theme, site: Site) -> Engine:
    known = (site.base_url, site.language, theme.lent, *(file.url for file in site.fingerprints.values()))
    made = Engine(theme, "\n".join(known))
    made.filters |= _written(writing_in(site.language)) | {"clock_time": clock_time, "w3c_date": w3c_date}
    made.filters |= _apart(site) if site.preview else _at_home(site)
    made.filters |= theme.filters
    made.globals["site"], made.globals["strings"] = site, site.strings
    made.add_functions(_functions(made, site))
    return made


def _at_home(site: Site) -> dict[str, Callable[..., str]]:
    """The filters that finish addresses."""
    return {
        "link": lru_cache(_REMEMBERED)(partial(linked, site)),
        "absolute": partial(absolute, site.base_url),
        "body": partial(bodies.finished, site.base_url),
    }


def _apart(site: Site) -> dict[str, Callable[..., str]]:
    """The same for pages that stand apart from the newspaper: there an address is the same whoever asks."""
    finished = lru_cache(_REMEMBERED)(partial(apart, site))
    return {"link": finished, "absolute": finished, "body": partial(bodies.finished_apart, site)}


def _written(writing: Writing) -> dict[str, Callable[..., str]]:
    """The filters that write as the newspaper's language does."""
    return {name: getattr(writing, name) for name in _WRITTEN}


def _functions(made: Engine, site: Site) -> dict[str, Callable[..., object]]:
    cards: dict[object, Markup] = {}

    def fresh(name: str, /, **arguments: object) -> Markup:
        return Markup(made.get_template(name).render(arguments).rstrip("\n"))  # noqa: S704 (a template escapes)

    def card_(card: Card, level: int = 3, eager: bool = False, variant: str = "") -> Markup:
        # Level 1 and level True are equal, but not written alike.
        wanted = (card.key or card, level, eager, variant, type(level), type(eager))
        known = cards.get(wanted)
        if known is None:
            if len(cards) >= _REMEMBERED:
                cards.clear()
            known = cards[wanted] = fresh("card.html", card=card, level=level, eager=eager, variant=variant)
        return known

    return {
        "partial": lru_cache(_REMEMBERED, typed=True)(fresh),
        "card": card_,
        "structured": partial(script, site),
        "document_title": document_title,
        "share_links": partial(share_links, site),
    }


def linked(site: Site, url: str) -> str:
    """`url` as a link from any page; a stylesheet or script by the name that its content gives it."""
    file = site.fingerprints.get(url)
    return link(site.base_url, file.url if file is not None else url)


def document_title(page: ForReaders, site: Site) -> str:
    """The title of a browser's tab: the page's and the newspaper's."""
    title = page.head.title
    return site.title if isinstance(page, HomePage) or title in ("", site.title) else f"{title} - {site.title}"


def share_links(site: Site, page: ForReaders) -> tuple[Label, ...]:
    """Addresses that hand a page on to others: plain links, no script of theirs; none for a preview."""
    if site.preview:
        return ()
    url, title = component(absolute(site.base_url, page.head.url)), component(page.head.title)
    return (
        Label("Facebook", f"https://www.facebook.com/sharer/sharer.php?u={url}"),
        Label("Zalo", f"https://zalo.me/share?url={url}"),
        Label(site.strings.email, f"mailto:?subject={title}&body={url}"),
    )
