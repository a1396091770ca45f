"""Addresses that were public once: where they lead now, which are gone, and what an editor is to decide."""

import re
from collections.abc import Collection, Iterable, Iterator
from typing import Final

from hatinh_news.model.address import collision_key
from hatinh_news.model.fault import Fault, Place
from hatinh_news.model.page import Page
from hatinh_news.model.recorded import ADDRESSES, Former
from hatinh_news.model.records import (
    ArticlePage,
    CorrectionsPage,
    DirectoryPage,
    ListPage,
    StandingPageRecord,
    Stub,
)
from hatinh_news.model.site import Author, Section, Series, Topic
from hatinh_news.plan.edition import Edition
from hatinh_news.plan.faults import ADDRESS_REUSED, LOST_FILE, LOST_NAME, UNRECORDED, WITHDRAWN
from hatinh_news.plan.feeds import FORMATS

_LATER: Final = re.compile(r"trang/[0-9]+/$")
_HOME: Final = "/"
_FILES: Final = frozenset({"article", "page"})


def moved(paper: Edition, files: Collection[str]) -> Iterator[tuple[str, Stub]]:
    """Each recorded address at which nothing stands any more, though what answered it stands elsewhere.

    `files` are the collision keys of all there is. A numbered page leads to that of the same number, where there is
    one, else to the front of its list.
    """
    titles: dict[str, str] = {}
    for one in paper.index.former or ():
        url = one.recorded.url
        if one.state != "here" or one.url == url or collision_key(url) in files:
            continue
        target = _target(one, files)
        if target == url or collision_key(target) not in files:
            continue
        titles = titles or _titles(paper)
        yield url, Stub(target, titles.get(target) or titles.get(one.url) or paper.index.config.title)


def _target(one: Former, files: Collection[str]) -> str:
    if one.recorded.kind in _FILES:
        return one.url
    later = _LATER.search(one.recorded.url)
    urls = (f"{one.url}{later[0]}" if later else one.url, one.url)
    return next((url for url in urls if collision_key(url) in files), _HOME)


def _titles(paper: Edition) -> dict[str, str]:
    index = paper.index
    named: tuple[Section | Topic | Author | Series, ...]
    named = (*index.sections, *index.topics, *index.authors, *index.series)
    files = {one.url: one.title for one in index.articles} | {one.url: one.title for one in index.pages}
    return files | {one.url: one.name for one in named}


def gone(paper: Edition, known: Collection[str]) -> Iterator[str]:
    """Recorded addresses that nothing is to answer, as an editor or the clock says; a list's feeds go with it."""
    for one in paper.index.former or ():
        url = one.recorded.url
        if one.state in {"gone", "over"}:
            feeds = (f"{url}{file}" for _, file in FORMATS) if url.endswith("/") and not _LATER.search(url) else ()
            lists = feeds if one.recorded.kind not in _FILES else ()
            yield from (each for each in (url, *lists) if collision_key(each) not in known)


def former_faults(paper: Edition, standing: Collection[str], known: Collection[str]) -> Iterator[Fault]:
    """What is to be decided of recorded addresses: of a list once, whatever pages it had.

    `standing` are the collision keys of pages, `known` of all that answers.
    """
    told: set[tuple[str, str]] = set()
    for one in paper.index.former or ():
        line, key = one.recorded, collision_key(one.recorded.url)
        fault = _reused(one) if key in standing else _lost(one) if key not in known else None
        if fault is not None and (line.kind, line.what) not in told:
            told.add((line.kind, line.what))
            yield fault


def _reused(one: Former) -> Fault | None:
    """The note on an address at which a page stands, where what answered it stands elsewhere."""
    line = one.recorded
    if one.state != "here" or line.kind == "list" or _LATER.sub("", line.url) == one.url:
        return None
    return ADDRESS_REUSED.at(line.place, url=line.url, what=_what(one), now=one.url)


def _lost(one: Former) -> Fault | None:
    line = one.recorded
    if one.state not in {"lost", "withdrawn"}:
        return None
    kind = LOST_NAME if line.kind not in _FILES else WITHDRAWN if one.state == "withdrawn" else LOST_FILE
    return kind.at(line.place, url=line.url, what=_what(one))


def _what(one: Former) -> str:
    line = one.recorded
    return f"content/{line.what}" if line.kind in _FILES else line.what


def unrecorded(paper: Edition, pages: Iterable[Page]) -> list[Fault]:
    """A note on addresses that nobody recorded yet, where somebody records them; a preview's are nobody's business."""
    if paper.index.former is None or paper.index.state_by_path:
        return []
    known = {one.recorded.url for one in paper.index.former}
    count = len({page.url for page in pages if is_recorded(page)} - known)
    return [UNRECORDED.at(Place(ADDRESSES), count=count)] if count else []


def is_recorded(page: Page) -> bool:
    """Whether the address of a page is one that is recorded: what readers may link to, and old addresses."""
    kinds = (ArticlePage, StandingPageRecord, ListPage, DirectoryPage, CorrectionsPage, Stub)
    return isinstance(page.record, kinds)
