"""Results of futures, in the order of the work."""

from collections import deque
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import Future
from typing import Final, TypeVar

Batch = TypeVar("Batch")
Result = TypeVar("Result")

AHEAD: Final = 3
"""Batches in hand for each worker: one at work, one next to it, and one that is done before an earlier one."""


def in_turn(
    submit: Callable[[Batch], Future[Result]], batches: Iterable[Batch], ahead: int
) -> Generator[Future[Result], None, None]:
    """Futures in the order of `batches`, of which at most `ahead` are in hand; left early, it cancels what it can."""
    futures: deque[Future[Result]] = deque()
    try:
        for batch in batches:
            futures.append(submit(batch))
            if len(futures) == ahead:
                yield futures[0]
                futures.popleft()
        while futures:
            yield futures[0]
            futures.popleft()
    finally:
        for future in futures:
            future.cancel()
