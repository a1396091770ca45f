"""Which inputs made a page, and which of them changed since the last build."""

from dataclasses import replace

import pytest

from hatinh_news.build import Request
from hatinh_news.build.explain import Explanation, explain
from hatinh_news.model.errors import CannotBuild
from newsroom import NOW, lay_out, tree

from .conftest import Paper

ARTICLE = "/2025/01/bai-02/"


def explained(paper: Paper, url: str = ARTICLE) -> Explanation:
    return explain(Request(paper.site, paper.out, NOW, workers=1), url)


def changed(explanation: Explanation) -> list[str]:
    return [one.name for one in explanation.inputs if one.changed]


def test_an_article_is_made_from_its_text_what_it_shows_templates_and_settings(built: Paper) -> None:
    found = explained(built)
    assert (found.url, found.path, found.state, found.template) == (
        ARTICLE,
        "2025/01/bai-02/index.html",
        "kept",
        "article.html",
    )
    roles = {one.name: one.role for one in found.inputs}
    assert roles["content/bai-02.md"] == "text"
    assert list(roles.values()).count("shown") == 7
    assert {name for name, role in roles.items() if role == "template"} >= {
        "templates/article.html",
        "templates/base.html",
        "templates/card.html",
        "templates/header.html",
        "templates/macros.html",
    }
    assert roles["content/site.yaml"] == "settings"
    assert changed(found) == []


def test_what_changed_is_named_and_the_page_is_out_of_date(built: Paper) -> None:
    built.edit("content/bai-04.md", "title: Bài 4", "title: Bài bốn")
    found = explained(built)
    assert (found.state, changed(found)) == ("stale", ["content/bai-04.md"])
    built.build()
    assert changed(explained(built)) == []


def test_a_change_that_the_page_does_not_show_leaves_it_as_it_is(built: Paper) -> None:
    built.edit("content/bai-04.md", "\nLời 4", "\nLời bốn")
    found = explained(built)
    assert (found.state, changed(found)) == ("kept", ["content/bai-04.md"])


@pytest.mark.parametrize(
    "url",
    [
        ARTICLE,
        "2025/01/bai-02",
        "/2025/01/bai-02/index.html",
        "https://bao.example/2025/01/bai-02/",
        "https://bao.example/2025/01/bai-02/?x=1#muc",
    ],
)
def test_an_address_may_be_given_in_any_form(built: Paper, url: str) -> None:
    assert explained(built, url).url == ARTICLE


@pytest.mark.parametrize(
    ("url", "text"),
    [
        ("/tac-gia/lan/", "content/tac-gia/lan/_index.md"),
        ("/gioi-thieu/", "content/trang/gioi-thieu.md"),
        ("/css/site.css", "static/css/site.css"),
    ],
)
def test_every_sort_of_file_has_its_own_text(built: Paper, url: str, text: str) -> None:
    assert explained(built, url).inputs[0].name == text


def test_the_list_of_corrections_is_made_from_the_articles_that_were_corrected(built: Paper) -> None:
    correction = "corrections: [{date: 2025-02-01, text: Đúng là ba.}]"
    built.edit("content/bai-02.md", "title: Bài 2", f"title: Bài 2\n{correction}")
    shown = [one.name for one in explained(built, "/cai-chinh/").inputs if one.role == "shown"]
    assert shown == ["content/bai-02.md"]


def test_photos_are_named_by_their_files(built: Paper) -> None:
    (built.site / "content/a.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>')
    (built.site / "static").mkdir()
    (built.site / "static/b.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>')
    built.edit("content/bai-02.md", "title: Bài 2", "title: Bài 2\nimage: a.svg")
    built.edit("content/bai-03.md", "title: Bài 3", "title: Bài 3\nimage: /b.svg")
    built.build()
    photos = {one.name for one in explained(built, "/").inputs if one.role == "photo"}
    assert photos == {"content/a.svg", "static/b.svg"}
    assert explained(built, "/2025/01/a.svg").state in {"kept", "unknown"}


def test_a_page_that_is_not_built_yet_is_new_and_one_that_will_go_is_gone(built: Paper) -> None:
    (built.site / "content/bai-13.md").write_text("---\ntitle: Bài 13\ndate: 2025-01-13\n---\nLời.\n")
    assert explained(built, "/2025/01/bai-13/").state == "new"
    (built.site / "content/bai-02.md").unlink()
    assert explained(built).state == "gone"


def test_a_slip_is_told_with_what_was_meant(built: Paper) -> None:
    found = explained(built, "/2025/01/bai-2/")
    assert found.state == "unknown"
    assert found.nearest.startswith("/2025/01/bai-")
    assert explained(built, "/xa-lac-hoan-toan/").nearest == ""


def test_explaining_changes_nothing(built: Paper) -> None:
    built.edit("content/bai-04.md", "title: Bài 4", "title: Bài bốn")
    before = {path: content for path, content in tree(built.site).items() if "ledger" not in path}
    explained(built)
    assert {path: content for path, content in tree(built.site).items() if "ledger" not in path} == before
    assert built.build().rendered > 1


def test_faulty_settings_are_told(built: Paper) -> None:
    built.edit("content/site.yaml", "title:", "titel:")
    with pytest.raises(CannotBuild):
        explained(built)


def test_a_site_that_was_never_built_can_be_explained(paper: Paper) -> None:
    found = explained(paper)
    assert found == replace(found, state="new")
    assert len(changed(found)) == len(found.inputs)


def test_a_page_that_somebody_changed_would_be_made_anew(built: Paper) -> None:
    (built.out / "2025/01/bai-02/index.html").write_text("ai đó sửa")
    (built.out / "css/site.css").unlink()
    assert explained(built).state == "stale"
    assert explained(built, "/css/site.css").state == "stale"
    assert explained(built, "/").state == "kept"


@pytest.mark.parametrize("given", ["/_headers", "_headers", "https://bao.example/_headers", "/CNAME"])
def test_a_file_without_a_suffix_is_itself_and_no_folder(paper: Paper, given: str) -> None:
    paper.edit("content/site.yaml", "base_url", "headers: {X-A: 1}\ndeployment: {targets: [netlify]}\nbase_url")
    lay_out("-- static/CNAME --\nbao.example\n", paper.site)
    paper.build()
    assert (paper.out / "_headers").is_file()
    name = given.rpartition("/")[2]
    found = explained(paper, given)
    assert (found.path, found.state) == (name, "kept")
    (paper.out / name).unlink()
    assert explained(paper, given).state == "stale"


def test_a_file_without_a_suffix_that_goes_is_gone(paper: Paper) -> None:
    lay_out("-- static/CNAME --\nbao.example\n", paper.site)
    paper.build()
    (paper.site / "static/CNAME").unlink()
    assert (explained(paper, "/CNAME").path, explained(paper, "/CNAME").state) == ("CNAME", "gone")
