"""Series (loạt bài): articles that are parts of one whole, read from the beginning."""

from collections.abc import Sequence
from operator import attrgetter

from hatinh_news.index.addresses import addresses
from hatinh_news.index.names import Name, by_every_key, names
from hatinh_news.model.article import Article, Profile
from hatinh_news.model.fault import Fault
from hatinh_news.model.site import Series


def series(articles: Sequence[Article], profiles: Sequence[Profile]) -> tuple[dict[str, Series], list[Fault]]:
    """The series by every key that means them, in dictionary order; `articles` come oldest first."""
    uses = ((article.series, article) for article in articles if article.series)
    found, faults = names(uses, (), [one for one in profiles if one.kind == "series"])
    urls, address_faults = addresses(found, "/loat-bai/")
    ordered = sorted(found, key=attrgetter("rank", "key"))
    built = {name.key: _series(name, urls[name.key]) for name in ordered}
    return by_every_key(found, built), faults + address_faults


def _series(name: Name, url: str) -> Series:
    description = name.profile.description if name.profile is not None else ""
    return Series(name.key, name.shown, url, description, name.profile, name.parts)
