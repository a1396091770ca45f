import builtins
import os
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import CancelledError, Future
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import dask
import pytest
from distributed import KilledWorker, LocalCluster

import crafts
import hatinh_news
from hatinh_news.model.errors import CannotBuild
from hatinh_news.workers import Crew, cluster, crew, map_batches


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LocalCluster]:
    """A scheduler with two workers, processes of this machine."""
    settings = {
        "distributed.scheduler.allowed-failures": 1,
        "distributed.worker.memory.spill": False,
        "distributed.admin.tick.limit": "1h",
    }
    folder = tmp_path_factory.mktemp("dask")
    with (
        dask.config.set(settings),
        LocalCluster(
            n_workers=2,
            threads_per_worker=1,
            processes=True,
            host="127.0.0.1",
            dashboard_address=":0",
            local_directory=str(folder),
        ) as started,
    ):
        yield started


@pytest.fixture
def scheduler(running: LocalCluster) -> str:
    """The address to connect to, once both workers are there: a test before may have killed them."""
    running.wait_for_workers(2, timeout=30)
    return str(running.scheduler_address)


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "PATIENCE", 0.3)


def refusal(who: Crew) -> list[str]:
    with pytest.raises(CannotBuild) as refused:
        list(map_batches(crafts.add, 1, [[1], [2]], who))
    return [f"{fault.place}: {fault.code}: {fault.message()} | {fault.hint()}" for fault in refused.value.faults]


def test_a_cluster_gives_the_same_results_in_the_same_order(scheduler: str) -> None:
    work = [[number, number] for number in range(20)]
    assert list(map_batches(crafts.add, 100, work, crew(scheduler))) == list(map_batches(crafts.add, 100, work, 1))


def test_the_work_is_done_by_the_workers_of_the_cluster(scheduler: str) -> None:
    done = list(map_batches(crafts.whoami, None, range(12), crew(scheduler)))
    assert len({pid for pid, _ in done} - {os.getpid()}) == 2


def test_what_is_shared_is_sent_whole_or_cut_to_the_batch(scheduler: str) -> None:
    shared = {number: str(number) for number in range(9)}
    whole = list(map_batches(crafts.look_up, shared, range(9), crew(scheduler)))
    cut = list(map_batches(crafts.look_up, shared, range(9), crew(scheduler), cut=crafts.only_needed))
    assert whole == [(str(number), 9) for number in range(9)]
    assert cut == [(str(number), 1) for number in range(9)]


def test_batches_are_taken_only_a_few_ahead_of_the_results(scheduler: str) -> None:
    taken, ahead = 0, []

    def work() -> Iterator[list[int]]:
        nonlocal taken
        for number in range(40):
            taken += 1
            yield [number]

    for given, _ in enumerate(map_batches(crafts.add, 0, work(), crew(scheduler, 1))):
        ahead.append(taken - given)
    assert max(ahead) <= 3


def test_what_goes_wrong_on_the_cluster_goes_wrong_here_in_its_turn(scheduler: str) -> None:
    done = map_batches(crafts.refuse, None, range(4), crew(scheduler))
    assert next(done) == 0
    with pytest.raises(ValueError, match="batch 1"):
        next(done)


def test_a_consumer_that_stops_early_leaves_no_connection(scheduler: str) -> None:
    before = threading.active_count()
    done = map_batches(crafts.whoami, None, range(50), crew(scheduler))
    next(done)
    done.close()  # type: ignore[attr-defined]
    time.sleep(0.1)
    assert threading.active_count() <= before + 1


def test_a_batch_that_kills_its_workers_is_told(scheduler: str, tmp_path: Path) -> None:
    done, got = map_batches(crafts.die_always, (str(tmp_path), -1), range(4), crew(scheduler), "render"), []
    with pytest.raises(CannotBuild, match=r"died while they did batch \d of the stage “render”"):
        for result in done:
            got.append(result)  # noqa: PERF402 (what came before the exception is what is looked at)
    assert got in ([], [0], [0, 1])
    assert list(tmp_path.iterdir())


def test_workers_must_see_the_folders_of_the_site(scheduler: str, tmp_path: Path) -> None:
    seen, unseen = str(tmp_path), str(tmp_path / "none")
    assert list(map_batches(crafts.add, 1, [[1], [2]], Crew("dask", 0, scheduler, (seen,)))) == [2, 3]
    told = refusal(Crew("dask", 0, scheduler, (seen, unseen)))
    assert len(told) == 2
    assert all("cluster-folder: the worker " in each and f"does not see the folder {unseen}" in each for each in told)


def test_workers_must_have_this_version(scheduler: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "__version__", "99.1")
    told = refusal(crew(scheduler))
    assert len(told) == 2
    assert all(
        "cluster-version" in each and f"has hatinh_news {hatinh_news.__version__}; this is 99.1" in each
        for each in told
    )


def test_workers_must_be_able_to_import_the_program(scheduler: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "_VERSION", "__import__('no_such_news').__version__")
    told = refusal(crew(scheduler))
    assert len(told) == 2
    assert all("cannot import hatinh_news (ModuleNotFoundError: No module named 'no_such_news')" in one for one in told)


@pytest.mark.usefixtures("impatient")
def test_a_scheduler_without_workers_is_told(tmp_path: Path) -> None:
    with LocalCluster(
        n_workers=0,
        processes=False,
        protocol="tcp",
        host="127.0.0.1",
        dashboard_address=":0",
        local_directory=str(tmp_path),
    ) as running:
        (told,) = refusal(crew(running.scheduler_address))
    assert "cluster-no-workers: the Dask scheduler has no workers | start workers" in told


@pytest.mark.usefixtures("impatient")
def test_a_scheduler_that_does_not_answer_is_told_soon() -> None:
    (told,) = refusal(crew("tcp://127.0.0.1:1"))
    assert told.startswith("tcp://127.0.0.1:1: cluster-unreachable: the Dask scheduler does not answer (")


def test_a_connection_that_is_lost_is_told() -> None:
    lost: Future[int] = Future()
    lost.set_exception(CancelledError("lost connection"))
    with pytest.raises(CannotBuild, match="lost connection"):
        cluster._result(lost, crew("tcp://h:1"), "render", 1)


def test_a_worker_that_died_is_told_by_its_batch() -> None:
    killed: Future[int] = Future()
    killed.set_exception(KilledWorker("task", SimpleNamespace(address="tcp://w:1"), 3))
    with pytest.raises(CannotBuild, match="batch 7"):
        cluster._result(killed, crew("tcp://h:1"), "render", 7)


def test_without_the_package_the_way_to_get_it_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without(name: str, *rest: Any) -> Any:
        if name == "distributed":
            raise ImportError(name)
        return real(name, *rest)

    monkeypatch.delitem(sys.modules, "distributed")
    monkeypatch.setattr(builtins, "__import__", without)
    (told,) = refusal(crew("tcp://h:1"))
    assert "cluster-missing" in told
    assert "pip install 'hatinh-news[cluster]'" in told


def test_folders_that_are_not_there_are_unseen(tmp_path: Path) -> None:
    assert cluster.unseen_folders([str(tmp_path), str(tmp_path / "none")]) == [str(tmp_path / "none")]
