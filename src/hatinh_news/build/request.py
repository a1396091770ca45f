"""What a build is asked to do, and how it is followed."""

import os
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import TypeAlias

from hatinh_news.model.config import Shown

Progress: TypeAlias = Callable[[str, int, int], None]
"""Told the stage, how many of its files or pages are done, and how many there are."""


@dataclass(frozen=True, slots=True)
class Awaited:
    """Files of the output folder that somebody waits for: `proof` is told path and bytes before the build is done.

    These are pages of articles that were edited, with the lists under articles that are known, in which alone what is
    written may differ; style sheets and the like that were edited; and of many pages those at `paths`.
    """

    proof: Callable[[str, bytes], None]
    paths: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Previews:
    """What the output folder is to hold instead of the newspaper: previews of articles that are not public.

    Their addresses are made with `key`, that of the site where it is empty; `public` is the newspaper's own folder,
    which is never mixed with theirs.
    """

    public: Path
    key: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Request:
    """What to build: `base_url` wins over the site's own; `executor` and `workers` as workers.crew takes them.

    With `plain_names` stylesheets and scripts go by the names they have in static/, so that an edit of one is no edit
    of every page. With `previews` these are built, and not the newspaper. With `verify` nothing that earlier builds
    remember is believed: all is read and made again, and held against it.
    """

    site: Path
    out: Path
    now: datetime
    base_url: str = ""
    shown: Shown = Shown()
    strict: bool = False
    workers: int = 0
    executor: str = ""
    verify: bool = False
    plain_names: bool = False
    previews: Previews | None = None

    @property
    def absolute(self) -> "Request":
        """The same request whatever folder a worker runs in."""
        asked = self.previews
        apart = replace(asked, public=asked.public.absolute()) if asked is not None else None
        return replace(self, site=self.site.absolute(), out=self.out.absolute(), previews=apart)


def unwatched(_stage: str, _done: int, _total: int) -> None:
    """The progress of a build that nobody watches."""


def _busy() -> float:
    """The processors' seconds of this process and of its children that have ended."""
    return time.process_time() + sum(os.times()[2:4])


@dataclass(slots=True)
class Watch:
    """Seconds of each stage, as they pass: of the wall, and of all processors, children included."""

    seconds: dict[str, float] = field(default_factory=dict)
    cpu: dict[str, float] = field(default_factory=dict)
    _began: float = field(default_factory=time.perf_counter)
    _busy: float = field(default_factory=_busy)

    def lap(self, stage: str) -> None:
        """Ends a stage."""
        now, busy = time.perf_counter(), _busy()
        self.seconds[stage] = round(self.seconds.get(stage, 0.0) + now - self._began, 4)
        self.cpu[stage] = round(self.cpu.get(stage, 0.0) + busy - self._busy, 4)
        self._began, self._busy = now, busy
