"""The staging folder: pages lie ready in it until all are made, and then they are put in place one right after another.

A build that is broken off, or refused, leaves the pages of yesterday; what it had staged the next one throws away.
"""

import hashlib
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from hatinh_news.write.tree import guarded, has_bytes

FOLDER: Final = ".hatinh-news-staging"
"""Lies in the output folder, so that moving a file out of it is one step on any disk."""


@contextmanager
def staging(out: Path) -> Iterator[None]:
    """The time in which pages of `out` may be staged: begins with an empty staging folder, ends with none."""
    made = [folder for folder in (out, *out.parents) if not folder.exists()]
    with guarded(out, FOLDER):
        shutil.rmtree(out / FOLDER, ignore_errors=True)
        (out / FOLDER).mkdir(parents=True)
    try:
        yield
    finally:
        shutil.rmtree(out / FOLDER, ignore_errors=True)
        for folder in made:  # a refused build leaves no empty folder behind
            with suppress(OSError):
                folder.rmdir()


def stage(out: Path, path: str, content: bytes) -> bool:
    """Lays `content` ready for `path`; False, and nothing done, when that file holds it already."""
    with guarded(out, path):
        if has_bytes(out / path, content):
            return False
        _staged(out, path).write_bytes(content)
    return True


def place(out: Path, paths: Iterable[str]) -> None:
    """Moves what lies staged for `paths` to where it belongs, in this order."""
    if hasattr(os, "sync"):
        os.sync()  # what takes a page's place must be on the disk, or a power cut could leave an empty page
    for path in paths:
        target, staged = out / path, _staged(out, path)
        with guarded(out, path):
            try:
                staged.replace(target)
            except FileNotFoundError:
                target.parent.mkdir(parents=True, exist_ok=True)
                staged.replace(target)


def _staged(out: Path, path: str) -> Path:
    return out / FOLDER / hashlib.blake2b(path.encode(), digest_size=16).hexdigest()
