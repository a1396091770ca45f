"""Names by content: the same for equal values in every process, and for nothing else."""

import marshal
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import datetime
from hashlib import blake2b
from operator import attrgetter
from typing import Any, Final, Literal, get_origin

SIZE: Final = 16
_PLAIN: Final = frozenset((str, int, bool, float, bytes, type(None)))


class _Readers(dict[type, Callable[[Any], object]]):
    """How the values of each class are read: finding their fields takes longer than reading them."""

    def __missing__(self, kind: type) -> Callable[[Any], object]:
        read = self[kind] = _reader(kind)
        return read


class _Rows(dict[type, Callable[[Sequence[Any]], object] | None]):
    """How many records of one class are read, where that takes no call for each of them."""

    def __missing__(self, kind: type) -> Callable[[Sequence[Any]], object] | None:
        read = self[kind] = _rows_reader(kind) if is_dataclass(kind) else None
        return read


_readers: Final = _Readers()
_rows: Final = _Rows()


def digest(content: bytes) -> str:
    """A short name for `content` that no other content has."""
    return blake2b(content, digest_size=SIZE).hexdigest()


def short_digest(text: str) -> str:
    """A name for a text that is short enough to be read by people; empty for none."""
    return blake2b(text.encode("utf-8", "replace"), digest_size=5).hexdigest() if text else ""


def name_of(*values: object) -> bytes:
    """The name of values: records, moments, mappings, sequences and plain values, as deep as they go.

    A record that has a `key` is named by it. Format 0 of marshal writes equal values alike, whatever objects they are.
    """
    return blake2b(marshal.dumps(_plain_all(values), 0), digest_size=SIZE).digest()


def _plain(value: Any) -> object:
    """`value` in plain values only."""
    kind = type(value)
    return value if kind in _PLAIN else _readers[kind](value)


def _plain_all(values: Iterable[Any]) -> list[object]:
    """As `_plain` does with each, but without a call for each."""
    readers, plain = _readers, _PLAIN
    return [value if (kind := type(value)) in plain else readers[kind](value) for value in values]


def _sequence(values: Sequence[Any]) -> object:
    """Most sequences are of records of one class: these are read all at once."""
    if not values:
        return []
    kinds = set(map(type, values))
    if len(kinds) == 1 and (read := _rows[kinds.pop()]) is not None:
        return read(values)
    return _plain_all(values)


def _mapping(value: Mapping[str, Any]) -> list[Any]:
    return [[_plain(name), _plain(value[name])] for name in sorted(value)] if value else []


def _reader(kind: type) -> Callable[[Any], object]:
    """How a value of this class is read."""
    if kind is tuple or kind is list:
        return _sequence
    if is_dataclass(kind):
        return _record_reader(kind)
    if issubclass(kind, datetime):
        return datetime.isoformat
    if issubclass(kind, Mapping):
        return _mapping
    if issubclass(kind, frozenset | set):
        return lambda value: sorted(_plain_all(value))  # type: ignore[type-var]
    return str


def _record_reader(kind: Any) -> Callable[[Any], object]:
    """Fields that hold plain values are read all at once, the others each by its own value."""
    plain, others = _fields(kind)
    title, plain_of, others_of = kind.__name__, _values_of(plain), _values_of(others)

    def flat(record: Any) -> object:
        return title, plain_of(record)

    def whole(record: Any) -> object:
        return title, plain_of(record), _plain_all(others_of(record))

    read = whole if others else flat
    if "key" not in plain:
        return read
    return lambda record: record.key or read(record)


def _rows_reader(kind: Any) -> Callable[[Sequence[Any]], object] | None:
    """Records that have keys by these, and those that hold plain values alone."""
    plain, others = _fields(kind)
    if "key" in plain:
        key_of = attrgetter("key")
        return lambda records: keys if all(keys := list(map(key_of, records))) else _plain_all(records)
    if others:
        return None
    title, plain_of = kind.__name__, _values_of(plain)
    return lambda records: (title, list(map(plain_of, records)))


def _fields(kind: Any) -> tuple[list[str], list[str]]:
    """The names of the fields that hold plain values, and of the others."""
    every = fields(kind)
    plain = [field.name for field in every if field.type in _PLAIN or get_origin(field.type) is Literal]
    return plain, [field.name for field in every if field.name not in plain]


def _values_of(names: list[str]) -> Callable[[Any], tuple[Any, ...]]:
    if not names:
        return lambda _record: ()
    if len(names) == 1:
        return lambda record: (getattr(record, names[0]),)
    return attrgetter(*names)
