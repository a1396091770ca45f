"""A sitting: builds of one newspaper, one after another, with what is at hand between them kept at hand."""

import os
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from types import TracebackType
from typing import Self

from hatinh_news import write
from hatinh_news.build.crew import Crew
from hatinh_news.build.look import Look, engine, glimpse
from hatinh_news.build.request import Awaited, Progress, Request, Watch, unwatched
from hatinh_news.build.road import uncollected, walk
from hatinh_news.build.start import start
from hatinh_news.ledger import Ledger, Output, discard, ledger_path
from hatinh_news.model.article import Article
from hatinh_news.model.digest import name_of
from hatinh_news.model.fault import Fault
from hatinh_news.model.frozen import Damaged
from hatinh_news.model.report import Report


class Sitting:
    """Holds the ledger of an output folder open, and with it the lock, until it is closed.

    A build that is stopped by an error leaves nothing at hand: the next one begins like the first.
    """

    def __init__(self, request: Request) -> None:
        self._request = request.absolute
        self._engine = name_of(engine())
        self._ledger: Ledger | None = None
        self._last: Look | None = None
        self._inode = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def outputs(self) -> Mapping[str, Output]:
        """The files of the output folder that builds made; none where nothing is at hand."""
        return self._ledger.outputs if self._ledger is not None else {}

    def articles(self, paths: Iterable[str]) -> Iterator[Article]:
        """Those articles that the last build read, without their texts."""
        if self._ledger is not None:
            for one in self._ledger.store.manuscripts(paths):
                if isinstance(made := one.made, Article):
                    yield made

    def build(
        self,
        now: datetime,
        touched: Collection[str] | None = None,
        awaited: Awaited | None = None,
        progress: Progress = unwatched,
    ) -> Report:
        """Builds the newspaper of `now`, as `build.build` does.

        `touched` names the files on the disk that can have changed since the build before, where somebody watched;
        None where nobody knows. Raises what `build.build` raises.
        """
        request = replace(self._request, now=now)
        write.check_output(request.site, request.out)
        crew = Crew(request, self._engine, progress, awaited=awaited)
        try:
            return self._build(crew, touched)
        except Damaged:
            self.close()
            note = discard(request.site, request.out)
            report = self._build(crew, None)
            return replace(report, notes=(note, *report.notes))

    def close(self) -> None:
        """Lets other builds have the folder; nothing is at hand any more."""
        ledger, self._ledger, self._last = self._ledger, None, None
        if ledger is not None:
            ledger.close()

    def _build(self, crew: Crew, touched: Collection[str] | None) -> Report:
        with uncollected():
            ledger, notes = self._opened(crew.request)
            last, self._last = self._last, None
            try:
                seen = None if touched is None or last is None else glimpse(last, touched, ledger)
                found = start(crew, ledger, Watch(), seen)
                report = walk(found)
            except BaseException:
                self.close()
                raise
            self._last = None if report.refused else found.seen
            return replace(report, notes=(*notes, *report.notes))

    def _opened(self, request: Request) -> tuple[Ledger, list[Fault]]:
        """The ledger at hand, unless somebody took its file away or the pages it knows of; else one that is opened."""
        path = ledger_path(request.site, request.out)
        if self._ledger is not None and (_inode(path), request.out.is_dir()) == (self._inode, True):
            return self._ledger, []
        self.close()
        ledger = self._ledger = Ledger(request.site, request.out)
        self._inode = _inode(path)
        return ledger, [ledger.store.note] if ledger.store.note else []


def _inode(path: "os.PathLike[str]") -> int:
    try:
        return os.stat(path).st_ino  # noqa: PTH116
    except OSError:
        return 0
