"""Crews: who does the work, chosen by name."""

import os
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

Kind: TypeAlias = Literal["serial", "fork", "spawn", "threads", "dask"]

_LOCAL: Final[dict[str, Kind]] = {"serial": "serial", "fork": "fork", "spawn": "spawn", "threads": "threads"}

CHOICES: Final = ("auto", "serial", "processes", "fork", "spawn", "threads", "tcp://HOST:PORT", "tls://HOST:PORT")
"""What `crew` takes for a name."""


@dataclass(frozen=True, slots=True)
class Crew:
    """`count` workers of a kind, 0 meaning one for each processor (of the cluster, with Dask).

    `address` is that of a Dask scheduler; `folders` are what all workers of its cluster must find at the same path.
    """

    kind: Kind
    count: int = 0
    address: str = ""
    folders: tuple[str, ...] = ()

    @property
    def size(self) -> int:
        """How many workers this is on this machine."""
        return self.count or default_workers()


def crew(name: str, count: int = 0) -> Crew:
    """The crew that `name` and `count` stand for; raises ValueError where there is none.

    "" and "auto" are processes, or this process alone where one is enough; with "serial" the count says nothing.
    """
    if count < 0:
        raise ValueError(f"{count} is no number of workers")
    if name in ("", "auto"):
        return Crew("serial" if (count or default_workers()) == 1 else _processes(), count)
    if name == "processes":
        return Crew(_processes(), count)
    if name == "fork" and not _can_fork():
        raise ValueError("this system cannot fork; choose “spawn”")
    if name in _LOCAL:
        return Crew(_LOCAL[name], count)
    if _is_scheduler(name):
        return Crew("dask", count, name)
    raise ValueError(f"there is no executor “{name}”; choose one of {', '.join(CHOICES)}")


def default_workers() -> int:
    """How many processors this program may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _processes() -> Kind:
    """Forking is twenty times quicker, and its children inherit what is shared; not every system can."""
    return "fork" if _can_fork() else "spawn"


def _can_fork() -> bool:
    return hasattr(os, "fork")


def _is_scheduler(name: str) -> bool:
    """Whether this is an address as Dask writes it: protocol, host and port."""
    if not name.startswith(("tcp://", "tls://")):
        return False
    from urllib.parse import urlsplit

    try:
        parts = urlsplit(name)
        return bool(parts.hostname and parts.port) and parts.path in ("", "/")
    except ValueError:
        return False
