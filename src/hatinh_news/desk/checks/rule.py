"""A rule: a pure function from the sheet of a file to what it finds there."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeAlias

from hatinh_news.desk.checks.finding import Finding
from hatinh_news.desk.checks.sheet import Sheet
from hatinh_news.model.check import CheckSettings
from hatinh_news.model.fault import Kind

Find: TypeAlias = Callable[[Sheet, CheckSettings], Iterable[Finding]]


@dataclass(frozen=True, slots=True)
class Rule:
    """`find` yields findings of `kinds`, and of no other."""

    kinds: tuple[Kind, ...]
    find: Find

    @property
    def codes(self) -> frozenset[str]:
        return frozenset(kind.code for kind in self.kinds)
