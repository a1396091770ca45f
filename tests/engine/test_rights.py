"""Rights and times: what may not be written, read or found is told, and costs nothing but itself."""

import errno
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from engine.content_edits import append, edit_to_the_same_size, set_key
from engine.daily import NOW, lay_out_daily
from engine.desk import REFUSED, Desk
from hatinh_news.build import build
from hatinh_news.model.errors import CannotWrite
from newsroom import tree

POWERS = "-dac_override,-dac_read_search"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(lay_out_daily(tmp_path / "site"), tmp_path / "clean")
    yield made
    for path in (tmp_path, *tmp_path.rglob("*")):
        if path.is_dir() and not path.is_symlink():
            path.chmod(0o755)


def build_without_privileges(desk: Desk) -> "subprocess.CompletedProcess[str]":
    """The command as a user for whom rights count: root gives up its power over them."""
    give_up = ["setpriv", f"--bounding-set={POWERS}", f"--inh-caps={POWERS}"] if os.geteuid() == 0 else []
    command = [sys.executable, "-m", "hatinh_news", "build", str(desk.site), "--now", NOW.isoformat(), "--lang", "en"]
    return subprocess.run([*give_up, *command, "--workers", "1"], capture_output=True, text=True, check=False)


def expose(folder: Path, mode: int) -> None:
    """Gives a folder and those in it these rights."""
    for path in (folder, *folder.rglob("*")):
        if path.is_dir():
            path.chmod(mode)


def test_an_output_folder_that_may_not_be_written_is_told_and_stays_as_it_is(desk: Desk) -> None:
    desk.build()
    before = tree(desk.out)
    desk.base_url = "https://khac.example"
    set_key(desk.site / "content/site.yaml", "description", "Mọi trang đều khác")
    expose(desk.site, 0o555)
    done = build_without_privileges(desk)
    assert (done.returncode, done.stdout) == (REFUSED, "")
    assert "may not be written" in done.stderr
    assert "hint: give yourself the right to write there" in done.stderr
    assert "Traceback" not in done.stderr
    assert tree(desk.out) == before


def test_a_ledger_that_may_not_be_written_costs_no_page(desk: Desk) -> None:
    desk.build()
    expose(desk.site, 0o555)
    expose(desk.out, 0o777)
    append(desk.site / "content/thoi-su/2025-01-12-nuoc-rut.md", "Thêm một câu.")
    done = build_without_privileges(desk)
    assert "Traceback" not in done.stderr
    assert done.returncode == 0, done.stderr
    desk.build_clean()
    assert tree(desk.out) == tree(desk.clean_out)
    desk.build_and_compare()


def test_an_article_that_may_not_be_read_is_told_and_comes_back_with_its_right(desk: Desk) -> None:
    desk.build()
    expose(desk.site, 0o777)
    article = desk.site / "content/kinh-te/2025-02-01-gia-lua.md"
    article.chmod(0)
    done = build_without_privileges(desk)
    assert done.returncode == 1, done.stderr
    assert "content/kinh-te/2025-02-01-gia-lua.md: error: " in done.stderr
    article.chmod(0o644)
    desk.build_and_compare()
    assert (desk.out / "2025/02/gia-lua/index.html").exists()


@pytest.mark.parametrize(
    "gone", ["content/kinh-te/2025-02-01-gia-lua.md", "content/thoi-su/2025-01-20-sau-lu/index.md"]
)
def test_an_article_that_vanishes_while_it_is_read_is_told_and_the_next_build_is_right(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, gone: str
) -> None:
    desk.build()
    append(desk.site / gone, "Sửa rồi xóa.")
    vanish_when_opened(monkeypatch, desk.site / gone)
    said = desk.build()
    assert said.exit_code == 1
    assert any(fault.startswith(gone) for fault in said.faults)
    monkeypatch.undo()
    desk.build_and_compare()


def test_a_photo_that_vanishes_before_it_is_copied_stops_the_build_and_the_next_is_right(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    photo = desk.site / "content/thoi-su/2025-01-20-sau-lu/cau-tam.png"

    def vanish(stage: str, done: int, total: int) -> None:
        if stage == "render" and photo.exists():
            photo.unlink()

    with pytest.raises(CannotWrite) as refusal:
        build(desk.request(), vanish)
    assert [fault.code for fault in refusal.value.faults] == ["output-cannot-read"]
    desk.build_and_compare()


def vanish_when_opened(monkeypatch: pytest.MonkeyPatch, file: Path) -> None:
    """Removes a file at the moment in which somebody opens it, after it was seen in its folder."""
    real = Path.open

    def opened(path: Path, *rest: object, **options: object) -> object:
        if path == file:
            file.unlink(missing_ok=True)
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(path))
        return real(path, *rest, **options)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", opened)


@pytest.mark.parametrize("stage", ["load", "render"])
def test_an_article_saved_while_a_build_runs_is_in_the_next(desk: Desk, stage: str) -> None:
    article = desk.site / "content/thoi-su/2025-01-12-nuoc-rut.md"
    desk.build()
    append(article, "Câu đã có khi đọc.")
    saved = article.stat()

    def save(at: str, done: int, total: int) -> None:
        if at == stage and done == total:
            edit_to_the_same_size(desk, desk.articles().index(article), 0)

    build(desk.request(), save)
    assert article.stat().st_size == saved.st_size
    desk.build_and_compare()
    assert "Câu đã có khi đọc!" in (desk.out / "2025/01/nuoc-rut/index.html").read_text(encoding="utf-8")


def test_an_article_whose_time_of_change_lies_ahead_is_looked_at_again(desk: Desk) -> None:
    """Where a file is as young as the build, its time proves nothing: its bytes are asked."""
    article = desk.site / "content/thoi-su/2025-01-12-nuoc-rut.md"
    ahead = NOW.replace(year=2100).timestamp()
    os.utime(article, (ahead, ahead))
    desk.build()
    edit_to_the_same_size(desk, desk.articles().index(article), 0)
    os.utime(article, (ahead, ahead))
    desk.build_and_compare()


def test_a_clock_that_goes_backwards_changes_what_is_published_and_nothing_else(desk: Desk) -> None:
    for month in (6, 8, 2, 1, 7):
        desk.now = NOW.replace(month=month)
        desk.build_and_compare()


def test_files_that_seem_older_than_before_are_read_again(desk: Desk) -> None:
    """As an archive unpacked, or a backup brought back, leaves them."""
    desk.build()
    article = desk.site / "content/thoi-su/2025-01-12-nuoc-rut.md"
    append(article, "Bản cũ.")
    os.utime(article, (1_000_000_000, 1_000_000_000))
    desk.build_and_compare()
