"""Stamps: how a file is seen to be the one it was, without reading it."""

import os
from typing import TypeAlias

Stamp: TypeAlias = tuple[int, int, int, int]
"""Size, moments of the last change of content and of status (ns), number on the disk."""

_FINE = 20_000_000
_COARSE = 2_000_000_000
_SECOND = 1_000_000_000


def stamp_of(status: os.stat_result) -> Stamp:
    """The stamp of a file by its status."""
    return status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino


def is_racy(stamp: Stamp, seen: int) -> bool:
    """Whether the file could have changed once more, after it was read, without a new stamp.

    `seen` is the disk's own clock (ns) at a moment before the file was read. Disks count time in steps, of a few
    milliseconds or of up to two seconds: what changed within the last step before the reading may change again in it.
    """
    _, content, status, _ = stamp
    coarse = content % _SECOND == 0 and status % _SECOND == 0
    return max(content, status) > seen - (_COARSE if coarse else _FINE)
