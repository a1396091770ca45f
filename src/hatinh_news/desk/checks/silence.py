"""The rule of silent changes: what readers have read already is not made another without a word to them."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from hatinh_news.build import Request
from hatinh_news.build.settings import settings
from hatinh_news.desk.checks import git_faults as faults
from hatinh_news.desk.checks.changed import former_texts
from hatinh_news.desk.checks.check import Findings
from hatinh_news.desk.checks.reading import Typed, sheet
from hatinh_news.desk.checks.sheet import Sheet
from hatinh_news.index import state
from hatinh_news.model.article import Article
from hatinh_news.model.fault import Fault, Kind
from hatinh_news.read.article import Rules, read_file
from hatinh_news.read.decode import decode
from hatinh_news.read.library import Library
from hatinh_news.read.load import declared_sections
from hatinh_news.text.edits import Edit, Matter, material_edit

_KINDS: Final[dict[Matter, Kind]] = {
    "number": faults.SILENT_NUMBER,
    "negation": faults.SILENT_DENIAL,
    "name": faults.SILENT_NAME,
    "text": faults.SILENT_TEXT,
}
_APART: Final = "\n\n"


def silent_changes(request: Request, found: Findings, revision: str = "") -> Iterator[Fault]:
    """What was changed of articles that were public as git had them last, or where a revision and this line parted,
    and that readers should be told of; only of files that were checked."""
    config = settings(request)[0]
    if faults.SILENT_TEXT.code in config.check.off:
        return
    rules = Rules(config, Library(config.base_url), declared_sections(config))
    for name, (before, held) in sorted(former_texts(request.site, revision).items()):
        path = name.removeprefix("content/")
        if path in found.checked and before.startswith("content/"):
            old = _Version(before.removeprefix("content/"), held)
            with suppress(OSError):
                new = _Version(path, Path(found.files[path]).read_bytes())
                fault = silent_change(old, new, rules, request.now)
                if fault is not None and not found.checked[path].silences(fault.code, fault.place.line):
                    yield fault


@dataclass(frozen=True, slots=True)
class _Version:
    """A file as it was or is, at its path below content/."""

    path: str
    raw: bytes


def silent_change(old: _Version, new: _Version, rules: Rules, now: datetime) -> Fault | None:
    """What the edit of a public article has changed that matters, where neither `updated` nor `corrections` tells."""
    if old.raw == new.raw:
        return None
    before, after = (_public(one, rules, now) for one in (old, new))
    if before is None or after is None:
        return None
    if before.updated != after.updated or _told(before) != _told(after):
        return None
    was, is_now = _sheet(old), _sheet(new)
    if was is None or is_now is None:
        return None
    edit = material_edit(_words(was), _words(is_now))
    return _fault(new, is_now, edit, now.astimezone(rules.config.timezone)) if edit is not None else None


def _public(version: _Version, rules: Rules, now: datetime) -> Article | None:
    """The article of a version, where readers can read it."""
    made, _ = read_file(version.path, version.raw, rules)
    public = isinstance(made, Article) and not made.retracted and state(made, now) == "published"
    return made if public and isinstance(made, Article) else None


def _told(article: Article) -> list[tuple[datetime, str]]:
    return [(one.date, one.text) for one in article.corrections]


def _sheet(version: _Version) -> Sheet | None:
    """The sheet of a text as a page has it: what is invisible, or only another form of the same letters, is no edit."""
    text = decode(version.raw, version.path)
    return None if isinstance(text, Fault) else sheet(version.path, Typed(text))


def _pieces(page: Sheet) -> Iterator[tuple[int, str]]:
    """What readers read, and where it begins in the file."""
    for key in ("title", "description"):
        value = page.value(key)
        yield (value.start, value.text) if value is not None else (0, "")
    yield page.body, page.prose


def _words(page: Sheet) -> str:
    return _APART.join(text for _, text in _pieces(page))


def _fault(version: _Version, page: Sheet, edit: Edit, now: datetime) -> Fault:
    """The fault at the place of what changed; its line is that of the file, whatever is cleaned in it."""
    place = Typed(page.text).place(f"content/{version.path}", _offset(page, edit.start))
    moment = f"{now:%Y-%m-%d %H:%M}"
    if edit.matter == "text" and not edit.after:
        return faults.SILENT_CUT.at(place, before=edit.before, moment=moment)
    if edit.matter == "text" and not edit.before:
        return faults.SILENT_ADDITION.at(place, after=edit.after, moment=moment)
    return _KINDS[edit.matter].at(place, was=edit.was, now=edit.now, moment=moment)


def _offset(page: Sheet, at: int) -> int:
    """Where in the file the words stand that stand at `at` in what readers read."""
    for begins, text in _pieces(page):
        if at <= len(text):
            return begins + at
        at -= len(text) + len(_APART)
    return len(page.text)
