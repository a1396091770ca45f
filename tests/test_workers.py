import gc
import multiprocessing
import os
import pickle
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import Future
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import crafts
from hatinh_news.model.errors import CannotBuild
from hatinh_news.workers import CHOICES, Crew, batches, crew, crews, default_workers, map_batches, processes, serve
from hatinh_news.workers.window import in_turn
from newsroom import unmeasured

SERIAL, FORK, SPAWN, THREADS = Crew("serial"), Crew("fork", 2), Crew("spawn", 2), Crew("threads", 2)
LOCAL = [SERIAL, FORK, SPAWN, THREADS]

needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")
needs_proc = pytest.mark.skipif(not Path("/proc/self").exists(), reason="looks for processes in /proc")


def name_of(who: Crew) -> str:
    return who.kind


# Crews by name


@pytest.mark.parametrize(
    ("name", "count", "found"),
    [
        ("serial", 0, Crew("serial")),
        ("serial", 4, Crew("serial", 4)),
        ("fork", 3, Crew("fork", 3)),
        ("fork", 1, Crew("fork", 1)),
        ("spawn", 0, Crew("spawn")),
        ("threads", 2, Crew("threads", 2)),
        ("processes", 1, Crew("fork", 1)),
        ("auto", 3, Crew("fork", 3)),
        ("", 1, Crew("serial", 1)),
        ("tcp://may-chu:8786", 0, Crew("dask", 0, "tcp://may-chu:8786")),
        ("tls://[::1]:8786/", 5, Crew("dask", 5, "tls://[::1]:8786/")),
    ],
)
@needs_fork
def test_a_crew_is_chosen_by_name(name: str, count: int, found: Crew) -> None:
    assert crew(name, count) == found


@pytest.mark.parametrize(
    "name", ["forks", "dask", "tcp://", "tcp://host", "tcp://host:x", "tcp://host:99999", "tcp://h:1/a", "http://h:1"]
)
def test_a_name_that_nobody_bears_is_refused_with_the_choices(name: str) -> None:
    with pytest.raises(ValueError, match=name) as refused:
        crew(name)
    assert all(choice in str(refused.value) for choice in CHOICES)


def test_fewer_than_no_workers_are_refused() -> None:
    with pytest.raises(ValueError, match="-1"):
        crew("", -1)


def test_where_nothing_can_be_forked_processes_are_spawned(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "fork", raising=False)
    assert crew("", 2) == crew("processes", 2) == Crew("spawn", 2)
    with pytest.raises(ValueError, match="spawn"):
        crew("fork")


@pytest.mark.parametrize(("processors", "kind"), [({0}, "serial"), ({0, 1}, "fork")])
@needs_fork
def test_of_itself_the_program_forks_where_there_are_several_processors(
    monkeypatch: pytest.MonkeyPatch, processors: set[int], kind: str
) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _pid: processors, raising=False)
    assert crew("auto") == Crew(kind)  # type: ignore[arg-type]


def test_there_are_as_many_workers_as_processors_that_we_may_use(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _pid: {0, 3, 5}, raising=False)
    assert default_workers() == Crew("fork").size == 3


@pytest.mark.parametrize(("told", "count"), [(4, 4), (None, 1)])
def test_where_nobody_says_which_we_may_use_it_is_all(
    monkeypatch: pytest.MonkeyPatch, told: int | None, count: int
) -> None:
    monkeypatch.delattr(os, "sched_getaffinity", raising=False)
    monkeypatch.setattr(os, "cpu_count", lambda: told)
    assert crews.default_workers() == count


def test_choosing_a_crew_loads_nothing_that_only_some_crews_need() -> None:
    code = (
        "import sys; known = set(sys.modules); import hatinh_news.workers as w;"
        "w.crew('tcp://h:1'); list(w.map_batches(max, 1, [2, 3], 1));"
        "print({'multiprocessing', 'concurrent.futures', 'distributed', 'pickle'} & sys.modules.keys() - known)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout == "set()\n"


# Batches


def test_batches_are_cut_in_order_and_the_last_may_be_shorter() -> None:
    assert batches("abcdefg", 3) == ["abc", "def", "g"]
    assert batches([], 3) == []


@settings(max_examples=50, deadline=None)
@given(st.lists(st.integers()), st.integers(1, 10))
def test_batches_lose_nothing(numbers: list[int], size: int) -> None:
    pieces = batches(numbers, size)
    assert [number for piece in pieces for number in piece] == numbers
    assert all(0 < len(piece) <= size for piece in pieces)


# The same results in the same order


@pytest.mark.parametrize("who", [*LOCAL, 0, 1, 2, 3], ids=str)
def test_any_crew_gives_the_same_results_in_the_same_order(who: Crew | int) -> None:
    work = [[number, number] for number in range(7)]
    assert list(map_batches(crafts.add, 100, work, who)) == [100, 102, 104, 106, 108, 110, 112]


@settings(max_examples=25, deadline=None)
@given(st.lists(st.lists(st.integers())), st.sampled_from([Crew("fork", 1), FORK, Crew("fork", 5), THREADS]))
@needs_fork
def test_no_crew_differs_from_one_worker(work: list[list[int]], who: Crew) -> None:
    assert list(map_batches(crafts.add, 7, iter(work), who)) == list(map_batches(crafts.add, 7, work, 1))


@pytest.mark.parametrize("who", [FORK, THREADS], ids=name_of)
def test_results_come_in_the_order_of_the_work_not_of_its_end(who: Crew) -> None:
    assert list(map_batches(crafts.slow_first, None, range(6), who)) == [0, 1, 2, 3, 4, 5]


@pytest.mark.parametrize("who", [1, SERIAL], ids=str)
def test_one_worker_is_this_process(who: Crew | int) -> None:
    assert {pid for pid, _ in map_batches(crafts.whoami, None, range(3), who)} == {os.getpid()}


@pytest.mark.parametrize("who", [*LOCAL, Crew("dask", 0, "tcp://nobody.invalid:1")], ids=name_of)
def test_one_batch_is_not_worth_a_crew(who: Crew) -> None:
    assert [pid for pid, _ in map_batches(crafts.whoami, None, [0], who)] == [os.getpid()]


@pytest.mark.parametrize("who", LOCAL, ids=name_of)
def test_no_batch_is_no_work(who: Crew) -> None:
    assert list(map_batches(crafts.add, 1, [], who)) == []


@pytest.mark.parametrize("who", [FORK, SPAWN], ids=name_of)
def test_workers_are_processes_with_a_name(who: Crew) -> None:
    done = list(map_batches(crafts.whoami, None, range(8), who, "render"))
    assert os.getpid() not in {pid for pid, _ in done}
    assert {name for _, name in done} == {"render-1", "render-2"}


@needs_fork
def test_there_are_no_more_processes_than_batches() -> None:
    done = list(map_batches(crafts.whoami, None, range(3), Crew("fork", 8), "render"))
    assert {name for _, name in done} == {"render-1", "render-2", "render-3"}


def test_threads_are_of_this_process_and_have_a_name() -> None:
    done = list(map_batches(crafts.which_thread, None, range(8), THREADS, "render"))
    assert {pid for pid, _ in done} == {os.getpid()}
    assert all(name.startswith("render") for _, name in done)


@pytest.mark.parametrize("who", [FORK, THREADS], ids=name_of)
@needs_fork
def test_what_is_shared_need_not_be_picklable_where_it_is_inherited(who: Crew) -> None:
    assert list(map_batches(crafts.apply, lambda number: number * 2, range(3), who)) == [0, 2, 4]


@pytest.mark.parametrize(("who", "more"), [(SERIAL, 9), (FORK, 9), (SPAWN, 1), (THREADS, 9)], ids=str)
def test_only_those_who_cannot_inherit_get_what_is_shared_cut_to_the_batch(who: Crew, more: int) -> None:
    shared = {number: str(number) for number in range(9)}
    done = list(map_batches(crafts.look_up, shared, range(9), who, cut=crafts.only_needed))
    assert done == [(str(number), more) for number in range(9)]


@pytest.mark.parametrize("who", [FORK, THREADS], ids=name_of)
@pytest.mark.parametrize("size", [10, 20_000, 3_000_000])
def test_batches_and_results_of_any_size_get_through(who: Crew, size: int) -> None:
    work = [bytes([number]) * size for number in range(7)]
    assert list(map_batches(crafts.long_batch, None, work, who)) == work


@pytest.mark.parametrize("who", [SERIAL, FORK, THREADS], ids=name_of)
def test_batches_are_taken_only_a_few_ahead_of_the_results(who: Crew) -> None:
    taken, ahead = 0, []

    def work() -> Iterator[list[int]]:
        nonlocal taken
        for number in range(100):
            taken += 1
            yield [number]

    for given_, _ in enumerate(map_batches(crafts.add, 0, work(), who)):
        ahead.append(taken - given_)
    assert max(ahead) <= 3 * 2


# What goes wrong


@pytest.mark.parametrize("who", LOCAL, ids=name_of)
def test_what_goes_wrong_in_a_worker_goes_wrong_here_in_its_turn(who: Crew) -> None:
    done = map_batches(crafts.refuse, None, range(4), who)
    assert next(done) == 0
    with pytest.raises(ValueError, match="batch 1"):
        next(done)
    assert multiprocessing.active_children() == []


@needs_fork
def test_an_exception_of_a_worker_tells_where_it_was_raised() -> None:
    with pytest.raises(ValueError, match="batch 1") as raised:
        list(map_batches(crafts.refuse, None, range(4), FORK, "load"))
    assert "In load-" in raised.value.__notes__[0]
    assert "crafts.py" in raised.value.__notes__[0]


@pytest.mark.parametrize(
    ("job", "raised", "words"),
    [
        (crafts.not_picklable, Exception, "lambda|local"),
        (crafts.raise_stubborn, Exception, "1 and 2"),
        (crafts.raise_mute, Exception, "quiet"),
        (crafts.return_broken, ValueError, "no number"),
    ],
)
@needs_fork
def test_what_cannot_be_sent_is_told(job: Any, raised: type[Exception], words: str) -> None:
    with pytest.raises(raised, match=words):
        list(map_batches(job, None, range(3), FORK))


@pytest.mark.parametrize("who", [FORK, Crew("fork", 1), SPAWN], ids=str)
def test_a_batch_that_kills_its_worker_is_tried_once_more_and_then_told(who: Crew, tmp_path: Path) -> None:
    done, got = map_batches(crafts.die_always, (str(tmp_path), signal.SIGKILL), range(9), who, "render"), []
    with pytest.raises(CannotBuild) as refused:
        got += [next(done) for _ in range(9)]
    (fault,) = refused.value.faults
    assert fault.code == "worker-died"
    assert fault.message() == "a worker died twice at batch 3 of the stage “render” (SIGKILL)"
    assert "--workers" in fault.hint()
    assert len(list(tmp_path.iterdir())) == 2
    assert multiprocessing.active_children() == []


@needs_fork
def test_what_was_done_before_a_worker_died_is_given_out(tmp_path: Path) -> None:
    done, got = map_batches(crafts.die_always, (str(tmp_path), -7), range(9), FORK), []
    with pytest.raises(CannotBuild, match=r"exit 7"):
        for result in done:
            got.append(result)  # noqa: PERF402 (what came before the exception is what is looked at)
    assert got == [0, 1]


@pytest.mark.parametrize("who", [Crew("fork", 1), FORK, Crew("fork", 4), SPAWN], ids=str)
def test_workers_that_die_once_cost_nothing_but_time(who: Crew, tmp_path: Path) -> None:
    done = list(map_batches(crafts.die_once, str(tmp_path), range(20 if who.kind == "fork" else 5), who))
    assert [batch for batch, _ in done] == list(range(len(done)))
    assert os.getpid() not in {pid for _, pid in done}


@needs_fork
def test_a_worker_that_dies_in_the_middle_of_its_answer_stops_nobody(tmp_path: Path) -> None:
    done = map_batches(crafts.die_in_the_middle_of_its_answer, str(tmp_path), range(6), FORK)
    lengths = []
    for result in done:
        lengths.append(len(result))
        time.sleep(0.5 if len(lengths) == 1 else 0)  # so long that the worker dies with its answer in the pipe
    assert lengths == [0, 10_000_000, 0, 0, 0, 0]


@needs_fork
def test_a_worker_that_died_at_rest_is_noticed_when_it_gets_work() -> None:
    def work() -> Iterator[int]:
        yield from range(6)
        time.sleep(0.2)
        for child in multiprocessing.active_children():
            child.kill()
            child.join()
        yield from range(6, 12)

    assert list(map_batches(crafts.slow_first, None, work(), FORK)) == list(range(12))


# The end


@pytest.mark.parametrize("who", [FORK, SPAWN, THREADS], ids=name_of)
def test_a_consumer_that_stops_early_leaves_nothing_running(who: Crew) -> None:
    before = threading.active_count()
    done = map_batches(crafts.whoami, None, range(50), who)
    next(done)
    done.close()  # type: ignore[attr-defined]
    assert multiprocessing.active_children() == []
    assert threading.active_count() == before


@needs_fork
def test_a_worker_that_does_not_end_is_ended(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(processes, "GRACE", 0.1)
    monkeypatch.setattr(multiprocessing.process.BaseProcess, "terminate", lambda _process: None)
    done = map_batches(crafts.slow_first, None, iter([1, 2, 3, 4]), FORK)
    assert next(done) == 1
    for child in multiprocessing.active_children():
        os.kill(child.pid or 0, signal.SIGSTOP)
    done.close()  # type: ignore[attr-defined]
    assert multiprocessing.active_children() == []


SLEEPERS = """
import signal, sys, crafts
from hatinh_news.workers import Crew, map_batches
signal.signal(signal.SIGTERM, signal.default_int_handler)
list(map_batches(crafts.rest_for_long, sys.argv[1], range(9), Crew(sys.argv[2], 2)))
"""


@pytest.mark.parametrize("kind", ["fork", "spawn"])
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
@needs_proc
def test_a_program_that_is_stopped_leaves_no_children(kind: str, number: signal.Signals, tmp_path: Path) -> None:
    python = [sys.executable, "-W", "error", "-c", SLEEPERS, str(tmp_path), kind]
    path = os.pathsep.join([str(Path(__file__).parent), *sys.path])
    with subprocess.Popen(python, stderr=subprocess.PIPE, text=True, env=unmeasured(PYTHONPATH=path)) as program:
        await_(lambda: len(list(tmp_path.iterdir())) == 2)
        children = [int(file.name.partition("-")[2]) for file in tmp_path.iterdir()]
        program.send_signal(number)
        if number == signal.SIGKILL:
            for child in children:  # at work for a minute still; nobody tells them but the end of their pipe
                os.kill(child, signal.SIGTERM)
        said = program.communicate(timeout=20)[1]
    assert said.count("Traceback") == (number != signal.SIGKILL), said
    await_(lambda: not any(lives(child) for child in children))


ORPHANS = """
import os, sys, crafts
from hatinh_news.workers import Crew, map_batches
done = map_batches(crafts.whoami, None, iter(int, 1), Crew("fork", 2))
print(*{next(done)[0] for _ in range(20)}, flush=True)
os.kill(os.getpid(), 9)
"""


@needs_proc
def test_workers_whose_parent_was_killed_end_by_themselves() -> None:
    path = os.pathsep.join([str(Path(__file__).parent), *sys.path])
    environment = unmeasured(PYTHONPATH=path)
    program = subprocess.run(
        [sys.executable, "-c", ORPHANS], check=False, stdout=subprocess.PIPE, text=True, env=environment, timeout=20
    )
    children = [int(word) for word in program.stdout.split()]
    assert len(children) == 2
    await_(lambda: not any(lives(child) for child in children))


def await_(condition: Any) -> None:
    """Waits until something is so, for ten seconds at most."""
    for _ in range(1000):
        if condition():
            return
        time.sleep(0.01)
    raise AssertionError("it did not come to pass")


def lives(pid: int) -> bool:
    try:
        return ") Z " not in Path(f"/proc/{pid}/stat").read_text(encoding="utf-8")
    except FileNotFoundError:
        return False


def test_what_is_not_yet_begun_is_cancelled_when_nobody_wants_it() -> None:
    made: list[Future[int]] = []

    def submit(_batch: int) -> Future[int]:
        made.append(Future())
        return made[-1]

    turns = in_turn(submit, range(9), 4)
    next(turns)
    turns.close()
    assert [future.cancelled() for future in made] == [True] * 4


# A worker's own side, looked at from inside


@pytest.fixture
def pipe(monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Any, Any]]:
    monkeypatch.setattr(gc, "freeze", lambda: None)
    monkeypatch.setattr(signal, "signal", lambda _number, _action: None)
    monkeypatch.setattr(serve, "ours", {multiprocessing.Pipe()[0]})
    parent, child = multiprocessing.Pipe()
    with parent, child:
        yield parent, child


def test_a_worker_answers_until_its_pipe_ends(pipe: tuple[Any, Any]) -> None:
    parent, child = pipe
    for work in ([1],), ([2], 10):
        parent.send_bytes(pickle.dumps(work))
    answers = []
    end = threading.Timer(0.2, parent.close)

    def recorded(answer: bytes) -> None:
        answers.append(pickle.loads(answer))
        if len(answers) == 2:
            end.start()

    child_ = type("Child", (), {"recv_bytes": child.recv_bytes, "send_bytes": staticmethod(recorded)})()
    serve.serve(child_, crafts.add, 5)
    end.join()
    assert answers == [(True, 6), (True, 12)]


def test_a_worker_whose_parent_is_gone_does_nothing_more(
    pipe: tuple[Any, Any], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    parents = iter([1, 1, 2])
    monkeypatch.setattr(os, "getppid", lambda: next(parents))
    for batch in (1, 2):
        pipe[0].send_bytes(pickle.dumps((batch,)))
    serve.serve(pipe[1], crafts.leave_a_mark, str(tmp_path))
    assert [file.name for file in tmp_path.iterdir()] == ["1"]


@pytest.mark.parametrize("job", [crafts.refuse, crafts.raise_mute])
def test_a_worker_answers_with_what_went_wrong(pipe: tuple[Any, Any], job: Any) -> None:
    well, error = pickle.loads(serve._answer(job, None, pickle.dumps((1,))))
    assert (well, isinstance(error, Exception)) == (False, True)


def test_a_batch_that_cannot_be_read_is_an_answer_too() -> None:
    well, error = pickle.loads(serve._answer(crafts.add, 1, b"no pickle"))
    assert (well, isinstance(error, pickle.UnpicklingError)) == (False, True)


def test_systems_without_masks_of_signals_start_workers_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(signal, "pthread_sigmask", raising=False)
    assert list(map_batches(crafts.add, 1, [[1], [2]], FORK)) == [2, 3]


@pytest.mark.parametrize("kind", ["fork", "spawn"])
def test_a_worker_is_replaced_after_so_many_batches(kind: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "LIFE", 3)
    done = list(map_batches(crafts.whoami, None, range(12), Crew(kind, 2), "render"))
    assert len(done) == 12
    counts = Counter(pid for pid, _ in done)
    assert max(counts.values()) <= 3
    assert multiprocessing.active_children() == []
