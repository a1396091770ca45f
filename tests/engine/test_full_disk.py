"""A disk that fills: a clear refusal, no file half-written, and once there is room the next build is right.

The disk is a small tmpfs. It is mounted in a namespace of its own by `unshare`, which needs no root where the system
lets users have namespaces; where it does not, these tests fail and say so.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from engine.content_edits import append
from engine.daily import NOW, lay_out_briefs
from engine.desk import Desk
from newsroom import tree

SIZE = 3 << 20


class Disk:
    """A tmpfs of `size` bytes on `folder`, alive in the namespace of one shell through which all on it is done."""

    def __init__(self, folder: Path, size: int) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        rights = [] if os.geteuid() == 0 else ["--map-root-user"]
        mount = 'mount -t tmpfs -o size=$1 none "$2" && echo ready && cat'
        self.folder = folder
        self._holder = subprocess.Popen(
            ["unshare", "--mount", *rights, "sh", "-c", mount, "sh", str(size), str(folder)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert self._holder.stdout is not None
        if self._holder.stdout.readline() != "ready\n":
            _, reason = self._holder.communicate()
            pytest.fail(f"this machine lets nobody mount a small disk, and without one nothing is proven: {reason}")

    def run(self, *command: str | Path) -> "subprocess.CompletedProcess[str]":
        """Runs a command that sees the disk."""
        rights = [] if os.geteuid() == 0 else ["--user", "--preserve-credentials"]
        enter = ["nsenter", f"--target={self._holder.pid}", *rights, "--mount", f"--wd={Path.cwd()}", "--"]
        return subprocess.run([*enter, *map(str, command)], capture_output=True, text=True, check=False)

    def copy_to(self, target: Path) -> dict[str, bytes]:
        """What stands on the disk, as files by their paths."""
        done = self.run("cp", "-r", self.folder, target)
        assert done.returncode == 0, done.stderr
        return tree(target)

    def remount(self, options: str) -> None:
        done = self.run("mount", "-o", f"remount,{options}", self.folder)
        assert done.returncode == 0, done.stderr

    def close(self) -> None:
        self._holder.communicate()


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    made = Disk(tmp_path / "disk", SIZE)
    yield made
    made.close()


def build(disk: Disk, desk: Desk, out: Path) -> "tuple[int, dict[str, Any]]":
    """Exit code and report of the command."""
    command = [
        sys.executable,
        "-m",
        "hatinh_news",
        "build",
        str(desk.site),
        "--out",
        str(out),
        "--now",
        NOW.isoformat(),
    ]
    done = disk.run(*command, "--json", "--lang", "en", "--workers", "2")
    assert done.stdout, done.stderr
    assert "Traceback" not in done.stderr
    return done.returncode, json.loads(done.stdout)


def expect_a_clear_refusal(code: int, report: "dict[str, Any]", place: str) -> None:
    """The disk of the ledger fills while a page is staged, or while what was made is remembered: both may be told."""
    assert code == 2
    (fault,) = report["faults"]
    assert fault["code"] in {"output-no-space", "ledger-no-space"}
    assert fault["message"].startswith("the disk is full")
    assert fault["hint"]
    assert fault["path"].startswith(place)


def clean(desk: Desk) -> dict[str, bytes]:
    desk.build_clean()
    return tree(desk.clean_out)


def test_the_output_folder_is_on_a_disk_that_fills(tmp_path: Path, disk: Disk) -> None:
    desk = Desk(lay_out_briefs(tmp_path / "site", 60), tmp_path / "clean")
    out = disk.folder / "public"
    assert build(disk, desk, out)[0] == 0
    old = clean(desk)
    append(desk.site / "content/site.yaml", "description: Mọi trang đều khác")
    for number in range(400):
        file = desk.site / f"content/thoi-su/2025-03-01-them-{number}.md"
        file.write_text(f"---\ntitle: Thêm {number}\n---\nLời.\n", encoding="utf-8")
    new = clean(desk)

    code, report = build(disk, desk, out)
    expect_a_clear_refusal(code, report, "public")
    left = disk.copy_to(tmp_path / "left")
    strange = [path for path, held in left.items() if held not in (old.get(path[7:]), new.get(path[7:]))]
    assert strange == []
    assert {f"public/{path}" for path in old} <= left.keys()

    disk.remount("size=64m")
    assert build(disk, desk, out)[0] == 0
    made = disk.copy_to(tmp_path / "made")
    assert {path.removeprefix("public/"): held for path, held in made.items()} == new


def test_a_photo_that_does_not_fit_leaves_nothing_half_written(tmp_path: Path, disk: Disk) -> None:
    desk = Desk(lay_out_briefs(tmp_path / "site", 20), tmp_path / "clean")
    out = disk.folder / "public"
    (desk.site / "static").mkdir()
    (desk.site / "static/phim.mp4").write_bytes(b"phim" * (1 << 20))
    code, report = build(disk, desk, out)
    expect_a_clear_refusal(code, report, "public")
    assert [path for path in disk.copy_to(tmp_path / "left") if "phim" in path] == []
    disk.remount("size=64m")
    assert build(disk, desk, out)[0] == 0
    assert {path[7:]: held for path, held in disk.copy_to(tmp_path / "made").items()} == clean(desk)


@pytest.mark.parametrize("blocks_left", [0, 16, 40])
def test_the_ledger_is_on_a_disk_that_fills(tmp_path: Path, disk: Disk, blocks_left: int) -> None:
    """What the ledger cannot remember must not cost a page: either the build ends well, or it says what is wrong."""
    desk = Desk(lay_out_briefs(tmp_path / "site", 200), tmp_path / "clean")
    ledger = desk.site / ".hatinh-news"
    ledger.symlink_to(disk.folder)
    fill = SIZE // 4096 - blocks_left
    disk.run("dd", "if=/dev/zero", f"of={disk.folder}/day", "bs=4096", f"count={fill}")
    code, report = build(disk, desk, desk.out)
    if code:
        expect_a_clear_refusal(code, report, "")
    new = clean(desk)
    left = tree(desk.out) if desk.out.exists() else {}
    assert [path for path, held in left.items() if held != new.get(path)] == []
    disk.run("rm", disk.folder / "day")
    assert build(disk, desk, desk.out)[0] == 0
    assert tree(desk.out) == new
    (desk.site / "content/thoi-su/tin-00000.md").unlink()
    assert build(disk, desk, desk.out)[0] == 0
    assert tree(desk.out) == clean(desk)
