"""The theme: templates that make pages, a site's own before the program's."""

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import Literal, TypeAlias

Part: TypeAlias = Literal["templates", "static"]

_PACKAGE = Path(__file__).resolve().parents[1]


@dataclass(frozen=True, slots=True)
class Theme:
    """Folders of templates, of which the first that has a file wins.

    `digest` names the files that win, by content, and what extensions add; `filters` are what they add and `lent` says
    whose, in which versions; `cache` is the folder where compiled templates are kept, none where they are not.
    """

    folders: tuple[Path, ...]
    digest: str = ""
    lent: str = ""
    filters: Mapping[str, Callable[..., object]] = field(default_factory=dict, compare=False)
    cache: Path | None = field(default=None, compare=False)


def theme_folders(site: Path, part: Part = "templates") -> tuple[Path, ...]:
    """Where a theme's templates (or static files) are looked up, first wins: the site's own, then those of the program.

    A wheel carries the program's own below the package; a checkout has them at its top.
    """
    packaged = _PACKAGE / "theme" / part
    bundled = packaged if packaged.is_dir() else _PACKAGE.parents[1] / part
    return tuple(dict.fromkeys((site.resolve() / part, bundled)))


def load_theme(site: Path, cache: Path | None = None) -> Theme:
    """The theme of a site as it is on disk now."""
    folders = theme_folders(site)
    return Theme(folders, _digest(winners(folders)), cache=cache)


def template_files(site: Path) -> dict[str, Path]:
    """The file of each template of a site, by its name."""
    return {name: Path(file) for name, file in winners(theme_folders(site)).items()}


def winners(folders: tuple[Path, ...]) -> dict[str, str]:
    """The file of every template, by the name that templates know it by: that of the first folder which has one.

    Templates only: an editor's swap and backup files would make every page look stale.
    """
    files: dict[str, str] = {}
    for folder in reversed(folders):
        files.update(_files(str(folder), "", ()))
    return files


def template_source(file: str) -> bytes:
    """What a template says; nothing where it cannot be read, which is told when a page wants it."""
    with suppress(OSError), open(file, "rb", buffering=0) as opened:  # noqa: PTH123 (a Path for each file costs more)
        return opened.read()
    return b""


def _digest(files: Mapping[str, str]) -> str:
    digest = blake2b(digest_size=16)
    for name, file in sorted(files.items()):
        digest.update(f"{name}\0".encode("utf-8", "surrogateescape"))
        digest.update(blake2b(template_source(file)).digest())
    return digest.hexdigest()


def _files(folder: str, prefix: str, above: tuple[int, ...]) -> Iterator[tuple[str, str]]:
    """Names and files below a folder; one that a link leads back to is not entered again."""
    with suppress(OSError), os.scandir(folder) as entries:
        here = (*above, os.stat(folder).st_ino)  # noqa: PTH116
        for entry in entries:
            if entry.name.startswith(".") or entry.name.endswith("~"):
                continue
            if entry.is_file():
                yield f"{prefix}{entry.name}", entry.path
            elif entry.is_dir() and entry.stat().st_ino not in here:
                yield from _files(entry.path, f"{prefix}{entry.name}/", here)
