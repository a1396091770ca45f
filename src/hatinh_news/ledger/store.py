"""The ledger: one SQLite file that remembers what earlier builds read, planned and wrote.

It is safe to delete: then nothing is known, everything is built anew, and no file of an earlier build is removed.
"""

import marshal
import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias

from hatinh_news.ledger import faults
from hatinh_news.model.digest import digest
from hatinh_news.model.errors import CannotWrite
from hatinh_news.model.fault import Fault, Place
from hatinh_news.model.frozen import Damaged, freeze, thaw

if TYPE_CHECKING:
    from hatinh_news.model.manuscript import Manuscript

FOLDER: Final = ".hatinh-news"
"""Where a site keeps what the program remembers between builds."""

State: TypeAlias = Literal["new", "known", "corrupt", "foreign", "older"]

_APPLICATION: Final = 0x484E4E57
_VERSION: Final = 5
_SCHEMA: Final = f"""
PRAGMA page_size = 8192;
PRAGMA journal_mode = WAL;
CREATE TABLE shelf (name TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE manuscript (
    path TEXT PRIMARY KEY, source TEXT NOT NULL, record BLOB NOT NULL, shown BLOB NOT NULL, faults BLOB NOT NULL,
    uses TEXT NOT NULL
);
CREATE TABLE html (path TEXT PRIMARY KEY, html BLOB NOT NULL);
CREATE TABLE terms (path TEXT PRIMARY KEY, terms BLOB NOT NULL);
CREATE TABLE words (path TEXT PRIMARY KEY, words BLOB NOT NULL);
CREATE TABLE former (path TEXT PRIMARY KEY, terms BLOB NOT NULL);
PRAGMA application_id = {_APPLICATION};
PRAGMA user_version = {_VERSION};
"""
_COLUMNS: Final = "path, source, record, shown, faults, uses"
_MARKS: Final = ("application_id", "user_version")
_NOTES: Final = {"corrupt": faults.CORRUPT, "foreign": faults.FOREIGN, "older": faults.OLDER}
_FEW: Final = 500
_SET_ASIDE: Final = "INSERT OR IGNORE INTO former SELECT path, terms FROM terms WHERE path = ?"
_NO_FAULTS: Final = b""


def ledger_path(site: Path, out: Path) -> Path:
    """The ledger of `out`, in the site's cache folder: a site built into two folders has two."""
    root, folder = Path(os.path.realpath(site)), Path(os.path.realpath(out))
    name = folder.relative_to(root) if folder.is_relative_to(root) else folder
    return root / FOLDER / f"ledger-{digest(name.as_posix().encode())[:16]}.sqlite3"


def is_known(path: Path) -> bool:
    """Whether there is a ledger at `path` that this program can read."""
    return _state(path) == "known"


class Store:
    """The open file, or a database in memory where the site's folder cannot be written.

    Everything that is read raises Damaged where it cannot be, everything that is written CannotWrite.
    """

    def __init__(self, path: Path | None) -> None:
        self.place = Place(f"{FOLDER}/{path.name}" if path is not None else FOLDER)
        self.state: State = "new" if path is None else _state(path)
        self._database = self._open(path)

    @property
    def note(self) -> Fault | None:
        """What there is to say of a file that was there and tells nothing."""
        kind = _NOTES.get(self.state)
        return kind.at(self.place) if kind else None

    def shelf(self, name: str) -> Any:
        """The plain values kept under `name`; None for none."""
        with self._reading():
            row = self._database.execute("SELECT value FROM shelf WHERE name = ?", (name,)).fetchone()
            return None if row is None else marshal.loads(row[0])  # noqa: S302 (the ledger's own, plain values only)

    def keep(self, shelves: Mapping[str, Any], drop: Iterable[str] = (), *, at_end: bool = False) -> None:
        """Keeps plain values under their names, all of them at once or none; `drop` names shelves to empty.

        `at_end` of a build that comes to its end, the terms of today are the ones that the next asks for as former.
        """
        with self._writing():
            if at_end:
                self._database.execute("DELETE FROM former")
            self._database.executemany("DELETE FROM shelf WHERE name = ?", ((name,) for name in drop))
            rows = ((name, marshal.dumps(value, 2)) for name, value in shelves.items())
            self._database.executemany("INSERT OR REPLACE INTO shelf VALUES (?, ?)", rows)

    def remember(self, manuscripts: "Iterable[Manuscript]") -> None:
        """Keeps manuscripts, instead of those of the same paths."""
        with self._writing():
            for one in manuscripts:
                found = freeze(one.faults) if one.faults else _NO_FAULTS
                row = (one.path, one.source, one.record, one.shown, found, "\n".join(one.uses))
                self._database.execute("INSERT OR REPLACE INTO manuscript VALUES (?, ?, ?, ?, ?, ?)", row)
                self._database.execute("INSERT OR REPLACE INTO html VALUES (?, ?)", (one.path, one.html))
                self._database.execute(_SET_ASIDE, (one.path,))
                self._database.execute("INSERT OR REPLACE INTO terms VALUES (?, ?)", (one.path, one.terms))
                self._database.execute("INSERT OR REPLACE INTO words VALUES (?, ?)", (one.path, one.words))

    def forget(self, paths: Sequence[str]) -> None:
        """Takes out manuscripts of files that are no more."""
        with self._writing():
            self._database.executemany(_SET_ASIDE, ((path,) for path in paths))
            for table in ("manuscript", "html", "terms", "words"):
                self._database.executemany(f"DELETE FROM {table} WHERE path = ?", ((path,) for path in paths))  # noqa: S608

    def manuscripts(self, paths: Iterable[str] | None = None) -> "Iterator[Manuscript]":
        """Those of `paths` that are known, or all, in the order of their paths; without HTML."""
        with self._reading():
            if paths is None:
                rows = self._database.execute(f"SELECT {_COLUMNS} FROM manuscript ORDER BY path")  # noqa: S608
                yield from map(_manuscript, rows)
                return
            for path in sorted(paths):
                rows = self._database.execute(f"SELECT {_COLUMNS} FROM manuscript WHERE path = ?", (path,))  # noqa: S608
                yield from map(_manuscript, rows)

    def sources(self, paths: Sequence[str]) -> dict[str, str]:
        """The digest of the file of each manuscript of `paths` that is known."""
        with self._reading():
            ask = self._database.execute
            if len(paths) > _FEW:
                wanted = set(paths)
                rows = ask("SELECT path, source FROM manuscript")
                return {path: source for path, source in rows if path in wanted}
            found = (ask("SELECT path, source FROM manuscript WHERE path = ?", (path,)).fetchone() for path in paths)
            return dict(filter(None, found))

    def users(self, names: frozenset[str]) -> set[str]:
        """The manuscripts whose reading asked for one of these files, or for all files."""
        with self._reading():
            rows = self._database.execute("SELECT path, uses FROM manuscript WHERE uses != ''")
            return {path for path, uses in rows if uses == "*" or not names.isdisjoint(uses.split("\n"))}

    def terms(self, paths: Sequence[str]) -> Iterator[bytes]:
        """The frozen terms of each article, one after another; empty where nothing is known."""
        with self._reading():
            for path in paths:
                row = self._database.execute("SELECT terms FROM terms WHERE path = ?", (path,)).fetchone()
                yield row[0] if row else b""

    def words(self, paths: Iterable[str]) -> Iterator[bytes]:
        """The frozen words of each article, one after another; empty where nothing is known."""
        with self._reading():
            for path in paths:
                row = self._database.execute("SELECT words FROM words WHERE path = ?", (path,)).fetchone()
                yield row[0] if row else b""

    def former_terms(self, paths: Sequence[str]) -> list[bytes]:
        """The same, as they were when the last build came to its end."""
        with self._reading():
            ask = self._database.execute
            asked = [ask("SELECT terms FROM former WHERE path = ?", (path,)).fetchone() for path in paths]
            return [row[0] if row else terms for row, terms in zip(asked, self.terms(paths), strict=True)]

    def html(self, paths: Sequence[str]) -> list[bytes]:
        """The text of each article in UTF-8; empty where nothing is known."""
        with self._reading():
            ask = self._database.execute
            rows = (ask("SELECT html FROM html WHERE path = ?", (path,)).fetchone() for path in paths)
            return [row[0] if row else b"" for row in rows]

    def close(self) -> None:
        self._database.close()

    def _open(self, path: Path | None) -> sqlite3.Connection:
        if path is None or (self.state != "known" and not _cleared(path)):
            return _created(":memory:")
        try:
            return _connected(path) if self.state == "known" else _created(path)
        except sqlite3.Error:
            return _created(":memory:")

    @contextmanager
    def _reading(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.DatabaseError, ValueError, EOFError, TypeError) as error:
            raise Damaged(str(error)) from error

    @contextmanager
    def _writing(self) -> Iterator[None]:
        try:
            with self._database:
                yield
        except sqlite3.OperationalError as error:
            full = "full" in str(error)
            fault = faults.NO_SPACE.at(self.place) if full else faults.CANNOT_WRITE.at(self.place, reason=str(error))
            raise CannotWrite(fault) from error
        except sqlite3.DatabaseError as error:
            raise Damaged(str(error)) from error


def _manuscript(row: tuple[str, str, bytes, bytes, bytes, str]) -> "Manuscript":
    from hatinh_news.model.manuscript import Manuscript  # a build with nothing to do asks for none

    path, source, record, shown, found, uses = row
    names = tuple(uses.split("\n")) if uses else ()
    return Manuscript(path, source, record, b"", shown, thaw(found) if found else (), names)


def _state(path: Path) -> State:
    """What the file at `path` is."""
    if not path.exists():
        return "new"
    try:
        database = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)
        try:
            application, version = (database.execute(f"PRAGMA {name}").fetchone()[0] for name in _MARKS)
            if (application, version) == (_APPLICATION, _VERSION):
                database.execute("SELECT count(*) FROM shelf").fetchone()
        finally:
            database.close()
    except (sqlite3.Error, OSError):
        return "corrupt"
    if application != _APPLICATION:
        return "foreign"
    return "known" if version == _VERSION else "older"


def discard(site: Path, out: Path) -> Fault:
    """Does away with a ledger that turned out to be damaged, and says so."""
    path = ledger_path(site, out)
    if not _cleared(path):
        raise CannotWrite(faults.CANNOT_WRITE.at(Place(f"{FOLDER}/{path.name}"), reason="damaged"))
    return faults.CORRUPT.at(Place(f"{FOLDER}/{path.name}"))


def _cleared(path: Path) -> bool:
    """Makes room for a new ledger; False where the disk does not let us."""
    try:
        for name in (path.name, f"{path.name}-wal", f"{path.name}-shm"):
            path.with_name(name).unlink(missing_ok=True)
    except OSError:
        return False
    return True


def _created(where: Path | str) -> sqlite3.Connection:
    database = _connected(where)
    database.executescript(_SCHEMA)
    return database


def _connected(where: Path | str) -> sqlite3.Connection:
    database = sqlite3.connect(where)
    database.execute("PRAGMA locking_mode = EXCLUSIVE")  # the lock keeps others out, and so no memory need be shared
    database.execute("PRAGMA synchronous = NORMAL")
    database.execute("PRAGMA cache_size = -8192")
    return database
