"""The output folder as it is now, held against what we left there."""

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from hatinh_news.model.stamp import Stamp, is_racy, stamp_of
from hatinh_news.write.tree import file_digest


def altered(out: Path, held: Mapping[str, tuple[str, Stamp | None, bytes, str]]) -> tuple[set[str], dict[str, Stamp]]:
    """The files of `held` (first their digests, then their stamp, by path) that are missing or hold something else now.

    Also the new stamps of those that only look changed: they were touched, or had no stamp to be trusted.
    """
    gone: set[str] = set()
    restamped: dict[str, Stamp] = {}
    stat, folder = os.lstat, f"{out}/"
    for path, (digests, stamp, _, _) in held.items():
        try:
            now = stamp_of(stat(folder + path))
        except (OSError, ValueError):
            gone.add(path)
            continue
        if now == stamp:
            continue
        if _holds(out / path, digests):
            restamped[path] = now
        else:
            gone.add(path)
    return gone, restamped


def stamps(out: Path, paths: Iterable[str], moment: int) -> dict[str, Stamp | None]:
    """The stamp of each file below `out`; None for one that could change again at the time `moment` and not show it."""
    found: dict[str, Stamp | None] = {}
    stat, folder = os.lstat, f"{out}/"
    for path in paths:
        try:
            stamp = stamp_of(stat(folder + path))
        except OSError:
            found[path] = None
            continue
        found[path] = None if is_racy(stamp, moment) else stamp
    return found


def _holds(file: Path, digests: str) -> bool:
    """Whether an ordinary file holds what one of the digests names."""
    try:
        return not file.is_symlink() and file_digest(file) in digests.split()
    except OSError:
        return False
