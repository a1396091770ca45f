"""Watching: what the system tells of the files of a newspaper, and whether it tells all."""

import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

from watchdog.events import (
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver, ObservedWatch

from hatinh_news.desk.serve.disks import is_far
from hatinh_news.desk.serve.notes import Blind, Cause, ToDesk, Touch
from hatinh_news.read.scan import is_passed_over

PARTS: Final = ("content", "static", "templates")
"""The folders of a site that builds read."""

_EVENTS: Final[list[type[FileSystemEvent]]] = [
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
]


class Watching:
    """Watches the folders of a site until it ends; `tell` hears what happens, in any thread.

    Folders that are not there yet, or go and come back, are watched once they are.
    """

    def __init__(self, site: Path, others: tuple[Path, ...], tell: Callable[[ToDesk], None]) -> None:
        self._site, self._tell = site, tell
        self._others = others
        self._observer: BaseObserver = Observer()
        self._watches: dict[str, tuple[ObservedWatch, int]] = {}
        self._told: set[Cause] = set()

    def begin(self, *, poll: bool) -> None:
        """Begins; says what it cannot see."""
        if poll:
            self._blind("asked")
            return
        if is_far(self._site):
            self._blind("network")
        if any(map(_has_links, self._folders)):
            self._blind("links")
        try:
            self._observer.schedule(_Heard(self._heard), str(self._site), event_filter=_EVENTS)
            self._observer.start()
        except OSError:
            self._blind("limit")
            return
        self.look_after()

    def look_after(self) -> None:
        """Watches folders that came, forgets those that went, and says so where watching has stopped."""
        if not self._observer.is_alive() or not all(each.is_alive() for each in self._observer.emitters):
            if "asked" not in self._told:
                self._blind("failed")
            return
        for folder in self._folders:
            self._look_after(str(folder))

    def end(self) -> None:
        """Stops, and waits until it has."""
        if self._observer.is_alive():
            self._observer.stop()
            self._observer.join()

    @property
    def _folders(self) -> list[Path]:
        return [*(self._site / part for part in PARTS), *self._others]

    def _look_after(self, folder: str) -> None:
        watch, inode = self._watches.get(folder, (None, 0))
        now = _inode(folder)
        if now == inode:
            return
        if watch is not None:
            with suppress(KeyError, OSError):
                self._observer.unschedule(watch)
            del self._watches[folder]
        if now:
            try:
                watch = self._observer.schedule(
                    _Heard(self._heard), os.path.realpath(folder), recursive=True, event_filter=_EVENTS
                )
            except OSError:
                self._blind("limit")
                return
            self._watches[folder] = (watch, now)
        self._tell(Touch(folders=True))  # what happened to it meanwhile nobody knows

    def _blind(self, cause: Cause) -> None:
        if cause not in self._told:
            self._told.add(cause)
            self._tell(Blind(cause))

    def _heard(self, happened: FileSystemEvent) -> None:
        touch = touch_of(happened, str(self._site))
        if touch is None:
            return
        if any(os.path.islink(file) for file in touch.made):  # noqa: PTH114
            self._blind("links")
        self._tell(touch)


class _Heard(FileSystemEventHandler):
    def __init__(self, hear: Callable[[FileSystemEvent], None]) -> None:
        self._hear = hear

    def on_any_event(self, event: FileSystemEvent) -> None:
        self._hear(event)


def touch_of(happened: FileSystemEvent, site: str) -> Touch | None:
    """What happened, in our words; None where it is nothing to a newspaper."""
    source, target = os.fsdecode(happened.src_path), os.fsdecode(happened.dest_path or "")
    if happened.is_directory:
        return Touch(folders=True) if _counts(source, site) or (target and _counts(target, site)) else None
    gone = (source,) if _counts(source, site) else ()
    match happened.event_type:
        case "created":
            return Touch(made=gone) if gone else None
        case "deleted":
            return Touch(gone=gone) if gone else None
        case "moved":
            made = (target,) if _counts(target, site) else ()
            return Touch(changed=made, gone=gone) if made or gone else None
        case _:
            return Touch(changed=gone) if gone else None


def _counts(file: str, site: str) -> bool:
    """Whether a build could read this: of what lies right in the site only the folders that it reads."""
    folder, name = os.path.split(file)
    if folder == site:
        return name in PARTS
    names = Path(os.path.relpath(file, site)).parts
    if names[0] == "content" and names[1:] != ("site.yaml",):
        return not any(map(is_passed_over, names[1:]))
    return not name.endswith("~")


def _has_links(folder: Path) -> bool:
    return any(entry.is_symlink() for entry in _entries(str(folder)))


def _entries(folder: str) -> "Iterator[os.DirEntry[str]]":
    with suppress(OSError), os.scandir(folder) as found:
        for entry in found:
            yield entry
            if entry.is_dir(follow_symlinks=False):
                yield from _entries(entry.path)


def _inode(folder: str) -> int:
    try:
        return os.stat(folder).st_ino  # noqa: PTH116
    except OSError:
        return 0
