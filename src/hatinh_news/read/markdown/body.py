"""A Markdown text as a Body: HTML, words, summary, and what it refers to."""

from collections.abc import Iterable, Iterator
from typing import Any

from markdown_it.token import Token

from hatinh_news.model.article import Body
from hatinh_news.model.fault import Fault
from hatinh_news.read import faults
from hatinh_news.read.library import Document, Library
from hatinh_news.read.markdown.blocks import dressed
from hatinh_news.read.markdown.engine import engine
from hatinh_news.read.markdown.inline import plain, resolve
from hatinh_news.read.markdown.notes import without_notes
from hatinh_news.read.markdown.reading import Reading
from hatinh_news.text.count import count_words
from hatinh_news.text.slug import slug

THEME_IDS = (
    "main",
    "corrections-heading",
    "front-heading",
    "list-heading",
    "newest-heading",
    "related-heading",
    "retracted-heading",
    "series-heading",
)
"""Ids that the theme's own elements have: a heading of the same name gets a number."""


def to_body(text: str, first_line: int, document: Document, library: Library) -> tuple[Body, list[Fault]]:
    """The body that `text` makes; `first_line` is the line of the file that it begins on."""
    cleared = without_notes(text)
    reading = Reading(document, library, cleared.text.split("\n"), first_line)
    if cleared.unclosed >= 0:
        reading.fault(faults.UNCLOSED_COMMENT, cleared.unclosed, "<!--")
    parser, env = engine(), dict[str, Any]()
    tokens = parser.parse(cleared.text, env)
    words, summary = _resolve_lines(tokens, cleared.more, reading)
    _headings(tokens)
    tokens = dressed(list(_figures(tokens)), reading)
    html = parser.renderer.render(tokens, parser.options, env)
    body = Body(html, words, summary, tuple(reading.photos), tuple(reading.links), tuple(dict.fromkeys(reading.assets)))
    return body, reading.faults


def _resolve_lines(tokens: Iterable[Token], more: int, reading: Reading) -> tuple[int, str]:
    """Finishes every line of text; returns the count of words, and what stands before the line `more`."""
    texts: list[str] = []
    summary: list[str] = []
    offset = 0
    for token in tokens:
        if token.map:
            offset = token.map[0]
        if token.type != "inline":
            continue
        token.children = resolve(token.children or [], offset, reading)
        texts.append(plain(token.children))
        if offset < more:
            summary.append(texts[-1])
    return count_words(" ".join(texts)), " ".join(" ".join(summary).split())


def _headings(tokens: list[Token]) -> None:
    """Gives every heading an id that stays while its words do; the page's own headline is the only h1."""
    taken = dict.fromkeys(THEME_IDS, 1)
    for index, token in enumerate(tokens):
        if token.type not in {"heading_open", "heading_close"}:
            continue
        token.tag = "h2" if token.tag == "h1" else token.tag
        if token.type == "heading_open":
            name = slug(plain(tokens[index + 1].children or [])) or "muc"
            taken[name] = taken.get(name, 0) + 1
            token.attrSet("id", name if taken[name] == 1 else _numbered(name, taken))


def _numbered(name: str, taken: dict[str, int]) -> str:
    while (numbered := f"{name}-{taken[name]}") in taken:
        taken[name] += 1
    taken[numbered] = 1
    return numbered


def _figures(tokens: list[Token]) -> Iterator[Token]:
    """Turns every paragraph that holds nothing but pictures into figures, one a picture."""
    index = 0
    while index < len(tokens):
        token = tokens[index]
        if token.type == "paragraph_open" and (photos := _photos_alone(tokens[index + 1])) is not None:
            for photo in photos:
                yield Token("photo", "figure", 0, meta={"photo": photo.meta["photo"]}, block=True)
            index += 3
            continue
        yield token
        index += 1


def _photos_alone(inline: Token) -> list[Token] | None:
    """The pictures of a line with no words; None for any other line. A line that lost its pictures is empty."""
    children = inline.children or []
    if "![" not in inline.content or any(
        child.type not in {"image", "softbreak"} and child.content.strip() for child in children
    ):
        return None
    if any(child.nesting for child in children):
        return None
    return [child for child in children if child.type == "image"]
