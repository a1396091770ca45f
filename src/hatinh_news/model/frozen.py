"""Records as bytes and back: only our own nouns and plain values come out, whatever the bytes were."""

import copyreg
import io
import pickle
from collections import ChainMap
from collections.abc import Callable
from typing import Any, Final
from zoneinfo import ZoneInfo

_OURS: Final = "hatinh_news.model."
_ALLOWED: Final = frozenset(
    (("datetime", "datetime"), ("datetime", "timezone"), ("datetime", "timedelta"), ("zoneinfo", "ZoneInfo"))
)

# A zone by its name: its own way to be pickled wants a function that could reach anything.
_REDUCERS: Final[ChainMap[type, Callable[[Any], Any]]] = ChainMap(
    {ZoneInfo: lambda zone: (ZoneInfo, (zone.key,))}, copyreg.dispatch_table
)


class Damaged(Exception):
    """What was remembered cannot be read; internal to a build, which then remembers nothing."""


class _Reader(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        found = super().find_class(module, name) if self._may(module, name) else None
        if not isinstance(found, type):
            raise pickle.UnpicklingError(f"{module}.{name} is none of ours")
        return found

    @staticmethod
    def _may(module: str, name: str) -> bool:
        return "." not in name and (module.startswith(_OURS) or (module, name) in _ALLOWED)


def freeze(value: object) -> bytes:
    """`value` as bytes."""
    target = io.BytesIO()
    pickler = pickle.Pickler(target, pickle.HIGHEST_PROTOCOL)
    pickler.dispatch_table = _REDUCERS
    pickler.dump(value)
    return target.getvalue()


def thaw(frozen: bytes) -> Any:
    """The value that was frozen; raises Damaged for bytes that hold anything else."""
    try:
        return _Reader(io.BytesIO(frozen)).load()
    except Exception as error:  # whatever damaged bytes make a reader do
        raise Damaged(str(error)) from error
