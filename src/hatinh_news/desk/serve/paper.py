"""The paper as the window shows it: the output folder, what is newer than it, and what happened to it, turn by turn."""

import json
import threading
from collections import Counter, OrderedDict, deque
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from hatinh_news.desk.serve.answers import with_script
from hatinh_news.desk.serve.notes import Done, Proof, Slip, Stage, Standing, ToWindow
from hatinh_news.desk.serve.setting import Setting
from hatinh_news.desk.serve.standing import standing_text
from hatinh_news.model.address import site_link
from hatinh_news.model.digest import digest

_KEPT: Final = 64
"""So many pages are remembered as they were last seen well."""

_TURNS: Final = 200
_WAIT: Final = 0.8
"""Seconds that a browser waits for the first build before it is shown how far that is."""

_NOT_SHOWN: Final = (".html", ".json", ".xml", ".txt")
"""Endings of files that are no part of a page which somebody looks at."""


class Paper:
    """Asked by many browsers at once, told of news by one desk; each piece of news is a turn.

    A page that is gone because its article has a fault is shown as it was.
    """

    def __init__(self, setting: Setting, look: Callable[[frozenset[str]], None]) -> None:
        self._look = look
        self._readers = Counter[str]()
        self.base_url = setting.base_url
        self._setting = setting
        self._out = setting.out
        self._news = threading.Condition()
        self._started = False
        self._closed = False
        self._turn = 0
        self._stage: Stage | None = None
        self._slips: tuple[Slip, ...] = ()
        self._kept = frozenset[str]()
        self._proofs: dict[str, bytes] = {}
        self._moved: dict[str, str] = {}
        self._standings: dict[str, Standing] = {}
        self._changes: deque[tuple[int, frozenset[str]]] = deque(maxlen=_TURNS)
        self._good: OrderedDict[str, bytes] = OrderedDict()

    @property
    def ready(self) -> bool:
        """Whether there is anything to show, for which is waited a moment."""
        with self._news:
            self._news.wait_for(lambda: self._started or self._closed, _WAIT)
            return self._started

    def take(self, note: ToWindow) -> None:
        """Takes a piece of news, and wakes those who wait for it."""
        with self._news:
            match note:
                case Proof(path, content):
                    self._proofs = {**self._proofs, path: content}
                    if not path.endswith(".html"):
                        self._changes.append((self._turn + 1, frozenset({path})))
                case Stage():
                    self._stage = note
                case Done():
                    self._done(note)
            self._turn += 1
            self._news.notify_all()

    def close(self) -> None:
        """Sends all away who wait."""
        with self._news:
            self._closed = True
            self._news.notify_all()

    def page(self, path: str) -> bytes | None:
        """The page at `path` of the output folder, with the script; None where there is none."""
        turn, standing = self._turn, self._standings.get(path)
        content = self.content(path)
        if content is None:
            return None
        with self._news:
            self._good[path] = content
            self._good.move_to_end(path)
            if len(self._good) > _KEPT:
                self._good.popitem(last=False)
        return with_script(content, self._facts(path, content, turn, standing))

    def missing(self, path: str) -> bytes:
        """What is shown where there is no page at `path`; whoever sees it hears when there is one."""
        turn, content = self._turn, self._missing()
        return with_script(content, self._facts(path, content, turn, None))

    def _missing(self) -> bytes:
        return self.content("404.html") or b"<!doctype html><title>404</title><body>404</body>\n"

    def content(self, path: str) -> bytes | None:
        """The page at `path` as a build writes it."""
        proof = self._proofs.get(path)
        if proof is not None:
            return proof
        try:
            return (self._out / path).read_bytes()
        except (OSError, ValueError):
            return self._good.get(path) if path in self._kept else None

    def proof(self, path: str) -> bytes | None:
        """What a file will hold that is about to be written."""
        return self._proofs.get(path)

    @contextmanager
    def looked_at(self, path: str) -> Iterator[None]:
        """The time in which somebody looks at the page at `path`."""
        self._count(path, 1)
        try:
            yield
        finally:
            self._count(path, -1)

    def _count(self, path: str, more: int) -> None:
        with self._news:
            self._readers[path] += more
            self._readers = +self._readers
            paths = frozenset(self._readers)
        self._look(paths)

    def file(self, path: str) -> Path | None:
        """The file at `path` of the output folder."""
        file = self._out / path
        try:
            return file if path and file.is_file() else None
        except (OSError, ValueError):
            return None

    def moved(self, path: str) -> str:
        return self._moved.get(path, "")

    def waiting(self) -> bytes:
        """The page for those who come before there is any."""
        return with_script(self._setting.waiting.encode(), self._facts("", b"", self._turn, None))

    def wait(self, turn: int, seconds: float) -> int:
        """Waits for news after `turn`, for so many seconds at most; the turn it is now, -1 when all is over."""
        with self._news:
            self._news.wait_for(lambda: self._turn != turn or self._closed, seconds)
            return -1 if self._closed else self._turn

    def news(self, path: str, seen: str, turn: int) -> list[dict[str, Any]]:
        """What somebody is to be told who looks at the page at `path` since `turn`, and saw these bytes of it."""
        slips = {"do": "slips", "slips": [asdict(slip) for slip in self._slips]}
        if not self._started:
            return [{"do": "wait", **(asdict(self._stage) if self._stage is not None else {})}, slips]
        there = self._moved.get(path, "")
        content = self.content(path) if path else b""
        if there and self.file(path) is None:
            return [{"do": "go", "to": self._link(there)}]
        if not path or (content is not None and name_of(content) != seen):
            return [{"do": "reload"}]
        if content is None and seen != name_of(self._missing()):
            return [{"do": "reload"}]
        changed = frozenset[str]().union(*(files for number, files in self._changes if number > turn))
        files = sorted(self._link(file) for file in changed if not file.endswith(_NOT_SHOWN))
        return [{"do": "renew", "files": files}, slips] if files else [slips]

    def _done(self, note: Done) -> None:
        self._started, self._stage = note.shown, None
        changed = note.changed - {path for path in self._proofs if self._is_written(path)}
        self._slips, self._kept, self._proofs = note.slips, note.kept, {}
        self._moved = {old: new for old, new in self._moved.items() if old not in note.changed} | dict(note.moved)
        for path, standing in note.standings.items():
            if standing is None:
                self._standings.pop(path, None)
            else:
                self._standings[path] = standing
        if changed:
            self._changes.append((self._turn + 1, changed))

    def _is_written(self, path: str) -> bool:
        """Whether a file holds what its proof said, so that nobody need be told again."""
        with suppress(OSError):
            return (self._out / path).read_bytes() == self._proofs[path]
        return False

    def _facts(self, path: str, content: bytes, turn: int, standing: Standing | None) -> Mapping[str, str]:
        words = self._setting.words
        facts = {"page": path, "seen": name_of(content), "turn": self.turn_of(turn), "lang": self._setting.language}
        facts["words"] = json.dumps(dict(words), ensure_ascii=False)
        if standing is not None and (said := standing_text(standing, self.now(), words)):
            facts |= {"state": said, "source": f"content/{standing.source}"}
        return facts

    def turn_of(self, turn: int) -> str:
        """A turn by a name that no other run of the program gives."""
        return f"{self._setting.run}-{turn}"

    def turn_named(self, name: str) -> int:
        """The turn of this name; for one of another run, the one it is now."""
        run, _, turn = name.rpartition("-")
        return int(turn) if run == self._setting.run and turn.isdecimal() else self._turn

    def now(self) -> datetime:
        return self._setting.now()

    def _link(self, path: str) -> str:
        return site_link(self.base_url, f"/{path.removesuffix('index.html')}")


def name_of(content: bytes) -> str:
    """The name of a page's bytes, by which it is told whether they are what somebody saw."""
    return digest(content)[:16]
