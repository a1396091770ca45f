import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from hatinh_news.model.fault import Fault
from hatinh_news.model.page import Page
from hatinh_news.model.records import ArticlePage, Card, Robots, Site
from hatinh_news.render import Theme, render_all


def test_a_page_sees_itself_and_the_site(press: Callable[..., str]) -> None:
    assert press(a_html="{{ page.headline }} | {{ site.title }} | {{ site.extra.chan }}") == (
        "Tên bài | Báo Hà Tĩnh | trang\n"
    )


def test_html_ends_with_one_newline(press: Callable[..., str]) -> None:
    assert press(a_html="<p>1</p>\n\n{% if page.sapo %}\n{% endif %}\n\n") == "<p>1</p>\n"


def test_what_editors_typed_is_escaped(press: Callable[..., str], new_article: Callable[..., ArticlePage]) -> None:
    assert press(new_article(headline="<b> & 'x'"), a_html="{{ page.headline }}") == "&lt;b&gt; &amp; &#39;x&#39;\n"


def test_half_a_surrogate_pair_does_not_stop_a_page(
    press: Callable[..., str], new_article: Callable[..., ArticlePage]
) -> None:
    assert press(new_article(headline="a\ud800b"), a_html="{{ page.headline }}") == "a?b\n"


def test_an_undefined_variable_is_a_fault_that_names_it_and_its_line(press: Callable[..., Fault]) -> None:
    fault = press(a_html="<p>\n\n{{ headline }}")
    assert (fault.code, str(fault.place)) == ("template-error", "templates/a.html:3")
    assert "“headline” does not exist" in fault.message()
    assert fault.hint()


def test_an_undefined_attribute_is_a_fault_that_names_its_record(press: Callable[..., Fault]) -> None:
    fault = press(a_html="{{ page.head.kicker }}")
    assert "“kicker” does not exist in Head" in fault.message()
    assert "/2025/02/ten-bai/" in fault.message()


def test_an_empty_sequence_has_no_first(press: Callable[..., Fault]) -> None:
    fault = press(a_html="{{ page.related | first }}")
    assert "No first item" in fault.message()


def test_the_fault_of_an_included_template_has_its_place(press: Callable[..., Fault]) -> None:
    fault = press(a_html="{% include 'b.html' %}", b_html="\n{{ 1 / 0 }}")
    assert str(fault.place) == "templates/b.html:2"
    assert "ZeroDivisionError: division by zero" in fault.message()


def test_the_fault_of_a_partial_has_its_place(press: Callable[..., Fault]) -> None:
    fault = press(a_html="{{ partial('b.html') }}", b_html="\n\n\n{{ page.headline }}")
    assert str(fault.place) == "templates/b.html:4"
    assert "“page” does not exist" in fault.message()


def test_a_missing_template_is_a_fault_that_names_it(
    site: Site, tmp_path: Path, new_article: Callable[..., ArticlePage]
) -> None:
    [(_, fault)] = render_all(Theme((tmp_path,)), site, [Page("/x/", "dai.html", new_article())])
    assert isinstance(fault, Fault)
    assert (fault.code, str(fault.place)) == ("template-missing", "templates/dai.html")
    assert "dai.html" in fault.message()


def test_a_name_that_is_none_is_told_where_it_stands_in_an_included_template(press: Callable[..., Fault]) -> None:
    fault = press(a_html="{% include 'b.html' %}", b_html="\n{{ page.headlien }}")
    assert str(fault.place) == "templates/b.html:2"
    assert "“headlien” does not exist in ArticlePage" in fault.message()


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("{{ page.headline }}", "“page” does not exist"),
        ("{{ strings.relatde }}", "“relatde” does not exist in Strings"),
    ],
)
def test_a_name_that_is_none_is_told_where_it_stands_in_a_macro(
    press: Callable[..., Fault], source: str, reason: str
) -> None:
    macro = f"{{% macro name() %}}\n{source}\n{{% endmacro %}}"
    fault = press(a_html="{% import 'm.html' as parts %}\n\n{{ parts.name() }}", m_html=macro)
    assert str(fault.place) == "templates/m.html:2"
    assert reason in fault.message()


def test_a_missing_included_template_is_told_where_it_is_wanted(press: Callable[..., Fault]) -> None:
    fault = press(a_html="\n{% include 'khong-co.html' %}")
    assert (fault.code, str(fault.place)) == ("template-missing", "templates/a.html:2")
    assert "khong-co.html" in fault.message()


def test_a_template_outside_of_the_folders_does_not_exist(
    site: Site, tmp_path: Path, new_article: Callable[..., ArticlePage]
) -> None:
    [(_, fault)] = render_all(Theme((tmp_path,)), site, [Page("/x/", "../x.html", new_article())])
    assert isinstance(fault, Fault)
    assert fault.code == "template-missing"


@pytest.mark.parametrize(
    ("source", "line"), [("\n{% if page %}", 2), ("{{ page | khong_co }}", 1), ("\n\n{{ page. }}", 3)]
)
def test_a_syntax_error_is_a_fault_with_its_line(press: Callable[..., Fault], source: str, line: int) -> None:
    fault = press(a_html=source)
    assert (fault.code, str(fault.place)) == ("template-syntax", f"templates/a.html:{line}")


def test_a_syntax_error_of_an_included_template_has_its_place(press: Callable[..., Fault]) -> None:
    fault = press(a_html="{% extends 'b.html' %}", b_html="\n{% endif %}")
    assert (fault.code, str(fault.place)) == ("template-syntax", "templates/b.html:2")


def test_a_template_that_is_no_text_is_a_fault(
    site: Site, tmp_path: Path, new_article: Callable[..., ArticlePage]
) -> None:
    (tmp_path / "a.html").write_bytes(b"\xff\xfe")
    [(_, fault)] = render_all(Theme((tmp_path,)), site, [Page("/x/", "a.html", new_article())])
    assert isinstance(fault, Fault)
    assert (fault.code, str(fault.place)) == ("template-error", "templates/a.html")


def test_a_template_that_includes_itself_is_a_fault(press: Callable[..., Fault]) -> None:
    fault = press(a_html="{% include 'a.html' %}")
    assert (fault.code, str(fault.place)) == ("template-error", "templates/a.html:1")


def test_one_page_fails_and_the_others_are_rendered(
    site: Site, tmp_path: Path, new_article: Callable[..., ArticlePage]
) -> None:
    (tmp_path / "a.html").write_text("{{ 10 // page.words }}")
    words = {"/1/": 1, "/2/": 0, "/3/": 5, "/4/": 0}
    pages = [Page(url, "a.html", new_article(words=count)) for url, count in words.items()]
    rendered = {page.url: result for page, result in render_all(Theme((tmp_path,)), site, pages)}
    assert (rendered["/1/"], rendered["/3/"]) == (b"10\n", b"2\n")
    assert isinstance(rendered["/2/"], Fault)
    assert "/2/" in rendered["/2/"].message()


def test_pages_that_fail_alike_share_one_fault(
    site: Site, tmp_path: Path, new_article: Callable[..., ArticlePage]
) -> None:
    (tmp_path / "a.html").write_text("{{ x }}")
    pages = [Page(url, "a.html", new_article()) for url in ("/1/", "/2/", "/3/")]
    faults = {result for _, result in render_all(Theme((tmp_path,)), site, pages)}
    assert len(faults) == 1


def test_machine_formats_need_no_template(site: Site) -> None:
    [(_, robots)] = render_all(Theme(()), site, [Page("/robots.txt", "robots", Robots(("/sitemap.xml",)))])
    assert robots == b"User-agent: *\nAllow: /\n\nSitemap: https://x.vn/bao/sitemap.xml\n"


def test_pages_are_rendered_one_by_one(site: Site, new_article: Callable[..., ArticlePage], tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("{{ page.headline }}")
    rendered = render_all(Theme((tmp_path,)), site, [Page("/1/", "a.html", new_article())])
    assert next(rendered)[1] == "Tên bài\n".encode()
    with pytest.raises(StopIteration):
        next(rendered)


def test_a_template_changed_between_two_builds_is_seen(
    site: Site, new_article: Callable[..., ArticlePage], tmp_path: Path
) -> None:
    pages = [Page("/1/", "a.html", new_article())]
    for text in ("trước", "sau"):
        (tmp_path / "a.html").write_text(text, "utf-8")
        [(_, rendered)] = render_all(Theme((tmp_path,), digest=text), site, pages)
        assert rendered == f"{text}\n".encode()


def test_the_template_engine_waits_until_a_page_is_wanted() -> None:
    code = "import sys, hatinh_news.render; sys.exit('jinja2' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")
def test_a_forked_child_renders_the_same_bytes(
    site: Site, new_article: Callable[..., ArticlePage], new_card: Callable[..., Card], tmp_path: Path
) -> None:
    (tmp_path / "a.html").write_text("{{ page.headline }}{{ card(page.related[0]) }}", "utf-8")
    (tmp_path / "card.html").write_text("{{ card.title }}", "utf-8")
    theme, pages = Theme((tmp_path,)), [Page("/1/", "a.html", new_article(related=(new_card(),)))]
    [(_, here)] = render_all(theme, site, pages)
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        [(_, there)] = render_all(theme, site, pages)
        os.write(writer, there if isinstance(there, bytes) else b"")
        os._exit(0)
    os.waitpid(child, 0)
    os.close(writer)
    with os.fdopen(reader, "rb") as pipe:
        assert pipe.read() == here
