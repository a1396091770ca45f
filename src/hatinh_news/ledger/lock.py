"""The lock of an output folder: one build at a time, and a second one is told who holds it."""

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, Self

from hatinh_news.ledger import faults
from hatinh_news.model.errors import CannotWrite
from hatinh_news.model.fault import Fault, Place

try:
    import fcntl
except ImportError:  # pragma: no cover  (a system without such locks: two builds at once are not told apart)
    fcntl = None  # type: ignore[assignment]

# The system's locks keep other processes out, and are lost when a process closes a file it locked: builds of one
# process are told apart here, before the file is opened.
_held: Final[dict[str, str]] = {}


class Lock:
    """Held from its making to its release; it ends with its process, however that ends."""

    def __init__(self, path: Path, out: Path) -> None:
        self.path = path
        self._name, place = str(path), Place(out.name or str(out))
        if self._name in _held:
            raise CannotWrite(_told(place, _held[self._name]))
        self._handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
        try:
            if fcntl is not None:
                fcntl.lockf(self._handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            holder = os.pread(self._handle, 400, 0).decode("utf-8", "replace")
            os.close(self._handle)
            raise CannotWrite(_told(place, holder)) from None
        self._sign()

    @classmethod
    def on(cls, path: Path, out: Path) -> Self | None:
        """The lock at `path`, or None where no file can be made; raises CannotWrite where another build holds it."""
        try:
            return cls(path, out)
        except OSError:
            return None

    def moment(self) -> int:
        """The time of the disk, in ns."""
        os.utime(self._handle)
        return os.fstat(self._handle).st_mtime_ns

    def release(self) -> None:
        """Lets the next build in."""
        del _held[self._name]
        os.close(self._handle)

    def _sign(self) -> None:
        since = datetime.fromtimestamp(self.moment() // 1_000_000_000, UTC).isoformat()
        _held[self._name] = f"{os.getpid()} {os.uname().nodename} {since}"
        os.ftruncate(self._handle, 0)
        os.pwrite(self._handle, _held[self._name].encode(), 0)


def _told(place: Place, holder: str) -> Fault:
    pid, host, since = (*holder.split(), "?", "?", "?")[:3]
    return faults.LOCKED.at(place, pid=pid, host=host, since=since)
