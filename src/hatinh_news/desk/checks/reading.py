"""A file's bytes as a sheet for rules: exactly as it is typed, where a build would clean it first."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from hatinh_news.desk.checks.sheet import READ_KEYS, Picture, Sheet, Sort, Value, prose_of
from hatinh_news.model.fault import Fault, Place
from hatinh_news.read import front_matter as keys
from hatinh_news.read import yaml_plain
from hatinh_news.read.decode import as_typed
from hatinh_news.read.markdown.pictures import caption_and_credit
from hatinh_news.read.sources import is_page, is_profile
from hatinh_news.read.split import split
from hatinh_news.read.yaml_nodes import Mapping as YamlMapping
from hatinh_news.read.yaml_nodes import Node, Scalar, Sequence

_BOM: Final = b"\xef\xbb\xbf"
_PICTURE: Final = re.compile(r"""!\[([^\]]*)\]\((\0+)(?:[ \n]+(?:"([^"]*)"|'([^']*)'))?[ ]*\)""")
_ESCAPING: Final = re.compile(r'(?:[^"\\\n]|\\.)*')
_YES: Final = frozenset({"true", "yes", "on", "có"})
_OWN_KEYS: Final[Mapping[str, str]] = {
    name: field.key for field in (*keys.ARTICLE_FIELDS, *keys.AUTHOR_FIELDS) for name in (field.key, *field.synonyms)
}


@dataclass(frozen=True)
class Typed:
    """The text of a file as it was typed, lines ending with bare newlines; `raw` has the line ends of its own."""

    raw: str
    has_bom: bool = False

    @cached_property
    def text(self) -> str:
        return self.raw.replace("\r\n", "\n") if "\r" in self.raw else self.raw

    @cached_property
    def _dropped(self) -> list[int]:
        """Offsets in `text` of the newlines that had a return in front of them."""
        if "\r" not in self.raw:
            return []
        return [found.start() - number for number, found in enumerate(re.finditer("\r\n", self.raw))]

    def raw_offset(self, offset: int) -> int:
        """Where in `raw` a place of `text` stands; that of a newline is in front of its return."""
        return offset + bisect_left(self._dropped, offset)

    @cached_property
    def starts(self) -> list[int]:
        """Where each line begins."""
        return [0, *(found.end() for found in re.finditer("\n", self.text))]

    def place(self, path: str, offset: int) -> Place:
        line = bisect_right(self.starts, offset)
        return Place(path, line, offset - self.starts[line - 1] + 1)

    def offset(self, place: Place) -> int:
        """The offset of a place's line and column."""
        if not 0 < place.line <= len(self.starts):
            return 0
        return self.starts[place.line - 1] + max(place.column - 1, 0)

    def encoded(self, raw: str) -> bytes:
        """Another text as the bytes of the file."""
        return (_BOM if self.has_bom else b"") + raw.encode("utf-8", "surrogatepass")


def typed(raw: bytes, path: str) -> Typed | None:
    """The text of a file; None for one that a build does not read either."""
    text = as_typed(raw, path)
    return None if isinstance(text, Fault) else Typed(text, raw.startswith(_BOM))


def sheet(path: str, source: Typed) -> Sheet | None:
    """The sheet of the file at `path` below content/; None where its front matter cannot be told from its text."""
    text = source.text
    parts = split(text, path)
    if isinstance(parts, Fault):
        return None
    body = len(text) - len(parts.body)
    tree = yaml_plain.parse(parts.front, path, parts.front_line)
    values = {} if isinstance(tree, Fault) else _values(tree, source)
    prose = prose_of(parts.body)
    sort: Sort = "profile" if is_profile(path) else "page" if is_page(path) else "article"
    pictures = (*_lead(values), *_pictures(prose, text, body))
    return Sheet(path, text, body, sort, prose, values, pictures, _is_draft(values))


def _values(tree: YamlMapping, source: Typed) -> dict[str, tuple[Value, ...]]:
    found: dict[str, tuple[Value, ...]] = {}
    for key, node in tree.pairs:
        name = _OWN_KEYS.get(key.value)
        if name in READ_KEYS:
            found[name] = tuple(_value(name, one, source) for one in _scalars(node))
    return found


def _scalars(node: Node) -> Iterator[Scalar]:
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Sequence):
        yield from (one for one in node.nodes if isinstance(one, Scalar))


def _value(key: str, node: Scalar, source: Typed) -> Value:
    """The text of a node, and how it is written where that is on one line, without escapes."""
    start = source.starts[node.line - 1] + node.column - 1
    text, value = source.text, node.value
    if node.is_empty:
        return Value(key, "", start)
    if node.plain:
        return Value(key, value, start, value if text.startswith(value, start) else "")
    quote = text[start : start + 1]
    if quote not in "\"'":
        return Value(key, value, start)
    if text.startswith(value + quote, start + 1) and quote not in value and "\n" not in value:
        return Value(key, value, start + 1, value, quote)
    inside = _ESCAPING.match(text, start + 1) if quote == '"' else None
    if inside is not None and inside[0].replace('\\"', '"') == value and "\\\\" not in inside[0]:
        return Value(key, value, start + 1, inside[0], quote)
    return Value(key, value, start)


def _lead(values: Mapping[str, tuple[Value, ...]]) -> Iterator[Picture]:
    image = values.get("image", ())
    if image and image[0].text:
        alt, caption, credit = (
            values[key][0].text if values.get(key) else "" for key in ("image_alt", "image_caption", "image_credit")
        )
        yield Picture(image[0].text, alt, caption, credit, image[0].start, lead=True)


def _pictures(prose: str, text: str, body: int) -> Iterator[Picture]:
    if "![" not in prose:
        return
    for found in _PICTURE.finditer(prose):
        start, end = found.span(2)
        alt_start, alt_end = found.span(1)
        title = found.span(3) if found[3] is not None else found.span(4)
        written = text[body + title[0] : body + title[1]] if title[0] >= 0 else ""
        caption, credit = caption_and_credit(written)
        target = text[body + start : body + end].strip("<>")
        yield Picture(target, text[body + alt_start : body + alt_end].strip(), caption, credit, body + found.start())


def _is_draft(values: Mapping[str, tuple[Value, ...]]) -> bool:
    def said(key: str) -> str:
        return values[key][0].text.casefold() if values.get(key) else ""

    return said("draft") in _YES or said("status") == "draft" or said("published") in {"false", "no", "off", "không"}
