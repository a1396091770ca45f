"""The index: what was read, in order and in groups, as it is public at one moment."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TypeVar

from hatinh_news.index.alone import alone
from hatinh_news.index.blocks import blocks
from hatinh_news.index.claims import claimed
from hatinh_news.index.clock import state
from hatinh_news.index.excerpt import bare, excerpt
from hatinh_news.index.former import former
from hatinh_news.index.hidden import draft_sections, future_corrections, hidden, settled
from hatinh_news.index.order import downwards, oldest_first
from hatinh_news.index.people import authors
from hatinh_news.index.pins import article_path, pins
from hatinh_news.index.placed_pins import placed_pins
from hatinh_news.index.sections import Sections, filled, placed, sections
from hatinh_news.index.series import series
from hatinh_news.index.topics import topics
from hatinh_news.model.address import output_path
from hatinh_news.model.article import Article, Content, Profile
from hatinh_news.model.config import Config, Shown
from hatinh_news.model.fault import Fault
from hatinh_news.model.recorded import Addresses
from hatinh_news.model.site import Author, Index, Section, Series, Topic

_Named = TypeVar("_Named", Section, Topic, Author, Series)

__all__ = ["Shown", "alone", "article_path", "bare", "excerpt", "index", "settled", "state"]


def index(
    content: Content,
    config: Config,
    now: datetime,
    show: Shown,
    files: Collection[str] = (),
    addresses: Addresses | None = None,
) -> tuple[Index, list[Fault]]:
    """The newspaper of the moment `now`; `files` are the addresses of the theme's own files, `addresses` all that were
    ever public.

    A retracted article keeps its page, so it stands in `Index.articles` and names its topics and authors; no list of a
    section, topic, author or series holds it, nor may any other list that readers see.
    """
    content = settled(content, config)
    states = {article.path: state(article, now) for article in content.articles}
    public_states = {one for one in set(states.values()) if show.shows(one)}
    shown = [article for article in content.articles if states[article.path] in public_states]
    profiles = tuple(
        sorted((one for one in content.profiles if show.drafts or not one.draft), key=lambda profile: profile.path)
    )
    pages = tuple(page for page in content.pages if show.drafts or not page.draft)
    known, section_faults = sections(shown, profiles, config)
    public, place_faults = _public(Content(tuple(shown), pages, profiles), known, files)
    oldest = oldest_first(public.articles)
    grouped, group_faults = _grouped(replace(public, articles=downwards(oldest)), known, oldest, config)
    picks_by_path, pin_faults = pins(oldest, content.articles, config.base_url)
    fronts, front_faults = _fronts(grouped, oldest, content, profiles, now, show)
    paths = {article.path for article in grouped.articles}
    hidden_paths, hidden_files = hidden(content, grouped)
    found = replace(
        fronts,
        picks_by_path=picks_by_path,
        state_by_path={path: one for path, one in states.items() if path in paths and one != "published"},
        hidden=hidden_paths,
        hidden_files=hidden_files - set(map(output_path, files)),
        former=former(addresses, content, grouped, states) if addresses is not None else None,
    )
    told = future_corrections(oldest, now) + section_faults + place_faults + group_faults + pin_faults + front_faults
    return found, told if show.drafts else draft_sections(content, config) + told


def _fronts(
    grouped: Index,
    oldest: Sequence[Article],
    content: Content,
    profiles: Sequence[Profile],
    now: datetime,
    show: Shown,
) -> tuple[Index, list[Fault]]:
    """The index with what editors have put on its fronts."""
    pinned, pin_faults = placed_pins(profiles, oldest, content.articles, now, show, grouped.config.base_url)
    chosen, block_faults = blocks(grouped, content)
    return replace(grouped, pins_by_path=pinned, blocks=chosen), pin_faults + block_faults


def _public(content: Content, known: Sections, files: Collection[str]) -> tuple[Content, list[Fault]]:
    """`content` without what has no section or no address of its own."""
    articles, section_faults = placed(content.articles, known)
    kept, faults = claimed(replace(content, articles=tuple(articles)), known.all, files)
    return kept, section_faults + faults


def _grouped(
    content: Content, known: Sections, oldest: tuple[Article, ...], config: Config
) -> tuple[Index, list[Fault]]:
    """Articles by section, topic, author and series; those of `content` stand newest first."""
    known_topics, topic_faults = topics(oldest, content.profiles, config)
    author_by_key, author_faults = authors(oldest, content.profiles, config)
    series_by_key, series_faults = series(oldest, content.profiles)
    section_by_key = filled(known, content.articles)
    grouped = Index(
        config=config,
        articles=content.articles,
        pages=content.pages,
        home=next((profile for profile in content.profiles if profile.kind == "home"), None),
        sections=_each_once(section_by_key),
        topics=_each_once(known_topics.by_key),
        authors=_each_once(author_by_key),
        series=_each_once(series_by_key),
        merged=known_topics.merged,
        section_by_key=section_by_key,
        topic_by_key=known_topics.by_key,
        author_by_key=author_by_key,
        series_by_key=series_by_key,
    )
    return grouped, topic_faults + author_faults + series_faults


def _each_once(by_key: Mapping[str, _Named]) -> tuple[_Named, ...]:
    return tuple({one.url: one for one in by_key.values()}.values())
