"""The articles of a benchmark, laid out alike for every tool: the same files, byte for byte."""

import re
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from itertools import count, islice
from pathlib import Path
from typing import Final

HANOI: Final = timezone(timedelta(hours=7))
SAMPLES: Final = 50
_DATE: Final = re.compile(r"^date: *[\"']?([^\"'\n]+)", re.MULTILINE)
_NOT_ARTICLES: Final = ("_index.md", "trang/")

Named = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Material:
    """What is known of the articles after they were laid out: names below content/, and the newest date."""

    count: int
    subject: str  # the article that is edited: the one in the middle
    newest: datetime
    samples: tuple[str, ...]  # articles whose pages are looked at


def dated(text: str) -> datetime:
    """The date in an article's front matter; without a zone it is Hà Nội's."""
    found = _DATE.search(text.split("\n---", 1)[0])
    if not found:
        raise ValueError("an article without a date in its front matter")
    moment = datetime.fromisoformat(found[1].strip())
    return moment if moment.tzinfo else moment.replace(tzinfo=HANOI)


def redated(text: str, moment: datetime) -> str:
    """The article with another date."""
    return _DATE.sub(f"date: {moment.isoformat()}", text, count=1)


def in_folder(content: Path) -> list[Path]:
    """The articles of a folder in order of their names."""
    return sorted(
        path
        for path in content.rglob("*.md")
        if path.name not in _NOT_ARTICLES and not path.relative_to(content).as_posix().startswith(_NOT_ARTICLES)
    )


def chosen(content: Path, wanted: int) -> Iterator[Named]:
    """So many articles of a folder: spread over all of it if it has more, each under several names if it has fewer."""
    paths = in_folder(content)
    if not paths:
        raise ValueError(f"{content} has no articles")
    if wanted < len(paths):
        paths = [paths[number * len(paths) // wanted] for number in range(wanted)]
    repeated = ((path, turn) for turn in count(1) for path in paths)
    for path, turn in islice(repeated, wanted):
        name = path.relative_to(content)
        again = name if turn == 1 else name.with_name(f"{name.stem}-{turn}.md")
        yield again.as_posix(), path.read_text(encoding="utf-8")


def lay_out(articles: Iterable[Named], wanted: int, sites: Iterable[Path]) -> Material:
    """Writes the articles into content/ of each site, one after the other."""
    contents = [site / "content" for site in sites]
    every, samples, newest, subject, number = max(1, wanted // SAMPLES), [], None, "", -1
    for number, (name, text) in enumerate(articles):
        for content in contents:
            path = content / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        newest = max(newest or dated(text), dated(text))
        if number % every == 0:
            samples.append(name)
        if number >= wanted // 2 and not subject and re.search(r"^(topics|tags): *\[?.", text, re.MULTILINE):
            subject = name
    if newest is None or not subject:
        raise ValueError("no article with topics can be edited")
    return Material(number + 1, subject, newest, tuple(samples))


def copy_static(source: Path, sites: Iterable[Path]) -> None:
    """Puts a folder of pictures and the like into each site."""
    for site in sites:
        shutil.copytree(source, site / "static", dirs_exist_ok=True)
