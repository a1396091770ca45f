"""What is to be recorded of a plan: its addresses, and what answers each."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from hatinh_news.model.article import Article
from hatinh_news.model.page import Plan
from hatinh_news.model.recorded import Mark, Recorded, RecordedKind, mark_of
from hatinh_news.model.site import Author, Index, Section, Series, Topic
from hatinh_news.plan.former import is_recorded

_LATER: Final = re.compile(r"(?<=/)trang/[0-9]+/$")


def recording(index: Index, plan: Plan) -> list[Recorded]:
    """Every address of the newspaper that has a page, or leads to one; then all other addresses that are known.

    Nothing that was recorded is lost: an address whose page is no more keeps its line.
    """
    known = {one.recorded.url: one.recorded for one in index.former or ()}
    made = _fronts(index)
    found = {page.url: _recorded(page.url, page.url, made) for page in plan.pages if is_recorded(page)}
    found |= {rule.source: _recorded(rule.source, rule.target, made) for rule in plan.redirects.rules}
    return [*(_kept(known.get(url), one) for url, one in found.items()), *_others(known, found)]


def _others(known: Mapping[str, Recorded], found: Mapping[str, Recorded]) -> Iterator[Recorded]:
    return (one for url, one in known.items() if url not in found)


def _kept(before: Recorded | None, now: Recorded) -> Recorded:
    """The line as it was, where nothing but the number of words differs: then a file that is edited keeps its line."""
    if before is None or (before.kind, before.what) != (now.kind, now.what) or before.mark is None or now.mark is None:
        return now
    return before if before.mark.is_of(now.mark) and before.mark.words != now.mark.words else now


def _fronts(index: Index) -> dict[str, Recorded]:
    """What stands at each address that an article, a page, or a list of its own name has."""
    found = {one.url: Recorded(one.url, "article", one.path, mark_of(one)) for one in index.articles}
    found |= {one.url: Recorded(one.url, "page", one.path, mark_of(one)) for one in index.pages}
    kinds: tuple[tuple[RecordedKind, Iterable[Section | Topic | Author | Series]], ...] = (
        ("section", index.sections),
        ("topic", index.topics),
        ("author", index.authors),
        ("series", index.series),
    )
    for kind, named in kinds:
        found |= {one.url: Recorded(one.url, kind, one.name, _oldest(one.articles)) for one in named}
    return found


def _oldest(articles: Iterable[Article]) -> Mark | None:
    oldest = min(articles, key=lambda article: (article.published, article.url), default=None)
    return mark_of(oldest) if oldest is not None else None


def _recorded(url: str, target: str, made: Mapping[str, Recorded]) -> Recorded:
    """What answers `url`, which is what stands at `target`."""
    front = _LATER.sub("", target)
    one = made.get(front)
    if one is None:
        return Recorded(url, "list")
    is_front = front == target and not _LATER.search(url)
    return Recorded(url, one.kind, one.what, one.mark if is_front or one.kind in {"article", "page"} else None)
