"""The staging folder: pages lie ready in it until all are made, and then they are put in place one right after another.

A build that is broken off, or refused, leaves the pages of yesterday; what it had staged the next one throws away.
"""

import hashlib
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, Final

from hatinh_news.model.digest import SIZE
from hatinh_news.model.errors import CannotWrite
from hatinh_news.model.fault import Place
from hatinh_news.write import faults
from hatinh_news.write.tree import file_digest, forget_ways, guarded, has_bytes, has_same

FOLDER: Final = ".hatinh-news-staging"
"""Lies in the output folder, so that moving a file out of it is one step on any disk."""

_BLOCK: Final = 1 << 20


@contextmanager
def staging(out: Path) -> Iterator[None]:
    """The time in which pages of `out` may be staged: begins with an empty staging folder, ends with none."""
    forget_ways()
    made = [folder for folder in (out, *out.parents) if not folder.exists()]
    try:
        with guarded(out, FOLDER):
            shutil.rmtree(out / FOLDER, ignore_errors=True)
            (out / FOLDER).mkdir(parents=True)
        yield
    finally:
        shutil.rmtree(out / FOLDER, ignore_errors=True)
        for folder in made:  # a refused build leaves no empty folder behind
            with suppress(OSError):
                folder.rmdir()


def stage(out: Path, path: str, content: bytes) -> bool:
    """Lays `content` ready for `path`; False, and nothing done, when that file holds it already."""
    with guarded(out, path):
        if has_bytes(f"{out}/{path}", content):
            return False
        _write(_staged(out, path), content)
    return True


def stage_copy(source: Path, out: Path, path: str) -> tuple[str, bool]:
    """Lays what `source` holds ready for `path`: its digest, and whether that file holds something else so far."""
    try:
        content = source.open("rb")
    except OSError as error:
        place = Place(f"{out.name}/{path}")
        raise CannotWrite(faults.CANNOT_READ.at(place, source=source.name, reason=error.strerror)) from error
    with content, guarded(out, path):
        if has_same(out / path, content):
            return file_digest(source), False
        content.seek(0)
        return _copy(content, Path(_staged(out, path))), True


def _copy(content: BinaryIO, target: Path) -> str:
    name = hashlib.blake2b(digest_size=SIZE)
    with target.open("wb") as file:
        while block := content.read(_BLOCK):
            name.update(block)
            file.write(block)
    return name.hexdigest()


def write_whole(file: Path, content: bytes) -> None:
    """Writes a small file that is not there yet, whole or not at all."""
    if not has_bytes(file, content):
        beside = file.parent / FOLDER / file.name
        _write(str(beside), content)
        beside.replace(file)


def place(out: Path, paths: Iterable[str]) -> None:
    """Moves what lies staged for `paths` to where it belongs, in this order."""
    if hasattr(os, "sync"):
        os.sync()  # what takes a page's place must be on the disk, or a power cut could leave an empty page
    made: set[str] = set()
    for path in paths:
        folder = path.rpartition("/")[0]  # a Path for each of 10,000 pages takes a second
        with guarded(out, path):
            if folder not in made:
                _make_folder(f"{out}/{folder}")
                made.add(folder)
            os.replace(_staged(out, path), f"{out}/{path}")  # noqa: PTH105


def _make_folder(folder: str) -> None:
    """Asks for the folder itself first: most often only the last one of the way is missing."""
    try:
        os.mkdir(folder)  # noqa: PTH102
    except OSError:
        os.makedirs(folder, exist_ok=True)  # noqa: PTH103


def _staged(out: Path, path: str) -> str:
    return f"{out}/{FOLDER}/{hashlib.blake2b(path.encode(), digest_size=16).hexdigest()}"


def _write(file: str, content: bytes) -> None:
    """Without Python's own file objects, which ask the system three questions more for each file."""
    handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o666)
    try:
        rest = memoryview(content)
        while rest:
            rest = rest[os.write(handle, rest) :]
    finally:
        os.close(handle)
