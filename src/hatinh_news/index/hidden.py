"""What is hidden: files of content/ that are not public now, and what stands where they would."""

import posixpath
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Final, TypeAlias

from hatinh_news.index.faults import FUTURE_CORRECTION, SECTION_IS_DRAFT
from hatinh_news.index.reserved import is_reserved
from hatinh_news.model.address import output_path
from hatinh_news.model.article import Article, Content, Profile, StandingPage
from hatinh_news.model.config import Config
from hatinh_news.model.fault import Fault
from hatinh_news.model.site import Author, Index, Section, Series, Topic
from hatinh_news.text.dates import clock_time, short_date
from hatinh_news.text.fold import match_key

_Hidden: TypeAlias = Article | StandingPage | Profile

_FOLDERS: Final = {"section": "/", "topic": "/chu-de/", "author": "/tac-gia/", "series": "/loat-bai/"}


def hidden(content: Content, public: Index) -> tuple[frozenset[str], frozenset[str]]:
    """The paths of articles and standing pages that are not `public`, and the files of the output that they would have.

    Among these files are those of `_index.md` files that are not public, and pictures of retracted articles. One in
    whose place something public stands is not.
    """
    named: tuple[Section | Topic | Author | Series, ...]
    named = (*public.sections, *public.topics, *public.authors, *public.series)
    profiles = [one.profile for one in named if one.profile is not None]
    home = [public.home] if public.home is not None else []
    shown: list[_Hidden] = [*public.articles, *public.pages, *profiles, *home]
    paths = {one.path for one in shown}
    gone = {one.path for one in public.articles if one.retracted}
    every: tuple[_Hidden, ...] = (*content.articles, *content.pages, *content.profiles)
    left_out = [one for one in every if one.path not in paths]
    drafts = [one for one in left_out if isinstance(one, Profile)]
    urls = {url for one in left_out for url in (*_own(one), *_aliases(one), *_files(one))}
    urls |= {url for one in shown if one.path in gone for url in _files(one)}
    if urls:
        urls -= {one.url for one in (*public.articles, *public.pages, *named)} | {"/"}
        urls -= {url for one in shown if one.aliases for url in _aliases(one)}
        urls -= {url for one in shown if one.body.assets and one.path not in gone for url in _files(one)}
        urls -= {url for url in urls if _is_list(url)}.difference(*map(_own, drafts))
    kept_back = frozenset(one.path for one in left_out if not isinstance(one, Profile))
    return kept_back, frozenset(map(output_path, urls))


def _own(one: _Hidden) -> tuple[str, ...]:
    """The address of its page; the front page has one whatever is hidden."""
    if isinstance(one, Profile):
        return (f"{_FOLDERS[one.kind]}{one.slug}/",) if one.kind in _FOLDERS else ()
    return (one.url,)


def _is_list(url: str) -> bool:
    """Whether a list that the site makes by itself may stand at an address."""
    return is_reserved(output_path(url)) or "/trang/" in url


def _aliases(one: _Hidden) -> Iterator[str]:
    return (alias.url for alias in one.aliases)


def _files(one: _Hidden) -> Iterator[str]:
    """The files that are copied beside a page, which a notice does without."""
    return (asset.url for asset in one.body.assets)


def settled(content: Content, config: Config) -> Content:
    """The content in which articles of a section that is a draft are drafts themselves.

    These are those in the folder of a section whose `_index.md` is a draft, if nobody else declares it.
    """
    drafts = _draft_sections(content, config)
    if not drafts:
        return content
    articles = (replace(one, draft=True) if _stands_in(drafts, one) else one for one in content.articles)
    return replace(content, articles=tuple(articles))


def draft_sections(content: Content, config: Config) -> list[Fault]:
    """The notes on sections that keep articles back, as they are drafts."""
    drafts = _draft_sections(content, config)
    folders = {_folder(one) for one in content.articles if _stands_in(drafts, one)} if drafts else set()
    return [SECTION_IS_DRAFT.at(one.place, name=one.name) for folder, one in drafts.items() if folder in folders]


def _draft_sections(content: Content, config: Config) -> dict[str, Profile]:
    """Sections that nothing but a draft declares, by their folders."""
    sections = [one for one in content.profiles if one.kind == "section"]
    drafts = {posixpath.dirname(one.path): one for one in sections if one.draft}
    if not drafts:
        return {}
    declared = {match_key(one.name) for one in config.sections}
    declared |= {match_key(one.name) for one in sections if not one.draft}
    return {folder: one for folder, one in drafts.items() if match_key(one.name) not in declared}


def _stands_in(sections: Mapping[str, Profile], article: Article) -> bool:
    section = sections.get(_folder(article))
    return section is not None and match_key(section.name) == match_key(article.section)


def _folder(article: Article) -> str:
    return article.path.partition("/")[0]


def future_corrections(articles: Sequence[Article], now: datetime) -> list[Fault]:
    """Corrections that bear a date which has not come; those of a retracted article readers never see."""
    corrected = (article for article in articles if article.corrections and not article.retracted)
    dated = (each for article in corrected for each in article.corrections if each.date > now)
    return [FUTURE_CORRECTION.at(each.place, date=f"{short_date(each.date)} {clock_time(each.date)}") for each in dated]
