"""One program run and measured with all processes it starts: processors, wall clock, memory."""

import os
import re
import subprocess
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Final

INTERVAL: Final = 0.05
MEGABYTE: Final = 1_000_000
PAGE: Final = os.sysconf("SC_PAGE_SIZE")
TICKS: Final = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True)
class Figures:
    """Seconds of processors and wall clock, megabytes at the peak, and the processors that others kept busy."""

    cpu_s: float
    wall_s: float
    peak_mb: float
    others: float


class RunError(Exception):
    """A program that was to be measured ended with a fault of its own; carries the end of what it said."""


def members(group: int) -> list[Path]:
    """The /proc folders of the processes of a group."""
    found = []
    for entry in os.scandir("/proc"):
        try:
            if entry.name.isdigit() and os.getpgid(int(entry.name)) == group:
                found.append(Path(entry.path))
        except OSError:
            continue  # gone meanwhile
    return found


def resident(process: Path) -> int:
    """Bytes of a process that nobody shares: cheap to ask."""
    return int((process / "statm").read_text().split()[1]) * PAGE


def proportional(process: Path) -> int:
    """Bytes of a process, what it shares divided among those who share it."""
    found = re.search(r"^Pss:\s+(\d+)", (process / "smaps_rollup").read_text(), re.MULTILINE)
    return int(found[1]) * 1024 if found else 0


def held(group: int) -> int:
    """Bytes that a group of processes holds now."""
    processes, total = members(group), 0
    weigh = resident if len(processes) == 1 else proportional
    for process in processes:
        try:
            total += weigh(process)
        except OSError:
            continue  # gone meanwhile
    return total


class Watch(threading.Thread):
    """Asks again and again how much memory a group of processes holds, and keeps the most."""

    def __init__(self, group: int) -> None:
        super().__init__(daemon=True)
        self.group, self.peak, self.over = group, 0, threading.Event()

    def run(self) -> None:
        while not self.over.wait(INTERVAL):
            self.peak = max(self.peak, held(self.group))

    def stop(self) -> int:
        self.over.set()
        self.join()
        return self.peak


def busy_seconds() -> float:
    """Seconds for which all processors together have been busy since the machine started."""
    user, nice, system, _idle, _wait, hard, soft, *_ = Path("/proc/stat").read_text().splitlines()[0].split()[1:]
    return sum(map(int, (user, nice, system, hard, soft))) / TICKS


def measured(command: list[str], log: Path) -> tuple[Figures, str]:
    """The figures of one run, and what it said on standard output; its standard error is added to the log.

    Processor time is that of the program and of all processes whose end it has waited for.
    """
    said = log.with_suffix(".out")
    os.sync()
    with said.open("wb") as output, log.open("ab") as errors:
        busy, started = busy_seconds() - time.process_time(), time.perf_counter()
        process = subprocess.Popen(command, stdout=output, stderr=errors, start_new_session=True)
        watch = Watch(process.pid)
        watch.start()
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - started
        busy = busy_seconds() - time.process_time() - busy
        peak = max(watch.stop(), usage.ru_maxrss * 1024)
    process.returncode = os.waitstatus_to_exitcode(status)
    text = said.read_text(encoding="utf-8")
    if process.returncode:
        end = (log.read_text(encoding="utf-8") + text)[-2000:]
        raise RunError(f"{' '.join(command)}: exit code {process.returncode}\n{end}")
    cpu = usage.ru_utime + usage.ru_stime
    others = max(0.0, busy - cpu) / wall
    return Figures(round(cpu, 3), round(wall, 3), round(peak / MEGABYTE, 1), round(others, 2)), text
