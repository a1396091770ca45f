"""What the system tells, in our words, and what it cannot tell."""

import errno
import os
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from watchdog.events import (
    DirCreatedEvent,
    DirMovedEvent,
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileMovedEvent,
    FileSystemEvent,
)

from hatinh_news.desk.serve import watching
from hatinh_news.desk.serve.notes import Blind, ToDesk, Touch
from hatinh_news.desk.serve.watching import Watching, touch_of

SITE = "/bao"


@pytest.mark.parametrize(
    ("event", "touch"),
    [
        (FileClosedEvent("/bao/content/a.md"), Touch(changed=("/bao/content/a.md",))),
        (FileClosedEvent("/bao/content/site.yaml"), Touch(changed=("/bao/content/site.yaml",))),
        (FileCreatedEvent("/bao/content/a.md"), Touch(made=("/bao/content/a.md",))),
        (FileDeletedEvent("/bao/content/a.md"), Touch(gone=("/bao/content/a.md",))),
        (
            FileMovedEvent("/bao/content/a.tmp", "/bao/content/a.md"),
            Touch(changed=("/bao/content/a.md",), gone=("/bao/content/a.tmp",)),
        ),
        (FileMovedEvent("/bao/content/.a.swp", "/bao/content/a.md"), Touch(changed=("/bao/content/a.md",))),
        (FileMovedEvent("/bao/content/a.md", "/bao/content/a.md~"), Touch(gone=("/bao/content/a.md",))),
        (FileClosedEvent("/bao/content/.a.md.swp"), None),
        (FileCreatedEvent("/bao/content/a.md~"), None),
        (FileDeletedEvent("/bao/content/#a.md#"), None),
        (FileMovedEvent("/bao/content/a~", "/bao/content/b~"), None),
        (FileClosedEvent("/bao/content/.git/index"), None),
        (FileClosedEvent("/bao/static/.well-known/x.txt"), Touch(changed=("/bao/static/.well-known/x.txt",))),
        (FileClosedEvent("/bao/templates/base.html~"), None),
        (FileClosedEvent("/bao/README.md"), None),
        (DirCreatedEvent("/bao/content"), Touch(folders=True)),
        (DirCreatedEvent("/bao/public"), None),
        (DirMovedEvent("/bao/x", "/bao/static"), Touch(folders=True)),
        (DirCreatedEvent("/bao/content/kinh-te"), Touch(folders=True)),
    ],
)
def test_what_happened(event: FileSystemEvent, touch: Touch | None) -> None:
    assert touch_of(event, SITE) == touch


class Ear:
    """Hears what a watching tells."""

    def __init__(self) -> None:
        self.notes: list[ToDesk] = []
        self._more = threading.Event()

    def __call__(self, note: ToDesk) -> None:
        self.notes.append(note)
        self._more.set()

    def until(self, met: Callable[[list[ToDesk]], object]) -> None:
        end = time.monotonic() + 20
        while not met(self.notes):
            assert time.monotonic() < end, self.notes
            self._more.wait(0.05)
            self._more.clear()

    @property
    def causes(self) -> list[str]:
        return [note.cause for note in self.notes if isinstance(note, Blind)]


@pytest.fixture
def ear() -> Ear:
    return Ear()


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "content/thoi-su").mkdir(parents=True)
    return tmp_path


@pytest.fixture
def watched(site: Path, ear: Ear) -> Iterator[Watching]:
    made = Watching(site, (), ear)
    yield made
    made.end()


def test_a_save_is_told(site: Path, ear: Ear, watched: Watching) -> None:
    watched.begin(poll=False)
    file = site / "content/thoi-su/a.md"
    file.write_text("a")
    ear.until(lambda notes: Touch(changed=(str(file),)) in notes)
    assert ear.causes == []


def test_a_folder_that_comes_later_is_watched_too(site: Path, ear: Ear, watched: Watching) -> None:
    watched.begin(poll=False)
    (site / "static").mkdir()
    ear.until(lambda notes: Touch(folders=True) in notes)
    watched.look_after()
    (site / "static/a.css").write_text("a")
    ear.until(lambda notes: any(isinstance(note, Touch) and note.changed for note in notes))


def test_a_folder_that_went_and_came_back_is_watched_anew(site: Path, ear: Ear, watched: Watching) -> None:
    watched.begin(poll=False)
    (site / "content").rename(site / "weg")
    watched.look_after()
    (site / "weg").rename(site / "content")
    watched.look_after()
    ear.notes.clear()
    (site / "content/b.md").write_text("b")
    ear.until(lambda notes: any(isinstance(note, Touch) and note.changed for note in notes))


def test_who_asks_to_look_is_not_told(ear: Ear, watched: Watching) -> None:
    watched.begin(poll=True)
    watched.look_after()
    assert ear.notes == [Blind("asked")]


def test_on_a_disk_of_a_network_not_all_is_told(ear: Ear, watched: Watching, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watching, "is_far", lambda folder: True)
    watched.begin(poll=False)
    assert ear.causes == ["network"]


def test_links_lead_to_where_nobody_watches(site: Path, ear: Ear, watched: Watching) -> None:
    (site / "content/anh").symlink_to(site / "kho", target_is_directory=True)
    watched.begin(poll=False)
    assert ear.causes == ["links"]


def test_a_link_that_comes_later_is_noticed(site: Path, ear: Ear, watched: Watching) -> None:
    watched.begin(poll=False)
    (site / "content/anh.md").symlink_to("thoi-su/a.md")
    ear.until(lambda _notes: ear.causes == ["links"])


class Full:
    """A system that watches no more than so many folders."""

    def __init__(self, left: int) -> None:
        self.left = left

    def __call__(self, *given: Any, **named: Any) -> Any:
        self.left -= 1
        if self.left < 0:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


@pytest.mark.parametrize("left", [0, 1])
def test_a_system_that_watches_no_more_is_noticed(
    ear: Ear, watched: Watching, monkeypatch: pytest.MonkeyPatch, left: int
) -> None:
    monkeypatch.setattr(watched._observer, "schedule", Full(left))
    watched.begin(poll=False)
    assert ear.causes == ["limit"]


def test_watching_that_stopped_is_noticed_once(ear: Ear, watched: Watching) -> None:
    watched.begin(poll=False)
    for emitter in watched._observer.emitters:
        emitter.stop()
        emitter.join()
    watched.look_after()
    watched.look_after()
    assert ear.causes == ["failed"]
