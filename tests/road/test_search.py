"""The search index over time: an edit rewrites only the files whose words changed, and any build equals a clean one."""

import json
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from hatinh_news.model.config import PAPER_ZONE
from hatinh_news.plan import segments
from newsroom import NOW, lay_out, tree

from .conftest import Paper
from .test_incremental import clean

MANY = 90
FIRST = datetime(2025, 1, 1, tzinfo=PAPER_ZONE)


def article(number: int, text: str = "") -> str:
    moment = FIRST + timedelta(days=number)
    words = " ".join(f"chữ{number * step % 71} lời" for step in range(1, 12))
    return f"""
-- content/{moment:%Y/%m}/{moment:%Y-%m-%d}-tin-{number:03}.md --
---
title: Tin {number}
---
{words}. {text}
"""


@pytest.fixture
def large(paper: Paper, monkeypatch: pytest.MonkeyPatch) -> Paper:
    """A newspaper of three months with the rules of one of many years."""
    monkeypatch.setattr(segments, "_ONE_SEGMENT", 30)
    monkeypatch.setattr(segments, "_NEW_AT_LEAST", 16)
    monkeypatch.setattr(segments, "_IN_A_PART_OF_OLD", 2)
    lay_out("-- content/site.yaml --\ntitle: Báo\nbase_url: https://bao.example\n", paper.site)
    for file in [*(paper.site / "content").rglob("*.md")]:
        file.unlink()
    lay_out("".join(article(number) for number in range(MANY)), paper.site)
    assert paper.build().faults == ()
    return paper


def index(paper: Paper) -> dict[str, bytes]:
    return {path: content for path, content in tree(paper.out).items() if path.startswith("tim-kiem/")}


def changed(before: dict[str, bytes], after: dict[str, bytes]) -> list[str]:
    return sorted(path for path in before.keys() | after.keys() if before.get(path) != after.get(path))


def words_of(paper: Paper) -> set[str]:
    return {
        word
        for path, content in index(paper).items()
        if path.endswith(".json") and "bai-" not in path and "muc-luc" not in path
        for word in json.loads(content)
    }


def test_the_index_has_an_old_and_a_new_segment(large: Paper) -> None:
    contents = json.loads(index(large)["tim-kiem/muc-luc.json"])
    assert [one["folder"] for one in contents] == ["cu", "moi"]
    assert [one["months"] for one in contents] == [[[202501, 31], [202502, 28]], [[202503, 31]]]
    assert [one["parts"] for one in contents] == [29, 3]


@pytest.mark.parametrize(("number", "folder"), [(3, "cu"), (80, "moi")])
def test_an_edit_rewrites_the_files_of_its_words_alone(large: Paper, tmp_path: Path, number: int, folder: str) -> None:
    before = index(large)
    lay_out(article(number, "Thêm từlạ."), large.site)
    report = large.build()
    assert "index" not in report.seconds, "the short road"
    found = changed(before, index(large))
    assert 0 < len(found) <= 4
    assert all(path.startswith(f"tim-kiem/{folder}/") for path in found)
    assert report.rendered == len(found) + 1
    assert "tula" in words_of(large)
    assert tree(large.out) == clean(large, tmp_path)
    lay_out(article(number), large.site)
    large.build()
    assert index(large) == before


def test_an_edit_without_another_word_rewrites_nothing_of_the_index(large: Paper) -> None:
    before = index(large)
    lay_out(article(80, "\n\n…\n"), large.site)
    assert large.build().rendered == 1
    assert index(large) == before


def test_a_new_article_leaves_the_old_segment_as_it_is(large: Paper, tmp_path: Path) -> None:
    before = index(large)
    lay_out(article(MANY), large.site)
    large.build()
    found = changed(before, index(large))
    assert len(found) <= 12 + 3
    assert not [path for path in found if path.startswith("tim-kiem/cu/")]
    assert tree(large.out) == clean(large, tmp_path)


def test_months_that_grow_old_move_and_nothing_is_left_behind(large: Paper, tmp_path: Path) -> None:
    lay_out("".join(article(number) for number in range(MANY, MANY + 20)), large.site)
    large.build()
    contents = json.loads(index(large)["tim-kiem/muc-luc.json"])
    assert [one["months"][-1] for one in contents] == [[202503, 31], [202504, 20]]
    assert tree(large.out) == clean(large, tmp_path)


@pytest.mark.parametrize("fate", ["draft: true", "retracted: Nguồn tin sai.", "expiry_date: 2025-05-31"])
@pytest.mark.parametrize("number", [3, 80])
def test_what_is_withdrawn_takes_its_words_along(large: Paper, tmp_path: Path, fate: str, number: int) -> None:
    lay_out(article(number, "Điềuzqx."), large.site)
    large.build()
    assert "dieuzqx" in words_of(large)
    lay_out(article(number, "Điềuzqx.").replace("title:", f"{fate}\ntitle:"), large.site)
    large.build()
    assert "dieuzqx" not in words_of(large)
    assert tree(large.out) == clean(large, tmp_path)


def test_an_article_is_found_from_its_moment_on(large: Paper) -> None:
    lay_out(article(80, "Điềuzqx.").replace("title:", "publish_date: 2025-06-02\ntitle:"), large.site)
    large.build()
    assert "dieuzqx" not in words_of(large)
    large.build(NOW + timedelta(days=1))
    assert "dieuzqx" in words_of(large)


def test_switched_off_there_is_neither_form_nor_file(large: Paper, tmp_path: Path) -> None:
    settings = large.site / "content/site.yaml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(f"{text}search: false\n", encoding="utf-8")
    large.build()
    assert index(large) == {}
    assert "tim-kiem" not in large.page("index.html")
    assert "tim-kiem" not in large.page("404.html")
    lay_out(article(80, "Thêm từlạ."), large.site)
    assert large.build().rendered == 1
    settings.write_text(text, encoding="utf-8")
    large.build()
    assert "tula" in words_of(large)
    assert tree(large.out) == clean(large, tmp_path)
