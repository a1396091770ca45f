"""The theme: templates that make pages, a site's own before the program's."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import Literal, TypeAlias

Part: TypeAlias = Literal["templates", "static"]

_PACKAGE = Path(__file__).resolve().parents[1]


@dataclass(frozen=True, slots=True)
class Theme:
    """Folders of templates, of which the first that has a file wins.

    `digest` names the files that win, by content, and what extensions add; `filters` are what they add.
    """

    folders: tuple[Path, ...]
    digest: str = ""
    filters: Mapping[str, Callable[..., object]] = field(default_factory=dict, compare=False)


def theme_folders(site: Path, part: Part = "templates") -> tuple[Path, ...]:
    """Where a theme's templates (or static files) are looked up, first wins: the site's own, then those of the program.

    A wheel carries the program's own below the package; a checkout has them at its top.
    """
    packaged = _PACKAGE / "theme" / part
    bundled = packaged if packaged.is_dir() else _PACKAGE.parents[1] / part
    return tuple(dict.fromkeys((site.resolve() / part, bundled)))


def load_theme(site: Path) -> Theme:
    """The theme of a site as it is on disk now."""
    folders = theme_folders(site)
    return Theme(folders, _digest(folders))


def template_files(site: Path) -> dict[str, Path]:
    """The file of each template, by its name."""
    return _winners(theme_folders(site))


def _digest(folders: tuple[Path, ...]) -> str:
    digest = blake2b(digest_size=16)
    for name, file in sorted(_winners(folders).items()):
        digest.update(f"{name}\0".encode("utf-8", "surrogateescape"))
        digest.update(blake2b(file.read_bytes()).digest())
    return digest.hexdigest()


def _winners(folders: tuple[Path, ...]) -> dict[str, Path]:
    winners: dict[str, Path] = {}
    for folder in folders:
        for file in _files(folder):
            winners.setdefault(file.relative_to(folder).as_posix(), file)
    return winners


def _files(folder: Path) -> Iterator[Path]:
    """Templates only: an editor's swap and backup files would make every page look stale."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return (file for file in files if not file.name.startswith(".") and not file.name.endswith("~"))
