"""Work in threads of this process: for a Python whose threads run at once, and for looking into a job."""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from typing import TypeVar

from hatinh_news.workers.window import AHEAD, in_turn

Shared = TypeVar("Shared")
Batch = TypeVar("Batch")
Result = TypeVar("Result")


def map_in_threads(
    job: Callable[[Shared, Batch], Result], shared: Shared, batches: Iterable[Batch], count: int, name: str
) -> Iterator[Result]:
    """The results of `job(shared, batch)` in order; `job` must not change what is shared."""
    with (
        ThreadPoolExecutor(count, name) as pool,
        closing(in_turn(lambda batch: pool.submit(job, shared, batch), batches, AHEAD * count)) as futures,
    ):
        for future in futures:
            yield future.result()
