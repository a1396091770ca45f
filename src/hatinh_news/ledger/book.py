"""The ledger of one output folder, opened by one build at a time."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self, TypeAlias

from hatinh_news.ledger.lock import Lock
from hatinh_news.ledger.store import FOLDER, Store, is_known, ledger_path
from hatinh_news.model.errors import CannotWrite
from hatinh_news.model.stamp import Stamp

Output: TypeAlias = tuple[str, Stamp | None, bytes, str]
"""A file that we made: the digest of its bytes, its stamp (None while it may still change unseen), the key of the page,
and the article whose text it shows."""

_OUTPUTS: Final = "outputs"
_PENDING: Final = "pending"
_FINISHED: Final = "finished"
_UNSURE: Final = "unsure"


class Ledger:
    """What earlier builds remember; one that is missing, damaged, older or somebody else's is begun anew.

    `store` holds manuscripts and shelves, `outputs` the files below the output folder that earlier builds made.
    Raises CannotWrite where another build holds the folder. Where the site's folder cannot be written, all is kept in
    memory, there is no lock, and the next build knows nothing; so it is, too, where it is not to be `kept`.
    """

    def __init__(self, site: Path, out: Path, *, kept: bool = True) -> None:
        path = ledger_path(site, out)
        self._lock = Lock.on(path.with_suffix(".lock"), out) if kept and folder_made(path.parent) else None
        try:
            self.store = Store(path if self._lock else None)
            self.outputs: dict[str, Output] = self.store.shelf(_OUTPUTS) or {}
            self._pending: dict[str, str] = self.store.shelf(_PENDING) or {}
        except BaseException:
            self.close()
            raise

    @classmethod
    def known(cls, site: Path, out: Path) -> Self:
        """The one that a build of this program left, as long as no other holds it; else one that leaves no trace."""
        path = ledger_path(site, out)
        try:
            lock = Lock.on(path.with_suffix(".lock"), out) if path.exists() else None
            if lock is not None:  # without it the file may be another's, who lets nobody look
                lock.release()
            return cls(site, out, kept=lock is not None and is_known(path))
        except CannotWrite:
            return cls(site, out, kept=False)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Ends the work; what was not kept is forgotten."""
        if hasattr(self, "store"):
            self.store.close()
        if self._lock:
            self._lock.release()

    @property
    def finished(self) -> bool:
        """Whether the build before this one came to its end; False when nothing is known of any."""
        return bool(self.store.shelf(_FINISHED))

    @property
    def earlier(self) -> dict[str, str]:
        """The files that earlier builds made, each with the digest of what it may hold: several, set apart by blanks,
        where a build died before it could say which."""
        known = {path: output[0] for path, output in self.outputs.items()}
        return known | {path: f"{known.get(path, '')} {digests}".strip() for path, digests in self._pending.items()}

    def moment(self) -> int:
        """The time of the disk, in ns: what is changed from now on has this time or a later one."""
        return self._lock.moment() if self._lock else 0

    @property
    def unsure(self) -> frozenset[str]:
        """The files that builds which did not come to their end found changed or gone: what is remembered of them, and
        of all that asked for them, may be of then."""
        return frozenset(self.store.shelf(_UNSURE) or ())

    def begin(self, changed: Iterable[str] = ()) -> None:
        """Says that a build has begun, and which files it found changed or gone: until it finishes, nothing that it
        leaves behind is taken for granted."""
        self.store.keep({_FINISHED: 0, _UNSURE: sorted(self.unsure.union(changed))})

    def announce(self, digests: Mapping[str, str]) -> None:
        """Adds what files are about to hold to what they held: whenever the build dies, they are known as ours."""
        for path, digest in digests.items():
            self._pending[path] = f"{self._pending.get(path, '')} {digest}".strip()
        self.store.keep({_PENDING: self._pending})

    def finish(self, outputs: Mapping[str, Output], shelves: Mapping[str, Any], drop: Iterable[str] = ()) -> None:
        """Says that a build has come to its end, what it made, and what else the next one is to know."""
        self.outputs = dict(outputs)
        self.store.keep({**shelves, _OUTPUTS: self.outputs, _FINISHED: 1}, [*drop, _PENDING, _UNSURE], at_end=True)
        self._pending = {}


def folder_made(folder: Path) -> bool:
    """Makes the cache folder, which stays out of git; False where that cannot be."""
    try:
        folder.mkdir(exist_ok=True)
        ignore = folder / ".gitignore"
        if not ignore.exists():
            ignore.write_text("*\n", encoding="utf-8")
    except OSError:
        return False
    return folder.is_dir()


__all__ = ["FOLDER", "Ledger", "Output", "folder_made"]
