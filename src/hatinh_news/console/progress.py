"""How far a stage is."""

import sys
import time
from collections.abc import Callable
from types import TracebackType
from typing import Any, Self

import click

from hatinh_news.console.manner import Manner, print_lines, stage_name


class Progress:
    """Shows how far a stage is, once it has lasted for a second: as a bar on a terminal, else as a line at its end."""

    def __init__(self, manner: Manner, clock: Callable[[], float] = time.monotonic) -> None:
        self._manner = manner
        self._clock = clock
        self._stage = ""
        self._began = 0.0
        self._bar: Any = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._close()

    def __call__(self, stage: str, done: int, total: int) -> None:
        if self._manner.quiet or self._manner.as_json:
            return
        if stage != self._stage:
            self._close()
            self._stage, self._began = stage, self._clock()
        if total and self._clock() - self._began >= 1:
            self._show(done, total)

    def _show(self, done: int, total: int) -> None:
        name = stage_name(self._stage, self._manner.say)
        if not sys.stderr.isatty():
            if done == total:
                print_lines([f"{name}: {self._manner.number(done)}"], to_stderr=True)
            return
        if self._bar is None:
            self._bar = click.progressbar(length=total, label=name, file=sys.stderr, show_pos=True)
            self._bar.__enter__()
        self._bar.update(done - self._bar.pos)

    def _close(self) -> None:
        if self._bar is not None:
            self._bar.__exit__(None, None, None)
            self._bar = None
