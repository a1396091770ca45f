"""Work on a Dask cluster whose machines share the folders of the site."""

import pickle
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import CancelledError, Future
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, Final, TypeVar

from hatinh_news import __version__
from hatinh_news.model.errors import CannotBuild
from hatinh_news.model.fault import Fault, Place
from hatinh_news.workers import faults
from hatinh_news.workers.crews import Crew
from hatinh_news.workers.window import AHEAD, in_turn

Shared = TypeVar("Shared")
Batch = TypeVar("Batch")
Result = TypeVar("Result")

PATIENCE: Final = 10.0
"""Seconds to wait for the scheduler, and for its first worker."""

_VERSION: Final = "__import__('hatinh_news').__version__"


def map_on_cluster(
    job: Callable[[Shared, Batch], Result],
    shared: Shared,
    batches: Iterable[Batch],
    crew: Crew,
    name: str,
    cut: Callable[[Shared, Batch], Shared] | None,
) -> Iterator[Result]:
    """The results of `job(shared, batch)` in order; raises CannotBuild where the cluster is not fit for them."""
    with _client(crew.address) as client:
        _check(client, crew)
        count = crew.count or sum(client.nthreads().values())
        executor = client.get_executor(pure=False)
        sent = None if cut else _sent(client, shared)

        def submit(batch: Batch) -> Future[Result]:
            # Pickled here, so that Dask does not search every batch for results of its own.
            work = pickle.dumps((batch, cut(shared, batch)) if cut else (batch,))
            made: Future[Result] = executor.submit(do, job, sent, work)
            return made

        with closing(in_turn(submit, batches, AHEAD * count)) as futures:
            for number, future in enumerate(futures, 1):
                yield _result(future, crew, name, number)


def do(job: Callable[[Any, Any], Result], shared: Any, work: bytes) -> Result:
    """One batch, with what it needs; this runs on the workers."""
    batch, *piece = pickle.loads(work)  # noqa: S301 (our own)
    return job(piece[0] if piece else shared, batch)


def _sent(client: Any, shared: object) -> Any:
    """`shared` on the cluster: sent once, handed from worker to worker, and made again where those who had it died.

    Data that are scattered would be lost with them, and batches would wait for it forever.
    """
    from dask import config

    with config.set({"distributed.admin.large-graph-warning-threshold": "1TB"}):
        return client.submit(pickle.loads, pickle.dumps(shared), pure=False)


@contextmanager
def _client(address: str) -> Iterator[Any]:
    """A connection to the scheduler, closed at the end."""
    try:
        from distributed import Client
    except ImportError as error:
        raise _cannot(faults.NO_DISTRIBUTED.at(Place(address))) from error
    try:
        client = Client(address, timeout=PATIENCE, set_as_default=False)
    except (OSError, ValueError) as error:
        raise _cannot(faults.UNREACHABLE.at(Place(address), reason=_reason(error))) from error
    with client:
        yield client


def _check(client: Any, crew: Crew) -> None:
    """Raises CannotBuild unless there are workers, all of them of our version, who all see our folders."""
    place = Place(crew.address)
    try:
        client.wait_for_workers(1, timeout=PATIENCE)
    except TimeoutError as error:
        raise _cannot(faults.NO_WORKERS.at(place, address=crew.address)) from error
    # A text, because a function of ours could not even be named where hatinh_news is not installed.
    versions = client.run(eval, _VERSION, on_error="return")
    if wrong := [_unlike(place, worker, found) for worker, found in sorted(versions.items()) if found != __version__]:
        raise CannotBuild(*wrong)
    unseen = client.run(unseen_folders, crew.folders, on_error="ignore")
    if wrong := [
        faults.FOLDER_UNSEEN.at(place, worker=worker, folder=folder)
        for worker, folders in sorted(unseen.items())
        for folder in folders
    ]:
        raise CannotBuild(*wrong)


def _unlike(place: Place, worker: str, found: object) -> Fault:
    if isinstance(found, str):
        return faults.OTHER_VERSION.at(place, worker=worker, found=found, version=__version__)
    return faults.CANNOT_IMPORT.at(place, worker=worker, reason=_reason(found))


def unseen_folders(folders: Iterable[str]) -> list[str]:
    """Those that do not exist where this runs, which is on the workers."""
    return [folder for folder in folders if not Path(folder).is_dir()]


def _result(future: Future[Result], crew: Crew, name: str, number: int) -> Result:
    """What became of a batch; Dask has by then tried it on several workers."""
    from distributed import KilledWorker

    try:
        return future.result()
    except KilledWorker as error:
        raise _cannot(faults.CLUSTER_DIED.at(Place(crew.address), number=number, name=name)) from error
    except CancelledError as error:
        raise _cannot(faults.UNREACHABLE.at(Place(crew.address), reason=_reason(error))) from error


def _cannot(fault: Fault) -> CannotBuild:
    return CannotBuild(fault)


def _reason(error: object) -> str:
    """The first line of what an exception says, with its type."""
    first = str(error).partition("\n")[0]
    return f"{type(error).__name__}: {first}".rstrip(": ")
