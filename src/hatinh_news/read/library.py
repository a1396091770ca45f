"""What a text can point to: files beside it, static files, other articles; with the sizes of pictures."""

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

from hatinh_news.model.address import as_path
from hatinh_news.model.article import Asset, Photo
from hatinh_news.model.fault import Kind
from hatinh_news.read import faults
from hatinh_news.read.picture_size import picture_size
from hatinh_news.text.clean import clean_line
from hatinh_news.text.nearest import nearest

PICTURE_SUFFIXES = (".jpg", ".jpeg", ".png", ".webp", ".avif", ".gif", ".svg")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")


@dataclass(frozen=True, slots=True)
class Library:
    """`files` maps paths below content/ to files on disk, `static` maps addresses of static files to theirs.

    At a later `moment` a file may hold something else.
    """

    base_url: str
    files: Mapping[str, str] = field(default_factory=dict)
    static: Mapping[str, Path] = field(default_factory=dict)
    moment: int = 0


@dataclass(frozen=True, slots=True)
class Document:
    """The text that is being read: its file below content/ and the address it will have."""

    path: str
    url: str


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a target is not to be had: a kind of fault, and the values of its sentence."""

    kind: Kind
    values: dict[str, str]


@dataclass(frozen=True, slots=True)
class Target:
    """Where an address in a text leads: `url` as it goes into the page, and the file that must come along."""

    url: str
    asset: Asset | None = None
    file: str = ""


def own_path(target: str, library: Library) -> str:
    """`target` from this site's root when it names this site in full, else `target` unchanged."""
    base = library.base_url + "/"
    return "/" + target[len(base) :] if (target + "/").startswith(base) else target


def scheme_of(target: str) -> str:
    """The scheme of an address in lower case without its colon; empty for a path; `//` counts as https."""
    if target.startswith("//"):
        return "https"
    match = _SCHEME.match(target)
    return match[0][:-1].lower() if match else ""


def content_path(target: str, document: Document) -> str:
    """The path below content/ that a relative target means; it may begin with `..` when it leads out."""
    path = clean_line(unquote(urlsplit(target).path))
    return posixpath.normpath(posixpath.join(posixpath.dirname(document.path), path))


def beside(path: str, document: Document, library: Library) -> Target | None:
    """The file at `path` below content/ as a file that goes along with the document; None where there is none."""
    file = library.files.get(path)
    if file is None:
        return None
    folder = posixpath.dirname(document.path)
    within = not folder or path.startswith(f"{folder}/")
    below = path[len(folder) :].lstrip("/") if within else f"content/{path}"
    url = document.url + below if document.url.endswith("/") else f"{document.url}.{below}"
    return Target(url, Asset(f"content/{path}", url), file)


def find_picture(target: str, document: Document, library: Library) -> tuple[Photo, Asset | None] | Refusal:
    """A picture with its size: beside the document, or in static/ by an address from the root."""
    target = own_path(target, library)
    scheme = scheme_of(target)
    if scheme in {"http", "https"}:
        return Refusal(faults.OUTSIDE_PICTURE, {"target": target})
    if scheme:
        return Refusal(faults.UNSAFE_LINK, {"target": target[:60]})
    found = (
        _static(target, library)
        if target.startswith("/")
        else beside(content_path(target, document), document, library)
    )
    if found is None:
        return _missing(target, document, library)
    size = _size_of(found.file, library.moment)
    if size is None:
        return Refusal(faults.NOT_A_PICTURE, {"target": target})
    return Photo(as_path(found.url), width=size[0], height=size[1]), found.asset


def _static(target: str, library: Library) -> Target | None:
    url = clean_line(unquote(urlsplit(target).path))
    file = library.static.get(url)
    return None if file is None else Target(url, file=str(file))


def _missing(target: str, document: Document, library: Library) -> Refusal:
    """The fault of a picture that is not there, with the nearest name among those that are."""
    shown = unquote(target)
    if target.startswith("/"):
        near = nearest(shown, [url for url in library.static if url.lower().endswith(PICTURE_SUFFIXES)][:2000])
    else:
        folder = posixpath.dirname(document.path)
        choices = [posixpath.relpath(path, folder or ".") for path in _pictures_of(folder, library)]
        near = nearest(shown, choices)
    if near is None:
        return Refusal(faults.MISSING_PICTURE, {"target": shown})
    return Refusal(faults.MISSING_PICTURE_NEAR, {"target": shown, "nearest": near})


def _pictures_of(folder: str, library: Library) -> list[str]:
    prefix = f"{folder}/" if folder else ""
    return [path for path in library.files if path.startswith(prefix) and path.lower().endswith(PICTURE_SUFFIXES)]


@lru_cache(65_536)
def _size_of(file: str, _moment: int) -> tuple[int, int] | None:
    """Width and height of a picture as it is shown; zeros for a drawing without a size; None for no picture."""
    if not file.lower().endswith(PICTURE_SUFFIXES):
        return None
    width, height = picture_size(file)
    if width > 0 and height > 0:
        return width, height
    return (0, 0) if file.lower().endswith(".svg") else None


forget_sizes = _size_of.cache_clear
"""To be called before each build: a picture may have been replaced since."""
