import multiprocessing
import os
import signal
import time
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hatinh_news import workers
from hatinh_news.workers import batches, default_workers, map_batches


def add(shared: int, batch: list[int]) -> int:
    return shared + sum(batch)


def slow_first(_shared: None, batch: int) -> int:
    time.sleep(0.2 if batch == 0 else 0)
    return batch


def whoami(_shared: None, _batch: int) -> tuple[int, str]:
    time.sleep(0.05)
    return os.getpid(), multiprocessing.current_process().name


def apply(shared: object, batch: int) -> object:
    assert callable(shared)
    return shared(batch)


def refuse(_shared: None, batch: int) -> int:
    if batch == 1:
        raise ValueError(f"batch {batch}")
    return batch


def die_in_a_child(parent: int, batch: int) -> tuple[int, int]:
    if batch == 1 and os.getpid() != parent:
        os._exit(1)
    return batch, os.getpid()


def die_as_a_witness(shared: tuple[int, Path], batch: int) -> int:
    parent, folder = shared
    (folder / f"{batch}-{os.getpid()}").touch()
    if os.getpid() != parent:
        os._exit(1)
    return batch


def test_batches_are_cut_in_order_and_the_last_may_be_shorter() -> None:
    assert batches("abcdefg", 3) == ["abc", "def", "g"]
    assert batches([], 3) == []


@settings(max_examples=50, deadline=None)
@given(st.lists(st.integers()), st.integers(1, 10))
def test_batches_lose_nothing(numbers: list[int], size: int) -> None:
    pieces = batches(numbers, size)
    assert [number for piece in pieces for number in piece] == numbers
    assert all(0 < len(piece) <= size for piece in pieces)


@pytest.mark.parametrize("count", [0, 1, 2, 3])
def test_any_number_of_workers_gives_the_same_results_in_the_same_order(count: int) -> None:
    work = [[number, number] for number in range(7)]
    assert list(map_batches(add, 100, work, count)) == [100, 102, 104, 106, 108, 110, 112]


def test_results_come_in_the_order_of_the_work_not_of_its_end() -> None:
    assert list(map_batches(slow_first, None, range(4), 2)) == [0, 1, 2, 3]


def test_one_worker_is_this_process() -> None:
    assert {pid for pid, _ in map_batches(whoami, None, range(3), 1)} == {os.getpid()}


def test_one_batch_is_not_worth_a_process() -> None:
    assert [pid for pid, _ in map_batches(whoami, None, [0], 8)] == [os.getpid()]


def test_no_batch_is_no_work() -> None:
    assert list(map_batches(add, 1, [], 4)) == []


def test_workers_are_processes_with_a_name() -> None:
    done = list(map_batches(whoami, None, range(8), 2, "render"))
    assert os.getpid() not in {pid for pid, _ in done}
    assert all(name.startswith("render-") for _, name in done)


@pytest.mark.skipif("fork" not in multiprocessing.get_all_start_methods(), reason="inheriting needs fork")
def test_what_is_shared_is_inherited_and_need_not_be_picklable() -> None:
    assert list(map_batches(apply, lambda number: number * 2, range(3), 2)) == [0, 2, 4]


@pytest.mark.parametrize("count", [1, 2])
def test_what_goes_wrong_in_a_worker_goes_wrong_here(count: int) -> None:
    done = map_batches(refuse, None, range(4), count)
    assert next(done) == 0
    with pytest.raises(ValueError, match="batch 1"):
        next(done)


def test_what_a_dead_worker_left_is_done_here() -> None:
    done = list(map_batches(die_in_a_child, os.getpid(), range(6), 2))
    assert [batch for batch, _ in done] == list(range(6))
    assert done[1] == (1, os.getpid())


def test_each_batch_that_died_is_tried_once_more_and_no_oftener(tmp_path: Path) -> None:
    assert list(map_batches(die_as_a_witness, (os.getpid(), tmp_path), range(4), 2)) == list(range(4))
    ours = [path for path in tmp_path.iterdir() if path.name.endswith(f"-{os.getpid()}")]
    assert len(ours) == 4


def test_a_pool_that_dies_while_work_is_handed_out_loses_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    real = ProcessPoolExecutor.submit

    def dies_at_the_third(pool: ProcessPoolExecutor, job: object, *rest: object) -> object:
        if rest[-1] == 2:
            raise BrokenProcessPool
        return real(pool, job, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(ProcessPoolExecutor, "submit", dies_at_the_third)
    assert list(map_batches(slow_first, None, range(5), 2)) == list(range(5))


def test_a_consumer_that_stops_early_leaves_no_process() -> None:
    done = map_batches(whoami, None, range(50), 2)
    next(done)
    done.close()  # type: ignore[attr-defined]
    assert multiprocessing.active_children() == []


def test_a_child_leaves_ctrl_c_to_its_parent(monkeypatch: pytest.MonkeyPatch) -> None:
    heard = []
    monkeypatch.setattr(signal, "signal", lambda number, action: heard.append((number, action)))
    monkeypatch.setattr(multiprocessing.current_process(), "name", "ForkProcess-3")
    monkeypatch.setattr(workers, "_inherited", [])
    workers._inherit("shared", "render")
    assert heard == [(signal.SIGINT, signal.SIG_IGN), (signal.SIGTERM, signal.SIG_DFL)]
    assert multiprocessing.current_process().name == "render-3"
    assert workers._run(lambda shared, batch: (shared, batch), 1) == ("shared", 1)


def test_there_are_as_many_workers_as_processors_that_we_may_use(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _pid: {0, 3, 5}, raising=False)
    assert default_workers() == 3


@pytest.mark.parametrize(("told", "count"), [(4, 4), (None, 1)])
def test_where_nobody_says_which_we_may_use_it_is_all(
    monkeypatch: pytest.MonkeyPatch, told: int | None, count: int
) -> None:
    monkeypatch.delattr(os, "sched_getaffinity", raising=False)
    monkeypatch.setattr(os, "cpu_count", lambda: told)
    assert default_workers() == count


def test_where_nothing_can_be_forked_processes_are_spawned(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(multiprocessing, "get_all_start_methods", lambda: ["spawn"])
    assert workers._context().get_start_method() == "spawn"
