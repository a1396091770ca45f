"""The short road from a text to its Body, for texts of paragraphs, headings and pictures.

`simple_blocks` tells the blocks of such a text and refuses every text in which a line could mean anything else. Marks
within a block are read by the parser, one block at a time; a block without marks needs none.
"""

import re
from typing import NamedTuple

from hatinh_news.model.article import Body
from hatinh_news.read.markdown.headings import heading_id, heading_tag, taken_ids
from hatinh_news.read.markdown.pictures import Picture, shown_photo
from hatinh_news.read.markdown.reading import Reading, figure_html
from hatinh_news.read.markdown.typography import needs_typography, typographed
from hatinh_news.text.count import count_words


class SimpleBlock(NamedTuple):
    """A heading (`tag` h1 to h6) or a paragraph (`tag` p): its text, and the offset of its first line.

    Not a dataclass, as there are many of them and a named tuple is made in half the time.
    """

    tag: str
    offset: int
    text: str


_REFUSED = ("^", "]:", "\r", "\0")
"""Signs of footnotes and of definitions, which reach from one block into another; what ends lines in an odd way."""

_INNOCENT = frozenset("\"'(),./;!?@$%&{}[]<\\0123456789")
"""What begins a line without beginning a block; a digit must not number a list."""

_NUMBERED = re.compile(r"[0-9]+[.)](?!\S)")
_HARMLESS = re.compile(r"[-+][^\W_]|[*_]{1,2}[^\s*_]|#[^\s#]")
"""Signs that begin lists, rulers, tables or headings, in front of something that says they do not."""

_HEADING = re.compile(r"(#{1,6})[ \t]+([^\s#](?:.*[^\s#])?)[ \t]*")

_MARKS = ("\\", "`", "*", "_", "[", "<", "~", " \n")
_ENTITY = re.compile("&#?[A-Za-z0-9]+;")
_PICTURE = re.compile(
    r"!\[([^\\`*_\[\]<~^&\n]*)\]"
    r"\((?!//)([A-Za-z0-9/._-]+)"
    r"(?: \"([^\"\\&\n]*)\")?\)"
)


def simple_blocks(lines: list[str]) -> list[SimpleBlock] | None:
    """The blocks of a text of headings and paragraphs alone; None where there may be anything else."""
    blocks: list[SimpleBlock] = []
    start = 0
    for number, line in enumerate([*lines, ""]):
        first = line[:1]
        if first.isalpha():
            continue
        if not first or not line.strip(" \t"):
            heading = None
        elif (heading := _HEADING.fullmatch(line)) is None:
            if _begins_text(first, line):
                continue
            return None
        if start < number:
            text = "\n".join(lines[start:number]).rstrip(" \t")
            if text[-1].isspace():
                return None
            blocks.append(SimpleBlock("p", start, text))
        if heading is not None:
            blocks.append(SimpleBlock(f"h{len(heading[1])}", number, heading[2]))
        start = number + 1
    return blocks


def _begins_text(first: str, line: str) -> bool:
    """Whether a line that does not begin with a letter is one of a paragraph's all the same."""
    if first in _INNOCENT:
        return not _NUMBERED.match(line)
    if first.isascii():
        return _HARMLESS.match(line) is not None
    return not first.isspace()


def simple_body(more: int, reading: Reading) -> Body | None:
    """The body that a simple text makes, what stands before the line `more` being its summary; None for another."""
    text = reading.text
    if any(sign in text for sign in _REFUSED) or (blocks := simple_blocks(reading.lines)) is None:
        return None
    return _body(blocks, more, reading)


def _body(blocks: list[SimpleBlock], more: int, reading: Reading) -> Body:
    pictures = [_PICTURE.fullmatch(text) if text[0] == "!" and tag == "p" else None for tag, _, text in blocks]
    look = _look("\n\n".join([block.text for block, found in zip(blocks, pictures, strict=True) if found is None]))
    html: list[str] = []
    texts: list[str] = []
    summary = 0
    taken = taken_ids()
    for block, picture in zip(blocks, pictures, strict=True):
        if picture is not None:
            html.append(_figure(Picture(picture[2], picture[1], picture[3] or ""), block.offset, reading))
            continue
        words, inner, figures = _line(block, look, reading)
        texts.append(words)
        summary += block.offset < more
        if block.tag == "p":
            html.append(f"<p>{inner}</p>\n" if figures is None else figures)
        else:
            tag = heading_tag(block.tag)
            html.append(f'<{tag} id="{heading_id(words, taken)}">{inner}</{tag}>\n')
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
    return "" if photo is None else figure_html(photo)


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
