"""A new newspaper: a folder that builds at once, and says what is what."""

import json
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from hatinh_news import __version__
from hatinh_news.desk import faults
from hatinh_news.desk.archetype import scaffold
from hatinh_news.desk.schema import schema
from hatinh_news.desk.yaml_text import written
from hatinh_news.messages import translator
from hatinh_news.model.errors import CannotBuild, CannotWrite
from hatinh_news.model.fault import Place
from hatinh_news.read.settings import is_base_url
from hatinh_news.read.site_faults import BAD_BASE_URL
from hatinh_news.text.clean import clean_line
from hatinh_news.text.slug import slug

HOSTS: Final = ("github", "netlify", "cloudflare", "gitlab")
"""Hosts that have a folder in scaffold/."""

TITLE: Final = "Báo mới"
BASE_URL: Final = "https://bao.example"

_SITE: Final = "site"
_HIDDEN: Final = "dot-"  # in the package no file is hidden, so that no tool takes it for one of its own
_BLANK: Final = re.compile("@@([A-Z_]+)@@")
_SHOWN: Final = 5


@dataclass(frozen=True, slots=True)
class Newspaper:
    """What is known of a newspaper that is to be; texts that are empty have a stand-in."""

    now: datetime
    title: str = ""
    base_url: str = ""
    hosts: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        return clean_line(self.title) or TITLE


def newspaper(wished: Newspaper) -> dict[str, bytes]:
    """The files of a new newspaper by path; raises CannotBuild for an address that is none."""
    if wished.base_url and not is_base_url(wished.base_url):
        raise CannotBuild(BAD_BASE_URL.at(Place("--base-url"), found=wished.base_url))
    now = wished.now
    values = {
        "TITLE": wished.name,
        "TITLE_YAML": written(wished.name),
        "BASE_URL_YAML": written(wished.base_url.rstrip("/") or BASE_URL),
        "SLUG": slug(wished.name, 40) or "bao",
        "VERSION": __version__,
        "YEAR": f"{now:%Y}",
        "DAY": f"{now:%Y-%m-%d}",
        "MINUTE": f"{now:%Y-%m-%d %H:%M}",
    }

    def filled(text: str) -> str:
        return _BLANK.sub(lambda blank: values[blank[1]], text)

    files = {filled(path): filled(text).encode() for path, text in _files(wished.hosts)}
    return {**files, **_schemas()}


def _schemas() -> dict[str, bytes]:
    """What editors' programs are told about keys: in Vietnamese, as all of a new newspaper."""
    say = translator("vi")
    return {
        f".vscode/{kind}.schema.json": f"{json.dumps(schema(kind, say), ensure_ascii=False, indent=1)}\n".encode()
        for kind in ("article", "site")
    }


def check_empty(folder: Path) -> None:
    """Raises CannotWrite where something lies in the folder; a repository that has only begun does not count."""
    try:
        found = sorted(entry.name for entry in folder.iterdir() if entry.name != ".git") if folder.exists() else []
    except OSError as error:
        raise CannotWrite(faults.CANNOT_CREATE.at(Place(str(folder)), reason=error.strerror or str(error))) from error
    if found:
        shown = ", ".join(found[:_SHOWN]) + (" …" if len(found) > _SHOWN else "")
        raise CannotWrite(faults.FOLDER_NOT_EMPTY.at(Place(str(folder)), found=shown))


def _files(hosts: Collection[str]) -> Iterator[tuple[str, str]]:
    """Path and text of each file, with blanks to be filled in."""
    for part in (_SITE, *(host for host in HOSTS if host in hosts)):
        root = scaffold() / part
        for file in sorted(root.rglob("*")):
            if file.is_file():
                yield _path(file.relative_to(root)), file.read_text(encoding="utf-8")


def _path(path: Path) -> str:
    return "/".join(re.sub(f"^{_HIDDEN}", ".", piece) for piece in path.parts)
