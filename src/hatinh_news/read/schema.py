"""Keys and the types of their values: one table per file format says what is known, and reads it.

A `Field` is a key with its synonyms and a reader, a function from a YAML node to a value. `read_mapping` reads a whole
mapping: an unknown key, a key given twice and every value of the wrong type are faults, all of them told.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar, cast
from zoneinfo import ZoneInfo

from hatinh_news.model.fault import Fault, Kind, Place
from hatinh_news.read import faults
from hatinh_news.read.yaml_nodes import Mapping, Node, Scalar
from hatinh_news.text.nearest import nearest

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Origin:
    """The file that nodes come from, and the zone of its naive dates."""

    path: str
    zone: ZoneInfo

    def place(self, node: Node) -> Place:
        return Place(self.path, node.line, node.column)


class Wrong(Exception):
    """A value that its field does not take; internal to reading, where it becomes a fault."""

    def __init__(self, kind: Kind, node: Node, **values: object) -> None:
        super().__init__(kind.code)
        self.kind, self.node, self.values = kind, node, values


class WrongInside(Exception):
    """A list or a mapping of which several parts are wrong; internal to reading, like Wrong."""

    def __init__(self, found: "list[Fault | Wrong]") -> None:
        super().__init__(len(found))
        self.found = found


@dataclass(frozen=True, eq=False)
class Field(Generic[T]):
    """One key: `read` gives its value or raises Wrong; an empty value counts as not given."""

    key: str
    read: Callable[[Node, Origin], T]
    synonyms: tuple[str, ...] = ()
    required: bool = False


@dataclass(frozen=True, slots=True)
class Values:
    """What a mapping held, asked for by field."""

    found: dict[str, object]
    nodes: dict[str, Node] = field(default_factory=dict)

    def get(self, wanted: Field[T], default: T) -> T:
        return cast(T, self.found.get(wanted.key, default))

    def find(self, wanted: Field[T]) -> T | None:
        return cast("T | None", self.found.get(wanted.key))

    def place(self, wanted: Field[Any], origin: Origin) -> Place:
        """Where the value stands; the whole file for one that is not given."""
        node = self.nodes.get(wanted.key)
        return Place(origin.path) if node is None else origin.place(node)


def names(fields: Iterable[Field[Any]]) -> dict[str, Field[Any]]:
    """Fields by every spelling of their keys."""
    return {name: field for field in fields for name in (field.key, *field.synonyms)}


def read_mapping(mapping: Mapping, known: dict[str, Field[Any]], origin: Origin) -> tuple[Values, list[Fault]]:
    """The values of a mapping by the fields that are known, and all that is wrong with it."""
    values, found, meant = Values({}), list[Fault](), set[str]()
    for key, node in mapping.pairs:
        field = known.get(key.value)
        if field is None:
            near = nearest(key.value, known)
            meant.add(known[near].key if near else "")
            found.append(_unknown(key, near, origin))
        elif field.key in values.nodes:
            found.append(faults.KEY_TWICE.at(origin.place(key), key=key.value, canonical=field.key))
        else:
            values.nodes[field.key] = node
            found += _read_value(field, node, values, origin)
    missing = [field.key for field in known.values() if field.required and field.key not in values.nodes]
    for name in dict.fromkeys(missing):
        if name not in meant:
            found.append(faults.MISSING_KEY.at(Place(origin.path, mapping.line, mapping.column), key=name))
    return values, found


def _read_value(field: Field[Any], node: Node, values: Values, origin: Origin) -> list[Fault]:
    if isinstance(node, Scalar) and node.is_empty and not field.required:
        return []
    try:
        values.found[field.key] = field.read(node, origin)
    except Wrong as wrong:
        return [_fault(wrong, field, origin)]
    except WrongInside as inside:
        return [_fault(wrong, field, origin) if isinstance(wrong, Wrong) else wrong for wrong in inside.found]
    return []


def _fault(wrong: Wrong, field: Field[Any], origin: Origin) -> Fault:
    return wrong.kind.at(origin.place(wrong.node), key=field.key, **wrong.values)


def _unknown(key: Scalar, near: str | None, origin: Origin) -> Fault:
    if near is None:
        return faults.UNKNOWN_KEY.at(origin.place(key), key=key.value)
    return faults.UNKNOWN_KEY_NEAR.at(origin.place(key), key=key.value, nearest=near)
