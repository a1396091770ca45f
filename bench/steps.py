"""What happens between two builds, and how one sees that the pages show it."""

import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Final

from material import Material, redated

from sites import Site

Act = Callable[[Site, Material, str, int], None]
Look = Callable[[Site, Material, str], bool]


@dataclass(frozen=True, slots=True)
class Step:
    """A change, made before a build that is measured, and the check made after it; `key` names it in results."""

    key: str
    words: str
    change: Act
    shown: Look


class StaleError(Exception):
    """A build ended well, and its pages do not show what was changed before it."""


def mark(step: Step, turn: int) -> str:
    """A word that stands nowhere yet."""
    return f"banthu{step.key.replace('-', '')}{turn}"


def _edit(site: Site, material: Material, change: Callable[[str], str]) -> None:
    path = site.folder / "content" / material.subject
    path.write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8")


def _titled(text: str, word: str) -> str:
    return re.sub(r"^(title: *[\"']?)(banthu\w+ )?", rf"\g<1>{word} ", text, count=1, flags=re.MULTILINE)


def start_anew(site: Site, _material: Material, _mark: str, _turn: int) -> None:
    """Takes away the output, and whatever else a build left in the site's folder."""
    given = {"content", "static", "templates", "layouts", "hugo.toml", "requirements.txt"}
    for path in site.folder.iterdir():
        if path.name in given:
            continue
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()


def do_nothing(_site: Site, _material: Material, _mark: str, _turn: int) -> None:
    pass


def edit_body(site: Site, material: Material, word: str, _turn: int) -> None:
    _edit(site, material, lambda text: f"{text.rstrip()}\n\nCập nhật {word}.\n")


def edit_title(site: Site, material: Material, word: str, _turn: int) -> None:
    _edit(site, material, lambda text: _titled(text, word))


def add_article(site: Site, material: Material, word: str, turn: int) -> None:
    """The edited article under another name and title, as the newest of all."""
    content = site.folder / "content"
    moment = material.newest + timedelta(minutes=turn)
    text = redated((content / material.subject).read_text(encoding="utf-8"), moment)
    path = content / Path(material.subject).parent / f"{word}.md"
    path.write_text(_titled(text, word), encoding="utf-8")


def edit_template(site: Site, _material: Material, word: str, _turn: int) -> None:
    site.mark_template(word)


def _has(path: Path, word: str) -> bool:
    return word in path.read_text(encoding="utf-8")


def has_page(site: Site, material: Material, _mark: str) -> bool:
    return site.page(material.subject).stat().st_size > 0


def on_its_page(site: Site, material: Material, word: str) -> bool:
    return _has(site.page(material.subject), word)


def on_its_page_and_on_a_list(site: Site, material: Material, word: str) -> bool:
    lists = site.out.glob("chu-de/**/*.html")
    return on_its_page(site, material, word) and any(_has(page, word) for page in lists)


def on_a_new_page_and_in_front(site: Site, _material: Material, word: str) -> bool:
    return _has(site.page(word), word) and _has(site.out / "index.html", word)


STEPS: Final = (
    Step("cold", "cold: no output, no cache", start_anew, has_page),
    Step("no-op", "nothing changed", do_nothing, has_page),
    Step("body", "body of one old article edited", edit_body, on_its_page),
    Step("title", "title of one old article edited", edit_title, on_its_page_and_on_a_list),
    Step("new", "one new article", add_article, on_a_new_page_and_in_front),
    Step("template", "template of articles edited", edit_template, on_its_page),
)
