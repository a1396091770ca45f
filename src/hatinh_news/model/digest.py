"""Names by content: the same for equal values in every process, and for nothing else."""

import marshal
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import datetime
from hashlib import blake2b
from operator import attrgetter
from typing import Any, Final

SIZE: Final = 16
_PLAIN: Final = frozenset((str, int, bool, float, bytes, type(None)))

# Records of one class have the same fields, and finding them takes longer than reading them.
_readers: dict[type, Callable[[Any], object]] = {}


def digest(content: bytes) -> str:
    """A short name for `content` that no other content has."""
    return blake2b(content, digest_size=SIZE).hexdigest()


def name_of(*values: object) -> bytes:
    """The name of values: records, moments, mappings, sequences and plain values, as deep as they go.

    A record that has a `key` is named by it. Format 0 of marshal writes equal values alike, whatever objects they are.
    """
    return blake2b(marshal.dumps([_plain(value) for value in values], 0), digest_size=SIZE).digest()


def _plain(value: Any) -> object:
    """`value` in plain values only."""
    kind = type(value)
    if kind in _PLAIN:
        return value
    if kind is tuple or kind is list:
        return [_plain(each) for each in value]
    read = _readers.get(kind)
    if read is None:
        read = _readers[kind] = _reader(kind)
    return read(value)


def _reader(kind: type) -> Callable[[Any], object]:
    """How a value of this class is read."""
    if is_dataclass(kind):
        return _record_reader(kind)
    if issubclass(kind, datetime):
        return datetime.isoformat
    if issubclass(kind, Mapping):
        return lambda value: [[_plain(name), _plain(value[name])] for name in sorted(value)]
    if issubclass(kind, frozenset | set):
        return lambda value: sorted(_plain(each) for each in value)  # type: ignore[type-var]
    return str


def _record_reader(kind: Any) -> Callable[[Any], object]:
    """Fields that hold plain values are read all at once, the others each by its own value."""
    plain = [field.name for field in fields(kind) if field.type in _PLAIN]
    others = [field.name for field in fields(kind) if field.type not in _PLAIN]
    title, plain_of, others_of = kind.__name__, _values_of(plain), _values_of(others)

    def whole(record: Any) -> object:
        return title, plain_of(record), [_plain(value) for value in others_of(record)]

    if "key" not in plain:
        return whole
    return lambda record: record.key or whole(record)


def _values_of(names: list[str]) -> Callable[[Any], tuple[Any, ...]]:
    if not names:
        return lambda _record: ()
    if len(names) == 1:
        return lambda record: (getattr(record, names[0]),)
    return attrgetter(*names)
