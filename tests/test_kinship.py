"""`explain A B` and `related`: what is said of lists of related articles, to people and to programs."""

import json
import re
import shutil
from datetime import datetime
from pathlib import Path
from typing import Any, get_args

import pytest

from hatinh_news import cli, console
from hatinh_news.build.kinship import Comparison
from hatinh_news.model.article import Article, Body
from hatinh_news.model.config import PAPER_ZONE
from hatinh_news.related import Kinship, Reason
from newsroom import TESTS, lay_out

Output = pytest.CaptureFixture[str]

ROOT = TESTS.parent
MOMENT = ["--now", "2026-06-01T12:00"]

PAPER = """
-- content/site.yaml --
title: Báo
base_url: https://bao.example
sections: [Thời sự]
related: {limit: 2}
-- content/lu-ve.md --
---
title: Lũ về sông Ngàn Sâu
date: 2025-01-10
topics: [Lũ lụt, Hương Khê]
related_exclude: [lu-nua.md]
---
Nước lũ dâng nhanh, nhiều xã bị cô lập. Nước lũ dâng nhanh.
-- content/lu-rut.md --
---
title: Lũ rút trên sông Ngàn Sâu
date: 2025-01-09
topics: [Lũ lụt]
---
Nước lũ rút, nhiều xã không còn bị cô lập. Nước lũ rút.
-- content/lu-nua.md --
---
title: Lại lũ
date: 2025-01-08
---
Nước lũ lại dâng nhanh, nhiều xã lại bị cô lập.
-- content/nhap.md --
---
title: Bản nháp
date: 2025-01-07
draft: true
---
Chưa viết.
""" + "".join(
    f"-- content/khac-{n}.md --\n---\ntitle: Khác {n}\ndate: 2024-12-{n + 1:02}\n---\nviệc{n} riêng{n}.\n"
    for n in range(8)
)


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("HATINH_NEWS_LANG", raising=False)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    monkeypatch.setenv("LANGUAGE", "restored after the test")
    monkeypatch.chdir(tmp_path)
    lay_out(PAPER, tmp_path / "bao")
    return tmp_path / "bao"


def said(capsys: Output, *arguments: str, code: int = 0) -> str:
    assert cli.main([*arguments, *MOMENT]) == code
    return capsys.readouterr().out


def told(capsys: Output, *arguments: str, code: int = 0) -> Any:
    return json.loads(said(capsys, *arguments, "--json", code=code))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("lu-ve.md", "content/lu-rut.md"),
        ("lu-ve", "lu-rut"),
        ("/2025/01/lu-ve/", "https://bao.example/2025/01/lu-rut/"),
    ],
)
def test_articles_are_named_by_file_slug_or_address(site: Path, capsys: Output, one: str, other: str) -> None:
    record = told(capsys, "explain", one, other, str(site))
    assert (record["article"], record["other"]) == ("/2025/01/lu-ve/", "/2025/01/lu-rut/")
    assert (record["reason"], record["position"], record["rank"], record["rival"]) == ("ranked", 1, 1, None)
    assert (record["unknown"], record["nearest"], record["hidden"]) == ("", "", [])
    assert list(record["topics"]) == ["Lũ lụt"]
    assert {"sông ngàn", "ngàn sâu"} < set(record["terms"])
    assert record["time_factor"] == 2
    assert 0 < record["similarity"] < record["score"] < 2


def test_without_a_folder_articles_of_this_one_are_meant(
    site: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(site)
    assert told(capsys, "explain", "lu-ve", "lu-rut")["reason"] == "ranked"


def test_a_page_is_explained_as_ever_with_and_without_its_folder(
    site: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    record = told(capsys, "explain", "/2025/01/lu-ve/", str(site))
    assert (record["url"], record["state"]) == ("/2025/01/lu-ve/", "new")
    monkeypatch.chdir(site)
    assert told(capsys, "explain", "/2025/01/lu-ve/") == record


def test_the_reason_is_told_in_both_languages(site: Path, capsys: Output) -> None:
    vietnamese = said(capsys, "explain", "lu-ve", "lu-rut", str(site)).splitlines()
    assert vietnamese[:2] == [
        "A  Lũ về sông Ngàn Sâu  /2025/01/lu-ve/",
        "B  Lũ rút trên sông Ngàn Sâu  /2025/01/lu-rut/",
    ]
    assert re.match(r"  độ giống \d+,\d % × thời gian 2,00 = \d+,\d %$", vietnamese[3])
    assert re.match(r"  chủ đề chung: Lũ lụt \(\d+,\d %\)$", vietnamese[4])
    assert vietnamese[5].startswith("  từ ngữ chung: ")
    assert vietnamese[5].count("%") <= 12
    assert vietnamese[-1] == "B đứng thứ 1 trong mục Đọc thêm của A; xét theo điểm, B xếp thứ 1."
    english = said(capsys, "explain", "lu-ve", "lu-nua", str(site), "--lang", "en").splitlines()
    assert english[-1] == "B does not stand under A: related_exclude of A names it."
    assert not any("shared topics" in line for line in english)


@pytest.mark.parametrize(
    ("names", "unknown", "near"),
    [(("lu-vee", "lu-rut"), "lu-vee", "lu-ve"), (("lu-ve", "lu-ruts.md"), "lu-ruts.md", "lu-rut.md")],
)
def test_a_slip_is_told_with_what_was_perhaps_meant(
    site: Path, capsys: Output, names: tuple[str, str], unknown: str, near: str
) -> None:
    record = told(capsys, "explain", *names, str(site), code=1)
    assert (record["unknown"], record["nearest"], record["article"], record["other"]) == (unknown, near, None, None)
    assert "reason" not in record
    lines = said(capsys, "explain", *names, str(site), "--lang", "en", code=1).splitlines()
    assert lines == [f"there is no article “{unknown}”", f"  did you mean {near}?"]


def test_what_resembles_no_article_is_just_unknown(site: Path, capsys: Output) -> None:
    lines = said(capsys, "explain", "lu-ve", "hoàn toàn xa lạ với báo này", str(site), code=1).splitlines()
    assert lines == ["không có bài “hoàn toàn xa lạ với báo này”"]


def test_an_article_that_no_reader_sees_is_told_as_that(site: Path, capsys: Output) -> None:
    record = told(capsys, "explain", "lu-ve", "nhap", str(site))
    assert (record["hidden"], "reason" in record) == (["nhap.md"], False)
    lines = said(capsys, "explain", "nhap", "lu-ve", str(site)).splitlines()
    assert lines[-1] == "Bản nháp: bạn đọc lúc này chưa thấy bài này"
    assert len(lines) == 3
    shown = told(capsys, "explain", "lu-ve", "nhap", str(site), "--drafts")
    assert (shown["hidden"], shown["reason"]) == ([], "padding")


def test_what_was_edited_since_the_last_build_counts(site: Path, capsys: Output) -> None:
    assert cli.main(["build", str(site), "--quiet", *MOMENT]) == 0
    before = told(capsys, "explain", "lu-rut", "khac-3", str(site))
    (site / "content/khac-3.md").write_text("---\ntitle: Nước lũ rút\ndate: 2025-01-06\n---\nNước lũ rút.\n")
    after = told(capsys, "explain", "lu-rut", "khac-3", str(site))
    assert before["similarity"] == 0 < after["similarity"]
    assert "lũ rút" in after["terms"]


@pytest.mark.parametrize("names", [["a", "b", "c", "d"], ["a", "b", "không-có-thư-mục"], ["a", "b", "bao", "bao"]])
def test_more_than_two_articles_and_a_folder_are_refused(site: Path, capsys: Output, names: list[str]) -> None:
    assert site.is_dir()
    assert cli.main(["explain", *names]) == 2
    assert capsys.readouterr().out == ""


def test_too_many_words_are_told_in_vietnamese(site: Path, capsys: Output) -> None:
    assert cli.main(["explain", "a", "b", "c", str(site)]) == 2
    assert "Chỉ nêu một trang, hoặc hai bài, và nhiều nhất một thư mục." in capsys.readouterr().err


@pytest.mark.parametrize("command", [["explain", "lu-ve", "lu-rut", "bao"], ["related", "bao"]])
def test_faulty_settings_end_with_2(site: Path, capsys: Output, command: list[str]) -> None:
    (site / "content/site.yaml").write_text("titel: Báo\n")
    assert cli.main(command) == 2
    assert "content/site.yaml:1" in capsys.readouterr().err
    assert cli.main([*command, "--json"]) == 2
    assert json.loads(capsys.readouterr().out)["exit_code"] == 2


NOON = datetime(2025, 1, 1, 12, tzinfo=PAPER_ZONE)
ARTICLE, OTHER, RIVAL = (
    Article(f"{slug}.md", f"/{slug}/", slug, f"Bài {slug.upper()}", NOON, NOON, "Thời sự", Body("")) for slug in "abc"
)
SENTENCES = {
    "pinned": ("B đứng thứ 2 trong mục Đọc thêm của A: biên tập viên đã ghim.", "in place 2: an editor pinned it"),
    "ranked": ("B đứng thứ 2 trong mục Đọc thêm của A; xét theo điểm, B xếp thứ 3.", "in place 2; by its score"),
    "padding": (
        "B đứng thứ 2 trong mục Đọc thêm của A: thêm vào cho đủ, vì gần ngày đăng.",
        "in place 2: it fills the list",
    ),
    "itself": ("A và B là một bài.", "A and B are the same article."),
    "retracted": ("B không có ở mục Đọc thêm của A: bài đã gỡ.", "it is retracted."),
    "excluded": ("B không có ở mục Đọc thêm của A: related_exclude của A đã loại.", "related_exclude of A names it."),
    "newer": ("B không có ở mục Đọc thêm của A: B mới hơn quá newer_days ngày.", "newer by more than newer_days."),
    "unlike": ("B không có ở mục Đọc thêm của A: độ giống chưa tới threshold.", "less alike than threshold wants."),
    "crowded": (
        "B không có ở mục Đọc thêm của A: B đã đứng ở đủ số danh sách mà most_lists cho phép.",
        "it stands in as many lists as most_lists allows.",
    ),
    "retold": (
        "B không có ở mục Đọc thêm của A: “Bài C” đã đứng đó kể cùng một chuyện.",
        "“Bài C”, which stands there, tells the same story.",
    ),
    "outranked": ("B không có ở mục Đọc thêm của A: đã đủ những bài gần với A hơn.", "enough others are nearer to A."),
}


def compared(reason: Reason) -> Comparison:
    kin = Kinship({7: 5}, 250_000, 120, 300_000, 3, 2, reason, 1)
    return Comparison(ARTICLE, OTHER, kin, (("lũ", 200_000),), (("Lũ lụt", 50_000),), RIVAL)


@pytest.mark.parametrize("reason", get_args(Reason))
def test_each_outcome_has_its_sentence(reason: Reason) -> None:
    vietnamese, english = SENTENCES[reason]
    lines = console.comparison_lines(console.Manner("vi"), compared(reason))
    assert lines[-1] == vietnamese
    assert lines[3:6] == [
        "  độ giống 25,0 % × thời gian 1,20 = 30,0 %",
        "  chủ đề chung: Lũ lụt (5,0 %)",
        "  từ ngữ chung: lũ (20,0 %)",
    ]
    assert english in console.comparison_lines(console.Manner("en"), compared(reason))[-1]
    record = console.comparison_record(compared(reason))
    assert (record["reason"], record["rival"]) == (reason, "/c/")
    assert (record["similarity"], record["time_factor"], record["score"]) == (0.25, 1.2, 0.3)
    assert (record["topics"], record["terms"]) == ({"Lũ lụt": 0.05}, {"lũ": 0.2})


def test_lists_are_told_newest_first_with_scores(site: Path, capsys: Output) -> None:
    lines = said(capsys, "related", str(site)).splitlines()
    assert lines[0] == "Lũ về sông Ngàn Sâu  /2025/01/lu-ve/"
    assert re.match(r"  +\d+,\d %  Lũ rút trên sông Ngàn Sâu  /2025/01/lu-rut/$", lines[1])
    assert re.match(r"  +–  Khác 7  /2024/12/khac-7/$", lines[2])
    assert [line for line in lines if not line.startswith(" ")][1] == "Lũ rút trên sông Ngàn Sâu  /2025/01/lu-rut/"


def test_lists_are_told_to_programs_by_the_names_that_they_want(site: Path, capsys: Output) -> None:
    by_url = told(capsys, "related", str(site))
    assert by_url["related"]["/2025/01/lu-ve/"] == ["/2025/01/lu-rut/", "/2024/12/khac-7/"]
    first, second = by_url["entries"]["/2025/01/lu-ve/"]
    assert (first["name"], first["title"], first["reason"]) == (
        "/2025/01/lu-rut/",
        "Lũ rút trên sông Ngàn Sâu",
        "ranked",
    )
    assert first["score"] > second["score"] == 0
    assert second["reason"] == "padding"
    assert told(capsys, "related", str(site), "--by", "path")["related"]["lu-ve.md"] == ["lu-rut.md", "khac-7.md"]
    assert told(capsys, "related", str(site), "--by", "slug")["related"]["lu-ve"] == ["lu-rut", "khac-7"]
    assert cli.main(["related", str(site), "--by", "title"]) == 2


def test_a_slug_that_several_articles_have_gives_way_to_the_address(site: Path, capsys: Output) -> None:
    lay_out("-- content/cu/lu-ve.md --\n---\ntitle: Lũ xưa\ndate: 2024-01-10\n---\nLũ xưa.\n", site)
    found = told(capsys, "related", str(site), "--by", "slug")["related"]
    assert {"/2025/01/lu-ve/", "/2024/01/lu-ve/", "lu-rut"} < set(found)
    assert found["lu-rut"][0] == "/2025/01/lu-ve/"
    assert "lu-ve" not in found


def test_hidden_articles_are_told_only_to_who_asks_for_them(site: Path, capsys: Output) -> None:
    assert "nhap" not in said(capsys, "related", str(site), "--json")
    assert "/2025/01/nhap/" in told(capsys, "related", str(site), "--drafts")["related"]


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample newspaper, built."""
    site = tmp_path_factory.mktemp("sample")
    for name in ("content", "static"):
        shutil.copytree(ROOT / name, site / name)
    assert cli.main(["build", str(site), "--quiet", *MOMENT]) == 0
    return site


def test_related_tells_what_the_pages_of_the_sample_newspaper_show(sample: Path, capsys: Output) -> None:
    shown = {}
    for path in sorted((sample / "public").glob("20*/*/*/index.html")):
        (part,) = re.findall(
            r"<section[^>]* data-related.*?</section>", path.read_text(encoding="utf-8"), re.DOTALL
        ) or [""]
        links = re.findall(r'<h\d[^>]*>\s*<a [^>]*href="([^"#]+)"', part)
        shown[f"/{path.parent.relative_to(sample / 'public').as_posix()}/"] = links
    assert len(shown) > 40
    assert all(len(links) == 7 for links in shown.values())
    assert told(capsys, "related", str(sample))["related"] == shown


def test_related_of_the_sample_newspaper_is_alike_by_whatever_name(sample: Path, capsys: Output) -> None:
    by_url, by_path, by_slug = (
        told(capsys, "related", str(sample), "--by", way)["related"] for way in ("url", "path", "slug")
    )
    urls = dict(zip(by_path, by_url, strict=True))
    assert {urls[path]: [urls[other] for other in others] for path, others in by_path.items()} == by_url
    assert list(map(len, by_slug.values())) == list(map(len, by_url.values()))
    assert all(path.endswith(".md") and (sample / "content" / path).exists() for path in by_path)
