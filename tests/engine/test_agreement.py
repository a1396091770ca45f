"""Whoever does the work, the outcome is the same: each executor makes what one process makes, after any script."""

import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any, Final

import dask
import pytest
from distributed import LocalCluster
from hypothesis import given

from engine.daily import lay_out_daily
from engine.desk import Desk
from engine.marking import announce
from engine.scripts import ALL, EDITS, Step, drawn, steps
from engine.site_edits import ACCIDENTS, mend
from newsroom import tree

SHORT_NEWS: Final = 60
"""Enough for several batches of files to read, and of pages to render."""


@contextmanager
def given_as(**choices: Any) -> Iterator[Mapping[str, Any]]:
    """Choices of a request that need nothing to be started."""
    yield choices


@contextmanager
def given_to_a_cluster() -> Iterator[Mapping[str, Any]]:
    """A scheduler with two workers, processes of this machine."""
    quiet = {"distributed.worker.memory.spill": False, "distributed.admin.tick.limit": "1h"}
    with (
        tempfile.TemporaryDirectory() as folder,
        dask.config.set(quiet),
        LocalCluster(
            n_workers=2,
            threads_per_worker=1,
            processes=True,
            host="127.0.0.1",
            dashboard_address=":0",
            local_directory=folder,
        ) as running,
    ):
        running.wait_for_workers(2, timeout=60)
        yield {"executor": running.scheduler_address}


EXECUTORS: Final[dict[str, Callable[[], AbstractContextManager[Mapping[str, Any]]]]] = {
    "two processes": lambda: given_as(workers=2),
    "fork": lambda: given_as(executor="fork", workers=2),
    "spawn": lambda: given_as(executor="spawn", workers=2),
    "threads": lambda: given_as(executor="threads", workers=2),
    "a cluster": given_to_a_cluster,
}
"""How the work may be done, each as something to enter that gives the request's choices."""


@pytest.mark.parametrize("name", EXECUTORS)
def test_every_executor_makes_what_one_process_makes(name: str) -> None:
    with EXECUTORS[name]() as choices:

        @drawn(few=2, many=12)
        @given(script=steps([*EDITS, *ACCIDENTS, *["build"] * 20], longest=8))
        def after_any_script(script: list[Step]) -> None:
            with tempfile.TemporaryDirectory() as folder:
                perform_twice(Path(folder), choices, script)

        after_any_script()


def perform_twice(folder: Path, choices: Mapping[str, Any], script: list[Step]) -> None:
    """The same script at two desks, one of which works alone: after each build both say and show the same."""
    announce(1)
    alone, many = (Desk(lay_out_daily(folder / name, SHORT_NEWS), folder / f"{name}-clean") for name in ("one", "many"))
    many.choices = choices
    for name, pick, roll in [("build", 0, 0), *script, ("mend", 0, 0), ("build", 0, 0)]:
        if name == "build":
            assert many.build() == alone.build()
            assert tree(many.out) == tree(alone.out)
            continue
        for desk in (alone, many):
            ALL[name](desk, pick, roll)


def test_both_desks_see_the_same_newspaper(tmp_path: Path) -> None:
    """The edits are functions of the site alone, else the comparison would prove nothing."""
    desks = [Desk(lay_out_daily(tmp_path / name), tmp_path / "clean") for name in ("one", "many")]
    for desk in desks:
        desk.build()
        for number, name in enumerate([*EDITS, *ACCIDENTS]):
            ALL[name](desk, number, 7 * number)
        mend(desk, 0, 0)
    assert tree(desks[0].site / "content") == tree(desks[1].site / "content")
    assert tree(desks[0].site / "templates") == tree(desks[1].site / "templates")
