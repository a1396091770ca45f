"""Sections (chuyên mục): which there are, and in which one an article stands."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from hatinh_news.index.addresses import addresses
from hatinh_news.index.faults import UNKNOWN_DEFAULT_SECTION, UNKNOWN_SECTION
from hatinh_news.index.names import SETTINGS_PLACE, Name, Use, by_every_key, names
from hatinh_news.index.order import oldest_first
from hatinh_news.index.reserved import FOLDERS
from hatinh_news.model.article import Article, Profile
from hatinh_news.model.config import Config, SectionSettings
from hatinh_news.model.fault import Fault
from hatinh_news.model.site import Section
from hatinh_news.text.fold import match_key
from hatinh_news.text.nearest import nearest


@dataclass(frozen=True, slots=True)
class Sections:
    """The sections in their order, still without articles; `by_key` finds one by a match key or a slug."""

    all: tuple[Section, ...]
    by_key: Mapping[str, Section]
    default: str

    def find(self, spelling: str) -> Section | None:
        """The section that an article means."""
        return self.by_key.get(match_key(spelling)) or self.by_key.get(spelling)


def sections(articles: Sequence[Article], profiles: Sequence[Profile], config: Config) -> tuple[Sections, list[Fault]]:
    """Those of site.yaml, then those with a page of their own; where there are none, those that articles name."""
    own = [profile for profile in profiles if profile.kind == "section"]
    settings = config.sections
    uses: Sequence[Use] = ()
    if not settings and not own:
        oldest = oldest_first(articles)
        uses = [(name, article) for article in oldest if (name := article.section or config.default_section)]
        settings = (SectionSettings(config.strings.section),) if articles and not uses else ()
    found, faults = names(uses, settings, own)
    urls, address_faults = addresses(found, "/", FOLDERS)
    ordered = sorted(found, key=_place_in_menu)
    built = {name.key: _section(name, urls[name.key]) for name in ordered}
    by_key = by_every_key(found, built)
    for section in built.values():
        by_key.setdefault(section.url.strip("/"), section)
    default, default_faults = _default(Sections(tuple(built.values()), by_key, config.strings.section), config)
    return Sections(tuple(built.values()), by_key, default), faults + address_faults + default_faults


def placed(articles: Iterable[Article], known: Sections) -> tuple[list[Article], list[Fault]]:
    """The articles with their section spelled as the section is; one whose section does not exist is left out."""
    kept, faults = [], []
    by_spelling: dict[str, Section | None] = {}
    for article in articles:
        spelling = article.section or known.default
        if spelling not in by_spelling:
            by_spelling[spelling] = known.find(spelling)
        section = by_spelling[spelling]
        if section is None:
            near = nearest(article.section, [one.name for one in known.all]) or known.default
            faults.append(UNKNOWN_SECTION.at(article.place, name=article.section, nearest=near))
            continue
        kept.append(article if article.section == section.name else replace(article, section=section.name))
    return kept, faults


def filled(known: Sections, articles: Iterable[Article]) -> dict[str, Section]:
    """The sections by every key, now with the articles for their lists; `articles` stand in order."""
    by_name: dict[str, list[Article]] = {section.name: [] for section in known.all}
    for article in articles:
        if not article.retracted:
            by_name[article.section].append(article)
    full = {section.url: replace(section, articles=tuple(by_name[section.name])) for section in known.all}
    return {key: full[section.url] for key, section in known.by_key.items()}


def _place_in_menu(name: Name) -> tuple[object, ...]:
    if name.settings is not None:
        return (0, name.position)
    return (1, name.rank, name.key)


def _section(name: Name, url: str) -> Section:
    settings = name.settings if isinstance(name.settings, SectionSettings) else SectionSettings(name.shown)
    own = name.profile.description if name.profile is not None else ""
    return Section(name.shown, url, own or settings.description, name.profile)


def _default(known: Sections, config: Config) -> tuple[str, list[Fault]]:
    """The section of articles that name none."""
    first = known.all[0].name if known.all else known.default
    wanted = config.default_section
    if not wanted or not known.all:
        return first, []
    section = known.find(wanted)
    if section is not None:
        return section.name, []
    near = nearest(wanted, [one.name for one in known.all]) or first
    return first, [UNKNOWN_DEFAULT_SECTION.at(SETTINGS_PLACE, name=wanted, nearest=near, used=first)]
