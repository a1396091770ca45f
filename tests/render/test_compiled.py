"""Compiled templates on the disk: quicker, and never another page."""

import os
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from hatinh_news.model.fault import Fault
from hatinh_news.model.page import Page
from hatinh_news.model.records import ArticlePage, Site
from hatinh_news.render import Theme, compiled, prepare, press, render_all
from hatinh_news.render.engine import Engine


@pytest.fixture
def theme(tmp_path: Path) -> Theme:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "a.html").write_text(
        "{{ page.headline }} {{ '/x/' | link }}{% include 'b.html' %}", "utf-8"
    )
    (tmp_path / "templates" / "b.html").write_text("!", "utf-8")
    return Theme((tmp_path / "templates",), cache=tmp_path / "kept")


@pytest.fixture
def rendered(site: Site, new_article: Callable[..., ArticlePage]) -> Callable[..., bytes | Fault]:
    """The page as a new process would make it."""

    def run(theme: Theme, site: Site = site) -> bytes | Fault:
        press._last.clear()
        [(_, made)] = render_all(theme, site, [Page("/1/", "a.html", new_article())])
        return made

    return run


def kept(theme: Theme) -> dict[str, bytes]:
    assert theme.cache
    return {file.name: file.read_bytes() for file in theme.cache.iterdir()}


WANTED = "Tên bài /bao/x/!\n".encode()


def compiles(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Names of the templates that are compiled from now on."""
    names: list[str] = []
    generate = Engine._generate

    def noted(self: Engine, source: Any, name: str, *rest: Any, **named: Any) -> str:
        names.append(name)
        return generate(self, source, name, *rest, **named)

    monkeypatch.setattr(Engine, "_generate", noted)
    return names


def test_a_template_is_compiled_once(
    theme: Theme, rendered: Callable[..., bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert rendered(theme) == WANTED
    assert len(kept(theme)) == 2
    names = compiles(monkeypatch)
    assert rendered(theme) == WANTED
    assert names == []


def test_without_a_folder_nothing_is_kept(theme: Theme, rendered: Callable[..., bytes], tmp_path: Path) -> None:
    assert rendered(replace(theme, cache=None)) == WANTED
    assert not (tmp_path / "kept").exists()


def test_a_changed_template_is_compiled_again(theme: Theme, rendered: Callable[..., bytes]) -> None:
    rendered(theme)
    (theme.folders[0] / "b.html").write_text("?", "utf-8")
    assert rendered(theme) == WANTED.replace(b"!", b"?")
    assert len(kept(theme)) == 2


def test_another_base_url_is_another_page(theme: Theme, rendered: Callable[..., bytes], site: Site) -> None:
    rendered(theme)
    assert rendered(theme, replace(site, base_url="https://y.vn")) == WANTED.replace(b"/bao/", b"/")


@pytest.mark.parametrize(
    ("module", "name", "value"), [(sys, "version", "4.0"), (compiled, "_MAKERS", ("/no/such/file", compiled.__file__))]
)
def test_what_another_program_compiled_is_not_used(
    theme: Theme,
    rendered: Callable[..., bytes],
    monkeypatch: pytest.MonkeyPatch,
    module: object,
    name: str,
    value: object,
) -> None:
    rendered(theme)
    monkeypatch.setattr(module, name, value)
    names = compiles(monkeypatch)
    assert rendered(theme) == WANTED
    assert names == ["a.html", "b.html"]


def test_a_theme_that_moved_names_its_faults_where_they_are(
    theme: Theme, rendered: Callable[..., Fault], tmp_path: Path
) -> None:
    (theme.folders[0] / "b.html").write_text("\n{{ 1 // 0 }}", "utf-8")
    first = rendered(theme)
    moved = theme.folders[0].rename(tmp_path / "moved")
    second = rendered(replace(theme, folders=(moved,)))
    assert str(first.place) == str(second.place) == "templates/b.html:2"


@pytest.mark.parametrize("damage", [lambda old: b"", lambda old: old[:-1], lambda old: old[:40] + b"x" + old[41:]])
def test_a_damaged_file_is_written_anew(
    theme: Theme, rendered: Callable[..., bytes], damage: Callable[[bytes], bytes]
) -> None:
    rendered(theme)
    assert theme.cache
    before = kept(theme)
    for file in theme.cache.iterdir():
        file.write_bytes(damage(file.read_bytes()))
    assert rendered(theme) == WANTED
    assert kept(theme).keys() == before.keys()
    assert all(len(data) > 40 for data in kept(theme).values())


def test_files_of_templates_that_are_gone_go(theme: Theme, rendered: Callable[..., bytes]) -> None:
    rendered(theme)
    assert theme.cache
    (theme.cache / "of-another-run.compiled.1-2").write_bytes(b"half")
    (theme.cache / "ledger.sqlite3").write_bytes(b"not ours")
    (theme.folders[0] / "a.html").write_text("{% include 'c.html' %}")
    (theme.folders[0] / "b.html").rename(theme.folders[0] / "c.html")
    assert rendered(theme) == b"!\n"
    assert len(kept(theme)) == 3
    assert kept(theme)["ledger.sqlite3"] == b"not ours"


def test_a_folder_that_cannot_be_written_is_no_fault(
    theme: Theme, rendered: Callable[..., bytes], tmp_path: Path
) -> None:
    (tmp_path / "kept").write_text("a file")
    assert rendered(theme) == WANTED


def test_a_file_that_cannot_be_replaced_is_no_fault(
    theme: Theme, rendered: Callable[..., bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "replace", refuse)
    assert rendered(theme) == WANTED


def test_a_prepared_theme_needs_its_files_no_more(
    theme: Theme, site: Site, new_article: Callable[..., ArticlePage]
) -> None:
    press._last.clear()
    (theme.folders[0] / "wrong.html").write_text("{% if %}")
    prepare(theme, site)
    for file in theme.folders[0].iterdir():
        file.unlink()
    pages = [Page("/1/", name, new_article()) for name in ("a.html", "wrong.html")]
    good, wrong = (made for _, made in render_all(theme, site, pages))
    assert good == WANTED
    assert isinstance(wrong, Fault)
