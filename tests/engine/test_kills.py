"""Killed anywhere, the next build is right; asked to stop, a build stops and leaves nothing half-done."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Final

import pytest

from engine.content_edits import CONTENT_EDITS, append, set_key
from engine.daily import NOW, lay_out_briefs, lay_out_daily
from engine.desk import STAGING, Desk
from engine.scripts import SOAK
from hatinh_news import write
from hatinh_news.build import make
from hatinh_news.ledger import Ledger
from hatinh_news.ledger.store import Store
from newsroom import tree, unmeasured

ARTICLES, KILLS = (2000, 100) if SOAK else (200, 4)
EDITS = ("add article", "edit body", "retitle", "retopic", "redate", "delete article", "alias", "draft on or off")


def start(desk: Desk, *options: str) -> "subprocess.Popen[str]":
    """The command, at work on the desk's newspaper as the leader of its own group of processes."""
    command = [sys.executable, "-m", "hatinh_news", "build", str(desk.site), "--now", desk.now.isoformat()]
    return subprocess.Popen(
        [*command, "--workers", "2", "--lang", "en", *options],
        start_new_session=True,
        env=unmeasured(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def left_over(out: Path) -> list[str]:
    """Files and folders of work that a build has not finished."""
    return sorted(path.name for path in out.rglob("*") if "hatinh-news" in path.name)


def wait_until_it_stages(desk: Desk, process: "subprocess.Popen[str]") -> None:
    """Until a build has laid a page ready, or to its end."""
    staging = desk.out / STAGING
    while not any(path.is_file() for path in staging.rglob("*")) and process.poll() is None:
        time.sleep(0.002)


class Lengths:
    """How long builds take here and now, by what they have to do: what a moment to kill them is drawn from.

    Builds that end before their moment make it shorter, those that do not let it grow, to reach the last steps, too.
    """

    def __init__(self, whole: float) -> None:
        self._known = {True: whole, False: whole}

    def moment(self, everything: bool, chance: random.Random) -> float:
        return chance.uniform(0, self._known[everything])

    def learn(self, everything: bool, took: float, killed: bool) -> None:
        self._known[everything] = self._known[everything] * 1.15 if killed else min(self._known[everything], took) * 0.9


def kill(desk: Desk, moment: float) -> tuple[bool, float]:
    """Whether a build was still at work at this moment, at which it is killed, and how long it took otherwise."""
    began = time.monotonic()
    process = start(desk)
    try:
        process.wait(moment)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
    took = time.monotonic() - began
    process.communicate()
    assert process.returncode in {0, 1, -signal.SIGKILL}
    return process.returncode == -signal.SIGKILL, took


def test_killed_at_any_moment_the_next_build_is_right(tmp_path: Path) -> None:
    """`make soak` does this a hundred times to a newspaper of 2,000 articles; edits come between the two builds."""
    chance = random.Random(20250601)
    desk = Desk(lay_out_briefs(tmp_path / "site", ARTICLES), tmp_path / "clean", choices={"workers": 2})
    began = time.monotonic()
    start(desk).communicate()
    lengths = Lengths(time.monotonic() - began)
    killed = tried = 0
    while killed < KILLS:
        tried += 1
        CONTENT_EDITS[chance.choice(EDITS)](desk, chance.randrange(9999), chance.randrange(9999))
        if everything := chance.random() < 0.4:
            set_key(desk.site / "content/site.yaml", "description", f"Mọi trang đều khác {tried}")
        if chance.random() < 0.3:
            desk.now = NOW.replace(hour=chance.randrange(24))
        hit, took = kill(desk, lengths.moment(everything, chance))
        lengths.learn(everything, took, hit)
        if not hit:
            continue
        killed += 1
        CONTENT_EDITS[chance.choice(EDITS)](desk, chance.randrange(9999), chance.randrange(9999))
        desk.build_and_compare()
        assert left_over(desk.out) == []
    assert tried < 3 * KILLS + 20


BOUNDARIES: Final = (
    (Store, "remember"),
    (Store, "forget"),
    (Ledger, "begin"),
    (Ledger, "announce"),
    (Ledger, "finish"),
    (make, "print_all"),
    (write, "stage_copy"),
    (write, "place"),
    (write, "prune"),
)
"""Steps of a build."""


@pytest.mark.parametrize("late", [False, True], ids=["before", "after"])
@pytest.mark.parametrize(("owner", "step"), BOUNDARIES, ids=[step for _, step in BOUNDARIES])
def test_killed_between_two_steps_the_next_build_is_right(
    owner: object, step: str, *, late: bool, tmp_path: Path
) -> None:
    """Where a text is edited again after it, where the edit is taken back, or where all is left as it was."""
    desk = Desk(lay_out_daily(tmp_path / "site", short_news=9), tmp_path / "clean")
    article = desk.site / "content/thoi-su/2025-01-12-nuoc-rut.md"
    gone = sorted(desk.site.glob("content/*/*-tin-*.md"))
    desk.build()
    turn = [one for _, one in BOUNDARIES].index(step) + late
    for number in range(3) if SOAK else [turn % 3]:
        afterwards = ("edited again", "taken back", "left")[number]
        text = article.read_bytes()
        append(article, f"Câu trước {number}.")
        if step in {"forget", "prune"} or number == 2:
            gone[number].unlink()
        CONTENT_EDITS["replace photo"](desk, number, 10 + number)
        die_at(desk, owner, step, late=late)
        if afterwards != "left":
            article.write_bytes(text)
        if afterwards == "edited again":
            append(article, "Câu sau.")
        desk.build_and_compare()
        assert left_over(desk.out) == []
    desk.build_believing_nothing()


def die_at(desk: Desk, owner: object, step: str, *, late: bool) -> None:
    """Builds in a process that is killed before or after this step, which must come."""
    child = os.fork()
    if child == 0:
        real = getattr(owner, step)

        def step_and_die(*given: object, **options: object) -> object:
            if late:
                real(*given, **options)
            os.kill(os.getpid(), signal.SIGKILL)
            return None

        setattr(owner, step, step_and_die)
        desk.build()
        os._exit(0)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status)


def test_killed_before_anything_was_ever_built(tmp_path: Path) -> None:
    desk = Desk(lay_out_daily(tmp_path / "site"), tmp_path / "clean")
    for moment in (1, 40, 400, 1200, 2000, 2800):
        desk.build_and_die(moment)
    desk.build_and_compare()
    assert left_over(desk.out) == []


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT], ids=["asked to end", "Ctrl-C"])
def test_a_build_that_is_stopped_says_so_and_leaves_the_pages_of_yesterday(tmp_path: Path, number: int) -> None:
    desk = Desk(lay_out_briefs(tmp_path / "site", 400), tmp_path / "clean")
    desk.build()
    yesterday = tree(desk.out)
    CONTENT_EDITS["retitle"](desk, 3, 3)
    desk.base_url = "https://khac.example"
    process = start(desk, "--base-url", desk.base_url)
    wait_until_it_stages(desk, process)
    process.send_signal(number)
    _, told = process.communicate()
    assert process.returncode == 130
    assert told.endswith("Stopped.\n")
    assert "Traceback" not in told
    assert left_over(desk.out) == []
    assert tree(desk.out) == yesterday
    desk.build_and_compare()
