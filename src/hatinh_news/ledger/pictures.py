"""Pictures that were made, kept from build to build: a file for each, by what it is made of and by what it holds."""

import os
import tempfile
from collections.abc import Collection, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

from hatinh_news.model.digest import digest

FOLDER: Final = "pictures"
"""Lies in the site's cache folder, or where that cannot be written, wherever a build has room."""

UNASKED: Final = 60 * 86_400 * 1_000_000_000
"""So long (ns) is a picture kept that nobody asks for."""

_ASKED_LATELY: Final = 86_400 * 1_000_000_000
_PART: Final = ".part"


def known_pictures(folder: Path) -> dict[str, str]:
    """The digest of each picture in the folder, by its key."""
    return {name: kept for name, _, kept in (entry.name.partition(".") for entry in _entries(folder)) if kept and name}


def picture_file(folder: Path, key: str, kept: str) -> Path:
    """Where the picture of this key and digest is kept."""
    return folder / f"{key}.{kept}"


def keep_picture(folder: Path, key: str, body: bytes) -> str:
    """Keeps a picture, whole or not at all; its digest."""
    kept = digest(body)
    handle, part = tempfile.mkstemp(dir=folder, prefix=".", suffix=_PART)
    with os.fdopen(handle, "wb") as file:
        file.write(body)
    os.replace(part, picture_file(folder, key, kept))  # noqa: PTH105 (a Path of its own for each file costs more)
    return kept


def is_whole(file: Path, kept: str) -> bool:
    """Whether a picture still holds what it held; one that does not is thrown away."""
    try:
        if digest(file.read_bytes()) == kept:
            return True
    except OSError:
        return False
    file.unlink(missing_ok=True)
    return False


def tidy_pictures(folder: Path, asked: Collection[str], moment: int) -> None:
    """Throws away what nobody asked for in a long time, and what was left half done; `moment` is the disk's (ns)."""
    for entry in _entries(folder):
        with suppress(OSError):
            age = moment - entry.stat().st_mtime_ns
            if entry.name.partition(".")[0] in asked:
                if age > _ASKED_LATELY:
                    os.utime(entry.path, ns=(moment, moment))
            elif age > (_ASKED_LATELY if entry.name.endswith(_PART) else UNASKED):
                os.unlink(entry.path)  # noqa: PTH108


def _entries(folder: Path) -> Iterator["os.DirEntry[str]"]:
    with suppress(OSError), os.scandir(folder) as found:
        yield from found
