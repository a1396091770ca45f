"""What site.yaml says of hosts: headers and budgets."""

import re
from collections.abc import Iterator

from hatinh_news.model.fault import Fault
from hatinh_news.model.hosting import KB, Budgets, HeaderLines, HeaderSettings
from hatinh_news.read import faults, site_faults, values
from hatinh_news.read.schema import Field, Origin, Values, Wrong, WrongInside
from hatinh_news.read.shape import Shape, any_case, pattern, shaped
from hatinh_news.read.yaml_nodes import Mapping, Node, Scalar

_NAME = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`|~-]+")
_PATH = re.compile(r"/[!-~]*")
_SIZE = re.compile(r"([0-9]{1,6}(?:[.,][0-9]{1,3})?) ?([kKmM]?[bB])?")
_COLOR = re.compile(r"#[0-9A-Fa-f]{6}")
_NO_LIMIT = tuple(sorted(values.FALSE))
_UNITS = {"B": 1, "KB": KB, "MB": KB * KB}


_SIZES = Shape(
    {
        "anyOf": [
            {"type": "string", "pattern": f"^\\s*(?:{_SIZE.pattern}|{any_case(*_NO_LIMIT)})\\s*$"},
            {"type": "integer", "minimum": 0, "maximum": 999_999},
            {"const": False},
        ]
    }
)
_LINE = {"type": ["string", "number", "boolean"], "pattern": r"^[\x00-\x7f]*$"}
_LINES = {"type": "object", "additionalProperties": False, "patternProperties": {f"^{_NAME.pattern}$": _LINE}}
_HEADERS = Shape(
    {
        "anyOf": [
            {"type": "boolean"},
            {
                "type": "object",
                "additionalProperties": False,
                "patternProperties": {f"^{_PATH.pattern}$": _LINES, f"^{_NAME.pattern}$": _LINE},
            },
        ]
    },
    widget="object",
)


@shaped(pattern(_COLOR.pattern))
def color(node: Node, origin: Origin) -> str:
    """A colour as browsers write it, `#123f4a`."""
    text = values.filled_line(node, origin)
    if not _COLOR.fullmatch(text):
        raise Wrong(site_faults.BAD_COLOR, node, found=text)
    return text


@shaped(_SIZES)
def size(node: Node, origin: Origin) -> int:
    """A number of bytes: `40 KB`, `1.5 MB`, `900`; `off` is no limit."""
    text = values.filled_line(node, origin)
    if text.casefold() in _NO_LIMIT:
        return 0
    found = _SIZE.fullmatch(text)
    if not found:
        raise Wrong(site_faults.BAD_SIZE, node, found=text)
    return round(float(found[1].replace(",", ".")) * _UNITS[(found[2] or "B").upper()])


BUDGETS: tuple[Field[int], ...] = tuple(Field(name, size) for name in Budgets.__dataclass_fields__)


def _budgets(found: Values) -> Budgets:
    return Budgets(**{field.key: found.get(field, getattr(Budgets(), field.key)) for field in BUDGETS})


budgets = values.record(BUDGETS, _budgets)


@shaped(_HEADERS)
def headers(node: Node, origin: Origin) -> HeaderSettings:
    """`false`, or headers by name; below a path, headers for what lies there."""
    if isinstance(node, Scalar):
        return HeaderSettings(wanted=values.flag(node, origin))
    everywhere: list[tuple[str, str]] = []
    by_path: list[tuple[str, HeaderLines]] = []
    wrong: list[Fault | Wrong] = []
    for key, value in _pairs(node):
        try:
            if key.value.startswith("/"):
                by_path.append((_path(key), tuple(_header(*pair, origin) for pair in _pairs(value))))
            else:
                everywhere.append(_header(key, value, origin))
        except Wrong as one:
            wrong.append(one)
    if wrong:
        raise WrongInside(wrong)
    return HeaderSettings(everywhere=tuple(everywhere), by_path=tuple(by_path))


def _pairs(node: Node) -> Iterator[tuple[Scalar, Node]]:
    if not isinstance(node, Mapping):
        raise Wrong(faults.NOT_KEYS, node, keys="Content-Security-Policy, …")
    yield from node.pairs


def _path(key: Scalar) -> str:
    if not _PATH.fullmatch(key.value):
        raise Wrong(site_faults.BAD_HEADER, key, found=key.value)
    return key.value


def _header(key: Scalar, value: Node, origin: Origin) -> tuple[str, str]:
    if not _NAME.fullmatch(key.value):
        raise Wrong(site_faults.BAD_HEADER, key, found=key.value)
    text = values.line(value, origin)
    if not text.isascii():
        raise Wrong(site_faults.BAD_HEADER, value, found=text)
    return key.value, text
