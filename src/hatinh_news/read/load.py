"""All of content/, read at once: in one process or in many, with the same outcome."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeAlias, TypeVar

from hatinh_news.model.article import Article, Content, Profile, StandingPage
from hatinh_news.model.check import CheckSettings
from hatinh_news.model.config import Config
from hatinh_news.model.digest import digest, name_of
from hatinh_news.model.errors import CannotBuild
from hatinh_news.model.fault import Fault, Place
from hatinh_news.model.manuscript import Made, Manuscript, lean_manuscript, manuscript
from hatinh_news.model.run import Run, serially
from hatinh_news.read import file_faults as faults
from hatinh_news.read.article import Rules, read_file
from hatinh_news.read.decode import MAX_BYTES, decode
from hatinh_news.read.library import Library, forget_sizes
from hatinh_news.read.scan import Tree, scan
from hatinh_news.read.settings import PATH, is_base_url, settings
from hatinh_news.read.site_faults import BAD_BASE_URL
from hatinh_news.read.sources import is_profile
from hatinh_news.text.slug import slug

BATCH = 64
"""Files that a worker reads at a time: enough to pay for sending them, few enough to share evenly."""

T = TypeVar("T")


Finish: TypeAlias = Callable[[Article], Article | Fault]
"""What extensions make of an article that was read."""


@dataclass(frozen=True, slots=True)
class Desk:
    """What a worker needs for any file: where the files are, the rules of the site, and who has the last word.

    `lean` says that nobody keeps what is read, nor wants more of it than what is wrong and what other pages show.
    """

    files: Mapping[str, str]
    rules: Rules
    finish: Finish | None = None
    lean: bool = False

    @property
    def name(self) -> bytes:
        """The name of all that these rules say, the files left out, and what only `check` asks."""
        rules = self.rules
        return name_of(
            replace(rules.config, check=CheckSettings()), rules.library.base_url, sorted(rules.sections.items())
        )


class _Asked(Mapping[str, T]):
    """Files by name, and what was asked for: a text depends on the files that it asked for, found or not."""

    def __init__(self, folder: str, files: Mapping[str, T], asked: set[str]) -> None:
        self._folder, self._files, self._asked = folder, files, asked

    def __getitem__(self, name: str) -> T:
        self._asked.add(f"{self._folder}/{name.lstrip('/')}")
        return self._files[name]

    def __iter__(self) -> Iterator[str]:
        self._asked.add("*")
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)


def load_settings(site: Path, base_url: str = "") -> tuple[Config, list[Fault]]:
    """The Config of SITE/content/site.yaml, or the plain one, with a fault, where there is no such file.

    `base_url`, where it is given, wins over the file's; it comes from the command line, and so does its fault.
    """
    if base_url and not is_base_url(base_url):
        return settings("")[0], [BAD_BASE_URL.at(Place("--base-url"), found=base_url)]
    raw = _bytes_of(str(site / PATH), PATH) if (site / PATH).exists() else b""
    text = raw if isinstance(raw, Fault) else decode(raw, PATH)
    if isinstance(text, Fault):
        return settings("", base_url)[0], [text]
    return settings(text, base_url)


def load(site: Path, config: Config, static: Mapping[str, Path], run: Run = serially) -> tuple[Content, list[Fault]]:
    """Everything below SITE/content that can be read, and the faults of the rest; `static` maps addresses to files."""
    tree, wrong = scan(site)
    check_content(tree, wrong)
    desk = front_desk(tree, config, static)
    fronts = list(read_all(desk, [path for path in tree.markdown if is_profile(path)]))
    desk = with_sections(desk, [one.made for one in fronts])
    others = [path for path in tree.markdown if not is_profile(path)]
    read = [*fronts, *read_all(desk, others, run)]
    made = [made for one in read if (made := one.whole) is not None]
    return content_of(made), wrong + [fault for one in read for fault in one.faults]


def check_content(tree: Tree, wrong: Sequence[Fault]) -> None:
    """Raises CannotBuild where there is no content at all: a slip in a path must not publish an empty newspaper."""
    if not tree.markdown and not wrong:
        raise CannotBuild((faults.NO_ARTICLES if tree.root.is_dir() else faults.NO_CONTENT).at(Place("content")))


def front_desk(tree: Tree, config: Config, static: Mapping[str, Path], finish: Finish | None = None) -> Desk:
    """The desk that reads `_index.md` files, which may name sections: before all others."""
    forget_sizes()
    library = Library(config.base_url, tree.files, static, tree.moment)
    return Desk(tree.files, Rules(config, library, declared_sections(config)), finish)


def with_sections(desk: Desk, made: Iterable[Made | None]) -> Desk:
    """The desk for all other files: it knows sections that have a page of their own; site.yaml's names come first."""
    own = {each.slug: each.name for each in made if isinstance(each, Profile) and each.kind == "section"}
    return replace(desk, rules=replace(desk.rules, sections={**own, **desk.rules.sections}))


def read_all(desk: Desk, paths: Sequence[str], run: Run = serially) -> Iterator[Manuscript]:
    """The manuscript of each file, in this order."""
    batches = [paths[start : start + BATCH] for start in range(0, len(paths), BATCH)]
    for batch in run(_read_batch, desk, batches):
        yield from batch


def _read_batch(desk: Desk, paths: Sequence[str]) -> list[Manuscript]:
    """The work of one worker: what each file makes."""
    asked = set[str]()
    library = desk.rules.library
    watched = Library(
        library.base_url,
        _Asked("content", library.files, asked),
        _Asked("static", library.static, asked),
        library.moment,
    )
    desk = replace(desk, rules=replace(desk.rules, library=watched))
    done = []
    for path in paths:
        asked.clear()
        done.append(_read(path, desk, asked))
    return done


def _read(path: str, desk: Desk, asked: set[str]) -> Manuscript:
    raw = _bytes_of(desk.files[path], f"content/{path}")
    if isinstance(raw, Fault):
        return manuscript(path, "", None, (raw,))
    made, wrong = read_file(path, raw, desk.rules)
    if desk.finish is not None and isinstance(made, Article):
        finished = desk.finish(made)
        made, wrong = (None, [*wrong, finished]) if isinstance(finished, Fault) else (finished, wrong)
    if desk.lean:
        return lean_manuscript(path, made, tuple(wrong))
    uses = ("*",) if "*" in asked else tuple(sorted(asked))
    searched = desk.rules.config.search
    return manuscript(path, digest(raw), made, tuple(wrong), uses, searched=searched)


def _bytes_of(file: str, path: str) -> bytes | Fault:
    try:
        with open(file, "rb", buffering=0) as stream:  # noqa: PTH123 (a Path for each of 10,000 files costs more)
            size = os.fstat(stream.fileno()).st_size
            return stream.readall() if size <= MAX_BYTES else stream.read(MAX_BYTES + 1) or b""
    except OSError as error:
        return faults.UNREADABLE.at(Place(path), reason=error.strerror or str(error))


def declared_sections(config: Config) -> dict[str, str]:
    """Names of the sections that site.yaml declares, by their slugs."""
    return {section.slug or slug(section.name): section.name for section in config.sections}


def content_of(made: Iterable[Made]) -> Content:
    """What was made, by sort, each in the order of the paths."""
    all_made = sorted(made, key=lambda each: each.path)
    return Content(
        tuple(each for each in all_made if isinstance(each, Article)),
        tuple(each for each in all_made if isinstance(each, StandingPage)),
        tuple(each for each in all_made if isinstance(each, Profile)),
    )
