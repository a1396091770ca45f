"""The crew of one build: who does the batches, and who is told how far they are."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sized
from dataclasses import dataclass
from typing import TypeVar

from hatinh_news import read, workers
from hatinh_news.build.request import Progress, Request

S = TypeVar("S")
B = TypeVar("B", bound=Sized)
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Crew:
    """`engine` names the program with all that its pages are made by."""

    request: Request
    engine: bytes
    progress: Progress

    def run(self, stage: str, total: int) -> read.Run:
        """How the batches of a stage are done, which are `total` files or pages: each is made when its turn comes."""

        def run(job: Callable[[S, B], R], shared: S, batches: Iterable[B]) -> Iterator[R]:
            sizes: deque[int] = deque()
            done = 0
            for result in workers.map_batches(job, shared, _sized(batches, sizes), self.request.workers, stage):
                done += sizes.popleft()
                self.progress(stage, done, total)
                yield result

        return run


def _sized(batches: Iterable[B], sizes: deque[int]) -> Iterator[B]:
    for batch in batches:
        sizes.append(len(batch))
        yield batch
