"""Authors: everybody who signs articles, by given name."""

from collections.abc import Sequence
from operator import attrgetter

from hatinh_news.index.addresses import addresses
from hatinh_news.index.faults import AUTHOR_PERHAPS
from hatinh_news.index.names import Name, by_every_key, names, spelt
from hatinh_news.index.resemblance import doubts
from hatinh_news.model.article import Article, Profile
from hatinh_news.model.config import AuthorSettings, Config
from hatinh_news.model.fault import Fault
from hatinh_news.model.site import Author
from hatinh_news.text.order import given_name_key


def authors(
    articles: Sequence[Article], profiles: Sequence[Profile], config: Config
) -> tuple[dict[str, Author], list[Fault]]:
    """The authors by every key that means them, in the order of their given names; `articles` come oldest first."""
    found, faults = names(
        spelt(attrgetter("authors"), articles), config.authors, [one for one in profiles if one.kind == "author"]
    )
    urls, address_faults = addresses(found, "/tac-gia/")
    ordered = sorted(found, key=lambda name: (given_name_key(name.shown), name.key))
    built = {name.key: _author(name, urls[name.key]) for name in ordered}
    return by_every_key(found, built), faults + doubts(found, AUTHOR_PERHAPS, address_faults)


def _author(name: Name, url: str) -> Author:
    """What the author's own page says counts before what site.yaml says."""
    settings = name.settings if isinstance(name.settings, AuthorSettings) else AuthorSettings(name.shown)
    own = name.profile
    said = AuthorSettings(name.shown) if own is None else own
    return Author(
        key=name.key,
        name=name.shown,
        url=url,
        role=said.role or settings.role,
        email=said.email or settings.email,
        phone=said.phone or settings.phone,
        links=said.links or settings.links,
        profile=own,
        articles=name.listed,
    )
