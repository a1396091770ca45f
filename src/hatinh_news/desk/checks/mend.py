"""Mending: the edits of rules in the files themselves, where the page would say the same afterwards."""

import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path
from typing import Final
from unicodedata import normalize

from hatinh_news.desk.checks import faults
from hatinh_news.desk.checks.check import Findings
from hatinh_news.desk.checks.finding import Edit, edited
from hatinh_news.desk.checks.letters import LOOK_ALIKES
from hatinh_news.desk.checks.reading import Typed, sheet, typed
from hatinh_news.desk.checks.rules import findings
from hatinh_news.desk.checks.together import Slip
from hatinh_news.desk.faults import CANNOT_CREATE
from hatinh_news.model.check import CheckSettings
from hatinh_news.model.errors import CannotWrite
from hatinh_news.model.fault import Fault, Place
from hatinh_news.read.decode import decode
from hatinh_news.read.library import Document, Library
from hatinh_news.read.markdown import to_body
from hatinh_news.read.split import split
from hatinh_news.text.plain import plain_text

_ROUNDS: Final = 10
_NO_LIBRARY: Final = Library("http://localhost")
_NAMES: Final = frozenset({"topics", "authors", "section"})
_LINKED: Final = re.compile(r'href="([^"]*)"')
_NAME: Final = re.compile(r"[\w .()/–-]+")
_SMART_TAG: Final = re.compile(r"<(st1:[a-z0-9]+)>", re.IGNORECASE)
_TRACKERS: Final = re.compile(
    r"[?&](?:amp;)?(?:utm_|fbclid|gclid|dclid|gbraid|wbraid|msclkid|zarsrc|igsh|mc_|mibextid|__tn__|_gl)[^&#]*"
)
_QUOTES: Final = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", **LOOK_ALIKES})
_NO_SPACE: Final = re.compile(r"\s+([,.;])|\s+")
_FAMILIAR: Final = re.compile(
    r"</?[a-z0-9]+:[^<>]*>|</>|</?(?:span|p|font|div|b|i)\b[^<>]*>|<!\[endif\]-->|<!--\[if[^>]*>",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Mended:
    """A file of content/ before and after; `path` from the site's folder."""

    path: str
    before: bytes
    after: bytes

    @property
    def diff(self) -> str:
        """What changes, as `diff -u` writes it."""
        old, new = (text.decode("utf-8-sig").splitlines(keepends=True) for text in (self.before, self.after))
        lines = unified_diff(old, new, f"a/{self.path}", f"b/{self.path}")
        return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)


def mended(found: Findings, settings: CheckSettings) -> tuple[list[Mended], list[Fault]]:
    """The files with what is safe to mend, and the faults of those that are left as they are."""
    done: list[Mended] = []
    left: list[Fault] = []
    slips: dict[str, list[Slip]] = {}
    for slip in found.slips:
        if slip.new:
            slips.setdefault(slip.fault.place.path, []).append(slip)
    paths = {fault.place.path for fault in found.mends if fault in set(found.faults)} | slips.keys()
    for path in sorted(paths):
        below = path.removeprefix("content/")
        if below not in found.checked or below not in found.files:
            continue
        with suppress(OSError):
            before = Path(found.files[below]).read_bytes()
            after = mended_text(below, before, settings, slips.get(path, ()))
            if after is None:
                left.append(faults.NOT_MENDED.at(Place(path)))
            elif after != before:
                done.append(Mended(path, before, after))
    return done, left


def mended_text(path: str, raw: bytes, settings: CheckSettings, slips: Iterable[Slip] = ()) -> bytes | None:
    """The bytes of a file with all that is safe to mend; None where its page would not say the same."""
    source = typed(raw, path)
    if source is None:
        return raw
    source = _put(source, _words(source, slips))
    for _ in range(_ROUNDS):
        page = sheet(path, source)
        edits = [edit for one in findings(page, settings) for edit in one.edits] if page is not None else []
        again = _put(source, edits)
        if again.raw == source.raw:
            break
        source = again
    after = source.encoded(source.raw)
    return after if after == raw or _says_the_same(path, raw, after) else None


def _words(source: Typed, slips: Iterable[Slip]) -> Iterator[Edit]:
    """Each slip's new word where its old one stands still; a key only where no other line has it."""
    for slip in slips:
        start = source.offset(slip.fault.place)
        if source.text.startswith(('"', "'"), start):
            start += 1
        is_key = slip.fault.code == "unknown-key"
        if is_key and re.search(rf"^{re.escape(slip.new)}:", source.text, re.MULTILINE):
            continue
        if source.text.startswith(slip.old, start) and _NAME.fullmatch(slip.new):
            yield Edit(start, start + len(slip.old), slip.new)


def _put(source: Typed, edits: Iterable[Edit]) -> Typed:
    """The text with edits, its line ends as they were."""
    own = [Edit(source.raw_offset(one.start), source.raw_offset(one.end), one.text) for one in edits]
    return Typed(edited(source.raw, own), source.has_bom) if own else source


def _says_the_same(path: str, before: bytes, after: bytes) -> bool:
    """Whether a file's page says what it said, as far as no rule's edit may change it; a key that is no longer misspelt
    says more."""
    old, new = _said(path, before), _said(path, after)
    return old[0] == new[0] and not old[1] - new[1]


def _said(path: str, raw: bytes) -> tuple[list[str], Counter[str]]:
    """The text of a page with its links and pictures, and what front matter says in words."""
    text = decode(raw, path)
    parts = text if isinstance(text, Fault) else split(text, path)
    source = typed(raw, path)
    page = sheet(path, source) if source is not None else None
    if isinstance(parts, Fault) or page is None:
        return [], Counter()
    html = to_body(parts.body, parts.body_line, Document(path, "/"), _NO_LIBRARY)[0].html
    pictures = [one.alt + one.caption + one.credit for one in page.pictures if not one.lead]
    for name in _SMART_TAG.findall(text if isinstance(text, str) else ""):  # which Markdown takes for an address
        html = html.replace(name, "")
    told = [_plain(one) for one in (plain_text(html), *_LINKED.findall(html), *pictures)]
    return told, Counter(_plain(value.text) for value in page.texts if value.key not in _NAMES)


def _plain(text: str) -> str:
    text = _FAMILIAR.sub("", normalize("NFKC", text).translate(_QUOTES)).rstrip(".")
    text = _NO_SPACE.sub(lambda found: found[1] or " ", text.replace("&nbsp;", " "))
    return _TRACKERS.sub("", text).replace("?", "&").strip()


def write_all(site: Path, files: Iterable[Mended], on_disk: Mapping[str, str]) -> None:
    """Writes each file whole or not at all; raises CannotWrite where the disk refuses."""
    for one in files:
        file = Path(os.path.realpath(on_disk[one.path.removeprefix("content/")]))
        if not file.is_relative_to(Path(os.path.realpath(site / "content"))):
            raise CannotWrite(faults.NOT_CONTENT.at(Place(one.path)))
        try:
            made = file.with_name(f".{file.name}.{os.getpid()}")
            made.write_bytes(one.after)
            made.chmod(file.stat().st_mode & 0o7777)
            made.replace(file)
        except OSError as error:
            raise CannotWrite(CANNOT_CREATE.at(Place(one.path), reason=error.strerror or str(error))) from error
