import json
import sys
from dataclasses import dataclass
from datetime import datetime, timedelta
from types import SimpleNamespace
from typing import Any, get_args
from zoneinfo import ZoneInfo

import pytest

from hatinh_news import console
from hatinh_news.build.turns import What
from hatinh_news.console import Manner, Progress
from hatinh_news.model.fault import Fault, Kind, Place
from hatinh_news.model.report import Previewed, Report

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
ERROR = Kind("bad-thing", "the {name} is bad", "mend the {name}")
WARNING = Kind("odd-thing", "this is odd", "", "warning")
FAULTS: tuple[Fault, ...] = (
    ERROR.at(Place("content/x.md", 3, 5), name="date"),
    WARNING.at(Place("content/y.md")),
)
REPORT = Report(
    articles=1234,
    published=1230,
    drafts=1,
    future=2,
    expired=1,
    pages=5000,
    rendered=12,
    kept=4988,
    written=12,
    removed=3,
    seconds={"load": 0.5, "render": 61.25, "own": 0.001},
)

Output = pytest.CaptureFixture[str]


@dataclass(frozen=True)
class Listing:
    state: str
    moment: datetime
    path: str
    title: str
    url: str


LISTINGS = [
    Listing("future", datetime(2025, 3, 1, 6, 5, tzinfo=HANOI), "content/b.md", "Bài hai", "/2025/03/bai-hai/"),
    Listing("draft", datetime(2025, 2, 28, 15, 30, tzinfo=HANOI), "content/dai.md", "Bài một", "/2025/02/bai-mot/"),
]


@pytest.fixture
def terminal(capsys: Output, monkeypatch: pytest.MonkeyPatch) -> None:
    """Standard error and output claim to be a terminal."""
    monkeypatch.delenv("NO_COLOR", raising=False)
    for stream in (sys.stdout, sys.stderr):  # by their class: a test does not see the very streams of its fixtures
        monkeypatch.setattr(type(stream), "isatty", lambda _stream: True)


def test_a_fault_says_where_what_and_what_to_do(capsys: Output) -> None:
    console.tell_faults(Manner("vi"), FAULTS)
    out, err = capsys.readouterr()
    assert out == ""
    assert err.splitlines() == [
        "content/x.md:3:5: lỗi: the date is bad",
        "  gợi ý: mend the date",
        "content/y.md: cảnh báo: this is odd",
        "1 lỗi, 1 cảnh báo.",
    ]


def test_without_faults_nothing_is_said_of_them(capsys: Output) -> None:
    console.tell_faults(Manner("vi"), ())
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("vi", "Đã dựng 1.234 bài, 5.000 trang (ghi 12, giữ 4.988, xóa 3) trong 61,8 giây → public/\n"),
        (
            "en",
            "Articles: 1,234, pages: 5,000 (written 12, kept 4,988, removed 3) in 61.8 seconds → public/\n",
        ),
    ],
)
def test_a_build_is_told_in_one_line(capsys: Output, language: str, line: str) -> None:
    console.tell_report(Manner(language), REPORT, 61.751, "public/")
    assert capsys.readouterr() == (line, "")


def test_more_is_told_to_those_who_want_it(capsys: Output) -> None:
    console.tell_report(Manner("vi", verbose=True), REPORT, 61.751, "public/")
    assert capsys.readouterr().out.splitlines()[:-1] == [
        "Đã đăng 1.230, nháp 1, hẹn giờ 2, hết hạn 1.",
        "  đọc các bài        0,50 s",
        "  dựng các trang    61,25 s",
        "  own                0,00 s",
    ]


def test_a_report_without_times_is_told_all_the_same(capsys: Output) -> None:
    console.tell_report(Manner("en", verbose=True), Report(), 0, "public/")
    assert len(capsys.readouterr().out.splitlines()) == 2


def test_the_quiet_hear_of_faults_only(capsys: Output) -> None:
    console.tell_report(Manner("vi", quiet=True), Report(faults=FAULTS), 1, "public/")
    out, err = capsys.readouterr()
    assert out == ""
    assert "content/x.md:3:5" in err


PREVIEWS = (
    Previewed("/aaaa/", "content/a.md", "draft", "2025-02-28T15:30:00+07:00", "Bài nháp"),
    Previewed("/bbbb/", "content/b.md", "future", "2025-03-01T06:00:00+07:00", "Bài hẹn"),
    Previewed("/cccc/", "content/c.md", "expired", "2025-01-01T06:00:00+07:00", "Bài cũ"),
)


def test_previews_are_told_by_address_state_and_article(capsys: Output) -> None:
    console.tell_report(Manner("vi"), Report(previews=PREVIEWS), 1, "xem-rieng/", "https://xem.example")
    assert capsys.readouterr().out.splitlines()[1:] == [
        "  https://xem.example/aaaa/  nháp                      Bài nháp (content/a.md)",
        "  https://xem.example/bbbb/  hẹn giờ 01/03/2025 06:00  Bài hẹn (content/b.md)",
        "  https://xem.example/cccc/  hết hạn                   Bài cũ (content/c.md)",
    ]


def test_where_there_is_nothing_to_preview_that_is_said(capsys: Output) -> None:
    console.tell_report(Manner("en"), Report(), 1, "xem-rieng/", "")
    assert capsys.readouterr().out.splitlines()[1:] == [
        "No article waits to be published: there is nothing to preview."
    ]
    console.tell_report(Manner("en"), Report(refused=True), 1, "xem-rieng/", "")
    assert "preview" not in capsys.readouterr().out


def test_previews_are_told_to_programs(capsys: Output) -> None:
    console.tell_report(Manner("vi", as_json=True), Report(previews=PREVIEWS[1:2]), 1, "xem-rieng/", "")
    assert json.loads(capsys.readouterr().out)["previews"] == [
        {
            "url": "/bbbb/",
            "path": "content/b.md",
            "state": "future",
            "live_from": "2025-03-01T06:00:00+07:00",
            "title": "Bài hẹn",
        }
    ]


def test_a_refused_build_says_that_nothing_was_written(capsys: Output) -> None:
    console.tell_report(Manner("vi"), Report(faults=FAULTS, refused=True), 1, "public/")
    out, _ = capsys.readouterr()
    assert out.startswith("Chưa ghi gì")


def test_a_report_for_programs_is_json(capsys: Output) -> None:
    report = Report(
        articles=2,
        published=2,
        pages=9,
        rendered=5,
        kept=4,
        written=5,
        faults=FAULTS,
        seconds={"load": 0.25},
        cpu={"load": 0.125},
    )
    console.tell_report(Manner("vi", as_json=True), report, 1, "public/")
    out, err = capsys.readouterr()
    assert err == ""
    assert json.loads(out) == {
        "exit_code": 1,
        "refused": False,
        "articles": {"total": 2, "published": 2, "drafts": 0, "future": 0, "expired": 0},
        "pages": {"planned": 9, "rendered": 5, "kept": 4, "removed": 0},
        "files": {"written": 5, "pictures": 0},
        "previews": [],
        "due": None,
        "faults": [
            {
                "path": "content/x.md",
                "line": 3,
                "column": 5,
                "code": "bad-thing",
                "severity": "error",
                "message": "the date is bad",
                "hint": "mend the date",
            },
            {
                "path": "content/y.md",
                "line": 0,
                "column": 0,
                "code": "odd-thing",
                "severity": "warning",
                "message": "this is odd",
                "hint": "",
            },
        ],
        "notes": [],
        "seconds": {"load": 0.25},
        "cpu": {"load": 0.125},
    }


def test_a_refusal_names_every_fault(capsys: Output) -> None:
    console.tell_refusal(Manner("en"), FAULTS)
    out, err = capsys.readouterr()
    assert out == ""
    assert [line.split(":")[0] for line in err.splitlines()] == ["content/x.md", "  hint", "content/y.md"]


def test_a_refusal_for_programs_is_json(capsys: Output) -> None:
    console.tell_refusal(Manner("en", as_json=True), FAULTS)
    record = json.loads(capsys.readouterr().out)
    assert (record["exit_code"], [fault["code"] for fault in record["faults"]]) == (2, ["bad-thing", "odd-thing"])


def test_articles_are_listed_in_columns(capsys: Output) -> None:
    console.tell_listings(Manner("vi"), LISTINGS, ())  # type: ignore[arg-type]
    assert capsys.readouterr().out.splitlines() == [
        "hẹn giờ  01/03/2025 06:05  content/b.md    Bài hai",
        "nháp     28/02/2025 15:30  content/dai.md  Bài một",
    ]


def test_an_empty_list_says_so(capsys: Output) -> None:
    console.tell_listings(Manner("vi"), [], FAULTS)
    out, err = capsys.readouterr()
    assert out == "Không có bài nào.\n"
    assert "content/x.md:3:5" in err


def test_a_list_for_programs_is_json(capsys: Output) -> None:
    console.tell_listings(Manner("vi", as_json=True), LISTINGS, FAULTS)  # type: ignore[arg-type]
    record = json.loads(capsys.readouterr().out)
    assert record["articles"][1] == {
        "state": "draft",
        "moment": "2025-02-28T15:30:00+07:00",
        "path": "content/dai.md",
        "title": "Bài một",
        "url": "/2025/02/bai-mot/",
    }
    assert len(record["faults"]) == 2


@pytest.mark.usefixtures("terminal")
def test_a_terminal_shows_colours(capsys: Output) -> None:
    console.tell_faults(Manner("vi"), FAULTS)
    assert "\x1b[31m" in capsys.readouterr().err


@pytest.mark.usefixtures("terminal")
def test_a_terminal_shows_none_to_those_who_want_none(capsys: Output, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    console.tell_faults(Manner("vi"), FAULTS)
    assert "\x1b" not in capsys.readouterr().err


class Clock:
    """A clock that moves when it is told to."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def run(manner: Manner, seconds_a_step: float) -> None:
    """Two stages of four steps each."""
    clock = Clock()
    with Progress(manner, clock) as progress:
        for stage in ("load", "render"):
            for done in range(5):
                progress(stage, done, 4)
                clock.now += seconds_a_step


def test_stages_that_pass_quickly_are_not_told(capsys: Output) -> None:
    run(Manner("vi"), 0.1)
    assert capsys.readouterr() == ("", "")


def test_a_stage_that_lasts_is_told_at_its_end(capsys: Output) -> None:
    run(Manner("vi"), 0.5)
    assert capsys.readouterr() == ("", "đọc các bài: 4\ndựng các trang: 4\n")


@pytest.mark.usefixtures("terminal")
def test_a_stage_that_lasts_is_a_bar_on_a_terminal(capsys: Output) -> None:
    run(Manner("vi"), 0.5)
    out, err = capsys.readouterr()
    assert out == ""
    assert "đọc các bài" in err
    assert "4/4" in err


@pytest.mark.usefixtures("terminal")
@pytest.mark.parametrize("manner", [Manner("vi", quiet=True), Manner("vi", as_json=True)])
def test_the_quiet_and_programs_see_no_progress(capsys: Output, manner: Manner) -> None:
    run(manner, 5)
    assert capsys.readouterr() == ("", "")


def test_a_stage_without_steps_is_not_told(capsys: Output) -> None:
    clock = Clock()
    with Progress(Manner("vi"), clock) as progress:
        progress("load", 0, 0)
        clock.now += 5
        progress("load", 0, 0)
    assert capsys.readouterr() == ("", "")


def due(what: str, title: str, moment: datetime, front: str = "") -> SimpleNamespace:
    return SimpleNamespace(moment=moment, what=what, path=f"content/{title}.md", url="/x/", title=title, front=front)


MOMENT = datetime(2025, 3, 7, 8, 0, tzinfo=HANOI)


def test_a_schedule_is_told_in_columns_below_the_next_build(capsys: Output) -> None:
    later = MOMENT + timedelta(hours=48, microseconds=1)
    schedule: list[Any] = [due("live", "a", MOMENT), due("correction", "b", MOMENT), due("no-news", "a", later)]
    console.tell_schedule(Manner("vi"), schedule, (), MOMENT)
    assert capsys.readouterr().out.splitlines() == [
        "Lần tới phải dựng lại: Thứ Sáu, 07/03/2025, 08:00 (GMT+7)",
        "  Thứ Sáu, 07/03/2025, 08:00 (GMT+7)   lên trang           a (content/a.md)",
        "  Thứ Sáu, 07/03/2025, 08:00 (GMT+7)   hiện lời cải chính  b (content/b.md)",
        "  Chủ Nhật, 09/03/2025, 08:01 (GMT+7)  rời sơ đồ tin mới   a (content/a.md)",
    ]


def test_a_pin_is_told_with_its_front(capsys: Output) -> None:
    schedule: list[Any] = [due("pinned", "a", MOMENT, "content/_index.md")]
    console.tell_schedule(Manner("vi"), schedule, (), MOMENT)
    (_, line) = capsys.readouterr().out.splitlines()
    assert line == "  Thứ Sáu, 07/03/2025, 08:00 (GMT+7)  được ghim lên  a (content/a.md) → content/_index.md"


def test_there_are_words_for_every_sort_of_moment() -> None:
    schedule: list[Any] = [due(what, "a", MOMENT) for what in get_args(What)]
    assert len(set(console.schedule_lines(Manner("vi"), schedule))) == 1 + len(schedule)


def test_a_schedule_tells_faults_too(capsys: Output) -> None:
    console.tell_schedule(Manner("vi"), [], FAULTS, MOMENT)
    out, err = capsys.readouterr()
    assert out == "Không có gì đang chờ đến giờ.\n"
    assert "content/x.md:3:5" in err


@pytest.mark.parametrize(("report", "told"), [(Report(due=MOMENT), True), (Report(), False)])
def test_a_build_says_when_the_next_is_due(capsys: Output, report: Report, told: bool) -> None:
    console.tell_report(Manner("vi"), report, 0, "public/")
    line = "Lần tới phải dựng lại: Thứ Sáu, 07/03/2025, 08:00 (GMT+7)"
    assert (line in capsys.readouterr().out.splitlines()) == told
    assert console.report_record(report, str)["due"] == ("2025-03-07T08:00:00+07:00" if told else None)


def test_a_build_that_was_refused_says_nothing_of_the_next(capsys: Output) -> None:
    console.tell_report(Manner("vi"), Report(due=MOMENT, refused=True), 0, "public/")
    assert "07/03" not in capsys.readouterr().out


def test_notes_are_told_but_count_as_nothing(capsys: Output) -> None:
    note = Kind("good-to-know", "this is so", "", "note").at(Place("content/x.md"))
    console.tell_faults(Manner("en"), [note])
    assert capsys.readouterr().err.splitlines() == ["content/x.md: note: this is so"]
    console.tell_faults(Manner("en"), [note, *FAULTS])
    assert capsys.readouterr().err.splitlines()[-1] == "Errors: 1, warnings: 1."
