"""Work in batches, by whichever crew: the same results in the same order, whoever did them."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import TypeVar

from hatinh_news.workers.crews import CHOICES, Crew, crew, default_workers

__all__ = ["CHOICES", "Crew", "batches", "crew", "default_workers", "map_batches"]

Shared = TypeVar("Shared")
Batch = TypeVar("Batch")
Result = TypeVar("Result")
T = TypeVar("T")


def batches(sequence: Sequence[T], size: int) -> list[Sequence[T]]:
    """`sequence` cut into pieces of `size`; the last one may be shorter."""
    return [sequence[start : start + size] for start in range(0, len(sequence), size)]


def map_batches(
    job: Callable[[Shared, Batch], Result],
    shared: Shared,
    batches: Iterable[Batch],
    crew: Crew | int = 0,
    name: str = "worker",
    cut: Callable[[Shared, Batch], Shared] | None = None,
) -> Iterator[Result]:
    """The results of `job(shared, batch)`, in the order of `batches`, which are taken only a few ahead of the results.

    A number in place of a crew means so many processes, 0 one for each processor. Fewer than two batches are done
    here whoever the crew is. `job` is a pure function of a module; batches and results can be pickled. Forked processes
    inherit `shared` and threads share it; all others get it pickled, once each, or, with `cut`, get with every batch
    `cut(shared, batch)`, which holds what that batch needs. Workers that are processes are called `name`-1, ….

    An exception of the job is raised in its turn. A batch whose worker dies is tried once more, alone; CannotBuild is
    raised in its turn when that worker dies, too.
    """
    who = crew if isinstance(crew, Crew) else _crew("", crew)
    rest = iter(batches)
    first = list(islice(rest, 2))
    todo = chain(first, rest)
    if len(first) < 2 or who.kind == "serial":
        yield from (job(shared, batch) for batch in todo)
    elif who.kind == "threads":
        from hatinh_news.workers.threads import map_in_threads

        yield from map_in_threads(job, shared, todo, who.size, name)
    elif who.kind == "dask":
        from hatinh_news.workers.cluster import map_on_cluster

        yield from map_on_cluster(job, shared, todo, who, name, cut)
    else:
        from hatinh_news.workers.processes import map_in_processes

        yield from map_in_processes(job, shared, todo, who, name, cut)


_crew = crew
