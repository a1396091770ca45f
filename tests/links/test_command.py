"""`hatinh-news urls`: what it says, what it writes, and what it refuses."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from hatinh_news import cli
from links.paper import Paper

Output = pytest.CaptureFixture[str]


@pytest.fixture
def paper(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Paper:
    monkeypatch.setenv("HATINH_NEWS_LANG", "en")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1750000000")
    paper = Paper(tmp_path / "site", topics={})
    paper.add("mot", topics=())
    paper.add("hai", topics=(), author="")
    paper.lay_out()
    return paper


def run(paper: Paper, *options: str) -> int:
    paper.lay_out()
    return cli.main(["urls", str(paper.site), *options])


def text_of(paper: Paper) -> str:
    return (paper.site / "addresses.txt").read_text(encoding="utf-8")


def test_it_says_what_answers_each_address(paper: Paper, capsys: Output) -> None:
    assert run(paper, "--record") == 0
    assert capsys.readouterr().out == "Recorded in addresses.txt: 10 addresses.\n"
    paper.edit("mot", slug="moi")
    paper.drop("hai")
    assert run(paper) == 0
    said, told = capsys.readouterr()
    assert "moved  /thoi-su/chuyen-cua-mot/ → /thoi-su/moi/  chuyen-cua-mot.md\n" in said
    assert "lost   /thoi-su/chuyen-cua-hai/  chuyen-cua-hai.md\n" in said
    assert "page   /thoi-su/moi/  chuyen-cua-mot.md (new)\n" in said
    assert said.endswith("Addresses: 11 (9 pages, 1 moved, 0 gone, 0 waiting, 1 lost), not recorded yet: 1.\n")
    assert "addresses.txt:" in told
    assert "Errors: 0, warnings: 1." in told


def test_json_says_the_same(paper: Paper, capsys: Output) -> None:
    run(paper, "--record", "--json")
    assert json.loads(capsys.readouterr().out)["recorded"] is True
    run(paper, "--record", "--json")
    assert json.loads(capsys.readouterr().out)["recorded"] is False
    paper.edit("mot", slug="moi")
    run(paper, "--json")
    said = json.loads(capsys.readouterr().out)
    assert said["recorded"] is None
    (moved,) = [one for one in said["addresses"] if one["state"] == "moved"]
    assert moved == {
        "url": "/thoi-su/chuyen-cua-mot/",
        "state": "moved",
        "target": "/thoi-su/moi/",
        "kind": "article",
        "what": "chuyen-cua-mot.md",
        "new": False,
    }
    assert [one["code"] for one in said["faults"]] == ["unrecorded-addresses"]


def test_lines_are_sorted_comments_stay_and_nothing_else_changes(paper: Paper) -> None:
    run(paper, "--record")
    before = text_of(paper)
    lines = [line for line in before.splitlines() if not line.startswith("#")]
    assert lines == sorted(lines)
    mixed = "\n".join(["<<<<<<< ours", *lines[::-1], "=======", *lines[:3], ">>>>>>> theirs", "# Của tòa soạn", ""])
    (paper.site / "addresses.txt").write_text(mixed, encoding="utf-8")
    run(paper, "--record")
    assert text_of(paper) == before.replace(lines[0], f"# Của tòa soạn\n{lines[0]}", 1)


def test_a_text_that_is_edited_keeps_its_line(paper: Paper) -> None:
    paper.edit("mot", keys="description: Sapo.")
    run(paper, "--record")
    before = text_of(paper)
    paper.edit("mot", text="Thêm nhiều lời nữa.")
    run(paper, "--record")
    assert text_of(paper) == before
    paper.edit("mot", title="Tít khác")
    run(paper, "--record")
    assert text_of(paper) != before


def test_what_is_not_public_is_not_recorded_nor_said(paper: Paper, capsys: Output) -> None:
    later = datetime.now(UTC) + timedelta(days=900)
    paper.add("mat", title="Tin mật", keys=f"publish_date: {later:%Y-%m-%d}\naliases: [/mat-cu/]", topics=("Mật",))
    paper.add("nhap", title="Tin nháp mật", keys="draft: true", author="Người Mật")
    run(paper, "--record")
    run(paper, "--json")
    assert "mat" not in text_of(paper).replace("mat-", "mat")
    said = capsys.readouterr().out
    assert "mat-cu" not in said
    assert "nguoi-mat" not in said


def test_the_future_is_not_recorded(paper: Paper, capsys: Output) -> None:
    later = f"{datetime.now(UTC) + timedelta(days=2):%Y-%m-%d}"
    assert run(paper, "--record", "--now", later) == 2
    assert "--now lies in the future" in capsys.readouterr().err
    assert not (paper.site / "addresses.txt").exists()
    assert run(paper, "--now", later) == 0


def test_a_preview_tells_nothing_of_new_addresses(paper: Paper) -> None:
    from dataclasses import replace

    from hatinh_news.build import Shown, build

    run(paper, "--record")
    paper.add("nhap", keys="draft: true")
    paper.lay_out()
    report = build(replace(paper.request("xem-thu"), shown=Shown(drafts=True)))
    assert (report.drafts, {note.code for note in report.notes} - {"no-author", "no-picture"}) == (1, set())


@pytest.mark.parametrize(
    ("gone", "code"),
    [
        ("/thoi-su/chuyen-cua-ma/", "not-recorded"),
        ("/khong/co/gi/het/", "not-recorded"),
        ("/thoi-su/chuyen-cua-mot/", "still-answered"),
        ("/cu/", "still-answered"),
    ],
)
def test_what_is_not_gone_is_refused(paper: Paper, capsys: Output, gone: str, code: str) -> None:
    paper.edit("mot", keys="aliases: [/cu/]")
    run(paper, "--record")
    before = text_of(paper)
    capsys.readouterr()
    assert run(paper, "--gone", gone, "--json") == 2
    (fault,) = json.loads(capsys.readouterr().out)["faults"]
    assert (fault["code"], fault["path"]) == (code, "--gone")
    assert text_of(paper) == before


def test_an_address_that_was_only_redirected_can_be_gone(paper: Paper) -> None:
    run(paper, "--record")
    paper.edit("mot", slug="moi")
    assert run(paper, "--gone", "thoi-su/chuyen-cua-mot") == 0
    assert "/thoi-su/chuyen-cua-mot/\tgone\tchuyen-cua-mot.md\n" in text_of(paper)
    assert paper.answers() == {"/thoi-su/chuyen-cua-mot/": ("gone", "")}


def test_a_file_that_cannot_be_read_or_written_is_told_and_nothing_is_lost(paper: Paper, capsys: Output) -> None:
    file = paper.site / "addresses.txt"
    file.write_bytes(b"/a/\tarticle\tx.md\n\xff\n")
    assert run(paper, "--record") == 2
    assert "addresses.txt:2" in capsys.readouterr().err
    assert paper.build().errors == 1
    file.unlink()
    file.mkdir()
    assert run(paper, "--record") == 2
    assert "addresses.txt" in capsys.readouterr().err
    assert not (paper.site / ".addresses.txt.new").exists()


def test_a_folder_without_a_newspaper_is_told(tmp_path: Path, capsys: Output) -> None:
    assert cli.main(["urls", str(tmp_path)]) == 2
    assert "content" in capsys.readouterr().err


def test_a_line_that_says_nothing_is_told_where_it_stands_and_the_others_count(paper: Paper) -> None:
    run(paper, "--record")
    file = paper.site / "addresses.txt"
    file.write_text(
        "# a\n/cu/  article  chuyen-cua-mot.md\n/khac/\tbài\tx.md\nmột dòng lạ\n" + file.read_text(), "utf-8"
    )
    report = paper.build()
    assert [(fault.code, fault.place.line) for fault in report.faults] == [
        ("bad-address-line", 3),
        ("bad-address-line", 4),
    ]
    assert paper.answers() == {"/cu/": ("moved", "/thoi-su/chuyen-cua-mot/")}


def test_the_sample_newspaper_has_a_ledger_in_which_nothing_is_lost(tmp_path: Path) -> None:
    import shutil

    from hatinh_news.build import Request
    from hatinh_news.build.urls import urls
    from hatinh_news.model.config import PAPER_ZONE
    from newsroom import TESTS

    shutil.copytree(TESTS.parent / "content", tmp_path / "content")
    shutil.copy(TESTS.parent / "addresses.txt", tmp_path)
    found = urls(Request(tmp_path, tmp_path / "public", datetime(2026, 10, 31, 8, 0, tzinfo=PAPER_ZONE), workers=1))
    states = {one.recorded.url: (one.state, one.target) for one in found.answers}
    assert states["/2026/03/gia-nong-san-thang-ba/"] == ("moved", "/2026/03/bang-gia-nong-san/")
    assert states["/2025/11/lich-tam-dung-cap-nuoc/"] == ("gone", "")
    assert [url for url, (state, _) in states.items() if state in {"lost", "waits"}] == []
