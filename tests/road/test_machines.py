"""What machines ask for, built again and again: full feeds, names after content, budgets, files of one's own."""

from collections.abc import Callable
from pathlib import Path

import pytest

from hatinh_news.model.report import Report
from newsroom import tree

from .conftest import Paper
from .test_incremental import clean

PAGE = 2
"""What an edited text costs: its page, and the file of the search index that has its words."""


def put(paper: Paper, path: str, text: str) -> None:
    file = paper.site / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def setting(paper: Paper, lines: str) -> None:
    file = paper.site / "content/site.yaml"
    file.write_text(file.read_text(encoding="utf-8") + lines, encoding="utf-8")


def codes(report: Report) -> list[tuple[str, str]]:
    return [(str(fault.place), fault.code) for fault in report.faults]


@pytest.fixture
def full(paper: Paper) -> Paper:
    """A newspaper whose feeds carry the three newest articles whole."""
    setting(paper, "feed_content: full\nfeed_limit: 3\n")
    assert paper.build().faults == ()
    return paper


# Full feeds


def test_full_feeds_carry_the_texts_of_their_articles(full: Paper) -> None:
    feed = full.page("feed.json")
    assert feed.count("content_html") == 3
    assert 'Lời 12. Xem <a href=\\"https://bao.example/gioi-thieu/\\">' in feed
    assert "Lời 12. Xem &lt;a href=&quot;https://bao.example/gioi-thieu/&quot;&gt;" in full.page("rss.xml")
    assert "Lời 9" not in feed
    assert "Lời 9" in full.page("kinh-te/feed.json")


def test_the_text_of_an_article_in_feeds_changes_these_and_its_page(full: Paper, tmp_path: Path) -> None:
    full.edit("content/bai-11.md", "Lời 11", "Lời mới")
    report = full.build()
    assert report.written == PAGE + 3 * len(("newspaper", "section", "topic"))
    assert all(
        "Lời mới" in full.page(f"{folder}{file}")
        for folder in ("", "kinh-te/")
        for file in ("rss.xml", "atom.xml", "feed.json")
    )
    assert tree(full.out) == clean(full, tmp_path)


def test_the_text_of_an_article_that_is_in_no_feed_costs_its_own_page(full: Paper, tmp_path: Path) -> None:
    full.edit("content/bai-02.md", "Lời 2", "Lời mới")
    assert full.build().rendered == PAGE
    assert tree(full.out) == clean(full, tmp_path)


def test_feeds_become_full_and_short_again(built: Paper, tmp_path: Path) -> None:
    short = tree(built.out)
    setting(built, "feed_content: full\n")
    built.build()
    assert "content:encoded>" in built.page("rss.xml")
    assert tree(built.out) == clean(built, tmp_path)
    built.edit("content/site.yaml", "feed_content: full\n", "")
    built.build()
    assert tree(built.out) == short


def test_a_full_feed_that_somebody_spoilt_is_made_again(full: Paper, tmp_path: Path) -> None:
    (full.out / "rss.xml").write_text("hỏng", encoding="utf-8")
    full.edit("content/bai-02.md", "Lời 2", "Lời mới")
    full.build()
    assert tree(full.out) == clean(full, tmp_path)


# Names after content


def test_a_stylesheet_is_called_after_what_it_holds(built: Paper, tmp_path: Path) -> None:
    (before,) = built.out.glob("css/site.*.css")
    assert before.read_bytes() == (built.out / "css/site.css").read_bytes()
    assert f'href="/css/{before.name}"' in built.page("index.html")
    put(built, "static/css/site.css", "p { color: red }\n")
    built.build()
    (after,) = built.out.glob("css/site.*.css")
    assert after.name != before.name
    assert after.read_text() == (built.out / "css/site.css").read_text() == "p { color: red }\n"
    pages = [file.read_text(encoding="utf-8") for file in built.out.rglob("*.html")]
    assert [before.name in page for page in pages] == [False] * len(pages)
    assert f"/css/{after.name}\n  Cache-Control:" in built.page("_headers")
    assert tree(built.out) == clean(built, tmp_path)


def test_after_a_stylesheet_changed_a_text_costs_one_page_again(built: Paper, tmp_path: Path) -> None:
    put(built, "static/css/site.css", "p { color: red }\n")
    built.build()
    built.edit("content/bai-02.md", "Lời 2", "Lời mới")
    assert built.build().rendered == PAGE
    assert tree(built.out) == clean(built, tmp_path)


def test_files_of_ones_own_go_out_as_they_are(built: Paper, tmp_path: Path) -> None:
    own = {
        "robots.txt": "User-agent: *\nDisallow: /nhap/\n",
        "_headers": "/*\n  X-A: 1\n",
        ".well-known/security.txt": "Contact: mailto:an-ninh@bao.example\n",
        "ads.txt": "quang-cao.example, 1, DIRECT\n",
    }
    for name, text in own.items():
        put(built, f"static/{name}", text)
    built.build()
    assert {name: built.page(name) for name in own} == own
    assert tree(built.out) == clean(built, tmp_path)
    (built.site / "static/robots.txt").unlink()
    built.build()
    assert "Sitemap: https://bao.example/sitemap.xml" in built.page("robots.txt")
    assert tree(built.out) == clean(built, tmp_path)


# Budgets


def tight(paper: Paper, limits: str) -> Report:
    """A build with these budgets."""
    setting(paper, f"budgets: {{{limits}}}\n")
    return paper.build()


def heavy(words: int = 400) -> str:
    return " ".join(f"chữ-{number * 7919 % 99991}" for number in range(words))


def test_an_article_over_its_budget_is_told_with_its_heaviest_part(built: Paper) -> None:
    built.edit("content/bai-02.md", "Lời 2.", f"{heavy(3000)}\n\nLời 2.")
    report = tight(built, "article_html: 8 KB")
    (fault,) = report.faults
    assert (str(fault.place), fault.code, fault.kind.severity) == ("content/bai-02.md", "over-budget", "warning")
    assert fault.message().startswith("/2025/01/bai-02/ weighs ")
    assert fault.message().endswith(" gzipped, more than the 8 KB of budgets.article_html")
    assert "% of it is in <p>: " in fault.hint()
    assert "bai-02" in built.page("index.html"), "it is built all the same"


def test_what_is_too_heavy_is_told_until_it_is_lighter(built: Paper, tmp_path: Path) -> None:
    built.edit("content/bai-02.md", "Lời 2.", f"{heavy(3000)}\n\nLời 2.")
    first = tight(built, "article_html: 8 KB")
    told: list[Callable[[], object]] = [
        lambda: None,
        lambda: built.edit("content/bai-03.md", "Lời 3", "Lời ba"),
        lambda: built.edit("content/bai-03.md", "title: Bài 3", "title: Bài ba"),
        lambda: put(built, "static/css/site.css", "p { color: red }\n"),
    ]
    for change in told:
        change()
        assert built.build().faults == first.faults
    assert Paper(tmp_path / "clean").site.exists()
    built.edit("content/bai-02.md", heavy(3000), "")
    report = built.build()
    assert (report.rendered, report.faults) == (PAGE, ())
    assert built.build().faults == ()
    built.edit("content/bai-02.md", "Lời 2.", f"{heavy(3000)}\n\nLời 2.")
    assert [fault.code for fault in built.build().faults] == ["over-budget"]
    built.edit("content/site.yaml", "8 KB", "80 KB")
    assert built.build().faults == ()


def test_a_strict_build_takes_nothing_that_is_too_heavy(built: Paper) -> None:
    before = tree(built.out)
    setting(built, "budgets: {list_html: 1 KB}\n")
    report = built.build(strict=True)
    assert (report.refused, report.exit_code) == (True, 1)
    assert tree(built.out) == before
    built.build()
    again = built.build(strict=True)
    assert (again.refused, again.rendered, again.faults) == (True, 0, report.faults)


def test_lists_have_a_budget_of_their_own(built: Paper) -> None:
    found = codes(tight(built, "list_html: 1 KB"))
    assert ("public/", "over-budget") in found
    assert ("public/thoi-su/", "over-budget") in found
    assert not [place for place, _ in found if place.startswith("content/") or place == "/chu-de/"]


def test_a_page_is_weighed_with_all_that_it_names(built: Paper) -> None:
    put(built, "static/js/khac.js", heavy())
    report = tight(built, "page_weight: 4 KB")
    (fault,) = [fault for fault in report.faults if str(fault.place) == "content/bai-02.md"]
    assert "with its stylesheets and scripts, more than the 4 KB of budgets.page_weight" in fault.message()
    assert "/css/site.css " in fault.hint()
    assert "khac.js" not in fault.hint(), "no page names it"


def test_stylesheets_and_scripts_have_budgets(built: Paper) -> None:
    put(built, "static/js/nang.js", heavy())
    report = tight(built, "css: 1 KB, js: 1 KB")
    heavies = ["static/css/site.css", "static/js/nang.js", "static/js/search.js"]
    assert codes(report) == [(path, "file-over-budget") for path in heavies]
    assert built.build().faults == report.faults
    built.edit("content/bai-02.md", "Lời 2", "Lời mới")
    assert built.build().faults == report.faults


def test_budgets_can_be_switched_off(built: Paper) -> None:
    built.edit("content/bai-02.md", "Lời 2.", heavy(9000))
    assert tight(built, "article_html: off, list_html: off, css: off, js: off, page_weight: off").faults == ()


# What search engines want


def test_what_articles_lack_is_a_note_that_stops_nothing_and_is_remembered(built: Paper) -> None:
    put(built, "static/anh.svg", '<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="800"/>')
    built.edit("content/bai-01.md", "authors: [Lan]", "image: /anh.svg")
    for _ in range(2):
        report = built.build(strict=True)
        assert [(str(note.place), note.code) for note in report.notes] == [
            ("content/", "no-author"),
            ("content/", "no-picture"),
        ]
        assert (report.faults, report.exit_code) == ((), 0)
        assert "bai-12.md, content/bai-11.md, content/bai-10.md …" in report.notes[1].hint()
