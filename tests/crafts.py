"""Jobs for tests of workers; they stand in a module of their own, where processes that are not forked find them too."""

import multiprocessing
import os
import signal
import threading
import time
from pathlib import Path


def add(shared: int, batch: list[int]) -> int:
    return shared + sum(batch)


def slow_first(_shared: None, batch: int) -> int:
    time.sleep(0.2 if batch == 0 else 0)
    return batch


def whoami(_shared: None, _batch: int) -> tuple[int, str]:
    time.sleep(0.05)
    return os.getpid(), multiprocessing.current_process().name


def which_thread(_shared: None, _batch: int) -> tuple[int, str]:
    return os.getpid(), threading.current_thread().name


def apply(shared: object, batch: int) -> object:
    assert callable(shared)
    return shared(batch)


def refuse(_shared: None, batch: int) -> int:
    if batch == 1:
        raise ValueError(f"batch {batch}")
    return batch


def look_up(shared: dict[int, str], batch: int) -> tuple[str, int]:
    """What the batch needs, and how much else came with it."""
    return shared[batch], len(shared)


def only_needed(shared: dict[int, str], batch: int) -> dict[int, str]:
    return {batch: shared[batch]}


def not_picklable(_shared: None, batch: int) -> object:
    return lambda: batch


class Stubborn(Exception):
    """An exception that can be pickled but not read again."""

    def __init__(self, one: int, two: int) -> None:
        super().__init__(f"{one} and {two}")


class Mute(Exception):
    """An exception that cannot be pickled."""

    def __reduce__(self) -> str:
        raise TypeError("no")


class Broken:
    """A result that can be pickled but not read again."""

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return int, ("no number",)


def raise_stubborn(_shared: None, _batch: int) -> None:
    raise Stubborn(1, 2)


def raise_mute(_shared: None, _batch: int) -> None:
    raise Mute("quiet")


def return_broken(_shared: None, _batch: int) -> Broken:
    return Broken()


def die_always(shared: tuple[str, int], batch: int) -> int:
    """Batch 2 kills its worker each time; each try leaves a file."""
    folder, number = shared
    if batch == 2:
        (Path(folder) / f"try-{os.getpid()}").touch()
        if number < 0:
            os._exit(-number)
        os.kill(os.getpid(), number)
    return batch


def die_once(shared: str, batch: int) -> tuple[int, int]:
    """Every third batch kills its worker at the first try, told by a file; answers with the batch and the process."""
    mark = Path(shared) / f"tried-{batch}"
    if batch % 3 == 2 and not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return batch, os.getpid()


def die_in_the_middle_of_its_answer(shared: str, batch: int) -> bytes:
    """A long result of which, at the first try, only a part leaves the worker alive."""
    if batch == 1 and not (Path(shared) / "tried").exists():
        (Path(shared) / "tried").touch()
        threading.Timer(0.3, os.kill, (os.getpid(), signal.SIGKILL)).start()
    return bytes(10_000_000) if batch == 1 else b""


def leave_a_mark(shared: str, batch: int) -> int:
    (Path(shared) / f"{batch}").touch()
    return batch


def rest_for_long(shared: str, batch: int) -> int:
    (Path(shared) / f"{batch}-{os.getpid()}").touch()
    time.sleep(60)
    return batch


def long_batch(_shared: None, batch: bytes) -> bytes:
    return batch
