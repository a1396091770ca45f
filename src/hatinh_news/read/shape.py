"""The shape of what a reader takes: the one source of what editors' tools are told about keys and values."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, TypeVar

R = TypeVar("R", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Shape:
    """What values a reader takes, in the words of JSON Schema, as far as these reach: `schema` of a single value.

    `fields` are the keys of a group, `items` the reader of each entry of a list that may also stand alone; `bare` says
    that a single text may stand for the group. `widget` is what a form would show.
    """

    schema: Mapping[str, Any] = field(default_factory=dict)
    fields: tuple[Any, ...] = ()
    items: Callable[..., Any] | None = None
    bare: bool = False
    widget: str = "string"


_shapes: Final[dict[Callable[..., Any], Shape]] = {}


def shaped(shape: Shape) -> Callable[[R], R]:
    """Says which shape a reader takes."""

    def remembered(read: R) -> R:
        _shapes[read] = shape
        return read

    return remembered


def shape_of(read: Callable[..., Any]) -> Shape:
    """The shape that a reader takes; any text, where it does not say."""
    return _shapes.get(read, TEXT)


def is_shaped(read: Callable[..., Any]) -> bool:
    """Whether a reader says which shape it takes."""
    return read in _shapes


_SCALARS: Final = ["string", "number", "boolean"]

TEXT: Final = Shape({"type": _SCALARS})
FILLED: Final = Shape({"type": _SCALARS, "pattern": r"\S"})


def pattern(regex: str, widget: str = "string") -> Shape:
    """Texts that match."""
    return Shape({"type": "string", "pattern": f"^(?:{regex})$"}, widget=widget)


def any_case(*words: str) -> str:
    """A regular expression for words in small and capital letters."""
    return "|".join("".join(f"[{letter.upper()}{letter}]" for letter in word) for word in words)
