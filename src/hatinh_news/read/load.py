"""All of content/, read at once: in one process or in many, with the same outcome."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Sized
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, TypeAlias, TypeVar

from hatinh_news.model.article import Article, Content, Profile, StandingPage
from hatinh_news.model.config import Config
from hatinh_news.model.errors import CannotBuild
from hatinh_news.model.fault import Fault, Place
from hatinh_news.read import file_faults as faults
from hatinh_news.read.article import Made, Rules, read_file
from hatinh_news.read.decode import MAX_BYTES, decode
from hatinh_news.read.faults import BAD_BASE_URL
from hatinh_news.read.library import Library
from hatinh_news.read.scan import scan
from hatinh_news.read.settings import PATH, is_base_url, settings
from hatinh_news.read.sources import is_profile
from hatinh_news.text.slug import slug

BATCH = 64
"""Files that a worker reads at a time: enough to pay for sending them, few enough to share evenly."""

S = TypeVar("S")
B = TypeVar("B", bound=Sized)
R = TypeVar("R")

_Outcome: TypeAlias = list[tuple[Made | None, list[Fault]]]


class Run(Protocol):
    """Something that does a job for each batch, and yields the results in the order of the batches."""

    def __call__(self, job: Callable[[S, B], R], shared: S, batches: Iterable[B]) -> Iterator[R]: ...


def serially(job: Callable[[S, B], R], shared: S, batches: Iterable[B]) -> Iterator[R]:
    """Does one batch after another, in this process."""
    return (job(shared, batch) for batch in batches)


@dataclass(frozen=True, slots=True)
class _Shelf:
    """What a worker needs for any file: where the files are, and the rules of the site."""

    files: Mapping[str, str]
    rules: Rules


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
    """Everything below SITE/content that can be read, and the faults of the rest; `static` maps addresses to files.

    Raises CannotBuild where there is no content at all: a slip in a path must not publish an empty newspaper.
    """
    tree, wrong = scan(site)
    if not tree.markdown and not wrong:
        raise CannotBuild((faults.NO_ARTICLES if tree.root.is_dir() else faults.NO_CONTENT).at(Place("content")))
    rules = Rules(config, Library(config.base_url, tree.files, static), declared_sections(config))
    fronts = [path for path in tree.markdown if is_profile(path)]
    others = [path for path in tree.markdown if not is_profile(path)]
    outcome = _read_batch(_Shelf(tree.files, rules), fronts)  # first and here: few, and they name sections
    rules = _with_sections(rules, [made for made, _ in outcome])
    for batch in run(_read_batch, _Shelf(tree.files, rules), _batches(others)):
        outcome += batch
    made = [made for made, _ in outcome if made is not None]
    return _content(made), wrong + [fault for _, found in outcome for fault in found]


def _read_batch(shelf: _Shelf, paths: Sequence[str]) -> _Outcome:
    """The work of one worker: what each file makes."""
    outcome: _Outcome = []
    for path in paths:
        raw = _bytes_of(shelf.files[path], f"content/{path}")
        outcome.append((None, [raw]) if isinstance(raw, Fault) else read_file(path, raw, shelf.rules))
    return outcome


def _bytes_of(file: str, path: str) -> bytes | Fault:
    try:
        with Path(file).open("rb") as stream:
            return stream.read(MAX_BYTES + 1)
    except OSError as error:
        return faults.UNREADABLE.at(Place(path), reason=error.strerror or str(error))


def _batches(paths: list[str]) -> list[list[str]]:
    return [paths[start : start + BATCH] for start in range(0, len(paths), BATCH)]


def declared_sections(config: Config) -> dict[str, str]:
    """Names of the sections that site.yaml declares, by their slugs."""
    return {section.slug or slug(section.name): section.name for section in config.sections}


def _with_sections(rules: Rules, made: Iterable[Made | None]) -> Rules:
    """The rules, with the sections that have a page of their own; what site.yaml says comes first."""
    own = {each.slug: each.name for each in made if isinstance(each, Profile) and each.kind == "section"}
    return Rules(rules.config, rules.library, {**own, **rules.sections})


def _content(made: list[Made]) -> Content:
    return Content(
        tuple(each for each in made if isinstance(each, Article)),
        tuple(each for each in made if isinstance(each, StandingPage)),
        tuple(each for each in made if isinstance(each, Profile)),
    )
