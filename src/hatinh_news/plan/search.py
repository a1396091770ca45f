"""Search: the page that searches, and the index that it reads."""

import json
from collections.abc import Iterator, Sequence

from hatinh_news.model.article import Article
from hatinh_news.model.config import Label
from hatinh_news.model.page import Page
from hatinh_news.model.records import Head
from hatinh_news.model.search import SearchFile, SearchPage, Segment
from hatinh_news.plan import segments
from hatinh_news.plan.edition import Edition
from hatinh_news.plan.labels import SEARCH
from hatinh_news.plan.names import label
from hatinh_news.plan.segments import ADDRESSES, FOLDER, files_of
from hatinh_news.text.common import COMMON

CONTENTS = f"{FOLDER}muc-luc.json"


def search(paper: Edition) -> Iterator[Page]:
    """The page that searches, where readers may."""
    config = paper.index.config
    if not config.search:
        return
    years = {article.published.year for article in _searched(paper)}
    sections = tuple(label(section) for section in paper.index.sections if section.articles)
    head = Head(SEARCH, config.strings.search, indexed=False)
    record = SearchPage(head, config.strings.search, sections, tuple(sorted(years, reverse=True)))
    yield Page(SEARCH, "search.html", record)


def search_index(paper: Edition) -> tuple[list[Page], tuple[Segment, ...]]:
    """The files of the index, and the segments whose texts they are still to be given."""
    if not paper.index.config.search:
        return [], ()
    pages: list[Page] = []
    made: list[Segment] = []
    described: list[object] = []
    months: list[tuple[int, int]] = []
    first = 0
    for folder, articles in segments.apart(segments.in_order(_searched(paper))):
        named = [_named(paper, article) for article in articles]
        for name, holds, start, end in segments.segments_of(folder, articles):
            one = segments.segment(name, holds, start, named[start:end])
            made.append(one)
            pages += files_of(one)
            described.append([name, holds, one.parts, first + start, end - start])
        pages += _addresses(folder, articles)
        months += segments.months_of(articles)
        first += len(articles)
    contents = {"segments": described, "months": months, "addresses": ADDRESSES, "common": " ".join(COMMON)}
    pages.append(Page(CONTENTS, "search", SearchFile(_json(contents))))
    return pages, tuple(made)


def _searched(paper: Edition) -> Sequence[Article]:
    """What a search may find: no previews, which only an editor sees."""
    return paper.published(paper.listed)


def _named(paper: Edition, article: Article) -> tuple[str, str, str]:
    names = [f"@{_slug(paper.sections[article.section])}"]
    names += [f"#{_slug(topic)}" for topic in paper.topics.of(article.topics)]
    return article.path, article.body.words_digest, " ".join(names)


def _slug(named: Label) -> str:
    """The last part of an address, by which the query of a search names a section or topic."""
    return named.url.rstrip("/").rpartition("/")[2]


def _addresses(folder: str, articles: Sequence[Article]) -> Iterator[Page]:
    for number, start in enumerate(range(0, len(articles), ADDRESSES)):
        urls = [article.url for article in articles[start : start + ADDRESSES]]
        yield Page(f"{FOLDER}{folder}/bai-{number}.json", "search", SearchFile(_json(urls)))


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n"
