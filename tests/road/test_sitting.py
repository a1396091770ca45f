"""Builds one after another, with the ledger kept open: what is at hand changes nothing but the time."""

import shutil
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from hatinh_news.build import Request, build
from hatinh_news.build.request import Awaited
from hatinh_news.build.sitting import Sitting
from hatinh_news.model.errors import CannotBuild, CannotWrite
from newsroom import NOW, lay_out, tree

SITE = """
-- content/site.yaml --
title: Báo
base_url: https://bao.example
-- content/bai-a.md --
---
title: Bài A
date: 2025-05-01
topics: [Lúa]
---
Lời A về lúa hè thu.
-- content/bai-b.md --
---
title: Bài B
date: 2025-05-02
topics: [Lúa]
---
Lời B về lúa đông xuân. Xem [bài A](bai-a.md).
-- content/hen.md --
---
title: Hẹn
date: 2025-06-03
---
Đến giờ.
"""
A = "2025/05/bai-a/index.html"


PAGE = 2
"""What an edited text costs: its page, and the file of the search index that has its words."""


class Bench:
    """A newspaper, a sitting, and the proofs that it showed."""

    def __init__(self, folder: Path) -> None:
        self.site, self.out = lay_out(SITE, folder / "site"), folder / "site/.hatinh-news/serve"
        self.sitting = Sitting(Request(self.site, self.out, NOW, workers=1))
        self.proofs: dict[str, bytes] = {}
        self.looked = frozenset[str]()

    def build(self, *touched: str, now: datetime = NOW) -> "Bench":
        self.proofs = {}
        self.report = self.sitting.build(
            now, [str(self.site / path) for path in touched], Awaited(self.proofs.__setitem__, self.looked)
        )
        return self

    def write(self, path: str, old: str, new: str) -> None:
        file = self.site / path
        file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")

    def is_clean(self, now: datetime = NOW) -> bool:
        clean = self.site.parent / "clean"
        shutil.rmtree(clean, ignore_errors=True)
        build(Request(self.site, clean, now, workers=1))
        return tree(clean) == tree(self.out)


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    made = Bench(tmp_path)
    with made.sitting:
        yield made.build()


def test_a_touched_article_is_all_that_is_made_anew(bench: Bench) -> None:
    bench.write("content/bai-a.md", "hè thu", "vụ mùa")
    assert bench.build("content/bai-a.md").report.rendered == PAGE
    assert bench.is_clean()


def test_its_page_is_shown_before_the_build_is_done_and_as_it_will_be(bench: Bench) -> None:
    bench.write("content/bai-a.md", "hè thu", "vụ mùa")
    bench.build("content/bai-a.md")
    assert bench.proofs == {A: (bench.out / A).read_bytes()}
    assert "vụ mùa" in bench.proofs[A].decode()


def test_a_new_title_is_shown_at_once_too(bench: Bench) -> None:
    bench.write("content/bai-a.md", "title: Bài A", "title: Nhan đề mới")
    bench.build("content/bai-a.md")
    assert bench.proofs == {A: (bench.out / A).read_bytes()}
    assert bench.is_clean()


def test_a_style_that_was_edited_is_shown_before_the_build_is_done(bench: Bench) -> None:
    style = bench.site / "static/a.css"
    style.parent.mkdir()
    style.write_text("p {}")
    assert bench.build("static/a.css").proofs == {}
    style.write_text("p { color: red }")
    assert bench.build("static/a.css").proofs == {"a.css": b"p { color: red }"}
    style.write_bytes(b" " * 2_000_000)
    assert bench.build("static/a.css").proofs == {}
    assert bench.is_clean()


def test_of_many_pages_those_come_first_that_are_looked_at(tmp_path: Path) -> None:
    more = "".join(f"-- content/{n}.md --\n---\ntitle: T {n}\ndate: 2025-04-01\n---\nx\n" for n in range(101))
    lay_out(more, tmp_path / "site")
    bench = Bench(tmp_path)
    with bench.sitting:
        bench.build()
        bench.looked = frozenset({A, "index.html", "gone/index.html"})
        footer = bench.site / "templates/footer.html"
        footer.parent.mkdir()
        footer.write_text("<footer>Chân trang</footer>")
        bench.build("templates/footer.html")
        assert bench.proofs == {path: (bench.out / path).read_bytes() for path in (A, "index.html")}
        assert b"<footer>" in bench.proofs[A]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("title: Bài A", "title: Bài A\nslug: khac"),
        ("[Lúa]", "[Ngô]"),
        ("2025-05-01", "2025-05-03"),
        ("2025-05-01", "mai"),
    ],
)
def test_an_article_that_moves_among_others_is_not(bench: Bench, old: str, new: str) -> None:
    bench.write("content/bai-a.md", old, new)
    bench.build("content/bai-a.md")
    assert bench.proofs == {}
    assert bench.is_clean()


def test_who_is_told_that_nothing_changed_looks_at_nothing(bench: Bench) -> None:
    bench.write("content/bai-a.md", "hè thu", "vụ mùa")
    assert bench.build().report.rendered == 0
    assert bench.build("content/bai-a.md").report.rendered == PAGE


def test_a_file_that_was_saved_as_it_was_changes_nothing(bench: Bench) -> None:
    bench.write("content/bai-a.md", "", "")
    assert bench.build("content/bai-a.md").report.rendered == 0


@pytest.mark.parametrize("path", ["content/moi.md", "content/site.yaml", "content/anh.jpg", "static/a.css", "xa.md"])
def test_any_other_file_wants_a_look_at_all(bench: Bench, path: str) -> None:
    (bench.site / path).parent.mkdir(exist_ok=True)
    with (bench.site / path).open("a", encoding="utf-8") as file:
        file.write("description: Báo tỉnh\n" if path.endswith("yaml") else "---\ntitle: Mới\ndate: 2025-05-04\n---\n")
    bench.write("content/bai-b.md", "đông xuân", "ba vụ")
    bench.build(path)
    assert "ba vụ" in (bench.out / "2025/05/bai-b/index.html").read_text(encoding="utf-8")
    assert bench.is_clean()


def test_a_deleted_file_and_one_that_became_a_folder_want_a_look_at_all(bench: Bench) -> None:
    (bench.site / "content/bai-a.md").unlink()
    bench.build("content/bai-a.md")
    assert bench.is_clean()
    (bench.site / "content/bai-b.md").unlink()
    (bench.site / "content/bai-b.md").mkdir()
    bench.build("content/bai-b.md")
    assert bench.is_clean()


def test_the_clock_is_heeded_though_no_file_changed(bench: Bench) -> None:
    assert bench.report.due == datetime(2025, 6, 3, tzinfo=bench.report.due.tzinfo if bench.report.due else None)
    later = NOW + timedelta(days=2)
    bench.build(now=later)
    assert (bench.out / "2025/06/hen/index.html").exists()
    assert bench.is_clean(later)


def test_after_an_error_it_begins_anew(bench: Bench) -> None:
    settings = bench.site / "content/site.yaml"
    good = settings.read_text(encoding="utf-8")
    settings.write_text("titel: x\nbase_url: [\n", encoding="utf-8")
    with pytest.raises(CannotBuild):
        bench.build("content/site.yaml")
    assert bench.sitting.outputs == {}
    assert list(bench.sitting.articles(["bai-a.md"])) == []
    settings.write_text(good, encoding="utf-8")
    bench.write("content/bai-a.md", "hè thu", "vụ mùa")
    bench.build()
    assert bench.is_clean()


def test_nobody_else_builds_into_the_folder_meanwhile(bench: Bench) -> None:
    with pytest.raises(CannotWrite):
        build(Request(bench.site, bench.out, NOW, workers=1))
    bench.sitting.close()
    build(Request(bench.site, bench.out, NOW, workers=1))


@pytest.mark.parametrize("gone", [".hatinh-news", ".hatinh-news/serve"])
def test_what_somebody_took_away_is_made_again(bench: Bench, gone: str) -> None:
    shutil.rmtree(bench.site / gone)
    bench.build()
    assert bench.is_clean()


def test_a_damaged_memory_is_begun_anew(bench: Bench) -> None:
    bench.sitting.close()
    (ledger,) = (bench.site / ".hatinh-news").glob("ledger-*.sqlite3")
    content = bytearray(ledger.read_bytes())
    content[len(content) // 2 :] = b"\xff" * (len(content) - len(content) // 2)
    ledger.write_bytes(content)
    bench.build()
    assert bench.report.notes
    assert bench.is_clean()


def test_articles_are_known_by_their_files(bench: Bench) -> None:
    (article,) = bench.sitting.articles(["bai-a.md", "khong-co.md"])
    assert article.title == "Bài A"
    assert bench.sitting.outputs[A][3] == "bai-a.md"
