"""Topics (chủ đề): the matters that articles share, whatever their spelling."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter

from hatinh_news.index.addresses import addresses
from hatinh_news.index.alike import alike
from hatinh_news.index.faults import TOPIC_PERHAPS
from hatinh_news.index.kinship import by_claim, kinship, united
from hatinh_news.index.names import Name, by_every_key, names, spelt
from hatinh_news.index.resemblance import doubts
from hatinh_news.model.article import Article, Profile
from hatinh_news.model.config import Config, TopicSettings
from hatinh_news.model.fault import Fault
from hatinh_news.model.site import MergedTopic, Topic


@dataclass(frozen=True, slots=True)
class Topics:
    """The topics by every key that means them, in dictionary order, and what became part of them."""

    by_key: Mapping[str, Topic]
    merged: tuple[MergedTopic, ...]


def topics(articles: Sequence[Article], profiles: Sequence[Profile], config: Config) -> tuple[Topics, list[Fault]]:
    """The topics that articles, site.yaml and their own pages name; `articles` come oldest first."""
    found, faults = names(
        spelt(attrgetter("topics"), articles), config.topics, [one for one in profiles if one.kind == "topic"]
    )
    kin, kin_faults = kinship(found)
    urls, address_faults = addresses(by_claim(found, kin.merged), "/chu-de/")
    kept = sorted(united(found, kin.merged), key=attrgetter("rank", "key"))
    listed = {name.key: name.listed for name in kept}
    near = alike(listed, _relatives(kin.parents))
    built = {
        name.key: _topic(
            name, urls[name.key], listed[name.key], (kin.parents.get(name.key, ""), near.get(name.key, ()))
        )
        for name in kept
    }
    merged = tuple(_merged(name, urls[name.key], kin.merged[name.key]) for name in found if name.key in kin.merged)
    built |= {key: built[into] for key, into in kin.merged.items()}
    known = doubts(found, TOPIC_PERHAPS, address_faults, kin.merged)
    return Topics(by_every_key(found, built), merged), faults + kin_faults + known


def _topic(name: Name, url: str, listed: tuple[Article, ...], kin: tuple[str, tuple[str, ...]]) -> Topic:
    settings = name.settings.description if isinstance(name.settings, TopicSettings) else ""
    own = name.profile.description if name.profile is not None else ""
    parent, near = kin
    return Topic(name.key, name.shown, url, own or settings, name.profile, listed, parent, near)


def _merged(name: Name, url: str, into: str) -> MergedTopic:
    said, profile = name.merged_into, name.profile
    place = said.place if said is not None else name.place
    page = (profile.path, profile.aliases) if profile is not None else ("", ())
    return MergedTopic(url, into, place, len(name.parts), *page)


def _relatives(parents: Mapping[str, str]) -> dict[str, set[str]]:
    """The topics above each, and those right below it."""
    found: dict[str, set[str]] = {}
    for key, parent in parents.items():
        found.setdefault(parent, set()).add(key)
        above = parent
        while above:
            found.setdefault(key, set()).add(above)
            above = parents.get(above, "")
    return found
