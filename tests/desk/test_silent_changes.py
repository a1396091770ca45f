"""What git knows of an article that readers have read: an edit that matters is told, a slip that was mended is not."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from unicodedata import normalize

import pytest

from hatinh_news.cli import main
from hatinh_news.desk import checks
from hatinh_news.desk.checks import changed
from hatinh_news.model.errors import CannotBuild
from newsroom import NOW, lay_out

NAME = "content/thoi-su/nước về đồng.md"
FRONT = "title: Nước về đồng Khe Trúc\ndate: 2025-05-20\nsapo: Ba trăm héc-ta lúa hè thu đã có nước.\n"
BODY = """\
Sáng 20/5, tại xã Khe Trúc, ông Trần Văn Hòa cho biết 5 người không phải dời nhà.

Mưa lớn trong đêm làm ngập nhiều thửa ruộng. Thiệt hại chưa được thống kê đầy đủ, bà con vẫn đang trông chờ.

Chính quyền xã đã huy động dân quân giúp bà con kê cao đồ đạc và chuyển lương thực lên gác.
"""
ARTICLE = f"---\n{FRONT}---\n{BODY}"

Told = Callable[..., list[tuple[str, int, str]]]


def git(folder: Path, *words: str) -> None:
    names = ["-c", "user.name=a", "-c", "user.email=a@b.example", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", "-C", str(folder), *names, *words], check=True, capture_output=True)


def commit(folder: Path) -> None:
    git(folder, "add", "--all")
    git(folder, "commit", "-qm", "x")


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A newspaper below the top of a repository, with one article that is public."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(NOW.timestamp())))
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.chdir(tmp_path)
    site = lay_out("-- content/site.yaml --\ntitle: Báo\ncheck: {body_words: 0}\n", tmp_path / "bao")
    write(site, ARTICLE)
    git(tmp_path, "init", "-q", "-b", "main")
    commit(tmp_path)
    return site


def write(site: Path, text: str, name: str = NAME) -> None:
    (site / name).parent.mkdir(parents=True, exist_ok=True)
    (site / name).write_bytes(text.encode())


@pytest.fixture
def told(site: Path, capsys: pytest.CaptureFixture[str]) -> Told:
    """What the command tells of silent changes: path, line, message."""

    def found(*options: str) -> list[tuple[str, int, str]]:
        main(["check", str(site), "--json", "--lang", "en", *options])
        told = json.loads(capsys.readouterr().out)["faults"]
        return [(one["path"], one["line"], one["message"]) for one in told if one["code"] == "silent-change"]

    return found


LOST = BODY.split("\n\n")[1]
WORSE = "Đến trưa, nước lại dâng cao, đường vào thôn bị cắt, phải dùng thuyền chở gạo vào."
OTHERWISE = "đưa người già và trẻ nhỏ lên đồi tránh lũ, còn những nhà bị ngập sâu thì nhờ bộ đội chở đi nơi khác.\n"


@pytest.mark.parametrize(
    ("before", "after", "line", "message"),
    [
        ("5 người", "15 người", 6, "another number … “… Hòa cho biết 5 người không phải …” … “… cho biết 15 người"),
        ("không phải dời", "phải dời", 6, "denies or affirms … “… biết 5 người không phải dời nhà …” … “…"),
        ("chưa được", "được", 8, "denies or affirms … became “… ruộng Thiệt hại được thống kê"),
        ("Trần Văn Hòa", "Lê Thị Mai", 6, "another name … “… Khe Trúc ông Trần Văn Hòa cho … became … ông Lê Thị Mai"),
        (f"{LOST}\n\n", "", 8, "a passage is gone … “Mưa lớn trong đêm làm ngập …”"),
        ("lên gác.", f"lên gác.\n\n{WORSE}", 12, "a passage was added … “Đến trưa nước lại dâng cao"),
        (LOST, WORSE, 8, "denies or affirms"),
        (BODY.split("xã đã ")[1], OTHERWISE, 10, "much of it is another … became"),
        ("title: Nước về đồng Khe Trúc", "title: Nước về đồng Khe Tre, Bàu Sen", 2, "another name … Tre Bàu Sen"),
        ("Ba trăm héc-ta", "300 héc-ta", 4, "another number … Trúc 300 héc ta lúa"),
    ],
)
def test_an_edit_that_matters_is_told_where_it_was_made(
    before: str, after: str, line: int, message: str, site: Path, told: Told
) -> None:
    assert before in ARTICLE
    write(site, ARTICLE.replace(before, after))
    [(path, at, text)] = told()
    assert (path, at) == (NAME, line)
    assert re.search(".*".join(map(re.escape, message.split("…"))), text), text


@pytest.mark.parametrize(
    "edit",
    [
        lambda text: text.replace("Trần Văn Hòa", "Trần Văn Hoà"),
        lambda text: text.replace("lương thực", "lưong thực"),
        lambda text: text.replace("Mưa lớn", "**Mưa lớn**").replace("xã Khe Trúc", "[xã Khe Trúc](/chu-de/khe-truc/)"),
        lambda text: text.replace("\n", "\r\n"),
        lambda text: normalize("NFD", text),
        lambda text: text.replace("5 người", "\uff15 người").replace("lên gác", "lên\u200b gác"),
        lambda text: text.replace("---\nSáng", "kicker: Thủy lợi\ntopics: [Lúa, 15 người]\n---\nSáng"),
        lambda text: text.replace("lên gác.", "lên gác.\n\n<!-- gọi lại xã Bàu Sen: 15 hay 16 người? -->"),
        lambda text: text,
    ],
    ids=["tone", "typo", "markup", "CRLF", "NFD", "signs", "front matter", "note", "nothing"],
)
def test_a_slip_that_was_mended_is_not_told(edit: Callable[[str], str], site: Path, told: Told) -> None:
    write(site, edit(ARTICLE))
    assert told() == []


@pytest.mark.parametrize(
    "line",
    [
        "updated: 2025-06-01 08:00",
        "corrections: [{date: 2025-06-01, text: Bài ghi nhầm số người.}]",
        "retracted: Bài có chi tiết chưa kiểm chứng.",
        "draft: true",
        "expiry_date: 2025-05-30",
        "publish_date: 2030-01-01",
        "# check-off: silent-change",
    ],
)
def test_readers_who_are_told_or_who_cannot_read_it_any_more_are_not_left_in_the_dark(
    line: str, site: Path, told: Told
) -> None:
    write(site, ARTICLE.replace("5 người", "15 người").replace("---\nSáng", f"{line}\n---\nSáng"))
    assert told() == []


def test_a_correction_of_last_month_does_not_cover_an_edit_of_today(site: Path, told: Told) -> None:
    said = ARTICLE.replace("---\nSáng", "updated: 2025-05-21\ncorrections: [{date: 2025-05-21, text: Cũ.}]\n---\nSáng")
    write(site, said)
    commit(site)
    write(site, said.replace("5 người", "15 người"))
    assert len(told()) == 1
    write(site, said.replace("5 người", "15 người").replace("text: Cũ.}", "text: Cũ.}, {date: 2025-06-01, text: Mới.}"))
    assert told() == []


@pytest.mark.parametrize("line", ["draft: true", "publish_date: 2025-06-30", "retracted: Chờ kiểm chứng."])
def test_what_nobody_could_read_may_change(line: str, site: Path, told: Told) -> None:
    write(site, ARTICLE.replace("---\nSáng", f"{line}\n---\nSáng"))
    commit(site)
    write(site, ARTICLE.replace("5 người", "15 người"))
    assert told() == []


@pytest.mark.parametrize("other", ["content/trang/gioi-thieu.md", "content/thoi-su/_index.md"])
def test_pages_that_are_no_news_may_change(other: str, site: Path, told: Told) -> None:
    write(site, "---\ntitle: Thời sự\n---\nTòa soạn có 5 người.\n", other)
    commit(site)
    write(site, "---\ntitle: Thời sự\n---\nTòa soạn có 15 người.\n", other)
    assert told() == []


def test_a_file_that_moved_is_the_same_article(site: Path, told: Told) -> None:
    moved = "content/đời sống/nước về.md"
    (site / "content/đời sống").mkdir()
    git(site, "mv", NAME, moved)
    write(site, ARTICLE.replace("5 người", "15 người"), moved)
    assert [path for path, *_ in told()] == [moved]
    git(site, "config", "diff.renames", "false")
    git(site, "config", "core.quotepath", "true")
    assert [path for path, *_ in told()] == [moved]


def test_a_switch_of_the_newspaper_or_a_paragraph_is_obeyed(site: Path, told: Told) -> None:
    write(site, ARTICLE.replace("Sáng 20/5", "<!-- check-off: silent-change -->\nSáng 21/5"))
    assert told() == []
    write(site, ARTICLE.replace("Sáng 20/5", "Sáng 21/5"))
    assert len(told()) == 1
    write(site, "title: Báo\ncheck: {body_words: 0, off: [silent-change]}\n", "content/site.yaml")
    assert told() == []


def test_it_is_what_will_be_committed_and_more_that_counts(site: Path, told: Told) -> None:
    write(site, ARTICLE.replace("5 người", "15 người"))
    git(site, "add", "--all")
    assert len(told()) == 1
    write(site, ARTICLE)
    assert told() == []


def test_since_a_revision_counts_from_where_the_two_lines_parted(site: Path, told: Told) -> None:
    write(site, ARTICLE.replace("lúa hè thu", "lúa mùa"), other := "content/thoi-su/khác.md")
    commit(site)
    git(site, "checkout", "-qb", "sua-bai")
    write(site, ARTICLE.replace("5 người", "15 người"))
    commit(site)
    git(site, "checkout", "-q", "main")
    write(site, ARTICLE.replace("5 người", "25 người"), other)
    commit(site)
    git(site, "checkout", "-q", "sua-bai")
    assert told() == []
    assert [path for path, *_ in told("--since", "main")] == [NAME]
    assert checks.changed_since(site, "main") == [NAME]


def test_lines_that_have_nothing_in_common_are_held_against_each_other(site: Path, told: Told) -> None:
    git(site, "checkout", "-q", "--orphan", "moi")
    write(site, ARTICLE.replace("5 người", "15 người"))
    commit(site)
    assert [path for path, *_ in told("--since", "main")] == [NAME]


def test_only_files_that_are_asked_for_are_told(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = "content/thoi-su/khác.md"
    write(site, ARTICLE, other)
    commit(site)
    for name in (NAME, other):
        write(site, ARTICLE.replace("5 người", "15 người"), name)
    assert main(["check", str(site / other), "--strict", "--json", "--lang", "en"]) == 1
    told = json.loads(capsys.readouterr().out)["faults"]
    assert [(one["path"], one["code"]) for one in told] == [(other, "silent-change")]


def test_what_git_cannot_tell_is_not_told(site: Path, told: Told, monkeypatch: pytest.MonkeyPatch) -> None:
    write(site, ARTICLE.replace("5 người", "15 người"))
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(site.parent.parent))
    (site.parent / ".git").rename(site.parent / "kho")
    assert told() == []
    git(site.parent, "init", "-q")  # a repository without a commit
    assert told() == []
    monkeypatch.setenv("PATH", "")
    assert told() == []


def test_a_git_that_does_not_answer_is_not_waited_for(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    slow = site.parent / "chậm/git"
    slow.parent.mkdir()
    slow.write_text("#!/bin/sh\nexec sleep 60\n")
    slow.chmod(0o755)
    monkeypatch.setenv("PATH", str(slow.parent), prepend=os.pathsep)
    monkeypatch.setattr(changed, "PATIENCE", 0.1)
    assert changed.former_texts(site) == {}
    with pytest.raises(CannotBuild, match="timed out"):
        checks.changed_since(site, "HEAD")


def test_what_a_clone_does_not_hold_is_not_told(site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(site, ARTICLE.replace("5 người", "15 người"))
    commit(site)
    shallow = tmp_path / "nông"
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{tmp_path}", str(shallow))
    assert changed.former_texts(shallow / "bao") == {}
    write(shallow / "bao", ARTICLE)
    assert main(["check", str(shallow / "bao"), "--since", "HEAD~1", "--lang", "en"]) == 2
    assert "git knows no revision “HEAD~1”" in capsys.readouterr().err
    main(["check", str(shallow / "bao"), "--json", "--lang", "en"])
    assert "silent-change" in capsys.readouterr().out


def test_objects_that_a_repository_lacks_are_passed_over(site: Path) -> None:
    assert list(changed._blobs(b"abc missing\ndef blob 3\nxyz\nabc commit 2\nxy\n")) == [None, b"xyz", None]
    write(site, ARTICLE.replace("5 người", "15 người"))
    for one in (site.parent / ".git/objects").rglob("*"):
        if one.is_file() and subprocess.check_output(
            ["git", "-C", str(site), "cat-file", "-t", f"{one.parent.name}{one.name}"]
        ).startswith(b"blob"):
            one.chmod(0o600)
            one.unlink()
    assert changed.former_texts(site) == {}


def test_git_is_asked_twice_however_many_files_changed(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(20):
        write(site, ARTICLE, f"content/thoi-su/bài {number}.md")
    commit(site)
    for number in range(20):
        write(site, ARTICLE.replace("5 người", "15 người"), f"content/thoi-su/bài {number}.md")
    asked: list[str] = []
    real = changed._git

    def counted(folder: Path, *words: str, given: bytes = b"") -> bytes:
        asked.append(words[0])
        return real(folder, *words, given=given)

    monkeypatch.setattr(changed, "_git", counted)
    assert len(changed.former_texts(site)) == 20
    assert asked == ["diff", "cat-file"]


def test_a_hook_before_a_commit_tells_it(site: Path) -> None:
    hook = site.parent / ".git/hooks/pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(f"#!/bin/sh\nexec '{sys.executable}' -m hatinh_news check --strict --lang en 'bao/{NAME}'\n")
    hook.chmod(0o755)
    write(site, ARTICLE.replace("5 người", "15 người"))
    with pytest.raises(subprocess.CalledProcessError) as caught:
        git(site, "commit", "-qam", "x")
    assert b"silent-change" in caught.value.stdout + caught.value.stderr
    write(site, ARTICLE.replace("lương thực", "thóc gạo"))
    git(site, "commit", "-qam", "x")
