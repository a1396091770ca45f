"""How batches of a stage are done: by whomever the caller brings."""

from collections.abc import Callable, Iterable, Iterator, Sized
from typing import Protocol, TypeVar

S = TypeVar("S")
B = TypeVar("B", bound=Sized)
R = TypeVar("R")


class Run(Protocol):
    """Something that does a job for each batch, and yields the results in the order of the batches."""

    def __call__(self, job: Callable[[S, B], R], shared: S, batches: Iterable[B]) -> Iterator[R]: ...


def serially(job: Callable[[S, B], R], shared: S, batches: Iterable[B]) -> Iterator[R]:
    """Does one batch after another, in this process."""
    return (job(shared, batch) for batch in batches)
