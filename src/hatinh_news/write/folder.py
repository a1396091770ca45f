"""The output folder as a whole: where it may be."""

import os
from pathlib import Path

from hatinh_news.model.errors import CannotWrite
from hatinh_news.model.fault import Place
from hatinh_news.write import faults

INPUTS = ("content", "static", "templates")


def check_output(site: Path, out: Path) -> None:
    """Raises CannotWrite where building into `out` could destroy what a build of `site` reads."""
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
