"""What a template reaches: its digest changes with every template that can change its pages, and with no other."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeAlias

import pytest

from hatinh_news.render import Theme, closures, load_theme, reach
from hatinh_news.render.formats import FORMATS

Changed: TypeAlias = Callable[..., set[str]]


def write(folder: Path, templates: Mapping[str, str]) -> Theme:
    for name, source in templates.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(source, "utf-8")
    return Theme((folder,))


@pytest.fixture
def changed(tmp_path: Path) -> Changed:
    """The templates whose digest is another one when `name` says something else, or is there at last."""

    def run(name: str, templates: Mapping[str, str]) -> set[str]:
        before = closures(write(tmp_path, templates))
        after = closures(write(tmp_path, {name: "{# another #}"}))
        return {each for each in after if before.get(each) != after[each]}

    return run


def test_a_template_reaches_itself(changed: Changed) -> None:
    assert changed("a.html", {"a.html": "", "b.html": ""}) == {"a.html"}


@pytest.mark.parametrize(
    "source",
    [
        "{% extends 'b.html' %}",
        "{% include 'b.html' %}",
        "{% include ['x.html', 'b.html'] %}",
        "{% import 'b.html' as parts %}",
        "{% from 'b.html' import figure %}",
        "{{ partial('b.html', photo=page.photo) }}",
        "{% if page %}{% block x %}{{ partial('b.html') | upper }}{% endblock %}{% endif %}",
        "{% call partial('b.html') %}{% endcall %}",
        "{% include './b.html' %}",
    ],
)
def test_a_template_reaches_what_it_names(changed: Changed, source: str) -> None:
    assert changed("b.html", {"a.html": source, "b.html": "", "c.html": ""}) == {"a.html", "b.html"}


def test_what_is_named_reaches_on(changed: Changed) -> None:
    templates = {"a.html": "{% extends 'b.html' %}", "b.html": "{% include 'c/d.html' %}", "c/d.html": "", "e.html": ""}
    assert changed("c/d.html", templates) == {"a.html", "b.html", "c/d.html"}


@pytest.mark.parametrize(
    "source",
    [
        "{{ card(page.related[0]) }}",
        "{% for one in page.related %}{{ card(one, variant='brief') }}{% endfor %}",
        "{% macro all(show) %}{% endmacro %}{{ all(card) }}",
    ],
)
def test_cards_are_reached_by_their_function(changed: Changed, source: str) -> None:
    templates = {"a.html": source, "b.html": "{% set card = 1 %}", "card.html": "{{ partial('c.html') }}", "c.html": ""}
    assert changed("c.html", templates) == {"a.html", "card.html", "c.html"}


@pytest.mark.parametrize(
    "source",
    [
        "{% extends page.extra.frame %}",
        "{% include page.kind ~ '.html' %}",
        "{% include ['b.html', page.kind] %}",
        "{% import name as parts %}",
        "{% from name import figure %}",
        "{% extends 7 %}",
        "{{ partial(page.kind) }}",
        "{{ partial('b.html' if page.photo else 'c.html') }}",
        "{{ partial(*names) }}",
        "{% set show = partial %}{{ show('c.html') }}",
    ],
)
def test_a_name_that_only_a_page_knows_may_be_any(changed: Changed, source: str) -> None:
    templates = {"a.html": source, "b.html": "", "c.html": "{% include 'd.html' %}", "d.html": ""}
    assert changed("d.html", templates) == {"a.html", "c.html", "d.html"}


@pytest.mark.parametrize("source", ["{% if page %}", "{{ page. }}"])
def test_a_template_that_cannot_be_read_may_reach_any(changed: Changed, source: str) -> None:
    assert changed("c.html", {"a.html": source, "b.html": "", "c.html": ""}) == {"a.html", "c.html"}


def test_a_template_that_is_no_text_may_reach_any(changed: Changed, tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(b"\xff\xfe")
    assert changed("c.html", {"b.html": "", "c.html": ""}) == {"a.html", "c.html"}


def test_templates_may_reach_one_another(changed: Changed) -> None:
    templates = {"a.html": "{% include 'b.html' %}", "b.html": "{% include 'a.html' %}", "c.html": ""}
    assert changed("b.html", templates) == {"a.html", "b.html"}


@pytest.mark.parametrize("name", ["b.html", "../b.html"])
def test_a_template_that_is_missing_reaches_nothing(tmp_path: Path, name: str) -> None:
    missing = closures(write(tmp_path, {"a.html": f"{{% include '{name}' ignore missing %}}"}))
    assert missing["a.html"] == closures(write(tmp_path, {"c.html": ""}))["a.html"]


def test_a_template_that_was_missing_is_a_change(changed: Changed) -> None:
    templates = {"a.html": "{% include 'b.html' ignore missing %}", "c.html": ""}
    assert changed("b.html", templates) == {"a.html", "b.html"}


def test_the_file_that_wins_counts_and_no_other(tmp_path: Path) -> None:
    own, bundled = tmp_path / "own", tmp_path / "bundled"
    write(own, {"b.html": "own"})
    write(bundled, {"a.html": "{% include 'b.html' %}", "b.html": "bundled"})
    theme = Theme((own, bundled))
    before = closures(theme)
    write(bundled, {"b.html": "changed"})
    assert closures(theme) == before
    write(own, {"b.html": "changed"})
    assert closures(theme)["a.html"] != before["a.html"]


def test_it_does_not_matter_where_a_theme_lies(tmp_path: Path) -> None:
    templates = {"a.html": "{% include 'b.html' %}", "b.html": ""}
    assert closures(write(tmp_path / "x", templates)) == closures(
        write(tmp_path / "y", dict(reversed(templates.items())))
    )


def test_machine_formats_reach_no_template(changed: Changed) -> None:
    assert not changed("rss", {"a.html": ""}) & FORMATS.keys()


def test_the_program_s_own_theme_is_told_apart(tmp_path: Path) -> None:
    found = closures(load_theme(tmp_path))
    assert {"article.html", "home.html", "list.html"} | FORMATS.keys() <= found.keys()
    assert len(set(found.values())) == len(found)


def test_what_a_template_reaches_has_names(tmp_path: Path) -> None:
    theme = load_theme(tmp_path)
    assert reach(theme, "article.html") == [
        "article.html",
        "base.html",
        "card.html",
        "footer.html",
        "header.html",
        "macros.html",
        "picture.html",
    ]
    assert reach(theme, "khong-co.html") == reach(theme, "rss") == []
