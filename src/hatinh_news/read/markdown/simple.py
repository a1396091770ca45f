"""The short road from a text to its Body, for texts of paragraphs, headings, pictures, and flat lists.

Marks within a block are read by the parser, one block at a time; a block without marks needs none.
"""

import re
from typing import NamedTuple

from hatinh_news.model.article import Body
from hatinh_news.read.markdown.figures import figure
from hatinh_news.read.markdown.headings import heading_id, heading_tag, taken_ids
from hatinh_news.read.markdown.pictures import Picture, shown_photo
from hatinh_news.read.markdown.reading import Reading
from hatinh_news.read.markdown.simple_blocks import SimpleBlock, simple_blocks
from hatinh_news.read.markdown.typography import needs_typography, typographed
from hatinh_news.text.count import count_words

_MARKS = ("\\", "`", "*", "_", "[", "<", "~", " \n")
_ENTITY = re.compile("&#?[A-Za-z0-9]+;")
_PICTURE = re.compile(
    r"!\[([^\\`*_\[\]<~^&\n]*)\]"
    r"\((?!//)([A-Za-z0-9/._-]+)"
    r"(?: \"([^\"\\&\n]*)\")?\)"
)


def simple_body(more: int, reading: Reading) -> Body | None:
    """The body that a simple text makes, what stands before the line `more` being its summary; None for another."""
    blocks = simple_blocks(reading.text, reading.lines)
    return None if blocks is None else _body(blocks, more, reading)


def _body(blocks: list[SimpleBlock], more: int, reading: Reading) -> Body:
    pictures = [_PICTURE.fullmatch(text) if text[0] == "!" and tag == "p" else None for tag, _, text in blocks]
    look = _look("\n\n".join([block.text for block, found in zip(blocks, pictures, strict=True) if found is None]))
    html: list[str] = []
    texts: list[str] = []
    summary = 0
    taken = taken_ids()
    open_list = ""
    for block, picture in zip(blocks, pictures, strict=True):
        tag = block.tag
        if open_list and tag != open_list:
            html.append(f"</{open_list[:2]}>\n")
            open_list = ""
        if picture is not None:
            html.append(_figure(Picture(picture[2], picture[1], picture[3] or ""), block.offset, reading))
            continue
        words, inner, figures = _line(block, look, reading)
        texts.append(words)
        summary += block.offset < more
        if tag == "p":
            html.append(f"<p>{inner}</p>\n" if figures is None else figures)
        elif tag == "blockquote":
            html.append(f"<blockquote>\n<p>{inner}</p>\n</blockquote>\n")
        elif tag[0] == "h":
            name = heading_tag(tag)
            html.append(f'<{name} id="{heading_id(words, taken)}">{inner}</{name}>\n')
        else:
            html.append(f"<li>{inner}</li>\n" if open_list else f"<{tag}>\n<li>{inner}</li>\n")
            open_list = tag
    if open_list:
        html.append(f"</{open_list[:2]}>\n")
    words_before = " ".join(" ".join(texts[:summary]).split()) if summary else ""
    return reading.body("".join(html), count_words(" ".join(texts)), words_before)


class _Look(NamedTuple):
    """What a text holds at all, so that no block is searched for what the whole has not."""

    marks: list[str]
    has_entities: bool
    needs_typography: bool


def _look(text: str) -> _Look:
    marks = [sign for sign in _MARKS if sign in text]
    return _Look(marks, "&" in text and _ENTITY.search(text) is not None, needs_typography(text))


def _figure(picture: Picture, offset: int, reading: Reading) -> str:
    photo = shown_photo(picture, offset, reading)
    return "" if photo is None else figure(photo)


def _line(block: SimpleBlock, look: _Look, reading: Reading) -> tuple[str, str, str | None]:
    """The words of a block, their HTML, and the figures that a paragraph of pictures is."""
    text = block.text
    if (look.marks and any(mark in text for mark in look.marks)) or (look.has_entities and _ENTITY.search(text)):
        from hatinh_news.read.markdown.marked import marked_line  # the parser takes a while to import

        return marked_line(text, block.offset, reading)
    if look.needs_typography:
        text = typographed(text)
    return text, _escaped(text), None


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
