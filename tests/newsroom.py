"""What tests of every stage share: whole sites as one text, spec files, and the one-line ways to read and build."""

import os
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pytest

from hatinh_news.model.config import PAPER_ZONE
from hatinh_news.model.fault import Fault, Translate
from hatinh_news.write import place, stage, staging

TESTS = Path(__file__).parent
NOW = datetime(2025, 6, 1, 12, 0, tzinfo=PAPER_ZONE)

_HEADER = re.compile(r"^-- (.+) --$", re.MULTILINE)
_CASE = re.compile(
    r"^## (?P<title>.+?)\n+(?P<remark>(?:[^#`].*\n+)*)"
    r"`{5}input\n(?P<given>.*?)^`{5}\n+`{5}expected\n(?P<expected>.*?)^`{5}$",
    re.MULTILINE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Case:
    """One case of a spec file: what goes in, and what must come out."""

    title: str
    given: str
    expected: str
    line: int


def files_of(text: str) -> dict[str, str]:
    """Files by path out of one text, in which `-- path --` stands above each."""
    pieces = _HEADER.split(text)
    return {path: content.removeprefix("\n") for path, content in zip(pieces[1::2], pieces[2::2], strict=True)}


def lay_out(text: str, folder: Path) -> Path:
    """Writes the files of one text below `folder`, and returns it."""
    for path, content in files_of(text).items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, encoding="utf-8")
    return folder


def cases(name: str) -> list[Case]:
    """The cases of tests/spec/NAME.md."""
    text = (TESTS / "spec" / f"{name}.md").read_text(encoding="utf-8")
    found = [
        Case(match["title"], match["given"], match["expected"], text.count("\n", 0, match.start()) + 1)
        for match in _CASE.finditer(text)
    ]
    if len(found) != len(re.findall(r"^`{5}input$", text, re.MULTILINE)):
        message = f"spec/{name}.md: an `````input has no heading above it, or no `````expected below"
        raise ValueError(message)
    return found


def parametrized(name: str) -> pytest.MarkDecorator:
    """Runs a test once for each case of a spec file, named by the case's heading."""
    found = cases(name)
    return pytest.mark.parametrize("case", found, ids=[case.title for case in found])


def told(faults: Iterable[Fault], translate: Translate = str) -> str:
    """Faults as a reader of the terminal has them: place, code, message, and the hint in a line below."""
    return "".join(
        f"{fault.place}: {fault.kind.severity} {fault.code}: {fault.message(translate)}\n  {fault.hint(translate)}\n"
        for fault in faults
    )


def put(out: Path, path: str, content: bytes) -> bool:
    """Makes one file of an output folder as a build does; False when it held the same bytes already."""
    with staging(out):
        staged = stage(out, path, content)
        place(out, [path] if staged else [])
    return staged


def unmeasured(**more: str) -> dict[str, str]:
    """The environment for a program that is to be stopped or killed: what it runs is not measured.

    A signal that comes while the measuring holds its lock would leave the program waiting for ever.
    """
    return {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE_")} | more


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below `folder` by its path, with its bytes."""
    return {
        file.relative_to(folder).as_posix(): file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file()
    }
