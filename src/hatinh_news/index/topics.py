"""Topics (chủ đề): the matters that articles share, whatever their spelling."""

from collections.abc import Sequence
from operator import attrgetter

from hatinh_news.index.addresses import addresses
from hatinh_news.index.names import Name, by_every_key, names, spelt
from hatinh_news.model.article import Article, Profile
from hatinh_news.model.config import Config, TopicSettings
from hatinh_news.model.fault import Fault
from hatinh_news.model.site import Topic


def topics(
    articles: Sequence[Article], profiles: Sequence[Profile], config: Config
) -> tuple[dict[str, Topic], list[Fault]]:
    """The topics by every key that means them, in dictionary order; `articles` come oldest first."""
    found, faults = names(
        spelt(attrgetter("topics"), articles), config.topics, [one for one in profiles if one.kind == "topic"]
    )
    urls, address_faults = addresses(found, "/chu-de/")
    ordered = sorted(found, key=attrgetter("rank", "key"))
    built = {name.key: _topic(name, urls[name.key]) for name in ordered}
    return by_every_key(found, built), faults + address_faults


def _topic(name: Name, url: str) -> Topic:
    settings = name.settings.description if isinstance(name.settings, TopicSettings) else ""
    own = name.profile.description if name.profile is not None else ""
    return Topic(name.key, name.shown, url, own or settings, name.profile, name.listed)
