"""Archetypes: what a new article begins with, a site's own for each section before the program's."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from hatinh_news.desk.faults import BAD_ARCHETYPE
from hatinh_news.desk.front import blocks, canonical, without
from hatinh_news.desk.template import speaks, template
from hatinh_news.model.config import Config
from hatinh_news.model.errors import CannotBuild
from hatinh_news.model.fault import Fault, Place
from hatinh_news.read import file_faults, yaml_plain
from hatinh_news.read.decode import decode
from hatinh_news.read.front_matter import ARTICLE_KEYS, TITLE
from hatinh_news.read.schema import Origin, read_mapping
from hatinh_news.read.split import split

FOLDER: Final = "archetypes"

_OWN: Final = frozenset({"title", "date", "slug", "section", "aliases"})
"""Keys that are each article's own, whatever an archetype says."""


@dataclass(frozen=True, slots=True)
class Archetype:
    """`path` is its file below the site's folder, empty for the program's; `given` are its keys that have a value."""

    path: str
    blocks: dict[str, str]
    body: str
    given: frozenset[str]


def archetype(site: Path, section: str, config: Config) -> Archetype:
    """That of the section's folder, else the site's default one, else the program's; CannotBuild for a faulty one."""
    for name in (f"{FOLDER}/{section}.md", f"{FOLDER}/default.md"):
        if (site / name).is_file():
            return _read(name, _bytes(site / name, name), config)
    return _read("", template(speaks(config.language)).encode(), config)


@cache
def scaffold() -> Path:
    """The folder of what new newspapers are made of."""
    return Path(__file__).with_name("scaffold")


def _bytes(file: Path, name: str) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise CannotBuild(file_faults.UNREADABLE.at(Place(name), reason=error.strerror or str(error))) from error


def _read(name: str, raw: bytes, config: Config) -> Archetype:
    text = decode(raw, name)
    parts = text if isinstance(text, Fault) else split(text, name)
    tree = parts if isinstance(parts, Fault) else yaml_plain.parse(parts.front, name, parts.front_line)
    if isinstance(parts, Fault) or isinstance(tree, Fault):
        raise CannotBuild(*dict.fromkeys(one for one in (parts, tree) if isinstance(one, Fault)))
    values, wrong = read_mapping(tree, ARTICLE_KEYS, Origin(name, config.timezone))
    wrong = [fault for fault in wrong if fault.place.line or TITLE.key in values.nodes]
    wrong = [fault for fault in wrong if ("key", TITLE.key) not in fault.values]
    found = blocks(parts.front)
    if not wrong and found.keys() != {canonical(key.value) for key, _ in tree.pairs}:
        wrong.append(BAD_ARCHETYPE.at(Place(name, parts.front_line)))
    if wrong:
        raise CannotBuild(*dict.fromkeys(wrong))
    given = frozenset(key for key, value in values.found.items() if value not in ("", (), None))
    return Archetype(name, without(found, _OWN), parts.body, given - _OWN)
