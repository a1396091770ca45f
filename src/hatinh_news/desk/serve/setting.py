"""The setting of a preview: what both of its processes know from the beginning."""

import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Clock:
    """The clock of a preview: the world's, or one that was set to a moment when it began, and goes on from there."""

    fixed: datetime | None = None
    began: float = field(default_factory=time.monotonic)

    def now(self) -> datetime:
        if self.fixed is None:
            return datetime.now(UTC)
        return self.fixed + timedelta(seconds=time.monotonic() - self.began)


@dataclass(frozen=True, slots=True)
class Setting:
    """What is shown, and in which words.

    `words` are what the script says, by their names; `waiting` is the page of those who come too early; `run` tells
    this run of the program from every other.
    """

    site: Path
    out: Path
    base_url: str
    bind: str
    port: int
    language: str
    words: Mapping[str, str] = field(default_factory=dict)
    waiting: str = ""
    run: str = ""
    clock: Clock = field(default_factory=Clock)
    watched: tuple[Path, ...] = ()
    poll: bool = False

    def now(self) -> datetime:
        return self.clock.now()
