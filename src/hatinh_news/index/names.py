"""Names that articles share (sections, topics, authors, series): one for every accepted spelling, with its own page."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias, TypeVar

from hatinh_news.index.faults import NAMED_TWICE, SECOND_PROFILE
from hatinh_news.index.order import downwards
from hatinh_news.model.article import Article, Profile, Reference
from hatinh_news.model.config import AuthorSettings, SectionSettings, TopicSettings
from hatinh_news.model.fault import Fault, Place
from hatinh_news.text.fold import match_key
from hatinh_news.text.order import dictionary_key
from hatinh_news.text.slug import slug

T = TypeVar("T")

FEW = 2
"""A name that no more articles than these use, and nobody declared, may be a slip."""

SETTINGS_PLACE = Place("content/site.yaml")

Settings: TypeAlias = SectionSettings | TopicSettings | AuthorSettings
Use: TypeAlias = tuple[str, Article]
"""A spelling, and the article that spells so."""


@dataclass(frozen=True, slots=True)
class Name:
    """One name: `uses` oldest first, `position` its place in site.yaml; `key` is what its spellings share.

    `shown` is how pages spell it, `rank` where that stands in a dictionary, `wanted` the slug that it asks for.
    """

    key: str
    shown: str
    rank: str
    wanted: str
    uses: Sequence[Use] = ()
    settings: Settings | None = None
    position: int = 0
    profile: Profile | None = None

    @property
    def root(self) -> str:
        """The name to make an address of: the declared one, else the oldest, which newer articles cannot change."""
        return self.shown if self.declared else self.uses[0][0]

    @property
    def declared(self) -> bool:
        """Whether site.yaml or a page of its own names it."""
        return self.settings is not None or self.profile is not None

    @property
    def pinned(self) -> str:
        """The slug that somebody chose, or nothing."""
        return _pinned(self.settings, self.profile)

    @property
    def merged_into(self) -> Reference | None:
        """The topic that it became part of, as its page or site.yaml says."""
        own = self.profile.merged_into if self.profile is not None else None
        return own or (self.settings.merged_into if isinstance(self.settings, TopicSettings) else None)

    @property
    def parent(self) -> Reference | None:
        """The topic above it, as its page or site.yaml says."""
        own = self.profile.parent if self.profile is not None else None
        return own or (self.settings.parent if isinstance(self.settings, TopicSettings) else None)

    @property
    def keys(self) -> tuple[str, ...]:
        """Every key under which an article may spell it."""
        page = self.profile.name if self.profile is not None else ""
        return (self.key, match_key(page)) if page else (self.key,)

    @property
    def parts(self) -> tuple[Article, ...]:
        """Its articles for lists: each once, oldest first, without the retracted ones."""
        return tuple({article.path: article for _, article in self.uses if not article.retracted}.values())

    @property
    def listed(self) -> tuple[Article, ...]:
        """The same, newest first."""
        return downwards(self.parts)

    @property
    def place(self) -> Place:
        """Where an editor would look for it first."""
        if self.settings is not None:
            return SETTINGS_PLACE
        return self.profile.place if self.profile is not None else self.uses[0][1].place


def names(
    uses: Iterable[Use], settings: Sequence[Settings], profiles: Sequence[Profile]
) -> tuple[list[Name], list[Fault]]:
    """All names that are used or declared, the surest claim to an address first; `uses` come from oldest articles on.

    An article's own spellings come in their order as texts (see `spelt`).
    """
    used = _by_key(uses)
    declared, faults = _declared(settings)
    found = {key: _name(key, used.get(key, ()), *declared.get(key, (0, None))) for key in (*declared, *used)}
    for profile in profiles:
        key = _key_of_profile(profile, found)
        name = found.get(key)
        if name is not None and name.profile is not None:
            faults.append(SECOND_PROFILE.at(profile.place, name=name.shown, other=name.profile.place.path))
            continue
        found[key] = _name(key, *((name.uses, name.position, name.settings) if name else ((), 0, None)), profile)
    return sorted(found.values(), key=_claim), faults


def spelt(names_of: Callable[[Article], Iterable[str]], articles: Iterable[Article]) -> Iterator[Use]:
    """The uses of the names that `names_of` an article, of articles that stand oldest first."""
    for article in articles:
        for spelling in sorted(names_of(article)):
            yield spelling, article


def by_every_key(found: Iterable[Name], built: Mapping[str, T]) -> dict[str, T]:
    """What was `built` of the names by their keys, by every other key too that means one of them."""
    by_key = dict(built)
    for name in found:
        for key in name.keys:
            by_key.setdefault(key, built[name.key])
    return by_key


def _by_key(uses: Iterable[Use]) -> Mapping[str, list[Use]]:
    by_key: dict[str, list[Use]] = {}
    for use in uses:
        by_key.setdefault(match_key(use[0]), []).append(use)
    return by_key


def _declared(settings: Sequence[Settings]) -> tuple[dict[str, tuple[int, Settings]], list[Fault]]:
    declared: dict[str, tuple[int, Settings]] = {}
    faults = []
    for position, one in enumerate(settings):
        _, first = declared.setdefault(match_key(one.name), (position, one))
        if first is not one:
            faults.append(NAMED_TWICE.at(SETTINGS_PLACE, name=one.name, other=first.name))
    return declared, faults


def _name(
    key: str, uses: Sequence[Use], position: int, settings: Settings | None, profile: Profile | None = None
) -> Name:
    shown = _shown(uses, settings, profile)
    root = uses[0][0] if settings is None and profile is None else shown
    wanted = _pinned(settings, profile) or slug(root)
    return Name(key, shown, dictionary_key(shown), wanted, uses, settings, position, profile)


def _shown(uses: Sequence[Use], settings: Settings | None, profile: Profile | None) -> str:
    """The spelling of site.yaml, else of its page, else the commonest; of two as common, capitals come first."""
    if settings is not None:
        return settings.name
    if profile is not None and (profile.name or not uses):
        return profile.name or profile.slug
    counts = Counter([spelling for spelling, _ in uses])
    return min(counts, key=lambda spelling: (-counts[spelling], spelling))


def _pinned(settings: Settings | None, profile: Profile | None) -> str:
    """The slug that somebody chose, or nothing."""
    chosen = settings.slug if settings is not None else ""
    return chosen or (profile.slug if profile is not None else "")


def _key_of_profile(profile: Profile, found: Mapping[str, Name]) -> str:
    """By its title, else by its folder; a page that fits no name makes one, and so does that of a merged name."""
    key = match_key(profile.name or profile.slug)
    if key in found or profile.merged_into is not None:
        return key
    fitting = (name for name in found.values() if name.profile is None and name.wanted == profile.slug)
    nearest = min(fitting, key=_claim, default=None)
    return nearest.key if nearest is not None else key


def _claim(name: Name) -> tuple[object, ...]:
    """Chosen slugs before declared names before used ones, and of these the oldest first.

    A name that is declared only to be merged claims what it had before, so that no other name must move for it.
    """
    if name.merged_into is not None and not name.pinned:
        return (2, *_claim_of_use(name)) if name.uses else (3, name.position)
    if name.settings is not None:
        return (0 if name.pinned else 1, 0, name.position)
    if name.profile is not None:
        return (0, 1, name.profile.path)
    return (2, *_claim_of_use(name))


def _claim_of_use(name: Name) -> tuple[object, ...]:
    """Of names that are only used, the oldest first."""
    spelling, oldest = name.uses[0]
    rank = name.rank if spelling == name.shown else dictionary_key(spelling)
    return (oldest.published, oldest.url, rank, name.key)
