"""The engine does less for each page than Jinja would, and writes the same."""

import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from threading import Barrier

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import DictLoader, Environment, StrictUndefined
from markupsafe import Markup, escape

from hatinh_news.model.fault import Fault
from hatinh_news.model.page import Page
from hatinh_news.model.records import ArticlePage, Card, Site
from hatinh_news.render import load_theme, render_all
from hatinh_news.render import press as presses
from hatinh_news.render.engine import written


class Marked:
    def __html__(self) -> str:
        return "<b>"


class Word(str):
    __slots__ = ()


@pytest.mark.parametrize(
    "value",
    ["", "<&>\"'", "Đê & nước", Markup("<p>"), Word("<i>"), 7, 1.5, None, True, ("<",), Marked()],
    ids=lambda value: type(value).__name__,
)
def test_what_is_written_is_what_jinja_would_write(value: object) -> None:
    assert "".join([written(value)]) == str(escape(value))


@given(st.text())
def test_any_text_is_escaped_as_jinja_would(text: str) -> None:
    assert "".join([written(text)]) == str(escape(text))


TEMPLATES = {
    "a.html": """{% extends "b.html" %}{% from "c.html" import m with context %}
{% block head %}[{{ super() }}|{{ self.title() }}]{% endblock %}
{% block title %}{{ page.headline }}{% endblock %}
{% block main %}{% for word in ("x", "<y>") %}
{% set line %}{{ word }}{% endset %}{{ line }}{% block each scoped %}({{ word }}){% endblock %}{{ m(word) }}{% endfor %}
{% call(inside) m("z") %}{{ inside }}{% endcall %}{% filter upper %}{{ page.words }} & q{% endfilter %}
{% include "d.html" %}{% include "d.html" without context %}{% autoescape false %}{{ "<raw>" }}{% endautoescape %}
{% endblock %}""",
    "b.html": """{% block head %}<{{ site.title }}>{% block title %}-{% endblock %}{% endblock %}
{% block main required %}{% endblock %}end
""",
    "c.html": """{% macro m(word) %}<m>{{ word }}{{ page.headline }}
{{ caller(word) if caller is defined }}</m>{% endmacro %}""",
    "d.html": """{{ page.headline if page is defined else "none" }}\n""",
}


def test_whole_pages_are_what_jinja_would_make(
    site: Site, new_article: Callable[..., ArticlePage], press: Callable[..., str]
) -> None:
    page = new_article(headline="Tên & <bài>")
    usual = Environment(
        loader=DictLoader(TEMPLATES), undefined=StrictUndefined, autoescape=True, trim_blocks=True, lstrip_blocks=True
    )
    usual.globals["site"] = site
    ours = press(page, **{name.replace(".", "_"): source for name, source in TEMPLATES.items()})
    assert ours == usual.get_template("a.html").render(page=page).rstrip("\n") + "\n"


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("{{ nothing() }}", "“nothing” does not exist"),
        ("{{ page.nothing() }}", "“nothing” does not exist in ArticlePage"),
        ("{{ page.extra() }}", "TypeError: 'dict' object is not callable"),
        ("{{ card(page.nothing) }}", "“nothing” does not exist in ArticlePage"),
        ("{% include nothing %}", "“nothing” does not exist"),
    ],
)
def test_what_cannot_be_called_is_told_as_ever(press: Callable[..., Fault], source: str, reason: str) -> None:
    assert f": {reason}." in press(a_html=source).message()


def test_more_cards_than_are_remembered_are_rendered_all_the_same(
    press: Callable[..., str],
    new_article: Callable[..., ArticlePage],
    new_card: Callable[..., Card],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("hatinh_news.render.press._REMEMBERED", 2)
    related = tuple(replace(new_card(number), key=f"{number}") for number in (1, 2, 3, 1))
    source = "{% for one in page.related %}{{ card(one) }}{% endfor %}"
    assert press(new_article(related=related), a_html=source, card_html="{{ card.title }};") == (
        "Bài 1;Bài 2;Bài 3;Bài 1;\n"
    )


def test_a_card_is_known_by_its_key_and_how_it_is_wanted(
    press: Callable[..., str], new_article: Callable[..., ArticlePage], new_card: Callable[..., Card]
) -> None:
    related = tuple(replace(new_card(number), key=key) for number, key in ((1, "x"), (2, "y"), (3, "")))
    source = "{% for one in page.related %}{{ card(one) }}{{ card(one, 1) }}{{ card(one, true) }}{% endfor %}"
    assert press(new_article(related=related), a_html=source, card_html="{{ card.title }} {{ level }};").split(";") == [
        *(f"Bài {number} {level}" for number in (1, 2, 3) for level in (3, 1, True)),
        "\n",
    ]


def test_threads_make_the_same_bytes(
    site: Site, new_article: Callable[..., ArticlePage], new_card: Callable[..., Card], tmp_path: Path
) -> None:
    theme, other = load_theme(tmp_path), replace(site, title="Báo khác")
    pages = [
        Page(f"/{number}/", "article.html", new_article(headline=f"Bài {number}", related=(new_card(number),)))
        for number in range(40)
    ]
    wanted = [[made for _, made in render_all(theme, each, pages)] for each in (site, other)]
    presses._last.clear()
    together = Barrier(4)

    def run(number: int) -> list[bytes | Fault]:
        together.wait()
        return [made for _, made in render_all(theme, (site, other)[number % 2], pages)]

    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-5)
    try:
        with ThreadPoolExecutor(4) as pool:
            made = list(pool.map(run, range(4)))
    finally:
        sys.setswitchinterval(interval)
    assert made == [*wanted, *wanted]
