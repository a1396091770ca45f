"""The search index over time: an edit rewrites only the files whose words changed, and any build equals a clean one."""

import json
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from hatinh_news.model.config import PAPER_ZONE
from hatinh_news.model.search import Holds
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
    monkeypatch.setattr(segments, "_MOST_IN_A_PERIOD", 40)
    monkeypatch.setattr(segments, "_IN_A_PART", {Holds.ALL: 3, Holds.RARE: 2, Holds.TITLES: 20, Holds.COMMON: 2})
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


def test_old_articles_have_an_index_of_rare_words_one_of_titles_and_one_for_each_period(large: Paper) -> None:
    contents = json.loads(index(large)["tim-kiem/muc-luc.json"])
    assert contents["segments"] == [
        ["cu", "rare", 29, 0, 59],
        ["tua", "titles", 2, 0, 59],
        ["2025-01", "common", 12, 0, 31],
        ["2025-02", "common", 12, 31, 28],
        ["moi", "all", 10, 59, 31],
    ]
    assert contents["months"] == [[202501, 31], [202502, 28], [202503, 31]]


WORD = "Thêm từlạ."
SENTENCE = "Sáng nay bà con trong xã ra đồng gặt lúa, ai cũng mong trời nắng thêm vài ngày."
PARAGRAPH = """
Theo kế hoạch, tuyến đường dài hơn mười hai cây số sẽ nối ba xã ven biển với trung tâm huyện, giúp hàng nghìn hộ dân
đi lại dễ dàng trong mùa mưa bão. Ban quản lý dự án cho biết đã giải phóng xong mặt bằng, bàn giao cho nhà thầu từ đầu
tháng và yêu cầu bảo đảm an toàn giao thông tại những đoạn đang thi công. Nhiều người dân nói họ mừng vì sau bao năm
chờ đợi, con em đến trường không còn phải lội qua suối; tiểu thương thì mong xe tải vào tận chợ để hàng hoá bớt đắt.
"""


@pytest.mark.parametrize(
    ("number", "text", "folders", "most"),
    [
        (3, WORD, {"cu", "2025-01"}, 4),
        (3, SENTENCE, {"2025-01"}, 12),
        (40, PARAGRAPH, {"cu", "2025-02"}, 20),
        (80, WORD, {"moi"}, 4),
        (80, PARAGRAPH, {"moi"}, 10),
    ],
    ids=["a word", "a sentence", "a paragraph", "a new word", "a new paragraph"],
)
def test_an_edit_rewrites_few_files_those_of_its_words(
    large: Paper, tmp_path: Path, number: int, text: str, folders: set[str], most: int
) -> None:
    before = tree(large.out)
    lay_out(article(number, text), large.site)
    report = large.build()
    assert "index" not in report.seconds, "the short road"
    found = changed(before, tree(large.out))
    assert report.written == len(found), "an index file that says what it said is not written"
    files = [path for path in found if path.startswith("tim-kiem/")]
    assert 0 < len(files) <= most
    assert {path.split("/")[1] for path in files} == folders
    assert tree(large.out) == clean(large, tmp_path)
    lay_out(article(number), large.site)
    large.build()
    assert tree(large.out) == before


def test_another_title_changes_the_index_of_titles_too(large: Paper, tmp_path: Path) -> None:
    before = index(large)
    lay_out(article(3).replace("title: Tin 3", "title: Tin đường 3"), large.site)
    large.build()
    assert {path.split("/")[1] for path in changed(before, index(large))} == {"tua", "2025-01"}
    assert tree(large.out) == clean(large, tmp_path)


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
    assert {path.split("/")[1] for path in found} == {"moi", "muc-luc.json"}
    assert tree(large.out) == clean(large, tmp_path)


def test_months_that_grow_old_move_and_nothing_is_left_behind(large: Paper, tmp_path: Path) -> None:
    lay_out("".join(article(number) for number in range(MANY, MANY + 20)), large.site)
    large.build()
    contents = json.loads(index(large)["tim-kiem/muc-luc.json"])
    assert [one[:1] + one[3:] for one in contents["segments"]][-2:] == [["2025-03", 59, 31], ["moi", 90, 20]]
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
