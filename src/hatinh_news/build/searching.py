"""The searching: index files get their texts from the words that the ledger keeps, a segment at a time."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Any, TypeAlias

from hatinh_news.build.edition import SEARCH
from hatinh_news.build.intake import Intake
from hatinh_news.build.layout import Layout
from hatinh_news.ledger import Ledger, Output
from hatinh_news.model.address import output_path
from hatinh_news.model.article import Article
from hatinh_news.model.digest import digest
from hatinh_news.model.page import Page, Plan
from hatinh_news.model.search import Holds, SearchFile, Segment
from hatinh_news.plan import files_of
from hatinh_news.text.words import Words, thawed

Touched: TypeAlias = Mapping[str, Collection[int]]
"""For some segments, by folder, those of their files that can have changed: of all others all can."""


def with_texts(
    laid: Layout,
    segments: Sequence[Segment],
    ledger: Ledger,
    known: Mapping[str, Output],
    touched: Touched = MappingProxyType({}),
) -> Layout:
    """The layout with the texts of index files; one that says what it said is not made anew, whatever its key.

    `known` are the files that are as an earlier build left them.
    """
    wanted = {page.record.folder for page in laid.pages if isinstance(page.record, SearchFile)} - {""}
    texts = _texts([one for one in segments if one.folder in wanted], ledger, touched)
    pages: list[Page] = []
    kept = dict(laid.kept)
    for page in laid.pages:
        record, path = page.record, output_path(page.url)
        if not isinstance(record, SearchFile) or not record.folder:
            pages.append(page)
            continue
        text = texts.get(record.folder, {}).get(record.part)
        output = known.get(path)
        if output is not None and (text is None or output[0] == digest(text.encode())):
            kept[path] = (*output[:2], laid.keys[path], "")
        else:
            pages.append(replace(page, record=replace(record, text=text or "")))
    return replace(laid, pages=tuple(pages), kept=kept) if wanted else laid


def _texts(segments: Sequence[Segment], ledger: Ledger, touched: Touched) -> Mapping[str, Mapping[int, str]]:
    """The texts of files, by the folders of segments and their numbers; articles of several segments are read once."""
    made: dict[str, Mapping[int, str]] = {}
    asked = [one for one in segments if touched.get(one.folder, True)]
    for whole in sorted(asked, key=lambda one: -len(one.articles)):
        some = [one for one in asked if one.folder not in made and _within(one, whole)]
        made |= zip([one.folder for one in some], _files(some, whole, ledger, touched), strict=True) if some else {}
    return made


def _within(one: Segment, whole: Segment) -> bool:
    """Whether all articles of a segment are among those of another."""
    return (one.holds is Holds.ALL) is (whole.holds is Holds.ALL) and (
        whole.first <= one.first and one.first + len(one.articles) <= whole.first + len(whole.articles)
    )


def _files(some: Sequence[Segment], whole: Segment, ledger: Ledger, touched: Touched) -> list[dict[int, str]]:
    from hatinh_news.search import Asked, index_files  # a build that changes no words wants none of this

    found = ledger.store.words(path for path, _, _ in whole.articles)
    articles = ((thawed(words), names) for words, (_, _, names) in zip(found, whole.articles, strict=True))
    starts = [one.first - whole.first for one in some]
    return index_files(
        articles,
        [
            Asked(one.holds, one.parts, start, start + len(one.articles), touched.get(one.folder))
            for one, start in zip(some, starts, strict=True)
        ],
    )


def shelf(segments: Sequence[Segment]) -> dict[str, Any]:
    """What the ledger is to keep of segments."""
    return {SEARCH: [(one.folder, one.holds.value, one.parts, one.first, one.articles) for one in segments]}


def with_search(planned: Plan, intake: Intake, ledger: Ledger) -> tuple[Plan, Touched, dict[str, Any]]:
    """A plan of a few articles with the index files of the segments that hold them, as far as their words are others;
    which of these can have changed; and what the ledger is to keep."""
    known: list[Segment] = [_kept(*one) for one in ledger.store.shelf(SEARCH) or ()]
    digests = {
        one.path: made.body.words_digest
        for one in ledger.store.manuscripts(intake.fresh)
        if isinstance(made := one.made, Article)
    }
    now = [_with_digests(one, digests) for one in known]
    changed = [one for one, before in zip(now, known, strict=True) if one is not before]
    if not changed:
        return planned, {}, {}
    words = _otherwise(intake, ledger)
    touched = {one.folder: _parts(one, words) for one in changed}
    pages = tuple(page for one in changed for page in files_of(one))
    return replace(planned, pages=(*planned.pages, *pages), segments=tuple(changed)), touched, shelf(now)


def _kept(folder: str, holds: str, *others: Any) -> Segment:
    return Segment(folder, Holds(holds), *others)


def _otherwise(intake: Intake, ledger: Ledger) -> Mapping[str, tuple[Words, Words]]:
    """The words of each article that was read, as they were before and as they are now."""
    before, now = intake.before or {}, ledger.store.words(intake.fresh)
    return {path: (thawed(before[path].words), thawed(words)) for path, words in zip(intake.fresh, now, strict=True)}


def _parts(one: Segment, words: Mapping[str, tuple[Words, Words]]) -> set[int]:
    """The files of a segment that hold any of the words that its articles have otherwise than before."""
    from hatinh_news.search import parting, reworded

    part_of = parting(one.parts)
    return {part_of(word) for path, _, _ in one.articles if path in words for word in reworded(*words[path], one.holds)}


def _with_digests(one: Segment, digests: Mapping[str, str]) -> Segment:
    """The segment itself where no words are others."""
    articles = tuple((path, digests.get(path, known), names) for path, known, names in one.articles)
    return one if articles == one.articles else replace(one, articles=articles)
