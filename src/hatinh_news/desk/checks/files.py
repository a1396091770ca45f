"""The files of a check: what the rules find in each, and what is to be known of it to compare it with others."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final, NamedTuple
from urllib.parse import unquote

from hatinh_news.desk.checks import faults
from hatinh_news.desk.checks.reading import Typed, sheet, typed
from hatinh_news.desk.checks.rules import findings, switched_off
from hatinh_news.desk.checks.sheet import OUTSIDE, Sheet
from hatinh_news.model.check import CheckSettings
from hatinh_news.model.fault import Fault, Kind, Place
from hatinh_news.read.library import Document, Library, content_path, own_path, scheme_of

BATCH: Final = 64

KINDS: Final = {name: kind for name, kind in vars(faults).items() if isinstance(kind, Kind)}
"""The kinds of faults that rules find, by what the program calls them."""
_NAMES: Final = {kind: name for name, kind in KINDS.items()}


class Told(NamedTuple):
    """A finding of one file, in plain values; `mends` says that an edit would mend it."""

    line: int
    column: int
    kind: str
    values: Sequence[Sequence[str]]
    mends: bool

    def fault(self, path: str) -> Fault:
        values = tuple((name, value) for name, value in self.values)
        return Fault(Place(f"content/{path}", self.line, self.column), KINDS[self.kind], values)


class Spot(NamedTuple):
    """Something that a file names at a line: a picture's file, a page elsewhere."""

    name: str
    line: int
    column: int


class Checked(NamedTuple):
    """What there is to know of a file that was checked: findings, its pictures (the lead first), the pages elsewhere
    that it links to, and which codes it switches off from line to line."""

    found: Sequence[Told] = ()
    pictures: Sequence[Spot] = ()
    has_lead: bool = False
    links: Sequence[Spot] = ()
    off: Sequence[tuple[str, int, int]] = ()

    def silences(self, code: str, line: int) -> bool:
        return any(code == one and first <= line <= last for one, first, last in self.off)


@dataclass(frozen=True, slots=True)
class Job:
    """What a worker needs for any file."""

    files: Mapping[str, str]
    settings: CheckSettings
    base_url: str


def check_batch(job: Job, paths: Sequence[str]) -> list[tuple[str, Checked]]:
    """What the rules find in each file."""
    return [(path, _checked(job, path)) for path in paths]


def _checked(job: Job, path: str) -> Checked:
    with suppress(OSError):  # the loader tells it
        return checked(path, Path(job.files[path]).read_bytes(), job.settings, job.base_url)
    return Checked()


def checked(path: str, raw: bytes, settings: CheckSettings, base_url: str = "") -> Checked:
    """What the rules find in the bytes of a file."""
    source = typed(raw, path)
    page = sheet(path, source) if source is not None else None
    if source is None or page is None:
        return Checked()
    found = []
    for one in findings(page, settings):
        place = source.place(path, one.start)
        found.append(Told(place.line, place.column, _NAMES[one.kind], one.values, bool(one.edits)))
    spans = [
        (code, source.place(path, start).line, source.place(path, min(end, len(source.text))).line)
        for code, _, start, end in (switched_off(page) if "check-off:" in page.text else ())
    ]
    return Checked(
        found,
        _pictures(page, source, base_url),
        any(picture.lead for picture in page.pictures),
        _outside(page, source),
        spans,
    )


def _pictures(page: Sheet, source: Typed, base_url: str) -> list[Spot]:
    """The pictures of a text by their files, as a look at the site names these."""
    library, document = Library(base_url), Document(page.path, "")
    found = []
    for picture in page.pictures:
        target = own_path(picture.target, library)
        if scheme_of(target):
            continue
        name = f"static{unquote(target)}" if target.startswith("/") else f"content/{content_path(target, document)}"
        place = source.place(page.path, picture.start)
        found.append(Spot(name, place.line, place.column))
    return found


def _outside(page: Sheet, source: Typed) -> list[Spot]:
    """The pages elsewhere that a text links to."""
    if "](http" not in page.text and "<http" not in page.text:
        return []
    matches = [match for form in OUTSIDE for match in form.finditer(page.text, page.body)]
    found = sorted((match.start(1), match[1]) for match in matches)
    places = ((name, source.place(page.path, start)) for start, name in found)
    return [Spot(name, place.line, place.column) for name, place in places]
