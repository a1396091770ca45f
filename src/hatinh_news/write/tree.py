"""One file of the output: what a disk refuses is told, and nothing is written through a link that leads out."""

import errno
import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from stat import S_ISDIR, S_ISREG
from typing import BinaryIO, Final

from hatinh_news.model.digest import SIZE
from hatinh_news.model.errors import CannotWrite
from hatinh_news.model.fault import Place
from hatinh_news.write import faults

PART: Final = ".hnpart-"
"""What marked a file that was still being written when a build of an older version broke off: `.x.html.hnpart-4711`."""

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
    if path.startswith("/") or ".." in path.split("/"):
        return path
    return next((way for way in ways(path) if (out / way).is_symlink() and not _lies_in(out, out / way)), "")


def ways(path: str) -> list[str]:
    """The folders on the way to `path`: a, a/b for a/b/c.html."""
    names = path.split("/")
    return ["/".join(names[:count]) for count in range(1, len(names))]


def _lies_in(folder: Path, path: Path) -> bool:
    return Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder))


@lru_cache(65_536)
def _known_to_lead_out(out: str, folder: str) -> str:
    """Asked for once a folder and build: it takes a question to the disk for each step of the way."""
    return leading_out(Path(out), f"{folder}/x" if folder else "x")


forget_ways = _known_to_lead_out.cache_clear
"""To be called before each build: links can come between two."""


@contextmanager
def guarded(out: Path, path: str) -> Iterator[None]:
    """Turns what a disk refuses while `path` is made below `out` into CannotWrite."""
    if link := _known_to_lead_out(str(out), path.rpartition("/")[0]):
        raise CannotWrite(faults.LEADS_OUT.at(Place(f"{out.name}/{path}"), link=f"{out.name}/{link}"))
    try:
        yield
    except (FileExistsError, NotADirectoryError) as error:
        blocker = next((way for way in ways(path) if (out / way).is_file()), path)
        raise CannotWrite(faults.NOT_A_FOLDER.at(Place(f"{out.name}/{blocker}"))) from error
    except OSError as error:
        kind = _KINDS.get(error.errno or 0, faults.CANNOT_WRITE)
        raise CannotWrite(kind.at(Place(f"{out.name}/{path}"), reason=error.strerror)) from error


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
