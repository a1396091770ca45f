"""The reference road from a text to its Body: a parser that knows all of Markdown reads it."""

from collections.abc import Iterable, Iterator
from typing import Any

from markdown_it.token import Token

from hatinh_news.model.article import Body
from hatinh_news.read.markdown.blocks import dressed
from hatinh_news.read.markdown.engine import engine
from hatinh_news.read.markdown.headings import heading_id, heading_tag, taken_ids
from hatinh_news.read.markdown.inline import photos_alone, plain, resolve
from hatinh_news.read.markdown.reading import Reading
from hatinh_news.text.count import count_words


def reference_body(more: int, reading: Reading) -> Body:
    """The body that the text makes; what stands before the line `more` is its summary."""
    parser, env = engine(), dict[str, Any]()
    text = reading.text if reading.text.endswith("\n") else f"{reading.text}\n"  # blocks look for what ends a line
    tokens = parser.parse(text, env)
    words, summary = _resolve_lines(tokens, more, reading)
    _headings(tokens)
    tokens = dressed(list(_figures(tokens)), reading)
    return reading.body(parser.renderer.render(tokens, parser.options, env), words, summary)


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
    taken = taken_ids()
    for index, token in enumerate(tokens):
        if token.type not in {"heading_open", "heading_close"}:
            continue
        token.tag = heading_tag(token.tag)
        if token.type == "heading_open":
            token.attrSet("id", heading_id(plain(tokens[index + 1].children or []), taken))


def _figures(tokens: list[Token]) -> Iterator[Token]:
    """Turns every paragraph that holds nothing but pictures into figures, one a picture."""
    index = 0
    while index < len(tokens):
        token = tokens[index]
        if token.type == "paragraph_open" and (photos := photos_alone(tokens[index + 1])) is not None:
            for photo in photos:
                yield Token("photo", "figure", 0, meta={"photo": photo.meta["photo"]}, block=True)
            index += 3
            continue
        yield token
        index += 1
