"""Series (loạt bài): articles that are parts of one whole, read from the beginning."""

from collections.abc import Iterator, Sequence
from operator import attrgetter

from hatinh_news.index.addresses import addresses
from hatinh_news.index.faults import SAME_PART
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
    part_faults = [fault for one in built.values() for fault in _same_parts(one)]
    return by_every_key(found, built), faults + address_faults + part_faults


def _series(name: Name, url: str) -> Series:
    description = name.profile.description if name.profile is not None else ""
    return Series(name.key, name.shown, url, description, name.profile, _in_parts(name.parts))


def _in_parts(articles: tuple[Article, ...]) -> tuple[Article, ...]:
    """Numbered parts by their numbers, then the others; within each by age."""
    return tuple(sorted(articles, key=lambda article: (not article.part, article.part)))


def _same_parts(one: Series) -> Iterator[Fault]:
    first: dict[int, Article] = {}
    for article in one.articles:
        other = first.setdefault(article.part, article)
        if article.part and other is not article:
            yield SAME_PART.at(article.place, part=article.part, series=one.name, other=other.place.path)
