"""The whole road: a site as one text goes in, and what stands in the output folder is looked at."""

import gc
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from hatinh_news import write
from hatinh_news.build import Request, Shown, build
from hatinh_news.build.survey import survey
from hatinh_news.model.config import PAPER_ZONE
from hatinh_news.model.errors import CannotBuild, CannotWrite
from hatinh_news.model.report import Report
from hatinh_news.text.common import COMMON
from newsroom import NOW, TESTS, lay_out, tree

WEEKLY = (TESTS / "sites" / "weekly.txt").read_text(encoding="utf-8")
SECRETS = ("bí mật", "bi-mat", "hết hạn", "cho-tet", "tương lai", "tuong-lai", "nhap")

TINY = """
-- content/site.yaml --
title: Báo
base_url: https://bao.example
-- content/a.md --
---
title: Bài A
date: 2025-01-01
topics: [Lúa]
---
Lời A.
-- content/b.md --
---
title: Bài B
date: 2025-01-02
topics: [Lúa]
---
Lời B.
"""


def request(site: Path, out: Path | None = None, now: datetime = NOW, **choices: Any) -> Request:
    return replace(Request(site, out or site / "public", now, workers=1), **choices)


def built(text: str, folder: Path, **choices: Any) -> Report:
    return build(request(lay_out(text, folder), **choices))


@pytest.mark.parametrize("template", ["{{ page.head.title }}", "{% broken"])
def test_after_a_build_garbage_is_searched_for_as_before(tmp_path: Path, template: str) -> None:
    gc.unfreeze()  # what an earlier test froze may go at any time, and would change the count
    before = gc.isenabled(), gc.get_freeze_count()
    built(f"{TINY}-- templates/article.html --\n{template}\n", tmp_path, strict=True)
    assert (gc.isenabled(), gc.get_freeze_count()) == before


def test_the_weekly_is_built_without_a_fault(tmp_path: Path) -> None:
    report = built(WEEKLY, tmp_path)
    assert [(str(fault.place), fault.code) for fault in report.faults] == [
        ("content/thoi-su/2025-01-12-nuoc-rut.md", "twin-slug")
    ]
    assert [(str(note.place), note.code) for note in report.notes] == [
        ("content/", "no-author"),
        ("content/thoi-su/2025-01-05-lu-ve.md:15:90", "hidden-link"),
    ]
    assert (report.articles, report.published, report.drafts, report.future, report.expired) == (10, 7, 1, 1, 1)
    assert report.exit_code == 0
    assert report.rendered == report.written - _static_files(tmp_path)
    assert list(report.seconds) == ["look", "load", "index", "relate", "plan", "render", "write"]


def _static_files(site: Path) -> int:
    suffixes = {".css", ".js", ".svg", ".png", ".ico"}
    files = [file for file in (site / "public").rglob("*") if file.is_file()]
    return sum(file.suffix in suffixes or file.parent.name == "fonts" for file in files)


def test_nothing_unpublished_is_in_the_output(tmp_path: Path) -> None:
    built(WEEKLY, tmp_path)
    for path, content in tree(tmp_path / "public").items():
        text = path + content.decode("utf-8", "ignore")
        if path.startswith("tim-kiem/"):  # words stand there without their marks, and the word nháp is in a text
            text = text.replace('"nhap":"nháp ', "").replace(" ".join(COMMON), "")
        assert not [secret for secret in SECRETS if secret in text], path
        if "tin-sai" not in path:
            assert "Tin sai" not in text, path


def test_flags_show_what_is_not_published_and_keep_it_from_machines(tmp_path: Path) -> None:
    report = built(WEEKLY, tmp_path, shown=Shown(drafts=True, future=True, expired=True))
    out = tmp_path / "public"
    for page in ("2025/01/nhap", "2030/01/tuong-lai", "2025/02/cho-tet"):
        assert 'content="noindex' in (out / page / "index.html").read_text(encoding="utf-8")
    for machine in ("rss.xml", "sitemap.xml", "feed.json", "news-sitemap.xml"):
        assert "nhap" not in (out / machine).read_text(encoding="utf-8")
    assert report.exit_code == 0


@pytest.mark.darkroom
def test_the_same_input_gives_the_same_bytes_anywhere(tmp_path: Path) -> None:
    """Another folder, another hash seed, more workers, another language of the terminal, a built folder before."""
    one = lay_out(WEEKLY, tmp_path / "one")
    build(request(one))
    two = lay_out(WEEKLY, tmp_path / "two" / "deep down")
    for seed, workers in (("1", "2"), ("2", "1")):
        command = [
            sys.executable,
            "-m",
            "hatinh_news",
            "build",
            str(two),
            "--now",
            NOW.isoformat(),
            "--workers",
            workers,
        ]
        environment = {**os.environ, "PYTHONHASHSEED": seed, "LC_ALL": "C", "TZ": "America/New_York"}
        subprocess.run(command, env=environment, check=True, capture_output=True)
        assert tree(two / "public") == tree(one / "public")


def test_a_second_build_writes_nothing(tmp_path: Path) -> None:
    first = built(TINY, tmp_path)
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "public").rglob("*")}
    second = build(request(tmp_path))
    assert (second.rendered, second.written, second.removed, second.kept) == (0, 0, 0, first.pages)
    assert {path: path.stat().st_mtime_ns for path in (tmp_path / "public").rglob("*")} == before


def test_an_article_that_goes_takes_its_page_along(tmp_path: Path) -> None:
    built(TINY, tmp_path)
    (tmp_path / "content/b.md").unlink()
    report = build(request(tmp_path))
    assert report.removed >= 1
    lay_out(TINY, tmp_path / "clean")
    (tmp_path / "clean/content/b.md").unlink()
    build(request(tmp_path / "clean"))
    assert tree(tmp_path / "public") == tree(tmp_path / "clean/public")


def test_files_that_are_not_ours_stay(tmp_path: Path) -> None:
    lay_out(TINY + "-- public/CNAME --\nbao.example\n-- public/2025/01/b/ghi-chu.txt --\nx\n", tmp_path)
    build(request(tmp_path))
    (tmp_path / "content/b.md").unlink()
    (tmp_path / "public/2025/01/a/index.html").write_text("ai đó sửa")
    build(request(tmp_path))
    assert (tmp_path / "public/CNAME").read_text() == "bao.example\n"
    assert (tmp_path / "public/2025/01/b/ghi-chu.txt").exists()
    assert not (tmp_path / "public/2025/01/b/index.html").exists()
    assert "Lời A." in (tmp_path / "public/2025/01/a/index.html").read_text(encoding="utf-8")


def test_a_page_becomes_a_folder_and_back(tmp_path: Path) -> None:
    lay_out(TINY.replace("title: Bài B", "title: Bài B\naliases: [/tin]"), tmp_path)
    (tmp_path / "static").mkdir()
    (tmp_path / "static/muc").write_text("một tệp")
    build(request(tmp_path))
    (tmp_path / "static/muc").unlink()
    lay_out("-- static/muc/con --\nmột thư mục\n", tmp_path)
    report = build(request(tmp_path))
    assert (tmp_path / "public/muc/con").read_text() == "một thư mục\n"
    assert [fault.code for fault in report.faults] == []
    (tmp_path / "static/muc/con").unlink()
    (tmp_path / "static/muc").rmdir()
    (tmp_path / "static/muc").write_text("lại một tệp")
    assert [fault.code for fault in build(request(tmp_path)).faults] == []
    assert (tmp_path / "public/muc").read_text() == "lại một tệp"


def test_a_bad_article_is_left_out_and_the_rest_is_built(tmp_path: Path) -> None:
    report = built(TINY.replace("title: Bài B", "titel: Bài B"), tmp_path)
    assert report.exit_code == 1
    assert [(str(fault.place), fault.code) for fault in report.faults] == [("content/b.md:2:1", "unknown-key")]
    assert (tmp_path / "public/2025/01/a/index.html").exists()
    assert not (tmp_path / "public/2025/01/b").exists()


def test_strict_writes_nothing_for_a_bad_article(tmp_path: Path) -> None:
    report = built(TINY.replace("title: Bài B", "titel: Bài B"), tmp_path, strict=True)
    assert (report.exit_code, report.refused, report.written) == (1, True, 0)
    assert not (tmp_path / "public").exists()


def test_strict_writes_nothing_for_a_bad_template(tmp_path: Path) -> None:
    built(TINY, tmp_path)
    before = tree(tmp_path / "public")
    lay_out("-- templates/list.html --\n{{ page.nobody }}\n", tmp_path)
    report = build(request(tmp_path, strict=True))
    assert (report.exit_code, report.refused) == (1, True)
    assert tree(tmp_path / "public") == before


def test_a_strict_build_of_a_new_site_with_a_bad_template_leaves_no_folder(tmp_path: Path) -> None:
    lay_out("-- templates/list.html --\n{{ page.nobody }}\n", tmp_path)
    assert built(TINY, tmp_path, strict=True).refused
    assert not (tmp_path / "public").exists()


def test_a_page_that_fails_keeps_the_page_of_yesterday(tmp_path: Path) -> None:
    built(TINY, tmp_path)
    yesterday = (tmp_path / "public/chu-de/lua/index.html").read_bytes()
    lay_out('-- templates/list.html --\n{% if page.title == "Lúa" %}{{ page.nobody }}{% endif %}x\n', tmp_path)
    report = build(request(tmp_path))
    assert [(str(fault.place), fault.code) for fault in report.faults] == [("templates/list.html:1", "template-error")]
    assert report.exit_code == 1
    assert (tmp_path / "public/chu-de/lua/index.html").read_bytes() == yesterday
    assert (tmp_path / "public/tin-tuc/index.html").read_text() == "x\n"


def test_a_site_of_its_own_overrides_the_theme_file_by_file(tmp_path: Path) -> None:
    lay_out("-- templates/404.html --\nkhông có\n-- static/css/site.css --\nbody{}\n", tmp_path)
    built(TINY, tmp_path)
    assert (tmp_path / "public/404.html").read_text(encoding="utf-8") == "không có\n"
    assert (tmp_path / "public/css/site.css").read_text() == "body{}\n"
    assert "<html" in (tmp_path / "public/index.html").read_text()


def test_settings_with_faults_stop_the_build(tmp_path: Path) -> None:
    with pytest.raises(CannotBuild, match=r"content/site.yaml:3:1"):
        built(TINY.replace("bao.example\n", "bao.example\nlanguag: vi\n", 1), tmp_path)
    assert not (tmp_path / "public").exists()


def test_the_output_folder_may_not_be_the_input(tmp_path: Path) -> None:
    for out in (tmp_path, tmp_path / "content", tmp_path / "content/public", tmp_path.parent):
        with pytest.raises(CannotWrite):
            built(TINY, tmp_path, out=out)


def test_a_crash_while_pages_are_put_in_place_is_mended_by_the_next_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay_out(TINY, tmp_path)
    with monkeypatch.context() as patch:
        patch.setattr(write, "place", _die)
        with pytest.raises(KeyboardInterrupt):
            build(request(tmp_path))
    assert not list((tmp_path / "public").rglob("*.html"))
    build(request(tmp_path))
    lay_out(TINY, tmp_path / "clean")
    build(request(tmp_path / "clean"))
    assert tree(tmp_path / "public") == tree(tmp_path / "clean/public")


def _die(*_given: object) -> None:
    raise KeyboardInterrupt


def test_nothing_is_written_outside_the_output_and_the_cache(tmp_path: Path) -> None:
    lay_out(WEEKLY, tmp_path / "site")
    before = tree(tmp_path)
    build(request(tmp_path / "site", tmp_path / "out"))
    new = {path for path in tree(tmp_path) if path not in before}
    assert {path.split("/")[0] for path in new} == {"out", "site"}
    assert {path.split("/")[1] for path in new if path.startswith("site/")} == {".hatinh-news"}
    assert {path: content for path, content in tree(tmp_path).items() if path in before} == before


def test_progress_is_told_for_each_stage(tmp_path: Path) -> None:
    told: list[tuple[str, int, int]] = []
    report = build(request(lay_out(TINY, tmp_path)), lambda *step: told.append(step))
    assert [step for step in told if step[0] == "load"][-1] == ("load", 2, 2)
    assert told[-1] == ("render", report.rendered, report.rendered)


def test_survey_lists_every_article_with_its_state(tmp_path: Path) -> None:
    listings, faults = survey(request(lay_out(WEEKLY, tmp_path)))
    assert faults == ()
    assert [(each.state, each.title) for each in listings][:3] == [
        ("future", "Tin tương lai"),
        ("published", "Giá muối"),
        ("published", "Giá tôm"),
    ]
    assert listings[0].moment == datetime(2030, 1, 1, tzinfo=PAPER_ZONE)
    assert listings[0].url == "/2030/01/tuong-lai/"
    assert {each.state for each in listings} == {"published", "draft", "future", "expired"}


@pytest.mark.parametrize("edited", [False, True], ids=["new pages", "changed pages"])
def test_what_a_build_put_in_place_before_it_died_is_withdrawn_with_its_article(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, edited: bool
) -> None:
    lay_out(TINY, tmp_path)
    if edited:
        build(request(tmp_path))
        for name in ("a", "b"):
            _replace(tmp_path / f"content/{name}.md", "Lời", "Lời mới")
    with monkeypatch.context() as patch:
        patch.setattr(write, "place", _place_one_and_die)
        with pytest.raises(KeyboardInterrupt):
            build(request(tmp_path))
    for name in ("a", "b"):
        _replace(tmp_path / f"content/{name}.md", "title:", "draft: true\ntitle:")
    report = build(request(tmp_path))
    assert report.faults == ()
    assert not [
        path for path, content in tree(tmp_path / "public").items() if "Lời" in content.decode("utf-8", "ignore")
    ]


def _place_one_and_die(out: Path, paths: list[str], place: Callable[[Path, list[str]], None] = write.place) -> None:
    place(out, paths[:1])
    raise KeyboardInterrupt


def _replace(file: Path, old: str, new: str) -> None:
    file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
