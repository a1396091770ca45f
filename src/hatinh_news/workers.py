"""Work in batches, in this process or in several: the same results in the same order, whoever did them."""

import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from typing import Any, TypeVar

Shared = TypeVar("Shared")
Batch = TypeVar("Batch")
Result = TypeVar("Result")
T = TypeVar("T")

_inherited: list[Any] = []


def default_workers() -> int:
    """How many processors this program may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def batches(sequence: Sequence[T], size: int) -> list[Sequence[T]]:
    """`sequence` cut into pieces of `size`; the last one may be shorter."""
    return [sequence[start : start + size] for start in range(0, len(sequence), size)]


def map_batches(
    job: Callable[[Shared, Batch], Result],
    shared: Shared,
    batches: Iterable[Batch],
    workers: int = 0,
    name: str = "worker",
) -> Iterator[Result]:
    """The results of `job(shared, batch)`, in the order of `batches`.

    `workers` 0 means one for each processor; with 1, or one batch, all is done in this process. Else `job` is a
    function of a module, batches and results can be pickled, and `shared` is inherited by the processes (called
    `name`-1, …) where the system can fork. When a process dies, what is not yet done is done in this one.
    """
    todo = list(batches)
    count = min(workers or default_workers(), len(todo))
    if count > 1:
        yield from _in_processes(job, shared, todo, count, name)
    else:
        yield from (job(shared, batch) for batch in todo)


def _in_processes(
    job: Callable[[Shared, Batch], Result], shared: Shared, todo: list[Batch], count: int, name: str
) -> Iterator[Result]:
    pool = ProcessPoolExecutor(count, _context(), _inherit, (shared, name))
    try:
        futures = _submit(pool, job, todo)
        for batch in todo:
            future = futures.popleft() if futures else None
            yield future.result() if future and not _died(future) else job(shared, batch)
    finally:
        pool.shutdown(cancel_futures=True)


def _submit(pool: ProcessPoolExecutor, job: Callable[[Any, Batch], Result], todo: list[Batch]) -> deque[Future[Result]]:
    """The work handed out, as far as the pool lives to take it."""
    futures: deque[Future[Result]] = deque()
    with suppress(BrokenProcessPool):
        for batch in todo:
            futures.append(pool.submit(_run, job, batch))
    return futures


def _died(future: Future[Any]) -> bool:
    """Waits for a piece of work; whether a process died before it was done."""
    return isinstance(future.exception(), BrokenProcessPool)


def _context() -> Any:
    """Forking is twenty times quicker, and its children inherit what is shared; not every system can."""
    return multiprocessing.get_context("fork" if "fork" in multiprocessing.get_all_start_methods() else "spawn")


def _inherit(shared: object, name: str) -> None:
    """Begins a child: Ctrl-C is the parent's business, and the parent's way to stop is not the child's."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    process = multiprocessing.current_process()
    process.name = f"{name}-{process.name.rpartition('-')[2]}"
    _inherited[:] = [shared]


def _run(job: Callable[[Any, Batch], Result], batch: Batch) -> Result:
    return job(_inherited[0], batch)
