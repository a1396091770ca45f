"""The tree of content/ as values: which files are Markdown, which lie beside them, and what cannot be read.

Paths are below content/, with slashes and in NFC, whatever the disk writes them in; names that begin with a dot and
editors' backup files are passed over.
"""

import os
import re
import stat
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from hatinh_news.model.fault import Fault, Kind, Place
from hatinh_news.read import file_faults as faults

_PASSED_OVER = re.compile(r"\..*|.*~|#.*#|Thumbs\.db|__pycache__|site\.yaml")
_MARKDOWN = (".md", ".markdown")
_OTHER_TEXT = (".txt", ".doc", ".docx", ".odt", ".rtf", ".htm", ".html", ".mdx", ".rst", ".yml")


@dataclass(frozen=True, slots=True)
class Tree:
    """`articles` and the like are the Markdown files in order; `files` maps every other path to its file on disk."""

    root: Path
    markdown: tuple[str, ...] = ()
    files: Mapping[str, str] = field(default_factory=dict)


def scan(site: Path) -> tuple[Tree, list[Fault]]:
    """What lies in SITE/content."""
    root = site / "content"
    found: dict[str, str] = {}
    wrong: list[Fault] = []
    for each in _walk(root, "", site.resolve(), (root.resolve(),)):
        if isinstance(each, Fault):
            wrong.append(each)
            continue
        name, file = each
        if name in found:
            wrong.append(faults.TWO_FORMS.at(Place(f"content/{name}"), other=found[name]))
            continue
        found[name] = file
    markdown = tuple(sorted(name for name in found if name.lower().endswith(_MARKDOWN)))
    wrong += [
        faults.NOT_MARKDOWN.at(Place(f"content/{name}"), suffix=Path(name).suffix)
        for name in sorted(found)
        if name.lower().endswith(_OTHER_TEXT)
    ]
    return Tree(root, markdown, found), wrong


def _walk(folder: Path, prefix: str, site: Path, above: tuple[Path, ...]) -> Iterator[tuple[str, str] | Fault]:
    """Files below `folder` as (path, file on disk); `above` are the real folders on the way, so that links end."""
    if not prefix and not folder.exists():
        return
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        yield faults.UNREADABLE.at(Place(f"content/{prefix}".rstrip("/")), reason=error.strerror or str(error))
        return
    for entry in entries:
        if _PASSED_OVER.fullmatch(entry.name):
            continue
        yield from _entry(entry, prefix, site, above)


def _entry(
    entry: "os.DirEntry[str]", prefix: str, site: Path, above: tuple[Path, ...]
) -> Iterator[tuple[str, str] | Fault]:
    try:
        name = prefix + unicodedata.normalize("NFC", entry.name)
        name.encode()
    except UnicodeEncodeError:
        shown = os.fsencode(entry.name).decode("utf-8", "replace")
        yield faults.BAD_FILE_NAME.at(Place(f"content/{prefix}{shown}"))
        return
    place = Place(f"content/{name}")
    if entry.is_symlink() and (refusal := _refused_link(entry, site, above)) is not None:
        kind, target = refusal
        yield kind.at(place, target=target)
        return
    try:
        mode = entry.stat().st_mode
    except OSError as error:
        yield faults.UNREADABLE.at(place, reason=error.strerror or str(error))
        return
    if stat.S_ISDIR(mode):
        real = Path(entry.path).resolve() if entry.is_symlink() else above[-1] / entry.name
        yield from _walk(Path(entry.path), f"{name}/", site, (*above, real))
    elif stat.S_ISREG(mode):
        yield name, entry.path
    else:
        yield faults.NOT_A_FILE.at(place, found=_sort_of(mode))


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
