"""The ledger: which files of an output folder we made, and what they held when we left them."""

import hashlib
import os
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Final, Self

FOLDER: Final = ".hatinh-news"
"""Where a site keeps what the program remembers between builds; safe to delete."""

_APPLICATION: Final = 0x484E4E57
_VERSION: Final = 1
_SCHEMA: Final = """
CREATE TABLE output (path TEXT PRIMARY KEY, digest TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE state (finished INTEGER NOT NULL);
INSERT INTO state VALUES (0);
"""


def digest(content: bytes) -> str:
    """A short name for `content` that no other content has."""
    return hashlib.blake2b(content, digest_size=16).hexdigest()


def file_digest(path: Path) -> str:
    """The digest of what the file at `path` holds."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, lambda: hashlib.blake2b(digest_size=16)).hexdigest()


def ledger_path(site: Path, out: Path) -> Path:
    """The ledger of `out`, in the site's cache folder: a site built into two folders has two."""
    root, folder = Path(os.path.realpath(site)), Path(os.path.realpath(out))
    name = folder.relative_to(root) if folder.is_relative_to(root) else folder
    return root / FOLDER / f"ledger-{digest(name.as_posix().encode())[:16]}.sqlite3"


class Ledger:
    """An open ledger; one that is missing, corrupt, older or somebody else's is begun anew.

    `earlier` holds the paths that earlier builds made below the output folder, each with the digest of what they wrote
    (with several, set apart by blanks, where a build died before it could say which of them it is);
    `interrupted` says that the build before this one did not come to its end (or that nothing is known of it).
    Where the site's folder cannot be written the ledger lives in memory only: such a build forgets what it made.
    """

    def __init__(self, site: Path, out: Path) -> None:
        path = ledger_path(site, out)
        known = _read(path)
        self.earlier = known.outputs if known else {}
        self.interrupted = not (known and known.finished)
        self._database = sqlite3.connect(path) if known else _begin(path)
        self._database.execute("PRAGMA journal_mode = WAL")
        self._database.execute("PRAGMA synchronous = NORMAL")
        self._mark(finished=False)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None:
            self._mark(finished=True)
        self._database.close()

    def announce(self, outputs: Mapping[str, str]) -> None:
        """Adds what files are about to hold to what they held: whenever the build dies, they are known as ours."""
        self.remember({path: f"{self.earlier.get(path, '')} {held}".strip() for path, held in outputs.items()})

    def remember(self, outputs: Mapping[str, str]) -> None:
        """Adds files with their digests at once; what a build that breaks off remembered, the next one still knows."""
        with self._database:
            self._database.executemany("INSERT OR REPLACE INTO output VALUES (?, ?)", outputs.items())

    def forget(self, paths: Iterable[str]) -> None:
        """Takes out files that are no more."""
        with self._database:
            self._database.executemany("DELETE FROM output WHERE path = ?", ((path,) for path in paths))

    def _mark(self, *, finished: bool) -> None:
        with self._database:
            self._database.execute("UPDATE state SET finished = ?", (int(finished),))


@dataclass(frozen=True, slots=True)
class _Known:
    outputs: dict[str, str]
    finished: bool


def _read(path: Path) -> _Known | None:
    """What the ledger at `path` says, if it is one of ours and whole."""
    if not path.is_file():
        return None
    database = sqlite3.connect(path)
    try:
        return _known(database)
    except sqlite3.DatabaseError:
        return None
    finally:
        database.close()


def _known(database: sqlite3.Connection) -> _Known | None:
    if (_pragma(database, "application_id"), _pragma(database, "user_version")) != (_APPLICATION, _VERSION):
        return None
    outputs = dict(database.execute("SELECT path, digest FROM output ORDER BY path"))
    return _Known(outputs, database.execute("SELECT finished FROM state").fetchone() == (1,))


def _begin(path: Path) -> sqlite3.Connection:
    """A new and empty ledger at `path`, or in memory where that cannot be."""
    try:
        path.parent.mkdir(exist_ok=True)
        (path.parent / ".gitignore").write_text("*\n", encoding="utf-8")
        for name in (path.name, f"{path.name}-wal", f"{path.name}-shm"):
            path.with_name(name).unlink(missing_ok=True)
        return _create(path)
    except (OSError, sqlite3.OperationalError):
        return _create(":memory:")


def _create(where: Path | str) -> sqlite3.Connection:
    database = sqlite3.connect(where)
    database.executescript(_SCHEMA)
    database.execute(f"PRAGMA application_id = {_APPLICATION}")
    database.execute(f"PRAGMA user_version = {_VERSION}")
    return database


def _pragma(database: sqlite3.Connection, name: str) -> object:
    return database.execute(f"PRAGMA {name}").fetchone()[0]
