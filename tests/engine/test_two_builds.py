"""Two builds of one newspaper at once: the second gives way and says to whom; the lock of a dead one is taken over."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from engine.daily import NOW, lay_out_briefs
from engine.desk import Desk
from newsroom import tree, unmeasured

Build: TypeAlias = "subprocess.Popen[str]"
Start: TypeAlias = Callable[[Desk], Build]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(lay_out_briefs(tmp_path / "site", 400), tmp_path / "clean")


@pytest.fixture
def start() -> Iterator[Start]:
    """Begins the command at a desk; what still runs when a test ends is ended with it."""
    begun: list[Build] = []

    def begin(desk: Desk) -> Build:
        command = [sys.executable, "-m", "hatinh_news", "build", str(desk.site), "--now", NOW.isoformat()]
        options = ["--json", "--lang", "en", "--workers", "1"]
        build = subprocess.Popen(
            [*command, *options],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
            env=unmeasured(),
        )
        begun.append(build)
        return build

    yield begin
    for build in begun:
        if build.poll() is None:
            os.killpg(build.pid, signal.SIGKILL)
            build.communicate()


def wait_until_it_renders(desk: Desk, process: Build) -> None:
    while not (desk.out / ".hatinh-news-staging").exists():
        assert process.poll() is None
        time.sleep(0.002)


def ended(process: Build) -> "tuple[int, dict[str, Any]]":
    out, told = process.communicate(timeout=120)
    assert "Traceback" not in told
    return process.returncode, json.loads(out)


def test_the_second_build_gives_way_and_names_the_first(desk: Desk, start: Start) -> None:
    began = datetime.now(UTC).replace(microsecond=0)
    first = start(desk)
    wait_until_it_renders(desk, first)
    os.kill(first.pid, signal.SIGSTOP)
    try:
        code, report = ended(start(desk))
    finally:
        os.kill(first.pid, signal.SIGCONT)
    assert code == 2
    (fault,) = report["faults"]
    assert fault["code"] == "output-locked"
    assert str(first.pid) in fault["message"]
    assert os.uname().nodename in fault["message"]
    since = re.search(r"since (\S+)\)", fault["message"])
    assert since is not None
    assert began - timedelta(seconds=1) <= datetime.fromisoformat(since[1]) <= datetime.now(UTC)
    assert fault["hint"]
    assert ended(first)[0] == 0
    desk.build_clean()
    assert tree(desk.out) == tree(desk.clean_out)


def test_many_builds_at_once_end_well_or_give_way_and_leave_a_whole_site(desk: Desk, start: Start) -> None:
    outcomes = [ended(process) for process in [start(desk) for _ in range(4)]]
    codes = [code for code, _ in outcomes]
    assert 0 in codes
    assert {code for code in codes if code} <= {2}
    assert {fault["code"] for code, report in outcomes if code for fault in report["faults"]} <= {"output-locked"}
    desk.build_clean()
    assert tree(desk.out) == tree(desk.clean_out)


def test_the_lock_of_a_build_that_was_killed_stands_in_nobodys_way(desk: Desk, start: Start) -> None:
    process = start(desk)
    wait_until_it_renders(desk, process)
    os.killpg(process.pid, signal.SIGKILL)
    process.communicate()
    assert ended(start(desk))[0] == 0
    desk.build_and_compare()


def test_two_newspapers_do_not_wait_for_one_another(desk: Desk, start: Start, tmp_path: Path) -> None:
    other = Desk(lay_out_briefs(tmp_path / "other", 20), tmp_path / "clean")
    first = start(desk)
    wait_until_it_renders(desk, first)
    os.kill(first.pid, signal.SIGSTOP)
    try:
        assert ended(start(other))[0] == 0
    finally:
        os.kill(first.pid, signal.SIGCONT)
    assert ended(first)[0] == 0
