"""The searching: index files get their texts from the words that the ledger keeps, a segment at a time."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from hatinh_news.build.edition import SEARCH
from hatinh_news.build.intake import Intake
from hatinh_news.build.layout import Layout
from hatinh_news.ledger import Ledger, Output
from hatinh_news.model.address import output_path
from hatinh_news.model.article import Article
from hatinh_news.model.digest import digest
from hatinh_news.model.page import Page, Plan
from hatinh_news.model.search import SearchFile, Segment
from hatinh_news.plan import files_of


def with_texts(laid: Layout, segments: Sequence[Segment], ledger: Ledger, known: Mapping[str, Output]) -> Layout:
    """The layout with the texts of index files; one that says what it said is not made anew, whatever its key.

    `known` are the files that are as an earlier build left them.
    """
    wanted = {page.record.folder for page in laid.pages if isinstance(page.record, SearchFile)} - {""}
    texts = {one.folder: _texts(one, ledger) for one in segments if one.folder in wanted}
    pages: list[Page] = []
    kept = dict(laid.kept)
    for page in laid.pages:
        record, path = page.record, output_path(page.url)
        if not isinstance(record, SearchFile) or not record.folder:
            pages.append(page)
            continue
        text = texts[record.folder][record.part]
        output = known.get(path)
        if output is not None and output[0] == digest(text.encode()):
            kept[path] = (*output[:2], laid.keys[path], "")
        else:
            pages.append(replace(page, record=replace(record, text=text)))
    return replace(laid, pages=tuple(pages), kept=kept) if wanted else laid


def _texts(one: Segment, ledger: Ledger) -> list[str]:
    from hatinh_news.search import index_files  # a build that changes no words wants none of this
    from hatinh_news.text.words import thawed

    found = ledger.store.words(path for path, _, _ in one.articles)
    articles = ((thawed(words), names) for words, (_, _, names) in zip(found, one.articles, strict=True))
    return index_files(articles, one.parts)


def shelf(segments: Sequence[Segment]) -> dict[str, Any]:
    """What the ledger is to keep of segments."""
    return {SEARCH: [(one.folder, one.parts, one.articles) for one in segments]}


def with_search(planned: Plan, intake: Intake, ledger: Ledger) -> tuple[Plan, dict[str, Any]]:
    """A plan of a few articles with the index files of the segments that hold them, as far as their words are others;
    and what the ledger is to keep."""
    known: list[Segment] = [Segment(*one) for one in ledger.store.shelf(SEARCH) or ()]
    digests = {
        one.path: made.body.words_digest
        for one in ledger.store.manuscripts(intake.fresh)
        if isinstance(made := one.made, Article)
    }
    now = [_with_digests(one, digests) for one in known]
    changed = [one for one, before in zip(now, known, strict=True) if one is not before]
    pages = tuple(page for one in changed for page in files_of(one))
    found = replace(planned, pages=(*planned.pages, *pages), segments=tuple(changed))
    return found, shelf(now) if changed else {}


def _with_digests(one: Segment, digests: Mapping[str, str]) -> Segment:
    """The segment itself where no words are others."""
    articles = tuple((path, digests.get(path, known), names) for path, known, names in one.articles)
    return one if articles == one.articles else replace(one, articles=articles)
