"""What sort of page each Markdown file of content/ makes, told by where it lies and what it is called."""

import posixpath
import re
from dataclasses import dataclass

from hatinh_news.model.article import ProfileKind

PAGES_FOLDER = "trang"
_PROFILE_FOLDERS: dict[str, ProfileKind] = {"chu-de": "topic", "tac-gia": "author", "loat-bai": "series"}
_PROFILES = ("_index.md", "_index.markdown")
_LONGEST = max(map(len, _PROFILES))
_DATED = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[-_ ]+(.*))?")


@dataclass(frozen=True, slots=True)
class Name:
    """What a file's name says: `date` as typed (empty without one) and the `stem` behind it."""

    date: str
    stem: str


def is_profile(path: str) -> bool:
    end = path[-_LONGEST:].lower()  # asked of every file at every build
    return end.endswith(_PROFILES) and posixpath.basename(path).lower() in _PROFILES


def is_page(path: str) -> bool:
    return path.startswith(f"{PAGES_FOLDER}/")


def profile_kind(path: str) -> tuple[ProfileKind, str] | None:
    """What an `_index.md` is about, and the slug its folder gives; None where no such file belongs."""
    match posixpath.dirname(path).split("/"):
        case [""]:
            return "home", ""
        case [folder, slug] if folder in _PROFILE_FOLDERS:
            return _PROFILE_FOLDERS[folder], slug
        case [folder] if folder not in _PROFILE_FOLDERS and folder != PAGES_FOLDER:
            return "section", folder
    return None


def name_of(path: str) -> Name:
    """The name that counts: the file's, or for `index.md` its folder's."""
    folder, file = posixpath.split(path)
    stem = posixpath.splitext(file)[0]
    if stem.lower() == "index" and folder:
        stem = posixpath.basename(folder)
    match = _DATED.fullmatch(stem)
    return Name(match[1], match[2] or "") if match else Name("", stem)


def top_folder(path: str) -> str:
    """The first folder on the way to a file; empty for a file right below content/."""
    return path.split("/", 1)[0] if "/" in path else ""


def folder_of(path: str) -> str:
    """The folder that an article belongs to; a bundle's own folder does not count."""
    folder, file = posixpath.split(path)
    return posixpath.dirname(folder) if posixpath.splitext(file)[0].lower() == "index" else folder
