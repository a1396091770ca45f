"""Claims to addresses: each belongs to one file of the site."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from operator import attrgetter

from hatinh_news.index.faults import ADDRESS_RESERVED, ADDRESS_TAKEN
from hatinh_news.index.reserved import FEED_FILES, is_reserved
from hatinh_news.model.address import collision_key
from hatinh_news.model.article import Article, Content, StandingPage
from hatinh_news.model.fault import Fault
from hatinh_news.model.site import Section


def claimed(content: Content, sections: Sequence[Section], files: Collection[str]) -> tuple[Content, list[Fault]]:
    """`content` without the articles and standing pages whose address another has.

    Files of the theme come first, then sections, then articles and standing pages in the order of their paths.
    """
    taken = {collision_key(file): f"static{file}" for file in sorted(files)} | _of_sections(sections)
    ours = frozenset(section.url.strip("/").casefold() for section in sections)
    articles: list[Article] = []
    pages: list[StandingPage] = []
    faults = []
    both: list[Article | StandingPage] = [*content.articles, *content.pages]
    for one in sorted(both, key=attrgetter("path")):
        key = collision_key(one.url)
        if fault := _fault(one, key, taken, ours):
            faults.append(fault)
            continue
        taken[key] = f"content/{one.path}"
        if isinstance(one, Article):
            articles.append(one)
        else:
            pages.append(one)
    return replace(content, articles=tuple(articles), pages=tuple(pages)), faults


def _of_sections(sections: Sequence[Section]) -> dict[str, str]:
    names = ("", *FEED_FILES)
    return {collision_key(section.url + name): f"“{section.name}”" for section in sections for name in names}


def _fault(one: Article | StandingPage, key: str, taken: Mapping[str, str], sections: Collection[str]) -> Fault | None:
    """Why `one` cannot stand where it wants to, which is `key`."""
    if is_reserved(key) or _is_page_of_list(key, sections):
        return ADDRESS_RESERVED.at(one.place, url=one.url)
    if key in taken:
        return ADDRESS_TAKEN.at(one.place, url=one.url, other=taken[key])
    return None


def _is_page_of_list(key: str, sections: Collection[str]) -> bool:
    """Whether a section may one day need the file for its older articles."""
    head, mark, _ = key.partition("/trang/")
    return bool(mark) and head in sections
