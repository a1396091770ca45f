"""What a worker process does all day: takes a batch from its pipe, does it, and answers."""

import gc
import os
import pickle
import signal
import traceback
from collections.abc import Callable
from contextlib import suppress
from multiprocessing import current_process
from multiprocessing.connection import Connection
from multiprocessing.reduction import ForkingPickler
from typing import Any, Final

ours: Final[set[Connection]] = set()
"""The parent's ends of all pipes; a worker that inherits them must let go, or others never hear the end of theirs."""


def serve(pipe: Connection, job: Callable[[Any, Any], Any], shared: Any) -> None:
    """Answers each (batch) or (batch, what it needs of `shared`) until the pipe, or the parent, ends."""
    _begin()
    parent = os.getppid()
    with suppress(EOFError, OSError):
        while True:
            work = pipe.recv_bytes()
            if os.getppid() != parent:
                return
            pipe.send_bytes(_answer(job, shared, work))


def _begin() -> None:
    """Ctrl-C is the parent's business, and the parent's way to stop is not the child's."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT, signal.SIGTERM})
    for pipe in ours:
        pipe.close()
    ours.clear()
    gc.freeze()  # looking through what is inherited would copy it, page by page


def _answer(job: Callable[[Any, Any], Any], shared: Any, work: bytes) -> bytes:
    """(True, result) or (False, exception), pickled."""
    try:
        batch, *piece = ForkingPickler.loads(work)
        return bytes(ForkingPickler.dumps((True, job(piece[0] if piece else shared, batch))))
    except Exception as error:  # noqa: BLE001 (whatever a job raises is raised in the parent)
        error.add_note(f"In {current_process().name}:\n{traceback.format_exc()}")
        return _failure(error)


def _failure(error: Exception) -> bytes:
    """An exception that does not survive the way is told by its words."""
    try:
        pickled = pickle.dumps((False, error))
        pickle.loads(pickled)  # noqa: S301 (our own)
    except Exception:  # noqa: BLE001 (pickling can fail in any way)
        return pickle.dumps((False, RuntimeError("".join(traceback.format_exception_only(error)))))
    return pickled
