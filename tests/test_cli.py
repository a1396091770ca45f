import gettext
import io
import json
import runpy
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from hatinh_news import __main__, __version__, cli
from hatinh_news.build.explain import Explanation, Input
from hatinh_news.model.config import PAPER_ZONE
from hatinh_news.model.errors import CannotBuild
from hatinh_news.model.fault import Kind, Place
from hatinh_news.model.report import Previewed, Report

FAULT = Kind("bad-thing", "this is bad", "mend it").at(Place("content/x.md", 3))

Output = pytest.CaptureFixture[str]


@dataclass
class Road:
    """Stands in for build/: notes what it was asked, answers what it was told to."""

    asked: list[Any]
    answer: Any

    def build(self, request: object, progress: Any) -> Report:
        progress("load", 1, 1)
        report: Report = self._answered(request)
        return report

    def survey(self, request: object) -> Any:
        return self._answered(request)

    def explain(self, request: object, url: str) -> Any:
        return replace(self._answered(request), url=url)

    def schedule(self, request: object, until: datetime | None) -> Any:
        return self._answered((request, until))

    def _answered(self, request: object) -> Any:
        self.asked.append(request)
        if isinstance(self.answer, BaseException):
            raise self.answer
        return self.answer


@pytest.fixture
def road(monkeypatch: pytest.MonkeyPatch) -> Road:
    road = Road([], Report(articles=2, pages=9, rendered=7))
    stub = SimpleNamespace(
        build=road.build, Request=SimpleNamespace, Shown=lambda *flags: flags, Previews=lambda *asked: asked
    )
    monkeypatch.setitem(sys.modules, "hatinh_news.build", stub)
    monkeypatch.setitem(sys.modules, "hatinh_news.build.survey", SimpleNamespace(survey=road.survey))
    monkeypatch.setitem(sys.modules, "hatinh_news.build.explain", SimpleNamespace(explain=road.explain))
    monkeypatch.setitem(sys.modules, "hatinh_news.build.schedule", SimpleNamespace(schedule=road.schedule))
    return road


@pytest.fixture(autouse=True)
def _clean_process(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """What a command changes of its process is as before when a test is over."""
    domain, action = gettext.textdomain(), signal.getsignal(signal.SIGTERM)
    monkeypatch.setenv("LANGUAGE", "restored after the test")
    monkeypatch.delenv("HATINH_NEWS_LANG", raising=False)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    monkeypatch.chdir(tmp_path)
    yield
    gettext.textdomain(domain)
    signal.signal(signal.SIGTERM, action)


def listing(state: str) -> SimpleNamespace:
    return SimpleNamespace(
        state=state, moment=datetime(2025, 2, 28, tzinfo=UTC), path=f"{state}.md", title=f"Bài {state}", url="/x/"
    )


def test_a_good_build_ends_with_0(road: Road, capsys: Output) -> None:
    assert cli.main(["build"]) == 0
    out, err = capsys.readouterr()
    assert out.startswith("Đã dựng 2 bài, 9 trang")
    assert out.endswith("→ public/\n")
    assert err == ""


def test_a_build_asks_for_what_the_arguments_say(road: Road, tmp_path: Path) -> None:
    (tmp_path / "bao").mkdir()
    words = "build bao -o www -b https://a.vn/b --now 2025-03-01T06:00 --strict -D -E --workers 3"
    assert cli.main(words.split()) == 0
    (asked,) = road.asked
    assert (asked.site, asked.out, asked.base_url) == (Path("bao"), Path("www"), "https://a.vn/b")
    assert asked.now.isoformat() == "2025-03-01T06:00:00+07:00"
    assert (asked.shown, asked.strict, asked.workers) == ((True, False, True), True, 3)


def test_a_build_without_arguments_is_of_this_folder(road: Road) -> None:
    cli.main(["build"])
    (asked,) = road.asked
    assert (asked.site, asked.out, asked.base_url) == (Path(), Path("public"), "")
    assert (asked.shown, asked.strict, asked.workers) == ((False, False, False), False, 0)


def test_the_output_folder_is_the_sites_own_unless_named(road: Road, tmp_path: Path) -> None:
    (tmp_path / "bao").mkdir()
    cli.main(["build", "bao", "-F"])
    assert road.asked[0].out == Path("bao/public")
    assert road.asked[0].shown == (False, True, False)


def test_previews_are_asked_for_apart_from_the_newspaper(road: Road, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HATINH_NEWS_PREVIEW_KEY", "khóa")
    assert cli.main(["build", "--preview", "xem-rieng", "-o", "www", "-b", "https://xem.example/"]) == 0
    assert cli.main(["build", "--preview", "xem-rieng", "-E"]) == 0
    first, second = road.asked
    assert (first.out, first.base_url) == (Path("xem-rieng"), "")
    assert first.previews == (Path("www"), "khóa")
    assert second.previews[0] == Path("public")
    assert (first.shown, second.shown) == ((True, True, False), (True, True, True))


def test_the_addresses_of_previews_are_said_in_full_where_they_are_known(road: Road, capsys: Output) -> None:
    road.answer = Report(previews=(Previewed("/ab/", "content/a.md", "draft", "2025-02-28T07:00:00+07:00", "Bài"),))
    cli.main(["build", "--preview", "xem-rieng"])
    cli.main(["build", "--preview", "xem-rieng", "-b", "https://xem.example/kin/"])
    told = [line.split()[0] for line in capsys.readouterr().out.splitlines() if "content/a.md" in line]
    assert told == ["/ab/", "https://xem.example/kin/ab/"]


def test_an_empty_folder_of_previews_is_no_wish_for_the_newspaper(road: Road) -> None:
    cli.main(["build", "--preview", ""])
    assert (road.asked[0].out, road.asked[0].previews[0]) == (Path(), Path("public"))


def test_previews_at_an_address_that_is_none_are_not_built(road: Road, capsys: Output) -> None:
    assert cli.main(["build", "--preview", "xem-rieng", "-b", "xem.example"]) == 2
    assert "--base-url" in capsys.readouterr().err
    assert road.asked == []


def test_faults_in_the_content_end_with_1(road: Road, capsys: Output) -> None:
    road.answer = Report(faults=(FAULT,))
    assert cli.main(["build", "-q"]) == 1
    assert capsys.readouterr() == ("", "content/x.md:3: lỗi: this is bad\n  gợi ý: mend it\n1 lỗi, 0 cảnh báo.\n")


@pytest.mark.parametrize("command", ["build", "list"])
def test_what_cannot_be_built_ends_with_2(road: Road, capsys: Output, command: str) -> None:
    road.answer = CannotBuild(FAULT)
    assert cli.main([command]) == 2
    assert "content/x.md:3: lỗi" in capsys.readouterr().err


def test_the_report_can_be_had_as_json(road: Road, capsys: Output) -> None:
    assert cli.main(["build", "--json", "--lang", "en"]) == 0
    assert json.loads(capsys.readouterr().out)["pages"]["rendered"] == 7


def test_ctrl_c_ends_with_130_and_no_traceback(road: Road, capsys: Output) -> None:
    road.answer = KeyboardInterrupt()
    assert cli.main(["build"]) == 130
    assert capsys.readouterr().err.strip() == "Đã dừng."


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (["biuld"], "'build'"),
        (["build", "--drafs"], "--drafts"),
        (["build", "nowhere"], "nowhere"),
        (["build", "a-file"], "tệp"),
        (["build", ".", "."], "Thừa"),
        (["build", "--workers", "0"], "khoảng"),
        (["build", "--workers", "x"], "số"),
        (["build", "--out"], "cần"),
        (["build", "--strict=1"], "--strict"),
        (["build", "--lang", "xx"], "'vi', 'en'"),
        (["build", "--now", "hôm nay"], "'hôm nay' không phải là thời điểm"),
        (["list", "nowhere"], "nowhere"),
        (["list", "drafts", ".", "."], "một thư mục"),
        (["list", "--strict"], "--strict"),
        (["--lang"], "--lang"),
    ],
)
def test_a_mistyped_command_ends_with_2_and_says_why_in_vietnamese(
    road: Road, capsys: Output, tmp_path: Path, arguments: list[str], word: str
) -> None:
    (tmp_path / "a-file").touch()
    assert cli.main(arguments) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert word in err
    assert "Lỗi: " in err
    assert not {"the", "is", "not", "Error", "option", "of", "for"} & set(err.replace(":", " ").split())
    assert road.asked == []


def test_the_same_is_said_in_english(capsys: Output) -> None:
    assert cli.main(["build", "nowhere", "--lang=en"]) == 2
    assert "Error: Invalid value for '[SITE]': Directory 'nowhere' does not exist." in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [["-h"], ["--help"], ["build", "-h"], ["list", "--help"]])
def test_help_is_vietnamese(capsys: Output, arguments: list[str]) -> None:
    assert cli.main(arguments) == 0
    out = capsys.readouterr().out
    assert out.startswith("Cách dùng: hatinh-news ")
    assert not {"the", "The", "is", "and", "Show", "Options"} & set(out.replace(":", " ").split())


def test_help_is_english_for_those_who_ask(capsys: Output, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HATINH_NEWS_LANG", "en")
    assert cli.main(["build", "--help"]) == 0
    assert "Write nothing if there is any fault." in capsys.readouterr().out


def test_no_command_shows_the_help(capsys: Output) -> None:
    assert cli.main([]) == 2
    assert "Các lệnh:" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "variable", "language"),
    [
        ([], "", "vi"),
        (["build", "--lang", "en"], "", "en"),
        (["--lang=en", "build"], "", "en"),
        (["build"], "en", "en"),
        (["build", "--lang", "vi"], "en", "vi"),
        (["build", "--lang", "xx"], "en", "vi"),
        (["build"], "xx", "vi"),
        (["build", "--lang"], "", "vi"),
        (["build", "--", "--lang=en"], "", "vi"),
    ],
)
def test_the_language_is_known_before_the_arguments_are(arguments: list[str], variable: str, language: str) -> None:
    assert cli.chosen_language(arguments, {"HATINH_NEWS_LANG": variable}) == language


@pytest.mark.parametrize(
    ("names", "titles"),
    [
        ([], ["published", "draft", "future", "expired"]),
        (["published"], ["published"]),
        (["drafts"], ["draft"]),
        (["future"], ["future"]),
        (["expired", "."], ["expired"]),
        (["."], ["published", "draft", "future", "expired"]),
    ],
)
def test_articles_are_listed_by_state(road: Road, capsys: Output, names: list[str], titles: list[str]) -> None:
    road.answer = ([listing(state) for state in ("published", "draft", "future", "expired")], ())
    assert cli.main(["list", *names, "--json"]) == 0
    articles = json.loads(capsys.readouterr().out)["articles"]
    assert [article["title"] for article in articles] == [f"Bài {title}" for title in titles]


def test_a_folder_can_be_listed(road: Road, tmp_path: Path) -> None:
    (tmp_path / "bao").mkdir()
    road.answer = ([], (FAULT,))
    assert cli.main(["list", "drafts", "bao", "--now", "2025-03-01"]) == 1
    assert (road.asked[0].site, road.asked[0].now.day) == (Path("bao"), 1)


def test_a_whole_newspaper_is_built_and_listed(capsys: Output, tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/site.yaml").write_text("title: Báo thử\nsections: [Thời sự]\n", encoding="utf-8")
    article = "---\ntitle: Bài đầu tiên\nsection: Thời sự\ndate: 2025-02-28\n---\nNội dung.\n"
    (tmp_path / "content/bai.md").write_text(article, encoding="utf-8")
    assert cli.main(["build", "--now", "2025-03-01", "--workers", "1"]) == 0
    assert "Bài đầu tiên" in (tmp_path / "public/index.html").read_text(encoding="utf-8")
    capsys.readouterr()
    assert cli.main(["list", "--now", "2025-02-01"]) == 0
    assert capsys.readouterr().out == "hẹn giờ  28/02/2025 00:00  content/bai.md  Bài đầu tiên\n"


def test_the_build_takes_the_time_of_the_sources_where_told(road: Road, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1740700800")
    cli.main(["build"])
    cli.main(["build", "--now", "2025-01-02"])
    assert [asked.now.isoformat() for asked in road.asked] == ["2025-02-28T07:00:00+07:00", "2025-01-02T00:00:00+07:00"]


@pytest.mark.parametrize("epoch", ["yesterday", "9" * 30])
def test_a_time_of_the_sources_that_is_none_is_refused(
    road: Road, capsys: Output, monkeypatch: pytest.MonkeyPatch, epoch: str
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert cli.main(["build"]) == 2
    assert "SOURCE_DATE_EPOCH" in capsys.readouterr().err


def test_without_any_order_the_clock_is_asked() -> None:
    before = datetime.now(UTC)
    now = cli.resolve_now("", {})
    assert before <= now <= datetime.now(UTC)
    assert now.utcoffset() is not None


def test_a_terminal_that_lacks_letters_stops_nobody(road: Road, monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = io.TextIOWrapper(io.BytesIO(), encoding="latin-1")
    monkeypatch.setattr(sys, "stdout", terminal)
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    assert cli.main(["build"]) == 0
    terminal.seek(0)
    assert "\\u0110ã d\\u1ef1ng 2 bài" in terminal.read()


def test_a_request_to_end_is_heard_like_ctrl_c(road: Road) -> None:
    cli.main(["build"])
    assert signal.getsignal(signal.SIGTERM) is signal.default_int_handler


def test_the_version_is_told_without_loading_the_program() -> None:
    code = "import sys; sys.argv = ['hatinh-news', '--version']; from hatinh_news.__main__ import main; main()"
    probe = f"{code}; print({{'click', 'hatinh_news.build', 'hatinh_news.cli'}} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True)
    assert done.stdout == f"hatinh-news {__version__}\nset()\n"


@pytest.mark.parametrize("arguments", [["--version"], ["--lang", "en", "--version"]])
def test_the_command_tells_its_version(capsys: Output, monkeypatch: pytest.MonkeyPatch, arguments: list[str]) -> None:
    monkeypatch.setattr(sys, "argv", ["hatinh-news", *arguments])
    assert __main__.main() == 0
    assert capsys.readouterr().out == f"hatinh-news {__version__}\n"


def test_the_package_runs_as_a_module(capsys: Output, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["hatinh-news", "biuld"])
    monkeypatch.delitem(sys.modules, "hatinh_news.__main__")
    with pytest.raises(SystemExit) as ended:
        runpy.run_module("hatinh_news", run_name="__main__")
    assert ended.value.code == 2
    assert "biuld" in capsys.readouterr().err


def test_an_address_is_explained(road: Road, capsys: pytest.CaptureFixture[str]) -> None:
    inputs = (Input("content/a.md", "text", changed=True), Input("templates/x.html", "template", changed=False))
    road.answer = Explanation("", "a/index.html", "stale", "x.html", inputs)
    assert cli.main(["explain", "/a/", "--lang", "en", "-D", "--out", "www"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "/a/ (a/index.html): out of date; a build would make it anew",
        "  its own text  content/a.md  ← changed since the last build",
        "  template      templates/x.html",
    ]
    (request,) = road.asked
    assert (request.shown, request.out) == ((True, False, False), Path("www"))


def test_an_address_that_nobody_knows_ends_with_1_and_what_was_meant(
    road: Road, capsys: pytest.CaptureFixture[str]
) -> None:
    road.answer = Explanation("", "b/index.html", "unknown", nearest="/a/")
    assert cli.main(["explain", "/b/", "--lang", "en"]) == 1
    assert "did you mean /a/?" in capsys.readouterr().out


def test_an_explanation_can_be_had_as_json(road: Road, capsys: pytest.CaptureFixture[str]) -> None:
    road.answer = Explanation("", "a/index.html", "kept", "x.html", (Input("content/a.md", "text", changed=False),))
    assert cli.main(["explain", "/a/", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["inputs"] == [{"name": "content/a.md", "role": "text", "changed": False}]


def test_what_cannot_be_explained_ends_with_2(road: Road, capsys: pytest.CaptureFixture[str]) -> None:
    road.answer = CannotBuild(Kind("x", "no such thing", "hint").at(Place("content/site.yaml")))
    assert cli.main(["explain", "/a/"]) == 2
    assert "content/site.yaml" in capsys.readouterr().err


@pytest.mark.parametrize(("name", "code"), [("serial", 0), ("tcp://host:8786", 0), ("nobody", 2)])
def test_an_executor_is_checked_before_anything_is_built(road: Road, name: str, code: int) -> None:
    assert cli.main(["build", "--executor", name, "--verify"]) == code
    assert [request.executor for request in road.asked] == [name] * (code == 0)


def test_a_profile_says_where_the_time_went(road: Road, capsys: pytest.CaptureFixture[str]) -> None:
    seconds = {"load": 1.0, "render": 3.0}
    road.answer = Report(pages=9, rendered=7, written=5, seconds=seconds, cpu=seconds)
    assert cli.main(["build", "--profile", "--lang", "en"]) == 0
    assert capsys.readouterr().out.splitlines()[:5] == [
        "                             wall        CPU",
        "  reading the articles    1.000 s    1.000 s   25%",
        "  building the pages      3.000 s    3.000 s   75%",
        "  all                     4.000 s    4.000 s  100%",
        "Pages made anew: 7 of 9, files written: 5.",
    ]


DUE = SimpleNamespace(
    moment=datetime(2025, 3, 7, 8, 0, tzinfo=PAPER_ZONE),
    what="live",
    path="content/x.md",
    url="/x/",
    title="Bài x",
    front="",
)


def test_a_schedule_is_asked_for_with_its_bounds(road: Road, capsys: Output) -> None:
    road.answer = ([DUE], ())
    assert cli.main(["schedule", "--until", "8/3/2025", "--now", "2025-03-01", "-o", "www", "-b", "https://x.vn"]) == 0
    ((request, until),) = road.asked
    assert (request.site, request.out, request.base_url) == (Path(), Path("www"), "https://x.vn")
    assert (request.now, until) == (datetime(2025, 3, 1, tzinfo=PAPER_ZONE), datetime(2025, 3, 8, tzinfo=PAPER_ZONE))
    assert request.shown == (False, False, False)
    assert "Bài x (content/x.md)" in capsys.readouterr().out


def test_without_bounds_everything_is_asked_for(road: Road, capsys: Output) -> None:
    road.answer = ([], ())
    assert cli.main(["schedule", "--lang", "en"]) == 0
    assert [until for _, until in road.asked] == [None]
    assert capsys.readouterr().out == "Nothing is due.\n"


def test_a_schedule_can_be_had_as_json(road: Road, capsys: Output) -> None:
    road.answer = ([DUE], ())
    assert cli.main(["schedule", "--json", "--now", "2025-03-01"]) == 0
    assert json.loads(capsys.readouterr().out) == {
        "now": "2025-03-01T00:00:00+07:00",
        "next": "2025-03-07T08:00:00+07:00",
        "turns": [
            {
                "moment": "2025-03-07T08:00:00+07:00",
                "kind": "live",
                "path": "content/x.md",
                "url": "/x/",
                "title": "Bài x",
                "front": "",
            }
        ],
        "faults": [],
    }


def test_a_schedule_with_faulty_articles_ends_with_1(road: Road, capsys: Output) -> None:
    road.answer = ([], (FAULT,))
    assert cli.main(["schedule", "--json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert (told["next"], told["turns"], len(told["faults"])) == (None, [], 1)


def test_a_schedule_of_nothing_ends_with_2(road: Road, capsys: Output) -> None:
    road.answer = CannotBuild(FAULT)
    assert cli.main(["schedule"]) == 2
    assert "content/x.md" in capsys.readouterr().err


def test_a_bound_that_is_no_moment_is_refused(road: Road, capsys: Output) -> None:
    assert cli.main(["schedule", "--until", "mai", "--lang", "en"]) == 2
    err = capsys.readouterr().err
    assert "--until" in err
    assert "'mai' is no moment" in err
    assert road.asked == []
