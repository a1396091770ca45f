"""A newspaper at work: its folder, the choices of the next build, and what must stand in public/ afterwards."""

import os
import random
import shutil
import signal
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from engine.daily import NOW
from hatinh_news.build import Request, Shown, build
from hatinh_news.model.errors import CannotBuild
from hatinh_news.model.report import Report
from newsroom import tree

STAGING: Final = ".hatinh-news-staging"
OURS: Final = (".hatinh-news", "public", "public-*", STAGING)
REFUSED: Final = 2
_TOUCHING_THE_DISK: Final = frozenset(
    {"open", "write", "close", "replace", "rename", "mkdir", "unlink", "rmdir", "sync", "fsync", "scandir", "link"}
    | {"connect", "execute", "executemany", "executescript", "commit", "lstat", "stat", "utime", "flock", "lockf"}
)
"""Functions of C before and after each of which a build may be killed."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a build says to the editor, whether it was incremental or clean: exit code, counts of articles, faults."""

    exit_code: int
    articles: tuple[int, ...]
    faults: tuple[str, ...]
    refused: bool = False


@dataclass
class Desk:
    """One newspaper in `site`, and the folder `clean` in which it is built anew to compare.

    `foreign` files of public/ must outlive every build, whatever happens. `loose` ones were changed by somebody, or
    forgotten with the ledger: they may stay as long as they are not planned. `broken` holds what lay in files that were
    spoilt.
    """

    site: Path
    clean: Path
    folder: str = "public"
    now: datetime = NOW
    base_url: str = ""
    shown: Shown = field(default_factory=Shown)
    choices: Mapping[str, Any] = field(default_factory=lambda: {"workers": 1})
    foreign: dict[str, bytes] = field(default_factory=dict)
    loose: dict[str, bytes] = field(default_factory=dict)
    broken: dict[Path, bytes] = field(default_factory=dict)

    @property
    def out(self) -> Path:
        return self.site / self.folder

    @property
    def clean_out(self) -> Path:
        """Under the name of `out`, for faults of pages name their folder."""
        return self.clean / self.folder

    def request(self, **choices: Any) -> Request:
        asked = Request(self.site, self.out, self.now, base_url=self.base_url, shown=self.shown)
        return replace(asked, **{**self.choices, **choices})

    def articles(self) -> list[Path]:
        """The articles' files, in order."""
        content = self.site / "content"
        return sorted(
            file
            for file in content.rglob("*.md")
            if file.name != "_index.md" and file.relative_to(content).parts[0] != "trang"
        )

    def photos(self) -> list[Path]:
        return sorted(self.site.glob("content/*/*/*.png")) + sorted(self.site.glob("static/anh/*.png"))

    def fronts(self) -> list[Path]:
        """The files of the front page, which comes first, of sections and of topics, as far as there are any."""
        content = self.site / "content"
        return [path for name in ("", "*/", "chu-de/*/") for path in sorted(content.glob(f"{name}_index.md"))]

    def profiles(self) -> list[Path]:
        return sorted(self.site.glob("content/**/_index.md"))

    def templates(self) -> list[Path]:
        return sorted(self.site.glob("templates/*.html"))

    def template_is_broken(self) -> bool:
        return any(file.suffix == ".html" for file in self.broken)

    def mend(self) -> None:
        """Brings back what was in the spoilt files."""
        for file, content in self.broken.items():
            if file.exists():
                file.write_bytes(content)
        self.broken.clear()

    def build(self, **choices: Any) -> Outcome:
        return _outcome(lambda: build(self.request(**choices)))

    def build_clean(self, **choices: Any) -> Outcome:
        """Builds the same input where nothing was ever built."""
        shutil.rmtree(self.clean, ignore_errors=True)
        shutil.copytree(self.site, self.clean, ignore=shutil.ignore_patterns(*OURS))
        asked = self.request(site=self.clean, out=self.clean_out, **choices)
        return _outcome(lambda: build(asked))

    def build_and_compare(self, **choices: Any) -> Outcome:
        """Builds, and holds what came out against a clean build: said the same, and made the same, byte for byte."""
        before = standing(self.out)
        said, expected = self.build(**choices), self.build_clean(**choices)
        assert said == expected
        made = standing(self.out)
        if said.refused:
            assert made == before
        elif not self.template_is_broken():
            self._compare(made, standing(self.clean_out))
        return said

    def build_believing_nothing(self) -> None:
        """Makes all anew, to find that nothing differs: the same is said as before, and no file is touched."""
        said, before = self.build_and_compare(), times(self.out)
        assert self.build(verify=True) == said
        assert times(self.out) == before
        assert self.build() == said

    def _compare(self, made: dict[str, bytes], wanted: dict[str, bytes]) -> None:
        self.loose = {path: held for path, held in self.loose.items() if path not in wanted and path in made}
        for path, held in self.loose.items():
            assert made.pop(path) == held, f"{path} was changed by somebody, and is not what they made of it"
        wanted |= self.foreign
        assert sorted(made) == sorted(wanted)
        assert [path for path in wanted if made[path] != wanted[path]] == []

    def build_and_die(self, moment: int) -> None:
        """Builds in a process that is killed, with all of its children, when it has touched the disk so often."""
        child = os.fork()
        if child == 0:
            os.setpgid(0, 0)
            _die_after(moment)
            os._exit(_outcome(lambda: build(self.request())).exit_code)
        _, status = os.waitpid(child, 0)
        assert os.WIFSIGNALED(status) or os.waitstatus_to_exitcode(status) in {0, 1, REFUSED}

    def forget_the_ledger(self, spoil: Callable[[Path], None]) -> None:
        """Spoils the files of the ledger: what stands in public/ is nobody's, until it is planned again."""
        for file in sorted((self.site / ".hatinh-news").rglob("*")):
            if file.is_file():
                spoil(file)
        self.let_go()

    def let_go(self) -> None:
        """Says that no ledger knows what stands in public/."""
        self.loose |= {path: held for path, held in standing(self.out).items() if path not in self.foreign}


def standing(out: Path) -> dict[str, bytes]:
    """What can be seen in an output folder: all but what a dead build has not put in its place."""
    found = tree(out) if out.is_dir() else {}
    return {path: held for path, held in found.items() if not path.startswith(STAGING)}


def times(out: Path) -> dict[str, int]:
    """When each file of an output folder was last changed."""
    return {path: (out / path).stat().st_ctime_ns for path in standing(out)}


def _outcome(make: Callable[[], Report]) -> Outcome:
    try:
        report = make()
    except CannotBuild as error:
        return Outcome(REFUSED, (), tuple(f"{fault.place} {fault.code}" for fault in error.faults), refused=True)
    articles = (report.articles, report.published, report.drafts, report.future, report.expired)
    faults = [fault for fault in report.faults if fault.code != "output-edited"]
    faults += [note for note in report.notes if not note.code.startswith("ledger-")]
    told = tuple(f"{fault.place} {fault.code} {fault.values}" for fault in faults)
    return Outcome(report.exit_code, articles, told, report.refused)


def _die_after(moment: int) -> None:
    chance = random.Random(moment)
    left = moment if moment < 64 else chance.randrange(64, 64 + moment * chance.choice((1, 8)))

    def count(_frame: object, event: str, function: object) -> None:
        nonlocal left
        if event in {"c_call", "c_return"} and getattr(function, "__name__", "") in _TOUCHING_THE_DISK:
            left -= 1
            if left <= 0:
                os.killpg(0, signal.SIGKILL)

    sys.setprofile(count)
