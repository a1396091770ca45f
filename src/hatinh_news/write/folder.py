"""The output folder as a whole: where it may be."""

import os
import re
import shutil
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Final

from hatinh_news.model.errors import CannotWrite
from hatinh_news.model.fault import Place
from hatinh_news.write import faults
from hatinh_news.write.staging import FOLDER, write_whole
from hatinh_news.write.tree import guarded

INPUTS = ("content", "static", "templates")

MARK: Final = ".hatinh-news-preview"
"""Lies in every folder of previews, and says that it is one."""

_MARK_TEXT: Final = b"Previews of articles that are not public. This folder is never part of the newspaper.\n"
_PREVIEW: Final = re.compile(r"[a-z2-7]{32}")


def check_output(site: Path, out: Path) -> None:
    """Raises CannotWrite where building into `out` could destroy what a build of `site` reads, or mix with previews."""
    _check_place(site, out)
    real = Path(os.path.realpath(out))
    for folder in (real, *real.parents):
        if (folder / MARK).exists():
            raise CannotWrite(faults.IS_PREVIEW.at(Place(out.name or str(out)), folder=folder.name))


def check_preview(site: Path, out: Path, apart: Iterable[Path]) -> None:
    """Raises CannotWrite where previews in `out` could destroy something, or mix with one of the folders of `apart`."""
    _check_place(site, out)
    place = Place(out.name or str(out))
    for folder in apart:
        if _holds(out, folder) or _holds(folder, out):
            raise CannotWrite(faults.PREVIEW_MIXED.at(place, folder=folder.name))
    with guarded(out, MARK):
        if out.exists() and not (out / MARK).exists() and {entry.name for entry in out.iterdir()} - {FOLDER}:
            raise CannotWrite(faults.NOT_A_PREVIEW.at(place))


def clear_previews(out: Path, kept: Collection[str]) -> None:
    """Marks `out` as a folder of previews, and removes every preview but those `kept`, whoever knows of it."""
    with guarded(out, MARK):
        write_whole(out / MARK, _MARK_TEXT)
    for entry in list(os.scandir(out)):
        if _PREVIEW.fullmatch(entry.name) and entry.name not in kept and entry.is_dir(follow_symlinks=False):
            with guarded(out, entry.name):
                shutil.rmtree(entry.path)


def _check_place(site: Path, out: Path) -> None:
    place = Place(out.name or str(out))
    if out.exists() and not out.is_dir():
        raise CannotWrite(faults.NOT_A_FOLDER.at(place))
    if _holds(out, site):
        raise CannotWrite(faults.HOLDS_INPUT.at(place, input=site.resolve().name))
    for name in INPUTS:
        if _holds(out, site / name) or _holds(site / name, out):
            raise CannotWrite(faults.HOLDS_INPUT.at(place, input=f"{name}/"))


def _holds(folder: Path, path: Path) -> bool:
    """Whether `path` is `folder` or lies in it, links and letter case of the disk considered."""
    real = Path(os.path.realpath(path))
    return any(_same(folder, candidate) for candidate in (real, *real.parents))


def _same(one: Path, other: Path) -> bool:
    if one.exists() and other.exists():
        return one.samefile(other)
    return Path(os.path.realpath(one)) == other
