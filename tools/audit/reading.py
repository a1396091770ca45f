"""What other programs read out of article pages: trafilatura is asked for title, author, date and words."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

import structured_data

_BESIDE = frozenset(("figure", "table", "aside", "sup", "footnotes"))
_VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")
)
_WORD = re.compile(r"\w+")

ENOUGH = 0.99


@dataclass(frozen=True, slots=True)
class Read:
    """What was found in one page: the share of its words, and what is not as the page has it."""

    page: str
    words: float
    wrong: tuple[str, ...] = ()


def articles(out: Path) -> Iterator[tuple[str, str, structured_data.Node]]:
    """Every page of an article, with its HTML and its NewsArticle."""
    for path in sorted(out.rglob("*.html")):
        html = path.read_text("utf-8")
        for node in structured_data.graphs(html):
            if node["@type"] == "NewsArticle":
                yield path.relative_to(out).as_posix(), html, node


def read_all(out: Path) -> list[Read]:
    """What trafilatura gives back of each article."""
    return [_read(*article) for article in articles(out)]


def _read(page: str, html: str, article: structured_data.Node) -> Read:
    import trafilatura

    made = trafilatura.extract(
        html, output_format="json", with_metadata=True, include_comments=False, favor_recall=True
    )
    found = json.loads(made or "{}")
    authors = "; ".join(author["name"] for author in article["author"]) if isinstance(article["author"], list) else ""
    wanted = {"title": article["headline"], "date": article["datePublished"][:10], "author": authors}
    wrong = [f"{name} {found.get(name)!r}" for name, value in wanted.items() if value and found.get(name) != value]
    return Read(page, _share(words_of(html), found.get("text", "")), tuple(wrong))


class _Body(HTMLParser):
    """The words of `<div class="body">`, without those of pictures, tables, boxes and footnotes."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self._inside: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        kind = dict(attrs).get("class") or ""
        if tag not in _VOID and (self._inside or kind == "body"):
            self._inside.append("footnotes" if kind.startswith("footnotes") else tag)

    def handle_endtag(self, _tag: str) -> None:
        if self._inside:
            self._inside.pop()

    def handle_data(self, data: str) -> None:
        if self._inside and _BESIDE.isdisjoint(self._inside):
            self.words.append(data)


def words_of(html: str) -> str:
    """The words of an article's text."""
    body = _Body()
    body.feed(html)
    return " ".join(body.words)


def _share(wanted: str, found: str) -> float:
    own, others = Counter(_WORD.findall(wanted)), Counter(_WORD.findall(found))
    return (own & others).total() / own.total() if own else 1.0
