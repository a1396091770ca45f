"""The nodes of a YAML tree; each knows its place in the file.

They are named tuples and no dataclasses: every article has some twenty, and a named tuple is made in half the time.
"""

from typing import NamedTuple, TypeAlias


class Scalar(NamedTuple):
    """`plain` says that it was typed without quotes."""

    value: str
    plain: bool
    line: int
    column: int

    @property
    def is_empty(self) -> bool:
        return self.plain and self.value in {"", "~", "null", "Null", "NULL"}


class Sequence(NamedTuple):
    """A list."""

    nodes: tuple["Node", ...]
    line: int
    column: int


class Mapping(NamedTuple):
    """Keys and their values, in the order in which they stand in the file."""

    pairs: tuple[tuple[Scalar, "Node"], ...]
    line: int
    column: int


Node: TypeAlias = Scalar | Sequence | Mapping
