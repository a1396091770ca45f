"""`hatinh-news check` as it is typed: which files, which form, what is remembered, what is asked of other sites."""

import json
import re
import sqlite3
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
import yaml

from hatinh_news.build import Request, build
from hatinh_news.cli import main
from hatinh_news.desk import checks
from hatinh_news.desk.checks import faults, git_faults
from hatinh_news.desk.checks.files import Spot
from hatinh_news.desk.checks.memory import FILE
from hatinh_news.desk.checks.outside import Answer, answer, outside_faults
from hatinh_news.desk.checks.rules import RULES
from hatinh_news.model.check import CODES, CheckSettings
from hatinh_news.model.config import PAPER_ZONE
from hatinh_news.model.errors import CannotBuild, CannotWrite
from hatinh_news.model.fault import Kind
from newsroom import NOW, TESTS, lay_out

TICK = timedelta(microseconds=1)

SITE = """\
-- content/site.yaml --
title: Báo
check: {body_words: 0}
-- content/thoi-su/mot.md --
---
title: Nước về đồng
date: 2025-05-20
sapo: Đủ nước.
---
Nước  về của của đồng, 100% đủ.
-- content/thoi-su/hai.md --
---
titel: Lúa xanh
date: 2025-05-20
sapo: Đủ nước.
---
Lúa xanh.
-- content/van-hoa/ba.md --
---
title: Câu hò
date: 2025-05-20
sapo: Đủ nước.
---
Câu hò.
"""


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(NOW.timestamp())))
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.chdir(tmp_path)
    return lay_out(SITE, tmp_path / "bao")


def typed(*words: str | Path) -> int:
    return main(["check", *map(str, words), "--lang", "en"])


def golden(name: str, text: str) -> None:
    import os

    file = TESTS / "golden" / "checks" / name
    if os.environ.get("UPDATE_GOLDEN"):
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")
    assert text == file.read_text(encoding="utf-8")


@pytest.mark.parametrize("form", ["text", "json", "sarif", "github"])
def test_each_form_tells_the_same_to_somebody_else(form: str, site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert typed(site, "--format", form) == 1
    golden(f"{form}.txt", capsys.readouterr().out)


def test_sarif_is_what_code_hosts_take(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site / "content/thoi-su/mot.md").rename(site / "content/thoi-su/một & hai.md")
    typed(site, "--sarif")
    log = json.loads(capsys.readouterr().out)
    (run,) = log["runs"]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert (log["version"], rules) == ("2.1.0", sorted(set(rules)))
    assert len(run["results"]) == 3
    for result in run["results"]:
        assert rules[result["ruleIndex"]] == result["ruleId"]
        assert result["level"] in {"none", "note", "warning", "error"}
        assert result["message"]["text"]
        (place,) = (one["physicalLocation"] for one in result["locations"])
        assert re.fullmatch(r"bao/(?:[A-Za-z0-9._~/-]|%[0-9A-F]{2})+", place["artifactLocation"]["uri"])
        assert min(place["region"].values()) >= 1


@pytest.mark.parametrize("form", ["json", "sarif", "github"])
def test_forms_have_options_of_their_own(form: str, site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    typed(site, f"--{form}")
    short = capsys.readouterr().out
    typed(site, "--format", form)
    assert short == capsys.readouterr().out


def told_in(out: str) -> list[str]:
    return [f"{one['path']} {one['code']}" for one in json.loads(out)["faults"]]


@pytest.mark.parametrize(
    ("names", "code", "told"),
    [
        (
            ["bao/content/thoi-su/mot.md"],
            0,
            ["content/thoi-su/mot.md double-space", "content/thoi-su/mot.md doubled-word"],
        ),
        (["bao/content/van-hoa"], 0, []),
        (["bao/content/thoi-su/hai.md", "bao/content/van-hoa"], 1, ["content/thoi-su/hai.md unknown-key"]),
    ],
)
def test_only_files_that_are_named_are_told(
    names: Sequence[str], code: int, told: Sequence[str], site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert typed(*names, "--json") == code
    assert told_in(capsys.readouterr().out) == told


def test_the_folder_of_the_newspaper_need_not_be_named(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(site)
    assert typed() == 1


def test_warnings_count_when_they_shall(site: Path) -> None:
    assert typed("bao/content/thoi-su/mot.md") == 0
    assert typed("bao/content/thoi-su/mot.md", "--strict") == 1


def test_files_of_nobodys_content_cannot_be_checked(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site / "README.md").write_text("x", encoding="utf-8")
    assert typed(site / "README.md") == 2
    assert "no files of the content/" in capsys.readouterr().err


def test_a_folder_without_a_newspaper_cannot_be_checked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert typed() == 2


def test_a_switch_that_no_rule_has_is_a_fault_of_the_settings(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    settings = site / "content/site.yaml"
    settings.write_text("title: Báo\ncheck: {off: [double-spaces, zzz]}\n", encoding="utf-8")
    assert typed(site, "--json") == 2
    found = [(one["code"], one["hint"]) for one in json.loads(capsys.readouterr().out)["faults"]]
    assert found[0] == ("no-such-rule", "did you mean “double-space”?")
    assert found[1][0] == "no-such-rule"


def test_mending_writes_and_showing_does_not(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = site / "content/thoi-su/mot.md"
    before = file.read_bytes()
    assert typed(site, "--diff") == 1
    out = capsys.readouterr().out
    assert "-Nước  về của của đồng" in out
    assert "+title: Lúa xanh" in out
    assert file.read_bytes() == before
    assert typed(site, "--fix", "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert told["mended"] == ["content/thoi-su/hai.md", "content/thoi-su/mot.md"]
    assert [one["code"] for one in told["faults"]] == ["doubled-word"]
    assert file.read_bytes() == before.replace(b"  v", b" v")
    assert typed(site, "--fix", "--json") == 0
    assert json.loads(capsys.readouterr().out)["mended"] == []


def test_files_that_are_not_named_are_not_mended(site: Path) -> None:
    other = (site / "content/thoi-su/hai.md").read_bytes()
    typed("bao/content/thoi-su/mot.md", "--fix")
    assert (site / "content/thoi-su/hai.md").read_bytes() == other


# git


def git(folder: Path, *words: str) -> None:
    names = ["-c", "user.name=a", "-c", "user.email=a@b.example", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", "-C", str(folder), *names, *words], check=True, capture_output=True)


def test_since_a_revision_only_what_changed_is_told(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    git(site.parent, "init", "-q")
    git(site.parent, "add", ".")
    git(site.parent, "commit", "-qm", "x")
    assert typed(site, "--since", "HEAD", "--json") == 0
    assert told_in(capsys.readouterr().out) == []
    (site / "content/thoi-su/mot.md").write_text(SITE.partition("mot.md --\n")[2].partition("-- ")[0] + "Thêm.\n")
    (site / "content/van-hoa/tư  mới.md").write_text("---\ntitle: Bốn\ndate: 2025-05-21\n---\nBốn.\n", encoding="utf-8")
    typed(site, "--since", "HEAD", "--json")
    assert told_in(capsys.readouterr().out) == [
        "content/thoi-su/mot.md double-space",
        "content/thoi-su/mot.md doubled-word",
        "content/van-hoa/tư  mới.md no-sapo",
    ]
    assert typed(site, "--since", "khong-co") == 2
    assert "git knows no revision “khong-co”" in capsys.readouterr().err


def test_without_a_repository_nothing_is_known_of_changes(
    site: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(site.parent.parent))
    assert typed(site, "--since", "HEAD") == 2
    assert "git does not tell what changed" in capsys.readouterr().err
    monkeypatch.setenv("PATH", "")
    with pytest.raises(CannotBuild) as caught:
        checks.changed_since(site, "HEAD")
    assert caught.value.faults[0].kind == git_faults.NO_REPOSITORY


# Memory


def found(site: Path, days: int = 0) -> list[str]:
    told = checks.check(Request(site, site / "public", NOW + timedelta(days=days)))
    return [f"{fault.place} {fault.code}" for fault in told.faults]


def test_what_is_remembered_is_what_would_be_found(site: Path) -> None:
    first = found(site)
    assert found(site) == first
    file = site / "content/thoi-su/mot.md"
    file.write_text(file.read_text(encoding="utf-8").replace("của của", "của"), encoding="utf-8")
    assert found(site) == [one for one in first if "doubled-word" not in one]
    (site / "content/thoi-su/hai.md").unlink()
    changed = found(site)
    (site / ".hatinh-news" / FILE).unlink()
    assert found(site) == changed


@pytest.mark.parametrize(
    "damage", [b"", b"{", b"[]", b'{"files": 3}', b"\xff\xfe", b'{"files": {"a": [[1], [1]]}, "stamps": {}}']
)
def test_a_damaged_memory_is_none(damage: bytes, site: Path) -> None:
    first = found(site)
    (site / ".hatinh-news" / FILE).write_bytes(damage)
    assert found(site) == first


def test_other_settings_find_something_else(site: Path) -> None:
    found(site)
    (site / "content/site.yaml").write_text(
        "title: Báo\ncheck: {body_words: 0, off: [doubled-word]}\n", encoding="utf-8"
    )
    assert [one.split()[1] for one in found(site)] == ["unknown-key", "double-space"]


def test_dates_that_are_far_come_near(site: Path) -> None:
    file = site / "content/van-hoa/ba.md"
    file.write_text("---\ntitle: Ba\ndate: 2026-06-12\nsapo: Ba.\n---\nBa.\n", encoding="utf-8")
    assert "content/van-hoa/ba.md:3:1 odd-date" in found(site)
    assert "content/van-hoa/ba.md:3:1 odd-date" not in found(site, days=30)
    assert "content/van-hoa/ba.md:3:1 odd-date" in found(site)


def test_a_date_is_far_until_so_many_days_before_it(site: Path) -> None:
    (site / "content/site.yaml").write_text("title: Báo\ncheck: {future_days: 7}\n", encoding="utf-8")
    moment = datetime(2025, 9, 12, 8, 0, tzinfo=PAPER_ZONE)
    text = "---\ntitle: Ba\ndate: 2025-09-12 08:00\nsapo: Ba.\n---\nBa.\n"
    (site / "content/van-hoa/ba.md").write_text(text, encoding="utf-8")
    near = moment - timedelta(days=7)
    for now, is_far in ((near - TICK, True), (near, False), (near + TICK, False), (near - TICK, True)):
        told = checks.check(Request(site, site / "public", now)).faults
        assert ("odd-date" in [fault.code for fault in told]) is is_far


def test_a_folder_that_takes_nothing_is_checked_all_the_same(site: Path) -> None:
    first = found(site)
    memory = site / ".hatinh-news"
    for one in memory.iterdir():
        one.unlink()
    memory.rmdir()
    memory.write_text("in the way", encoding="utf-8")
    assert found(site) == first


# Links to other sites


class Host(BaseHTTPRequestHandler):
    asked: list[str]

    def do_HEAD(self) -> None:
        self.asked.append(f"{self.command} {self.path}")
        code = int(self.path.strip("/").split("-")[0] or 200)
        if self.command == "GET" and code == 405:
            code = 200
        self.send_response(code)
        if code in (301, 302, 308):
            self.send_header("Location", "/200")
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_GET = do_HEAD  # noqa: N815  so the server wants it

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        pass


@pytest.fixture
def host() -> Iterator[tuple[str, list[str]]]:
    Host.asked = []
    server = ThreadingHTTPServer(("127.0.0.1", 0), Host)
    thread = Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}", Host.asked
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("/200", Answer()),
        ("/404", Answer("404 Not Found")),
        ("/410", Answer("410 Gone")),
        ("/403", Answer()),
        ("/405", Answer()),
        ("/302", Answer()),
        ("/301", Answer("", "/200")),
    ],
)
def test_a_page_elsewhere_answers_or_not(path: str, told: Answer, host: tuple[str, list[str]]) -> None:
    url, _ = host
    assert answer(url + path, 5) == Answer(told.reason, url + told.moved if told.moved else "")


def test_nobody_there_is_no_answer() -> None:
    assert answer("http://127.0.0.1:9/", 2).reason
    assert answer("http://[", 2).reason


def test_links_are_asked_once_in_a_while(
    site: Path, host: tuple[str, list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    url, asked = host
    file = site / "content/van-hoa/ba.md"
    text = (
        f"[A]({url}/200) và [B]({url}/404#x), <{url}/301>.\n\n<!-- check-off: dead-outside-link -->\n[C]({url}/410).\n"
    )
    file.write_text(file.read_text(encoding="utf-8") + text, encoding="utf-8")
    typed(file, "--links", "--json")
    told = json.loads(capsys.readouterr().out)["faults"]
    assert [(one["code"], one["line"]) for one in told] == [("moved-outside-link", 7), ("dead-outside-link", 7)][::-1]
    assert sorted(asked) == ["GET /200", "GET /404", "HEAD /200", "HEAD /301", "HEAD /404"]
    asked.clear()
    typed(file, "--links", "--json")
    assert sorted(asked) == ["GET /404", "HEAD /404"]
    assert json.loads(capsys.readouterr().out)["faults"] == told


def test_no_more_links_are_asked_than_the_newspaper_allows(site: Path) -> None:
    asked = []

    def ask(url: str, _seconds: float) -> Answer:
        asked.append(url)
        return Answer()

    known = checks.check(Request(site, site / "public", NOW)).checked
    links = [Spot(f"https://{name}.example/", 1, 1) for name in "ab"]
    one = known["van-hoa/ba.md"]._replace(links=links)
    outside_faults(site, {"van-hoa/ba.md": one}, CheckSettings(links=1), NOW, ask)
    assert asked == ["https://a.example/"]


# The rules as a whole


def test_every_code_that_can_be_switched_off_is_a_rules_and_stands_in_the_docs() -> None:
    of_rules = {code for rule in RULES for code in rule.codes}
    of_all = {kind.code for kind in (vars(faults) | vars(git_faults)).values() if isinstance(kind, Kind)}
    assert of_rules <= set(CODES)
    assert of_all - set(CODES) == {"unknown-code", "not-content", "no-repository", "no-revision", "not-mended"}
    page = (TESTS.parent / "docs" / "check.md").read_text(encoding="utf-8")
    assert [code for code in CODES if f"| `{code}`" not in page] == []


def test_a_file_outside_content_is_never_written(site: Path) -> None:
    outside = site.parent / "ngoai.md"
    outside.write_text("---\ntitle: A\ndate: 2025-05-20\nsapo: A\n---\nNước  về.\n", encoding="utf-8")
    one = checks.Mended("content/thoi-su/bon.md", b"", b"x")
    with pytest.raises(CannotWrite) as caught:
        checks.write_all(site, [one], {"thoi-su/bon.md": str(outside)})
    assert caught.value.faults[0].kind == faults.NOT_CONTENT
    assert "Nước  về" in outside.read_text(encoding="utf-8")


def test_a_file_whose_page_would_say_something_else_stays(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = site / "content/van-hoa/ba.md"
    text = file.read_text(encoding="utf-8") + "\n\u200b- câu hò\n\uff11. câu ví\n<o:p></o:p># đồng\n"
    file.write_text(text, encoding="utf-8")
    typed(file, "--fix", "--json")
    assert "not-mended" in [one["code"] for one in json.loads(capsys.readouterr().out)["faults"]]
    assert file.read_text(encoding="utf-8") == text


def test_hooks_call_the_command_for_articles() -> None:
    hooks = yaml.safe_load((TESTS.parent / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert [hook["entry"] for hook in hooks] == ["hatinh-news check", "hatinh-news check --fix"]
    for hook in hooks:
        assert re.search(hook["files"], "bao/content/thoi-su/2025/bai.md")
        assert not re.search(hook["files"], "docs/content.md")


def test_a_newspaper_that_is_damaged_in_memory_is_checked_anew(site: Path) -> None:
    main(["build", str(site), "--lang", "en", "--workers", "1"])
    first = found(site)
    (site / ".hatinh-news" / FILE).unlink()
    with closing(sqlite3.connect(next((site / ".hatinh-news").glob("ledger-*.sqlite3")))) as ledger:
        ledger.execute("UPDATE manuscript SET record = x'80'")
        ledger.commit()
    assert found(site) == first


@pytest.mark.parametrize("name", ["daily", "weekly"])
def test_all_that_a_build_finds_is_told(name: str, tmp_path: Path) -> None:
    site = lay_out((TESTS / "sites" / f"{name}.txt").read_text(encoding="utf-8"), tmp_path)
    text = (
        "---\ntitle: A\ndate: 2025-05-20\ntopics: [Nông  thôn mơi]\n---\n[A](/khong-co/) [B](khong-co.md) ![C](d.jpg)\n"
    )
    (site / "content/loi.md").write_text(text, encoding="utf-8")
    (site / "content/loi-nua.md").write_text("---\ntitel: A\n---\nA\n", encoding="utf-8")
    (site / "addresses.txt").write_text("/cu/\tarticle\tcontent/cu.md\nkhông phải địa chỉ\n", encoding="utf-8")
    request = Request(site, site / "public", NOW, workers=1)
    told = checks.check(request)
    report = build(request)
    assert {*report.faults, *report.notes} <= set(told.faults)
    assert len(report.faults) > 4
    assert checks.check(request).faults == told.faults
