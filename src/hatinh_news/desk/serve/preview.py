"""The preview: builds whenever a file or the clock gives reason to, and tells the window what became of it."""

import time
from collections.abc import Callable, Collection, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from multiprocessing.connection import Connection
from typing import Any, Final, TypeAlias

from hatinh_news.build.request import Awaited, Request
from hatinh_news.build.sitting import Sitting
from hatinh_news.desk.serve.bursts import Burst, burst
from hatinh_news.desk.serve.excerpts import slips
from hatinh_news.desk.serve.notes import Blind, Done, Looked, Proof, Stage, Standing, ToDesk, Touch, ToWindow
from hatinh_news.desk.serve.setting import Setting
from hatinh_news.desk.serve.standing import standing_of
from hatinh_news.ledger import Output
from hatinh_news.messages import translator
from hatinh_news.model.errors import CannotBuild, HatinhNewsError
from hatinh_news.model.fault import Fault
from hatinh_news.model.report import Report


@dataclass(frozen=True, slots=True)
class Built:
    """A build that came to its end: what set it off (files from the site's folder on; none for the clock), and how many
    seconds passed from there; `faults` are others than before where `news` says so."""

    report: Report
    paths: tuple[str, ...]
    seconds: float
    first: bool = False
    news: bool = True


@dataclass(frozen=True, slots=True)
class Refused:
    """A build that could not be: the pages stay as they are."""

    faults: tuple[Fault, ...]


Told: TypeAlias = Built | Refused | Blind
Tell: TypeAlias = Callable[[Told], None]

_AGAIN: Final = 0.7
"""Seconds after folders came or went until all is looked at once more: the system may have told of them too late."""

_RETRY: Final = 2.0
_OFTEN: Final = 1.0
_SHARE: Final = 20
"""Of the time that looking takes, the times that pass until it is done again, where nobody tells what happens."""

_SOME: Final = 64
"""So many articles are looked up before their pages are shown again; of more it is told a moment later."""

_ASLEEP: Final = 30.0
"""Seconds after which the clock is asked again: a computer that slept has another time than was thought."""


def preview(request: Request, setting: Setting, pipe: Connection, tell: Tell) -> None:
    """Builds and tells until the window goes; raises what a first build raises that finds no newspaper."""
    with Sitting(request) as sitting:
        _Desk(setting, pipe, tell, sitting).work()


class _Desk:
    """What the desk of a preview knows between two builds."""

    def __init__(self, setting: Setting, pipe: Connection, tell: Tell, sitting: Sitting) -> None:
        self.setting, self.pipe, self.tell, self.sitting = setting, pipe, tell, sitting
        self.say = translator(setting.language)
        self.outputs: Mapping[str, Output] = {}
        self.lost: dict[str, str] = {}
        self.proved = False
        self.looked = frozenset[str]()
        self.faults: tuple[Fault, ...] = ()
        self.due: datetime | None = None
        self.again: float | None = None
        self.every: float | None = None
        self.first = True
        self.spoke = 0.0
        self.burst: Burst | None = None

    def work(self) -> None:
        """Builds at once, and then whenever there is reason to."""
        self._build(None, (), time.monotonic())
        while True:
            if self.pipe.poll(self._patience()):
                try:
                    self._hear(self.pipe.recv())
                except EOFError:
                    return
            now = time.monotonic()
            if self.burst is not None and now >= self.burst.ready and not self.pipe.poll(0):
                self._build_for(self.burst)
            elif self.burst is None and self.again is not None and now >= self.again:
                self.again = None
                self._build(None, (), now)
            elif self.burst is None and self.due is not None and self.setting.now() >= self.due:
                self._build(None if self.every is not None else (), (), now)

    def _patience(self) -> float:
        """Seconds until there is something to do without news."""
        now = time.monotonic()
        ends = [_ASLEEP]
        if self.burst is not None:
            ends.append(self.burst.ready - now)
        elif self.again is not None:
            ends.append(self.again - now)
        if self.due is not None and self.burst is None:
            ends.append((self.due - self.setting.now()).total_seconds())
        return max(0.0, min(ends))

    def _hear(self, note: ToDesk) -> None:
        now = time.monotonic()
        if isinstance(note, Looked):
            self.looked = note.paths
            return
        if isinstance(note, Touch):
            self.burst = burst(note, now) if self.burst is None else self.burst.and_then(note, now)
            return
        self.every = _OFTEN
        self._look_again(_OFTEN)
        self.tell(note)

    def _build_for(self, happened: Burst) -> None:
        self.burst = None
        if happened.empty:
            return
        touched = None if self.every is not None else happened.touched
        self._build(touched, tuple(sorted(map(self._named, happened.paths))), happened.last)
        if happened.folders or len(happened.paths) > len(happened.touched or ()):
            self._look_again(_AGAIN)

    def _named(self, file: str) -> str:
        return file.removeprefix(f"{self.setting.site}/")

    def _look_again(self, seconds: float) -> None:
        until = time.monotonic() + seconds
        self.again = until if self.again is None else min(self.again, until)

    def _build(self, touched: Collection[str] | None, paths: tuple[str, ...], since: float) -> None:
        """Builds once; where that cannot be, the pages stay as they are, unless there never were any."""
        began = time.monotonic()
        self.proved = False
        try:
            awaited = Awaited(self._prove, self.looked)
            report = self.sitting.build(self.setting.now(), touched, awaited, self._progress)
        except HatinhNewsError as error:
            if self.first and not (isinstance(error, CannotBuild) and (self.setting.site / "content").is_dir()):
                raise
            self._refused(error.faults)
            return
        news = self.faults != report.faults
        self.faults, self.due = report.faults, report.due
        different = self.first or news or report.written or report.removed
        if different or self.proved:
            self._told_window()
        if different or paths:
            self.tell(Built(report, paths, time.monotonic() - since, self.first, news))
        self.first = False
        if self.every is not None:
            self.every = max(_OFTEN, _SHARE * (time.monotonic() - began))
            self._look_again(self.every)

    def _refused(self, faults: tuple[Fault, ...]) -> None:
        if faults != self.faults:
            self.tell(Refused(faults))
        self.faults = faults
        self._send(self._done())
        self._look_again(_RETRY)

    def _told_window(self) -> None:
        """Tells what is new; after a first build nobody has seen anything that could be old."""
        before, after = self.outputs, self.sitting.outputs
        self.outputs = after
        if self.first:
            self._send(self._done())
            self._send(self._done(standings=self._standings(after)))
            return
        changed = frozenset(path for path, one in after.items() if path not in before or before[path][0] != one[0])
        gone = before.keys() - after.keys()
        standings = self._standings(changed) if len(changed) <= _SOME else {}
        lost = self.lost | {path: before[path][3] for path in gone if before[path][3]}
        faulty = {fault.place.path for fault in self.faults if fault.is_error}
        self.lost = {
            path: source for path, source in lost.items() if f"content/{source}" in faulty and path not in after
        }
        note = self._done(moved=moved(before, after), standings=standings | dict.fromkeys(gone))
        self._send(replace(note, changed=changed | gone))
        if len(changed) > _SOME:
            self._send(self._done(standings=self._standings(changed)))

    def _done(self, **more: Any) -> Done:
        """The note that a build is done, with the faults, and which pages are gone only because of these."""
        found = slips(self.faults, self.setting.site, self.say)
        return Done(slips=found, kept=frozenset(self.lost), shown=not self.first or bool(self.outputs), **more)

    def _standings(self, paths: Collection[str]) -> dict[str, Standing | None]:
        """How the articles stand whose pages are at `paths`; None for those of which there is nothing to say."""
        pages = {self.outputs[path][3]: path for path in paths if self.outputs[path][3]}
        now = self.setting.now()
        return {pages[one.path]: standing_of(one, now) for one in self.sitting.articles(pages)}

    def _prove(self, path: str, content: bytes) -> None:
        self.proved = True
        self._send(Proof(path, content))

    def _progress(self, stage: str, done: int, total: int) -> None:
        """Says to those who wait for the first page how far it is."""
        now = time.monotonic()
        if self.first and now >= self.spoke + _OFTEN / 4:
            self.spoke = now
            self._send(Stage(stage, done, total))

    def _send(self, note: ToWindow) -> None:
        with suppress(BrokenPipeError):  # the window is gone, which is heard where it is listened to
            self.pipe.send(note)


def moved(before: Mapping[str, Output], after: Mapping[str, Output]) -> dict[str, str]:
    """Pages of articles that are elsewhere now: the old path of each, and the new one."""
    went = {before[path][3]: path for path in before.keys() - after.keys() if before[path][3]}
    came = {after[path][3]: path for path in after.keys() - before.keys() if after[path][3]} if went else {}
    return {went[source]: came[source] for source in went.keys() & came.keys()}
