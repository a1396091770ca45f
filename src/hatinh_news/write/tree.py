"""One file of the output: what a disk refuses is told, and nothing is written through a link that leads out."""

import errno
import hashlib
import os
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from stat import S_ISDIR, S_ISREG
from types import TracebackType
from typing import BinaryIO, Final

from hatinh_news.model.digest import SIZE
from hatinh_news.model.errors import CannotWrite
from hatinh_news.model.fault import Place
from hatinh_news.write import faults

_BLOCK: Final = 1 << 20
_KINDS: Final = {
    errno.ENOSPC: faults.NO_SPACE,
    errno.EDQUOT: faults.NO_SPACE,
    errno.EACCES: faults.NO_PERMISSION,
    errno.EPERM: faults.NO_PERMISSION,
    errno.EROFS: faults.NO_PERMISSION,
    errno.ENAMETOOLONG: faults.NAME_TOO_LONG,
    errno.EISDIR: faults.FOLDER_IN_THE_WAY,
}


def file_digest(path: Path) -> str:
    """The digest of what the file at `path` holds."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, lambda: hashlib.blake2b(digest_size=SIZE)).hexdigest()


def leading_out(out: Path, path: str) -> str:
    """The first step on the way to `path` that leads out of `out`; empty where there is none."""
    return _leading_out(str(out), path, _leads_out)


def ways(path: str) -> list[str]:
    """The folders on the way to `path`: a, a/b for a/b/c.html."""
    names = path.split("/")
    return ["/".join(names[:count]) for count in range(1, len(names))]


def _leading_out(out: str, path: str, leads_out: Callable[[str, str], bool]) -> str:
    if path.startswith("/") or ".." in path.split("/"):
        return path
    return next((way for way in ways(path) if leads_out(out, way)), "")


def _leads_out(out: str, way: str) -> bool:
    """Whether this one step is a link that leads out; no Path is made for it, as every article has a folder."""
    step = f"{out}/{way}"
    return os.path.islink(step) and not Path(os.path.realpath(step)).is_relative_to(os.path.realpath(out))  # noqa: PTH114


_known_to_be_out = lru_cache(65_536)(_leads_out)
"""Asked for once a step and build."""


@lru_cache(65_536)
def _known_to_lead_out(out: str, folder: str) -> str:
    return _leading_out(out, f"{folder}/x" if folder else "x", _known_to_be_out)


def forget_ways() -> None:
    """To be called before each build: links can come between two."""
    _known_to_be_out.cache_clear()
    _known_to_lead_out.cache_clear()


class guarded:  # noqa: N801 (read as a statement: with guarded(...))
    """Turns what a disk refuses while `path` is made below `out` into CannotWrite.

    A class, because a generator takes longer to enter and leave than a small file takes to write.
    """

    __slots__ = ("out", "path")

    def __init__(self, out: Path, path: str) -> None:
        self.out, self.path = out, path

    def __enter__(self) -> None:
        if link := _known_to_lead_out(str(self.out), self.path.rpartition("/")[0]):
            name = self.out.name
            raise CannotWrite(faults.LEADS_OUT.at(Place(f"{name}/{self.path}"), link=f"{name}/{link}"))

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if isinstance(error, OSError):
            raise _refusal(self.out, self.path, error) from error


def _refusal(out: Path, path: str, error: OSError) -> CannotWrite:
    if isinstance(error, FileExistsError | NotADirectoryError):
        blocker = next((way for way in ways(path) if (out / way).is_file()), path)
        return CannotWrite(faults.NOT_A_FOLDER.at(Place(f"{out.name}/{blocker}")))
    kind = _KINDS.get(error.errno or 0, faults.CANNOT_WRITE)
    return CannotWrite(kind.at(Place(f"{out.name}/{path}"), reason=error.strerror))


def _size(target: Path | str) -> int:
    """The size of the ordinary file at `target`, -1 where there is none: a link is replaced, never written through."""
    try:
        status = os.lstat(target)
    except (FileNotFoundError, NotADirectoryError):
        return -1
    if S_ISDIR(status.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    return status.st_size if S_ISREG(status.st_mode) else -1


def has_bytes(target: Path | str, content: bytes) -> bool:
    """Whether the ordinary file at `target` holds just this."""
    return _size(target) == len(content) and Path(target).read_bytes() == content


def has_same(target: Path, content: BinaryIO) -> bool:
    """Whether the ordinary file at `target` holds just what is read from `content`."""
    if _size(target) != os.fstat(content.fileno()).st_size:
        return False
    with target.open("rb") as file:
        while block := file.read(_BLOCK):
            if block != content.read(_BLOCK):
                return False
    return True
