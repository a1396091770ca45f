"""Readers: a YAML node as text, a flag, a moment, a list…, or the fault that says what it should have been."""

import collections.abc as typing
import re
from collections.abc import Callable
from datetime import datetime
from typing import Any, TypeVar

from hatinh_news.model.article import Link, Reference
from hatinh_news.model.fault import Fault
from hatinh_news.read import faults
from hatinh_news.read.schema import Field, Origin, Values, Wrong, WrongInside, names, read_mapping
from hatinh_news.read.shape import FILLED, TEXT, Shape, any_case, pattern, shaped
from hatinh_news.read.yaml_nodes import Mapping, Node, Scalar, Sequence
from hatinh_news.text.clean import clean_line
from hatinh_news.text.dates import NoSuchDate, NotADate, parse_moment
from hatinh_news.text.slug import slug

T = TypeVar("T")

TRUE = frozenset({"true", "yes", "on", "có"})
FALSE = frozenset({"false", "no", "off", "không"})
_WHOLE_NUMBER = re.compile(r"[0-9]{1,9}")
_DECIMAL = re.compile(r"[+-]?[0-9]{1,15}\.[0-9]{1,15}")
_SLUG = re.compile(r"[A-Za-z0-9][A-Za-z0-9._~-]*")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_WEB_ADDRESS = re.compile(r"https?://[^\s/?#]+[^\s]*", re.IGNORECASE)
_TEMPLATE = re.compile(r"[A-Za-z0-9_-]+(\.html)?")


@shaped(TEXT)
def line(node: Node, _origin: Origin) -> str:
    """Text on one line."""
    if not isinstance(node, Scalar):
        raise Wrong(faults.NOT_TEXT, node)
    return clean_line(node.value)


@shaped(FILLED)
def filled_line(node: Node, origin: Origin) -> str:
    """Text that may not be empty."""
    if not (text := "" if isinstance(node, Scalar) and node.is_empty else line(node, origin)):
        raise Wrong(faults.EMPTY_TEXT, node)
    return text


_FLAGS: list[object] = [
    {"type": "boolean"},
    {"type": "string", "pattern": f"^(?:{any_case(*sorted(TRUE | FALSE))})$"},
]
_YEAR_FIRST = r"(?:19|2[0-9])[0-9]{2}([-/.]?)(?:0?[1-9]|1[0-2])\1(?:0?[1-9]|[12][0-9]|3[01])(?:[\sT,|–-].*)?"
_DAY_FIRST = r"(?![0-9]{4}).*[0-9]{1,2}.*(?:19|2[0-9])[0-9]{2}.*"
_MOMENTS: list[object] = [
    {"type": "string", "pattern": f"^(?:{_YEAR_FIRST}|{_DAY_FIRST})$"},
    {"type": "integer", "minimum": 19_000_101, "maximum": 29_991_231},
]


@shaped(Shape({"anyOf": _FLAGS}, widget="boolean"))
def flag(node: Node, _origin: Origin) -> bool:
    if isinstance(node, Scalar) and (word := node.value.casefold()) in TRUE | FALSE:
        return word in TRUE
    raise Wrong(faults.NOT_A_FLAG, node, found=_shown(node))


@shaped(Shape({"anyOf": _MOMENTS}, widget="datetime"))
def moment(node: Node, origin: Origin) -> datetime:
    """A date with or without time, in the paper's zone."""
    if not isinstance(node, Scalar):
        raise Wrong(faults.NOT_A_DATE, node, found=_shown(node))
    try:
        return parse_moment(clean_line(node.value), origin.zone)
    except NoSuchDate as error:
        raise Wrong(faults.NO_SUCH_DATE, node, found=_shown(node)) from error
    except NotADate as error:
        raise Wrong(faults.NOT_A_DATE, node, found=_shown(node)) from error


@shaped(Shape({"anyOf": [*_FLAGS, *_MOMENTS]}, widget="datetime"))
def flag_or_moment(node: Node, origin: Origin) -> bool | datetime:
    """`published: false` makes a draft; `published: 2025-02-28` is the date."""
    if isinstance(node, Scalar) and node.value.casefold() in TRUE | FALSE:
        return flag(node, origin)
    return moment(node, origin)


def whole_number(least: int, most: int) -> Callable[[Node, Origin], int]:
    """A reader of whole numbers from `least` to `most`."""

    def read(node: Node, _origin: Origin) -> int:
        if isinstance(node, Scalar) and _WHOLE_NUMBER.fullmatch(node.value) and least <= int(node.value) <= most:
            return int(node.value)
        raise Wrong(faults.NOT_A_NUMBER, node, found=_shown(node), least=least, most=most)

    return shaped(Shape({"type": "integer", "minimum": least, "maximum": most}, widget="number"))(read)


def one_of(*words: str) -> Callable[[Node, Origin], str]:
    """A reader of one of a few words."""

    def read(node: Node, _origin: Origin) -> str:
        if isinstance(node, Scalar) and node.value in words:
            return node.value
        raise Wrong(faults.NOT_ONE_OF, node, found=_shown(node), choices=", ".join(words))

    return shaped(Shape({"enum": list(words)}, widget="select"))(read)


def is_slug(text: str) -> bool:
    """Whether `text` can be a piece of an address."""
    return _SLUG.fullmatch(text) is not None


@shaped(pattern(_SLUG.pattern))
def slug_text(node: Node, origin: Origin) -> str:
    """A piece of an address: Latin letters, digits, hyphens."""
    text = filled_line(node, origin)
    if is_slug(text):
        return text
    raise Wrong(faults.BAD_SLUG, node, found=text, example=slug(text) or "ten-bai")


@shaped(pattern(_LANGUAGE.pattern))
def language(node: Node, origin: Origin) -> str:
    text = line(node, origin)
    if _LANGUAGE.fullmatch(text):
        return text
    raise Wrong(faults.BAD_LANGUAGE, node, found=text)


@shaped(pattern(_TEMPLATE.pattern))
def template_name(node: Node, origin: Origin) -> str:
    text = line(node, origin)
    if _TEMPLATE.fullmatch(text):
        return text if text.endswith(".html") else f"{text}.html"
    raise Wrong(faults.BAD_TEMPLATE_NAME, node, found=text)


def one_or_many(read: Callable[[Node, Origin], T]) -> Callable[[Node, Origin], tuple[T, ...]]:
    """A reader of a list whose single value may stand alone; empty values are left out."""

    def read_all(node: Node, origin: Origin) -> tuple[T, ...]:
        nodes = node.nodes if isinstance(node, Sequence) else (node,)
        found, wrong = list[T](), list[Fault | Wrong]()
        for each in nodes:
            if isinstance(each, Scalar) and each.is_empty:
                continue
            try:
                found.append(read(each, origin))
            except Wrong as one:
                wrong.append(one)
            except WrongInside as inside:
                wrong += inside.found
        if wrong:
            raise WrongInside(wrong)
        return tuple(found)

    return shaped(Shape(items=read, widget="list"))(read_all)


_each_line = one_or_many(line)


@shaped(Shape(items=line, widget="list"))
def lines(node: Node, origin: Origin) -> tuple[str, ...]:
    """Names, each once."""
    return tuple(dict.fromkeys(filter(None, _each_line(node, origin))))


@shaped(FILLED)
def reference(node: Node, origin: Origin) -> Reference:
    return Reference(filled_line(node, origin), origin.place(node))


def record(fields: tuple[Field[Any], ...], build: Callable[[Values], T]) -> Callable[[Node, Origin], T]:
    """A reader of a mapping with keys of its own."""
    known = names(fields)

    def read(node: Node, origin: Origin) -> T:
        if not isinstance(node, Mapping):
            raise Wrong(faults.NOT_KEYS, node, keys=", ".join(field.key for field in fields))
        values, found = read_mapping(node, known, origin)
        if found:
            raise WrongInside([*found])
        return build(values)

    return shaped(Shape(fields=fields, widget="object"))(read)


@shaped(pattern(r"[hH][tT][tT][pP][sS]?://[^\s/?#]+\S*"))
def web_address(node: Node, origin: Origin) -> str:
    """The whole address of a page elsewhere: nothing else may become a link that readers follow."""
    text = filled_line(node, origin)
    if not _WEB_ADDRESS.fullmatch(text):
        raise Wrong(faults.BAD_WEB_ADDRESS, node, found=text)
    return text


_LINK_NAME = Field("name", filled_line, ("title",), required=True)
_LINK_URL = Field("url", web_address, required=True)
links = one_or_many(
    record((_LINK_NAME, _LINK_URL), lambda found: Link(found.get(_LINK_NAME, ""), found.get(_LINK_URL, "")))
)
"""Pages elsewhere."""


@shaped(Shape({"type": "object"}, widget="object"))
def free(node: Node, origin: Origin) -> typing.Mapping[str, object]:
    """The site's own keys, as plain values for templates."""
    if not isinstance(node, Mapping):
        raise Wrong(faults.NOT_KEYS, node, keys="…")
    return {clean_line(key.value): _free_value(value, origin) for key, value in node.pairs}


def _free_value(node: Node, origin: Origin) -> object:
    if isinstance(node, Mapping):
        return free(node, origin)
    if isinstance(node, Sequence):
        return [_free_value(each, origin) for each in node.nodes]
    return _free_scalar(node)


def _free_scalar(node: Scalar) -> object:
    if node.is_empty:
        return None
    if node.plain and node.value in {"true", "false"}:
        return node.value == "true"
    if node.plain and _WHOLE_NUMBER.fullmatch(node.value) and str(int(node.value)) == node.value:
        return int(node.value)
    if node.plain and _DECIMAL.fullmatch(node.value):
        return float(node.value)
    return clean_line(node.value)


def _shown(node: Node) -> str:
    """What the editor typed, short enough to be quoted."""
    if isinstance(node, Scalar):
        return node.value if len(node.value) <= 60 else node.value[:59] + "…"
    return "[…]" if isinstance(node, Sequence) else "{…}"
