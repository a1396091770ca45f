"""What an earlier build left behind: removed where it is ours and unchanged, and only there."""

from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

from hatinh_news.model.errors import CannotWrite
from hatinh_news.model.fault import Fault, Place
from hatinh_news.write import faults
from hatinh_news.write.tree import file_digest, leading_out, ways


def in_the_way(earlier: Iterable[str], planned: Collection[str]) -> list[str]:
    """Files of an earlier build that stand where a planned file needs a folder, or in a folder where it must stand."""
    files = set(planned)
    rest = [path for path in earlier if path not in files]
    folders = {folder for path in planned for folder in ways(path)} if rest else set()
    return [path for path in rest if path in folders or not files.isdisjoint(ways(path))]


def prune(out: Path, earlier: Mapping[str, str], planned: Collection[str]) -> tuple[list[str], tuple[Fault, ...]]:
    """Removes the files of `earlier` (path and digest) that are not planned, and the folders that this leaves empty.

    Returns the paths that are gone, and a warning for each file that was left because its bytes are no longer ours.
    """
    files = set(planned)
    gone, found = [], []
    for path in sorted(set(earlier) - files):
        if leading_out(out, path) or _is_ours(out / path, earlier[path]):
            gone.append(path)
        else:
            found.append(faults.EDITED.at(Place(f"{out.name}/{path}")))
    for path in gone:
        _remove(out, path)
    return gone, tuple(found)


def _is_ours(target: Path, digests: str) -> bool:
    """Whether nothing stands at `target`, or just what we wrote."""
    if target.is_symlink() or target.is_dir():
        return False
    try:
        return file_digest(target) in digests.split()
    except (FileNotFoundError, NotADirectoryError):
        return True
    except OSError:
        return False


def _remove(out: Path, path: str) -> None:
    if leading_out(out, path):
        return
    try:
        (out / path).unlink(missing_ok=True)
    except NotADirectoryError:
        return
    except OSError as error:
        raise CannotWrite(faults.NO_PERMISSION.at(Place(f"{out.name}/{path}"))) from error
    for folder in reversed(ways(path)):
        try:
            (out / folder).rmdir()
        except OSError:
            return
