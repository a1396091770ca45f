"""The crew of one build: who does the batches, who is told how far they are, and which extensions lend a hand."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sized
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from hatinh_news import workers
from hatinh_news.build.hands import NOBODY, Hands
from hatinh_news.build.request import Awaited, Progress, Request
from hatinh_news.model.digest import name_of
from hatinh_news.model.run import Run

S = TypeVar("S")
B = TypeVar("B", bound=Sized)
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Crew:
    """`engine` names the program with all that its pages are made by; `awaited` is what somebody waits for."""

    request: Request
    engine: bytes
    progress: Progress
    hands: Hands = NOBODY
    awaited: Awaited | None = None

    def with_hands(self, hands: Hands) -> "Crew":
        """The crew with the help of extensions, which are then part of the engine."""
        return replace(self, hands=hands, engine=name_of(self.engine, hands.key)) if hands.names else self

    def run(self, stage: str, total: int, cut: Callable[[Any, Any], Any] | None = None) -> Run:
        """How the batches of a stage are done, which are `total` files or pages: each is made when its turn comes.

        `cut` takes what one batch needs out of what all share, for workers that inherit nothing.
        """
        request = self.request
        folders = (str(request.site), str(request.out.parent))
        who = replace(workers.crew(request.executor, request.workers), folders=folders)

        def run(job: Callable[[S, B], R], shared: S, batches: Iterable[B]) -> Iterator[R]:
            sizes: deque[int] = deque()
            done = 0
            for result in workers.map_batches(job, shared, _sized(batches, sizes), who, stage, cut):
                done += sizes.popleft()
                self.progress(stage, done, total)
                yield result

        return run


def _sized(batches: Iterable[B], sizes: deque[int]) -> Iterator[B]:
    for batch in batches:
        sizes.append(len(batch))
        yield batch
