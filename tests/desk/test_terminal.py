"""Both commands as somebody types them, in a pseudo-terminal."""

import os
import re
import select
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from hatinh_news.build import Request, build
from hatinh_news.build.recall import recall
from hatinh_news.model.article import Article
from newsroom import NOW, tree, unmeasured

pty = pytest.importorskip("pty")

END = "\x04"
CTRL_C = "\x03"
PATIENCE = 20


def typed(arguments: Sequence[str], answers: Sequence[str]) -> tuple[int, str]:
    """The exit code and the screen of a command whose questions are answered one after the other."""
    process, screen = pty.fork()
    if process == 0:  # pragma: no cover  (the child becomes the program)
        command = [sys.executable, "-m", "hatinh_news", *arguments]
        stopped = {END, CTRL_C} & set(answers)
        environment = unmeasured() if stopped else dict(os.environ)
        os.execve(sys.executable, command, environment | {"HATINH_NEWS_LANG": "vi", "TERM": "dumb"})
    shown = b""
    for answer in answers:
        shown += waited(screen)
        if answer == CTRL_C:
            time.sleep(0.3)  # until the program listens: Python hears nothing between its question and the reading
        os.write(screen, answer.encode() if answer in {END, CTRL_C} else f"{answer}\n".encode())
    while more := some(screen):
        shown += more
    os.close(screen)
    _, status = os.waitpid(process, 0)
    return os.waitstatus_to_exitcode(status), shown.decode().replace("\r\n", "\n")


def waited(screen: int) -> bytes:
    """What is shown until a question stands there."""
    shown, until = b"", time.monotonic() + PATIENCE
    while not re.search(rb": $", shown):
        more = some(screen)
        assert more, shown.decode()
        assert time.monotonic() < until, shown.decode()
        shown += more
    return shown


def some(screen: int) -> bytes:
    """What is shown next; nothing once the program has ended."""
    ready, _, _ = select.select([screen], [], [], PATIENCE)
    try:
        return os.read(screen, 65_536) if ready else b""
    except OSError:  # how Linux says that the other end is closed
        return b""


def article(title: str) -> Article:
    content = recall(Request(Path("bao"), Path("bao/public"), NOW)).content
    (found,) = [one for one in content.articles if one.title == title]
    return found


def test_a_newspaper_is_founded_in_conversation() -> None:
    code, screen = typed(["init", "bao"], ["Báo Sông La", "https://songla.example", "1, 4"])
    assert code == 0
    assert "Tên tờ báo: Báo Sông La\n" in screen
    assert screen.endswith("Gõ tiếp:\n\n    cd bao\n    hatinh-news build\n")
    files = tree(Path("bao"))
    assert "title: Báo Sông La\n" in files["content/site.yaml"].decode()
    assert {".github/workflows/dung-bao.yml", ".gitlab-ci.yml"} < files.keys()
    assert "netlify.toml" not in files


def test_what_was_said_of_a_newspaper_is_not_asked() -> None:
    code, screen = typed(["init", "bao", "--title", "Báo", "-b", "https://songla.example", "--host", "none"], [])
    assert (code, screen.count(":\n")) == (0, 1)


def test_what_is_missing_of_an_article_is_asked(site: Path) -> None:
    answers = [
        *("", "Hai xóm gần nhau"),
        *("9", "", "kinh t"),
        *("?", "nong", "7", "1", "dan ca", "Cây cầu", "c", "+Nông thôn", ""),
        *("mai khe", "Nguyễn Thị Xa", "k", ""),
    ]
    code, screen = typed(["new", "", "bao"], answers)
    assert code == 0, screen
    found = article("Hai xóm gần nhau")
    assert (found.section, found.topics, found.authors, found.draft) == (
        "Kinh tế",
        ("Nông sản", "Dân ca ví, giặm", "Cây cầu", "Nông thôn"),
        ("Trần Thị Mai Khê",),
        True,
    )
    assert "  1. Thời sự\n  2. Kinh tế\n  3. Kinh doanh\n" in screen
    assert "  → Kinh tế\n" in screen
    assert "Gõ một số từ 0 đến 2." in screen
    assert "Tác giả “Nguyễn Thị Xa” chưa có. Tạo mới? [c/K]: k\n" in screen
    assert screen.endswith(f"bao/{found.place.path}\n  địa chỉ: {found.url} (bài nháp)\n")


def test_a_section_that_is_not_there_can_be_made(site: Path) -> None:
    code, screen = typed(["new", "Mới", "bao"], ["Thể thao", "c", "", ""])
    assert code == 0, screen
    assert "Chuyên mục “Thể thao” chưa có. Tạo mới? [c/K]: c\n" in screen
    assert (site / "content/the-thao/_index.md").read_text(
        encoding="utf-8"
    ) == "---\ntitle: Thể thao\ndescription:\n---\n"
    assert article("Mới").section == "Thể thao"
    assert build(Request(site, site / "public", NOW, workers=1)).faults == ()


def test_a_section_whose_address_the_site_keeps_cannot_be_made(site: Path) -> None:
    before = tree(site / "content")
    code, screen = typed(["new", "Mới", "bao"], ["+Chủ đề", "", ""])
    assert code == 2, screen
    assert tree(site / "content") == before


@pytest.mark.parametrize(("answer", "section"), [("", "Thời sự"), ("3", "Kinh doanh"), ("kinh-te", "Kinh tế")])
def test_a_section_is_chosen_by_number_folder_or_not_at_all(site: Path, answer: str, section: str) -> None:
    code, screen = typed(["new", "Mới", "bao"], [answer, "", ""])
    assert code == 0, screen
    assert article("Mới").section == section


def test_where_there_is_one_section_nobody_is_asked_for_it(site: Path) -> None:
    (site / "content/site.yaml").write_text("title: Báo\nsections: [Thời sự]\n", encoding="utf-8")
    code, screen = typed(["new", "Mới", "bao"], ["", ""])
    assert (code, "Chuyên mục" in screen) == (0, False)


def test_only_what_is_doubtful_among_the_options_is_asked(site: Path) -> None:
    options = ["--section", "kinh", "--topic", "nong thon moi", "--topic", "Nông thôn cũ", "--author", "Phan Đình Lâm"]
    code, screen = typed(["new", "Mới", "bao", *options, "--series", "giu"], ["1", "k"])
    assert code == 0, screen
    found = article("Mới")
    assert (found.section, found.topics, found.series) == ("Kinh tế", ("Nông thôn mới",), "Giữ nước")


def test_of_several_names_none_may_be_meant(site: Path) -> None:
    code, screen = typed(["new", "Mới", "bao", "--section", "kinh te"], ["Nông", "0", "", ""])
    assert code == 0, screen
    assert "  1. Nông sản\n  2. Nông thôn mới\n  0. không phải: “Nông” là tên mới\n" in screen
    assert article("Mới").topics == ("Nông",)


@pytest.mark.parametrize("key", [CTRL_C, END], ids=["Ctrl-C", "Ctrl-D"])
@pytest.mark.parametrize("answers", [[], [""], ["kinh te", "nong"]])
def test_who_breaks_off_leaves_nothing_behind(site: Path, key: str, answers: list[str]) -> None:
    before = tree(site)
    code, screen = typed(["new", "Mới", "bao"], [*answers, key])
    assert (code, screen.rstrip().endswith("Đã dừng.")) == (130, True), screen
    assert tree(site) == before


def test_programs_are_not_asked(site: Path) -> None:
    code, screen = typed(["new", "Mới", str(site), "--json"], [])
    assert (code, '"section": "Thời sự"' in screen) == (0, True)
