"""Work in processes of this machine: a pool that knows which of its workers does what, and survives their death.

Each worker has a pipe of its own, so that one that dies in the middle of a sentence is heard as the end of its pipe and
blocks nobody, and one whose parent dies hears the same. There is no thread, so that forking is safe at any time.
"""

import multiprocessing
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from itertools import islice
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from multiprocessing.reduction import ForkingPickler
from typing import Any, Final, TypeVar

from hatinh_news.model.errors import CannotBuild
from hatinh_news.model.fault import Place
from hatinh_news.workers.crews import Crew
from hatinh_news.workers.faults import WORKER_DIED
from hatinh_news.workers.serve import ours, serve
from hatinh_news.workers.window import AHEAD

Shared = TypeVar("Shared")
Batch = TypeVar("Batch")
Result = TypeVar("Result")

SMALL: Final = 7_168
"""Bytes that every system's pipe takes without waiting for its reader: so much may be sent to a worker at work."""

LIFE: Final = 100
"""Batches after which a worker is replaced: a fork copies what it touches, and in time would copy all there is."""

GRACE: Final = 5.0
"""Seconds that a worker is given to end, once it has been told to."""


def map_in_processes(
    job: Callable[[Shared, Batch], Result],
    shared: Shared,
    batches: Iterable[Batch],
    crew: Crew,
    name: str,
    cut: Callable[[Shared, Batch], Shared] | None,
) -> Iterator[Result]:
    """The results of `job(shared, batch)` in order; no process is left, however this ends."""
    if crew.kind == "fork":
        cut = None
    todo = ((batch, *([cut(shared, batch)] if cut else [])) for batch in batches)
    pool = _Pool(crew.kind, crew.size, (job, None if cut else shared), name)
    try:
        yield from pool.results(bytes(ForkingPickler.dumps(work)) for work in todo)
        pool.dismiss()
    finally:
        pool.close()


@dataclass(eq=False, slots=True)
class _Worker:
    """A process, our end of its pipe, the numbers of the batches sent to it, of which it does the first, and how many
    more it may be sent."""

    process: BaseProcess
    pipe: Connection
    numbers: deque[int] = field(default_factory=deque)
    left: int = LIFE


class _Pool:
    """Workers, and the batches in hand."""

    def __init__(self, method: str, size: int, task: tuple[Any, ...], name: str) -> None:
        self.context: Any = multiprocessing.get_context(method)
        self.size, self.task, self.name = size, task, name
        self.workers: list[_Worker] = []
        self.started = 0
        self.works: dict[int, bytes] = {}  # sent or to be sent, by number; forgotten when the answer is here
        self.waiting: deque[int] = deque()  # to be sent
        self.suspects: deque[int] = deque()  # a worker died doing them: to be sent once more
        self.answers: dict[int, tuple[bool, Any]] = {}  # whether all is well, and the result or the exception

    def results(self, works: Iterator[bytes]) -> Iterator[Any]:
        """What the workers answer to each of `works`, in order."""
        taken, given, ahead = 0, 0, AHEAD * self.size
        while True:
            for work in islice(works, max(0, given + ahead - taken)):
                self.works[taken] = work
                self.waiting.append(taken)
                taken += 1
            if given == taken:
                return
            self._hand_out()
            self._listen(None if given not in self.answers else 0)
            self._hand_out()  # before the results are looked at: who has answered need not wait for that
            if given in self.answers:
                well, answer = self.answers.pop(given)
                given += 1
                if not well:
                    raise answer
                yield answer

    def _hand_out(self) -> None:
        """Gives the workers what they can take: a suspect only to a new worker who is alone."""
        if self.suspects:
            if not self._at_work():
                self.dismiss()
                self._send(self._start(), self.suspects[0])
            return
        for worker in [worker for worker in self.workers if not worker.left and not worker.numbers]:
            self._end(worker)
        while len(self.workers) < min(self.size, len(self.waiting) + len(self._at_work())):
            self._start()
        for most in (0, 1):
            for worker in self.workers:
                ready = self.waiting and worker.left and len(worker.numbers) == most
                if ready and (most == 0 or self._is_small(self.waiting[0])):
                    self._send(worker, self.waiting.popleft())

    def _at_work(self) -> list[_Worker]:
        return [worker for worker in self.workers if worker.numbers]

    def _is_small(self, number: int) -> bool:
        return len(self.works[number]) <= SMALL

    def _send(self, worker: _Worker, number: int) -> None:
        worker.numbers.append(number)
        worker.left -= 1
        with suppress(OSError):  # it is dead, which its pipe will say again when we listen
            worker.pipe.send_bytes(self.works[number])

    def _listen(self, timeout: float | None) -> None:
        """Takes the answers that are there, waiting for one unless `timeout` forbids it."""
        pipes = {worker.pipe: worker for worker in self._at_work()}
        for pipe in wait(list(pipes), timeout):
            worker = pipes[pipe]  # type: ignore[index]
            try:
                answer = worker.pipe.recv_bytes()
            except (EOFError, OSError):
                self._mourn(worker)
                continue
            self._settle(worker.numbers.popleft(), _understood(answer))

    def _settle(self, number: int, answer: tuple[bool, Any]) -> None:
        self.answers[number] = answer
        del self.works[number]
        if self.suspects and self.suspects[0] == number:
            self.suspects.popleft()

    def _mourn(self, worker: _Worker) -> None:
        """A worker is dead: what it was doing is suspect, what lay before it is not."""
        first, *rest = worker.numbers
        self.waiting.extendleft(reversed(rest))
        code = self._end(worker)
        if self.suspects and self.suspects[0] == first:
            fault = WORKER_DIED.at(Place("--workers"), number=first + 1, name=self.name, reason=_reason(code))
            self._settle(first, (False, CannotBuild(fault)))
            return
        if not self.suspects:
            self.size = max(1, self.size // 2)  # most often a worker dies for want of memory
        self.suspects.append(first)

    def _start(self) -> _Worker:
        mine, theirs = self.context.Pipe()
        self.started += 1
        process = self.context.Process(
            target=serve, args=(theirs, *self.task), name=f"{self.name}-{self.started}", daemon=True
        )
        ours.add(mine)
        worker = _Worker(process, mine, left=LIFE)
        with undisturbed(), theirs:
            process.start()
            self.workers.append(worker)
        return worker

    def dismiss(self) -> None:
        """Tells idle workers that there is no more work, and sees them out."""
        for worker in self.workers:
            worker.pipe.close()
        self._close()

    def close(self) -> None:
        """Ends all workers at once, whatever they are doing."""
        for worker in self.workers:
            worker.process.terminate()
        self._close()

    def _close(self) -> None:
        for worker in list(self.workers):
            self._end(worker)

    def _end(self, worker: _Worker) -> int:
        """Waits for a worker to end, for a while; its exit code."""
        worker.pipe.close()
        ours.discard(worker.pipe)
        worker.process.join(GRACE)
        if worker.process.exitcode is None:
            worker.process.kill()
            worker.process.join()
        code = worker.process.exitcode or 0
        worker.process.close()
        self.workers.remove(worker)
        return code


def _understood(answer: bytes) -> tuple[bool, Any]:
    """What a worker said; that it cannot be understood is a failure of the job, too."""
    try:
        well, result = ForkingPickler.loads(answer)
    except Exception as error:  # noqa: BLE001 (unpickling can fail in any way)
        return False, error
    return well, result


def _reason(code: int) -> str:
    names = {each.value: each.name for each in signal.Signals}
    return names.get(-code, f"exit {code}")


@contextmanager
def undisturbed() -> Iterator[None]:
    """Ctrl-C waits until a new worker is known to us, and deaf to it."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
