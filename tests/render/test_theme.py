import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from hatinh_news.model.fault import Fault
from hatinh_news.model.page import Page
from hatinh_news.model.records import ArticlePage, Site
from hatinh_news.render import Theme, load_theme, render_all, theme, theme_folders
from hatinh_news.render.press import environment


@pytest.fixture
def bundled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The theme of an installed program."""
    package = tmp_path / "package"
    templates = package / "theme" / "templates"
    templates.mkdir(parents=True)
    (templates / "a.html").write_text("{% include 'b.html' %}")
    (templates / "b.html").write_text("bundled")
    monkeypatch.setattr(theme, "_PACKAGE", package)
    return templates


def rendered(folders: Theme, site: Site, page: ArticlePage) -> bytes:
    [(_, result)] = render_all(folders, site, [Page("/x/", "a.html", page)])
    assert isinstance(result, bytes)
    return result


def test_a_site_looks_into_its_own_folder_first(tmp_path: Path, bundled: Path) -> None:
    assert theme_folders(tmp_path) == (tmp_path / "templates", bundled)
    assert load_theme(tmp_path).folders == (tmp_path / "templates", bundled)


def test_a_checkout_has_the_theme_at_its_top(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(theme, "_PACKAGE", tmp_path / "src" / "package")
    assert theme_folders(tmp_path / "bao", "static") == (tmp_path / "bao" / "static", tmp_path / "static")


def test_a_checkout_that_is_the_site_names_its_folder_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(theme, "_PACKAGE", tmp_path / "src" / "package")
    assert theme_folders(tmp_path) == (tmp_path / "templates",)


def test_the_theme_of_the_program_is_found() -> None:
    *_, bundled_templates = theme_folders(Path())
    assert (bundled_templates / "article.html").is_file()


def test_one_template_of_the_site_replaces_one_of_the_program(
    tmp_path: Path, bundled: Path, site: Site, new_article: Callable[..., ArticlePage]
) -> None:
    assert rendered(load_theme(tmp_path), site, new_article()) == b"bundled\n"
    own = tmp_path / "templates"
    own.mkdir()
    (own / "b.html").write_text("own")
    assert rendered(load_theme(tmp_path), site, new_article()) == b"own\n"


def test_the_digest_names_what_the_templates_say(tmp_path: Path, bundled: Path) -> None:
    before = load_theme(tmp_path).digest
    assert before == load_theme(tmp_path).digest
    (bundled / "b.html").write_text("changed")
    changed = load_theme(tmp_path).digest
    (bundled / "b.html").rename(bundled / "c.html")
    renamed = load_theme(tmp_path).digest
    assert len({before, changed, renamed}) == 3


def test_a_template_that_loses_to_another_is_not_in_the_digest(tmp_path: Path, bundled: Path) -> None:
    own = tmp_path / "templates"
    own.mkdir()
    (own / "b.html").write_text("own")
    before = load_theme(tmp_path).digest
    (bundled / "b.html").write_text("changed")
    assert load_theme(tmp_path).digest == before


def test_templates_may_lie_in_folders_and_behind_links(tmp_path: Path, bundled: Path) -> None:
    (tmp_path / "shared" / "parts").mkdir(parents=True)
    (tmp_path / "shared" / "parts" / "c.html").write_text("c")
    (tmp_path / "shared" / "parts" / "again").symlink_to(tmp_path / "shared")
    (bundled / "shared").symlink_to(tmp_path / "shared")
    names = theme.template_files(tmp_path).keys()
    assert names == {"a.html", "b.html", "shared/parts/c.html"}


def test_a_template_that_cannot_be_read_is_told_where_it_is_wanted(
    tmp_path: Path, bundled: Path, site: Site, new_article: Callable[..., ArticlePage]
) -> None:
    before = load_theme(tmp_path)
    (bundled / "b.html").unlink()
    (bundled / "b.html").symlink_to(bundled / "b.html")
    assert load_theme(tmp_path).digest != before.digest
    [(_, fault)] = render_all(before, site, [Page("/x/", "a.html", new_article())])
    assert isinstance(fault, Fault)
    assert fault.code == "template-missing"


def test_a_template_that_cannot_be_opened_says_nothing(tmp_path: Path) -> None:
    assert theme.template_source(str(tmp_path / "gone.html")) == b""


def test_a_template_that_goes_while_a_build_runs_is_missing(
    tmp_path: Path, bundled: Path, site: Site, new_article: Callable[..., ArticlePage]
) -> None:
    loaded = load_theme(tmp_path)
    environment(loaded, site)
    (bundled / "b.html").unlink()
    [(_, fault)] = render_all(loaded, site, [Page("/x/", "a.html", new_article())])
    assert isinstance(fault, Fault)
    assert (fault.code, str(fault.place)) == ("template-missing", "templates/a.html:1")


def test_the_digest_needs_no_template_engine(tmp_path: Path) -> None:
    code = f"import sys, pathlib, hatinh_news.render as render; render.load_theme(pathlib.Path({str(tmp_path)!r}))"
    code += "; sys.exit('jinja2' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_where_compiled_templates_are_kept_makes_no_other_theme(tmp_path: Path, bundled: Path) -> None:
    assert load_theme(tmp_path) == load_theme(tmp_path, tmp_path / "cache")


@pytest.mark.parametrize("name", [".a.html.swp", "a.html~", ".git"])
def test_what_an_editor_leaves_behind_is_no_template(tmp_path: Path, bundled: Path, name: str) -> None:
    before = load_theme(tmp_path).digest
    (bundled / name).write_text("x")
    assert load_theme(tmp_path).digest == before


@pytest.mark.parametrize("name", [".b.html", "b.html~"])
def test_what_is_no_template_cannot_be_included(
    tmp_path: Path, bundled: Path, site: Site, new_article: Callable[..., ArticlePage], name: str
) -> None:
    (bundled / "a.html").write_text(f"{{% include '{name}' %}}")
    (bundled / name).write_text("x")
    [(_, fault)] = render_all(load_theme(tmp_path), site, [Page("/x/", "a.html", new_article())])
    assert isinstance(fault, Fault)
    assert fault.code == "template-missing"
