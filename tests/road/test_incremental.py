"""A build costs what changed: how many pages are made anew after each edit, and that the tree is a clean build's."""

import os
import sqlite3
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from hatinh_news.build import Request, few, intake, make
from hatinh_news.build.edition import INDEX, RELATED
from hatinh_news.build.relating import lists_of
from hatinh_news.ledger import Ledger, ledger_path
from hatinh_news.model.config import PAPER_ZONE, Shown
from hatinh_news.model.errors import CannotBuild
from hatinh_news.model.page import Plan
from hatinh_news.plan import plan
from hatinh_news.read import scan_static
from hatinh_news.render import theme_folders
from newsroom import NOW, lay_out, tree

from .conftest import Paper


def clean(paper: Paper, folder: Path, now: datetime = NOW) -> dict[str, bytes]:
    """What a build from nothing makes of the same input."""
    other = Paper(folder / "clean")
    for path, content in tree(paper.site).items():
        if path.split("/")[0] in {"content", "templates", "static"}:
            file = other.site / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
    for file in [*other.site.rglob("*")]:
        if file.is_file() and not (paper.site / file.relative_to(other.site)).exists():
            file.unlink()
    other.build(now)
    return tree(other.out)


def test_nothing_changed_nothing_is_made(built: Paper) -> None:
    report = built.build()
    assert (report.rendered, report.written, report.removed) == (0, 0, 0)
    assert (report.pages, report.kept) == (report.pages, report.pages)
    assert list(report.seconds) == ["look"]
    assert report.articles == 12


def test_the_body_of_an_old_article_costs_its_own_page_and_the_index_file_of_its_words(
    built: Paper, tmp_path: Path
) -> None:
    built.edit("content/bai-02.md", "Lời 2", "Lời mới")
    report = built.build()
    assert (report.rendered, report.written) == (2, 2)
    assert "Lời mới" in built.page("2025/01/bai-02/index.html")
    assert tree(built.out) == clean(built, tmp_path)


def test_a_body_can_be_edited_again_and_again(built: Paper, tmp_path: Path) -> None:
    for number in range(3):
        built.edit("content/bai-04.md", "\nLời ", f"\nLời {number}a ")
        built.edit("content/bai-05.md", "\nLời ", f"\nLời {number}b ")
        assert built.build().rendered == 3
    assert tree(built.out) == clean(built, tmp_path)


def test_a_touched_file_costs_nothing(built: Paper) -> None:
    os.utime(built.site / "content/bai-02.md")
    assert built.build().rendered == 0
    assert built.build().rendered == 0


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("content/bai-02.md", "title: Bài 2", "title: Bài hai"),
        ("content/bai-02.md", "topics: [Lúa]", "topics: [Cá]"),
        ("content/bai-02.md", "2025-01-02", "2025-01-09 08:00"),
        ("content/bai-02.md", "Xem [giới thiệu](trang/gioi-thieu.md)", "Xem [bài](bai-03.md)"),
        ("content/trang/gioi-thieu.md", "Về báo", "Về chúng tôi"),
        ("content/trang/gioi-thieu.md", "title: Giới thiệu", "title: Về báo\nslug: ve-bao"),
        ("content/tac-gia/lan/_index.md", "title: Lan", "title: Lan\ndescription: Phóng viên"),
        ("content/site.yaml", "title: Báo", "title: Báo mới"),
        ("content/site.yaml", "sections: [Thời sự, Kinh tế]", "sections: [Kinh tế, Thời sự]\npaginate_by: 3"),
    ],
)
def test_whatever_is_edited_the_tree_is_that_of_a_clean_build(
    built: Paper, tmp_path: Path, path: str, old: str, new: str
) -> None:
    built.edit(path, old, new)
    report = built.build()
    assert 0 < report.rendered <= report.pages
    assert tree(built.out) == clean(built, tmp_path)
    assert built.build().rendered == 0


def test_a_title_costs_fewer_pages_than_the_newspaper_has(built: Paper) -> None:
    built.edit("content/bai-02.md", "title: Bài 2", "title: Bài hai")
    report = built.build()
    assert report.rendered < report.pages / 2 + 10


def test_a_template_costs_the_pages_that_it_makes(built: Paper, tmp_path: Path) -> None:
    lay_out("-- templates/404.html --\nkhông có\n", built.site)
    assert built.build().rendered == 1
    lay_out(
        '-- templates/page.html --\n{{ page.title }}{% include "part.html" %}\n-- templates/part.html --\n1', built.site
    )
    assert built.build().rendered == 1
    lay_out("-- templates/part.html --\n2", built.site)
    assert built.build().rendered == 1
    assert tree(built.out) == clean(built, tmp_path)


def test_a_static_file_costs_no_page(built: Paper) -> None:
    lay_out("-- static/ghi-chu.txt --\nmột", built.site)
    assert (built.build().rendered, built.page("ghi-chu.txt")) == (0, "một")
    lay_out("-- static/ghi-chu.txt --\nhai", built.site)
    assert (built.build().rendered, built.page("ghi-chu.txt")) == (0, "hai")
    (built.site / "static/ghi-chu.txt").unlink()
    assert built.build().removed == 1


def test_what_was_deleted_or_changed_in_the_output_folder_is_mended(built: Paper, tmp_path: Path) -> None:
    (built.out / "2025/01/bai-02/index.html").unlink()
    (built.out / "2025/01/bai-03/index.html").write_text("ai đó sửa")
    assert built.build().rendered == 2
    (built.out / "index.html").write_text("ai đó sửa")
    (built.out / "css/site.css").unlink()
    report = built.build()
    assert (report.rendered, report.written) == (1, 2)
    assert tree(built.out) == clean(built, tmp_path)


def test_an_output_that_was_only_touched_is_left(built: Paper) -> None:
    os.utime(built.out / "index.html", (1, 1))
    assert built.build().rendered == 0
    assert (built.out / "index.html").stat().st_mtime == 1


def test_time_passes_and_articles_come_and_go(paper: Paper, tmp_path: Path) -> None:
    paper.edit(
        "content/bai-02.md", "title: Bài 2", "title: Bài 2\npublish_date: 2025-06-02 08:00\nexpiry_date: 2025-06-03"
    )
    now = datetime(2025, 6, 2, 7, 59, tzinfo=PAPER_ZONE)
    paper.build(now)
    assert paper.build(now + timedelta(seconds=59)).rendered == 0
    for later in (
        timedelta(minutes=1),
        timedelta(hours=15),
        timedelta(hours=16, minutes=1),
        timedelta(),
        timedelta(days=3),
    ):
        paper.build(now + later)
        assert tree(paper.out) == clean(paper, tmp_path / str(later), now + later)


def test_two_days_after_going_live_an_article_is_no_news(paper: Paper) -> None:
    live = datetime(2025, 1, 12, tzinfo=PAPER_ZONE)
    paper.build(live)
    assert paper.build(live + timedelta(hours=24)).rendered == 1
    assert paper.build(live + timedelta(hours=48)).rendered == 1
    assert "bai-12" in paper.page("news-sitemap.xml")
    assert paper.build(live + timedelta(hours=48, seconds=1)).rendered == 1
    assert "bai-12" not in paper.page("news-sitemap.xml")


def test_flags_and_addresses_of_the_command_line_count(built: Paper) -> None:
    built.edit("content/bai-02.md", "title: Bài 2", "title: Bài 2\ndraft: true")
    built.build()
    assert built.build(shown=Shown(drafts=True)).rendered > 0
    assert built.build(base_url="https://khac.example").rendered > 10
    assert "khac.example" in built.page("index.html")


def test_a_fault_is_told_by_every_build_until_it_is_mended(built: Paper) -> None:
    built.edit("content/bai-02.md", "title:", "titel:")
    first = built.build()
    assert [fault.code for fault in first.faults] == ["unknown-key"]
    again = built.build()
    assert (again.faults, again.rendered, again.exit_code) == (first.faults, 0, 1)
    refused = built.build(strict=True)
    assert (refused.refused, refused.faults) == (True, first.faults)
    built.edit("content/bai-02.md", "titel:", "title:")
    assert built.build().faults == ()


def test_a_fault_in_the_text_of_an_article_moves_with_its_line(built: Paper) -> None:
    built.edit("content/bai-02.md", "Lời 2", "[đâu đó](/khong-co/)")
    assert [str(fault.place) for fault in built.build().faults] == ["content/bai-02.md:10:10"]
    built.edit("content/bai-02.md", "[đâu đó]", "Thêm\n\n[đâu đó]")
    assert [str(fault.place) for fault in built.build().faults] == ["content/bai-02.md:12:10"]


def test_a_page_that_failed_is_tried_again_by_the_next_build(built: Paper, tmp_path: Path) -> None:
    lay_out("-- templates/page.html --\n{{ page.nobody }}\n", built.site)
    for _ in range(2):
        report = built.build()
        assert [fault.code for fault in report.faults] == ["template-error"]
        assert "Về báo" in built.page("gioi-thieu/index.html")
    (built.site / "templates/page.html").unlink()
    assert built.build().faults == ()
    assert tree(built.out) == clean(built, tmp_path)


def test_a_picture_that_changes_reaches_the_articles_that_show_it(built: Paper, tmp_path: Path) -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="{0}" height="9"/>'
    built.edit("content/bai-02.md", "Lời 2.", "![hình](a.svg)")
    assert [fault.code for fault in built.build().faults] == ["missing-picture"]
    for width in (10, 20):
        (built.site / "content/a.svg").write_text(svg.format(width))
        assert built.build().faults == ()
        assert f'width="{width}"' in built.page("2025/01/bai-02/index.html")
        assert tree(built.out) == clean(built, tmp_path / str(width))


def test_a_build_after_one_that_broke_off_lays_all_out_anew(
    built: Paper, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    built.edit("content/bai-02.md", "title: Bài 2", "title: Bài hai")
    with monkeypatch.context() as patch:
        patch.setattr(make, "_publish", _die)
        with pytest.raises(KeyboardInterrupt):
            built.build()
    built.build()
    assert "Bài hai" in built.page("2025/01/bai-02/index.html")
    assert tree(built.out) == clean(built, tmp_path)


def _die(*_given: object) -> None:
    raise KeyboardInterrupt


def test_rules_that_changed_while_a_build_broke_off_are_not_forgotten(
    built: Paper, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    built.edit("content/site.yaml", "title: Báo", "title: Báo\npermalinks: /:slug/")
    with monkeypatch.context() as patch:
        patch.setattr(make, "_whole", _die)
        with pytest.raises(KeyboardInterrupt):
            built.build()
    built.edit("content/site.yaml", "\npermalinks: /:slug/", "")
    built.build()
    assert tree(built.out) == clean(built, tmp_path)


def test_rules_that_changed_are_not_forgotten_even_if_only_the_first_files_were_read_by_them(
    built: Paper, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(intake, "with_sections", _die)
        with pytest.raises(KeyboardInterrupt):
            built.build(base_url="https://khac.example")
    with Ledger(built.site, built.out) as ledger:
        assert ledger.store.shelf("rules") is None
    built.build()
    assert tree(built.out) == clean(built, tmp_path)


def test_settings_that_cannot_be_read_stop_every_build_until_they_are_mended(built: Paper) -> None:
    before = tree(built.out)
    built.edit("content/site.yaml", "title:", "titel:")
    for _ in range(2):
        with pytest.raises(CannotBuild):
            built.build()
    built.edit("content/site.yaml", "titel:", "title:")
    built.build()
    assert tree(built.out) == before


@pytest.mark.parametrize("harm", [b"", b"x" * 5_000])
def test_a_ledger_that_is_damaged_is_replaced_with_a_note(built: Paper, harm: bytes) -> None:
    before = tree(built.out)
    ledger_path(built.site, built.out).write_bytes(harm)
    report = built.build()
    assert len(report.notes) == 1
    assert report.written == 0
    assert tree(built.out) == before
    assert built.build().notes == ()


def test_a_ledger_that_turns_out_to_be_damaged_on_the_way_is_replaced_too(built: Paper, tmp_path: Path) -> None:
    database = sqlite3.connect(ledger_path(built.site, built.out))
    with database:
        database.execute("UPDATE manuscript SET record = x'80'")
    database.close()
    built.edit("content/bai-02.md", "title: Bài 2", "title: Bài hai")
    report = built.build()
    assert [note.code for note in report.notes] == ["ledger-corrupt"]
    assert report.faults == ()
    assert tree(built.out) == clean(built, tmp_path)


def test_the_page_of_one_article_is_planned_as_with_the_whole_newspaper(built: Paper) -> None:
    seen: list[Plan] = []
    static = scan_static(theme_folders(built.site, "static"), built.site)[0]

    def remembered(*given: Any) -> object:
        planned, faults = plan(*given)
        seen.append(planned)
        return planned, faults

    paths = [f"bai-{number:02}.md" for number in range(1, 13)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(make, "plan", remembered)
        built.edit("content/site.yaml", "title: Báo", "title: Báo ngày")
        built.build()
    [whole] = seen
    with Ledger(built.site, built.out) as ledger:
        assert ledger.store.shelf(INDEX)
        request = Request(built.site, built.out, NOW)
        some = few.plan_of(paths, lists_of(ledger.store.shelf(RELATED)), request, ledger, static)
    assert some.site == whole.site
    assert some.site.fingerprints.keys() == {"/css/site.css", "/js/search.js", "/js/site.js"}
    assert {page.url: page for page in some.pages} == {page.url: page for page in whole.pages if page.source}


def test_what_is_wrong_with_the_folder_itself_is_told_by_every_build_until_it_is_mended(built: Paper) -> None:
    link = built.site / "content/lien-ket.md"
    link.symlink_to("khong-co.md")
    for _ in range(2):
        assert [fault.code for fault in built.build().faults] == ["link-broken"]
    link.unlink()
    assert built.build().faults == ()


def test_one_fault_is_told_for_all_pages_that_fail_alike(built: Paper) -> None:
    lay_out("-- templates/article.html --\n{{ page.nobody }}\n", built.site)
    report = built.build()
    assert [str(fault.place) for fault in report.faults] == ["templates/article.html:1"]
    assert report.kept == report.pages - 12


def test_a_strict_build_looks_at_the_content_whether_it_has_to_write_or_not(built: Paper) -> None:
    (built.out / "2025/01/bai-02/index.html").write_text("ai đó sửa")
    (built.site / "content/bai-02.md").unlink()
    for _ in range(2):
        report = built.build(strict=True)
        assert [fault.code for fault in report.faults] == ["output-edited"]
        assert not report.refused


def test_a_standing_page_whose_file_changes_and_nothing_that_it_says_costs_nothing(
    built: Paper, tmp_path: Path
) -> None:
    built.edit("content/trang/gioi-thieu.md", "title: Giới thiệu", "title:  Giới thiệu # như cũ")
    report = built.build()
    assert (report.rendered, report.written) == (0, 0)
    assert tree(built.out) == clean(built, tmp_path)


def broken_off(paper: Paper, monkeypatch: pytest.MonkeyPatch) -> None:
    """A build that reads all that is to be read, and dies."""
    with monkeypatch.context() as patch:
        patch.setattr(make, "layout", _die)
        with pytest.raises(KeyboardInterrupt):
            paper.build()


NEWEST = "-- content/bai-99.md --\n---\ntitle: Bài 99\ndate: 2025-05-30\nsection: Thời sự\n---\nLời zqbimat.\n"


def test_an_article_that_was_deleted_after_a_build_broke_off_is_in_no_page(
    built: Paper, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay_out(NEWEST, built.site)
    broken_off(built, monkeypatch)
    (built.site / "content/bai-99.md").unlink()
    built.build()
    assert [path for path, content in tree(built.out).items() if b"zqbimat" in content] == []
    assert tree(built.out) == clean(built, tmp_path / "clean")


def test_an_article_that_was_deleted_after_the_first_build_was_refused_is_in_no_page(
    paper: Paper, tmp_path: Path
) -> None:
    lay_out(NEWEST, paper.site)
    paper.edit("content/bai-02.md", "title:", "titel:")
    assert paper.build(strict=True).refused
    (paper.site / "content/bai-99.md").unlink()
    paper.build()
    assert tree(paper.out) == clean(paper, tmp_path / "clean")


def test_a_folder_that_was_away_while_a_build_broke_off_is_read_again(
    built: Paper, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its files come back with all of their times as they were."""
    folder = built.site / "content/thoi-su"
    picture = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="6"/>'
    text = "---\ntitle: Bài ảnh\ndate: 2025-05-30\n---\nLời. ![Ảnh](anh.svg)\n"
    lay_out(f"-- content/thoi-su/bai.md --\n{text}-- content/thoi-su/anh/anh.svg --\n{picture}\n", built.site)
    built.edit("content/thoi-su/bai.md", "anh.svg", "anh/anh.svg")
    built.build()
    for away in (folder, folder / "anh"):
        away.rename(built.site / "cat-di")
        broken_off(built, monkeypatch)
        (built.site / "cat-di").rename(away)
        assert built.build().faults == ()
        assert tree(built.out) == clean(built, tmp_path / away.name)
