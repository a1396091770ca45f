"""Records as bytes and back: only our own nouns and plain values come out, whatever the bytes were."""

import copyreg
import io
import pickle
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from functools import cache
from operator import attrgetter
from typing import Any, Final
from zoneinfo import ZoneInfo

_OURS: Final = "hatinh_news.model."
_ALLOWED: Final = frozenset(
    (("datetime", "datetime"), ("datetime", "timezone"), ("datetime", "timedelta"), ("zoneinfo", "ZoneInfo"))
)


def _reducer(kind: Any) -> Callable[[Any], Any]:
    """A record by its class and the values of its fields: half as long as what dataclasses do by themselves."""
    values = attrgetter(*(field.name for field in fields(kind)))
    return lambda record: (kind, values(record))


@cache
def _reducers() -> dict[type, Callable[[Any], Any]]:
    """A zone goes by its name: its own way to be pickled wants a function that could reach anything."""
    from hatinh_news.model import article, check, config, fault, images, picture, site, strings

    nouns = [
        value
        for module in (article, check, config, fault, images, picture, site, strings)
        for value in vars(module).values()
        if is_dataclass(value)
    ]
    ours = {noun: _reducer(noun) for noun in nouns if isinstance(noun, type)}
    return {**copyreg.dispatch_table, **ours, ZoneInfo: lambda zone: (ZoneInfo, (zone.key,))}


# Every record names its class, and there are only a dozen.
_makers: Final[dict[tuple[str, str], Any]] = {}


class Damaged(Exception):
    """What was remembered cannot be read; internal to a build, which then remembers nothing."""


class _Reader(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        made = _makers.get((module, name))
        return made if made is not None else self._find(module, name)

    def _find(self, module: str, name: str) -> Any:
        found = super().find_class(module, name) if self._may(module, name) else None
        if not isinstance(found, type):
            raise pickle.UnpicklingError(f"{module}.{name} is none of ours")
        from hatinh_news.model.sharing import MAKERS

        made = _makers[module, name] = MAKERS.get(found, found)
        return made

    @staticmethod
    def _may(module: str, name: str) -> bool:
        return "." not in name and (module.startswith(_OURS) or (module, name) in _ALLOWED)


def freeze(value: object) -> bytes:
    """`value` as bytes."""
    target = io.BytesIO()
    pickler = pickle.Pickler(target, pickle.HIGHEST_PROTOCOL)
    pickler.dispatch_table = _reducers()
    pickler.dump(value)
    return target.getvalue()


def thaw(frozen: bytes) -> Any:
    """The value that was frozen; raises Damaged for bytes that hold anything else."""
    try:
        return _Reader(io.BytesIO(frozen)).load()
    except Exception as error:  # whatever damaged bytes make a reader do
        raise Damaged(str(error)) from error
