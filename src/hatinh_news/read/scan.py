"""The tree of content/ as values: which files are Markdown, which lie beside them, and what cannot be read.

Paths are below content/, with slashes and in NFC, whatever the disk writes them in; names that begin with a dot and
editors' backup files are passed over.
"""

import os
import re
import stat
import unicodedata
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from hatinh_news.model.fault import Fault, Kind, Place
from hatinh_news.model.stamp import Stamp, stamp_of
from hatinh_news.read import file_faults as faults

_PASSED_OVER = re.compile(r"\..*|.*~|#.*#|Thumbs\.db|__pycache__|site\.yaml")
_MARKDOWN = (".md", ".markdown")
_OTHER_TEXT = (".txt", ".doc", ".docx", ".odt", ".rtf", ".htm", ".html", ".mdx", ".rst", ".yml")


@dataclass(frozen=True, slots=True)
class Tree:
    """`markdown` are the Markdown files in order; `files` has the file on disk of every path.

    `stamps` are by path from the site's folder.
    """

    root: Path
    markdown: tuple[str, ...] = ()
    files: Mapping[str, str] = field(default_factory=dict)
    stamps: Mapping[str, Stamp] = field(default_factory=dict)
    moment: int = 0


@dataclass(slots=True)
class _Walk:
    """What a walk through content/ gathers; `site` is the real folder that links must not lead out of."""

    site: Path
    files: dict[str, str] = field(default_factory=dict)
    stamps: dict[str, Stamp] = field(default_factory=dict)
    wrong: list[Fault] = field(default_factory=list)


def scan(site: Path, moment: int = 0) -> tuple[Tree, list[Fault]]:
    """What lies in SITE/content; `moment` is the disk's time (ns) at which it is looked at."""
    root = site / "content"
    walk = _Walk(site.resolve())
    if root.exists():
        _folder(str(root), "", walk, (root.resolve(),))
    markdown = tuple(sorted(name for name in walk.files if name.lower().endswith(_MARKDOWN)))
    walk.wrong += [
        faults.NOT_MARKDOWN.at(Place(f"content/{name}"), suffix=Path(name).suffix)
        for name in sorted(walk.files)
        if name.lower().endswith(_OTHER_TEXT)
    ]
    return Tree(root, markdown, walk.files, walk.stamps, moment), walk.wrong


def _folder(folder: str, prefix: str, walk: _Walk, above: tuple[Path, ...]) -> None:
    """Gathers what lies below `folder`; `above` are the real folders on the way, so that links end."""
    try:
        with os.scandir(folder) as found:
            entries = sorted(found, key=_name)
    except OSError as error:
        place = Place(f"content/{prefix}".rstrip("/"))
        walk.wrong.append(faults.UNREADABLE.at(place, reason=error.strerror or str(error)))
        return
    for entry in entries:
        if not is_passed_over(entry.name):
            _entry(entry, prefix, walk, above)


def is_passed_over(name: str) -> bool:
    """Whether what is called so in content/ is none of it."""
    return _PASSED_OVER.fullmatch(name) is not None


def _name(entry: "os.DirEntry[str]") -> str:
    return entry.name


def _entry(entry: "os.DirEntry[str]", prefix: str, walk: _Walk, above: tuple[Path, ...]) -> None:
    """Gathers one file or folder: `ab.md` costs a single question to the disk, as there are many."""
    name = prefix + entry.name
    if not entry.name.isascii():
        name = prefix + unicodedata.normalize("NFC", entry.name)
        if not _is_text(name):
            shown = os.fsencode(entry.name).decode("utf-8", "replace")
            walk.wrong.append(faults.BAD_FILE_NAME.at(Place(f"content/{prefix}{shown}")))
            return
    if entry.is_symlink() and (refusal := _refused_link(entry, walk.site, above)) is not None:
        kind, target = refusal
        walk.wrong.append(kind.at(Place(f"content/{name}"), target=target))
        return
    try:
        status = None if entry.is_dir(follow_symlinks=False) else entry.stat()
    except OSError as error:
        walk.wrong.append(faults.UNREADABLE.at(Place(f"content/{name}"), reason=error.strerror or str(error)))
        return
    if status is None or stat.S_ISDIR(status.st_mode):
        real = Path(entry.path).resolve() if entry.is_symlink() else above[-1] / entry.name
        _folder(entry.path, f"{name}/", walk, (*above, real))
    elif not stat.S_ISREG(status.st_mode):
        walk.wrong.append(faults.NOT_A_FILE.at(Place(f"content/{name}"), found=_sort_of(status.st_mode)))
    elif name in walk.files:
        walk.wrong.append(faults.TWO_FORMS.at(Place(f"content/{name}"), other=walk.files[name]))
    else:
        walk.files[name] = entry.path
        walk.stamps[f"content/{name}"] = stamp_of(status)


def _is_text(name: str) -> bool:
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True


def _refused_link(entry: "os.DirEntry[str]", site: Path, above: tuple[Path, ...]) -> tuple[Kind, str] | None:
    """Why a symbolic link is not followed: it must stay in the site and not lead back to a folder it lies in."""
    target = str(Path(entry.path).readlink())
    try:
        real = Path(entry.path).resolve(strict=True)
    except FileNotFoundError:
        return faults.LINK_BROKEN, target
    except (OSError, RuntimeError):  # too many levels of links: an OSError, or RuntimeError before Python 3.13
        return faults.LINK_LOOP, target
    if not real.is_relative_to(site):
        return faults.LINK_OUTSIDE, target
    return (faults.LINK_LOOP, target) if any(folder.is_relative_to(real) for folder in above) else None


def _sort_of(mode: int) -> str:
    if stat.S_ISFIFO(mode):
        return "FIFO"
    return "socket" if stat.S_ISSOCK(mode) else "device"


def scan_static(folders: tuple[Path, ...], site: Path) -> tuple[dict[str, Path], list[Fault]]:
    """Addresses of static files and the file of each, from the first folder that has it.

    A link that leads out of the site, or to nothing, is a fault: what lies outside is not for publishing.
    """
    found: dict[str, Path] = {}
    wrong: list[Fault] = []
    for folder in folders:
        for file in _static_files(folder):
            name = unicodedata.normalize("NFC", file.relative_to(folder).as_posix())
            if file.is_symlink() and not _stays_within(file, (site, folder)):
                wrong.append(faults.LINK_OUTSIDE.at(Place(f"static/{name}"), target=file.readlink()))
            elif file.is_file():
                found.setdefault(f"/{name}", file)
    return dict(sorted(found.items())), wrong


def stamps(files: Mapping[str, Path]) -> dict[str, Stamp]:
    """The stamp of each of `files` that is there."""
    found = {}
    for name, file in files.items():
        with suppress(OSError):
            found[name] = stamp_of(file.stat())
    return found


def _static_files(folder: Path) -> Iterator[Path]:
    """Every file below a static folder but those that editors and systems leave about."""
    for directory, names, files in os.walk(folder):
        names[:] = sorted(name for name in names if not name.startswith(".") or name == ".well-known")
        for name in sorted(files):
            if not name.endswith("~") and name not in {".DS_Store", ".gitkeep", "Thumbs.db"}:
                yield Path(directory, name)


def _stays_within(link: Path, folders: tuple[Path, ...]) -> bool:
    try:
        real = link.resolve(strict=True)
    except (OSError, RuntimeError):
        return False
    return any(real.is_relative_to(folder.resolve()) for folder in folders)
