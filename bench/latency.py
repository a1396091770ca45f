"""How long after a save a browser gets the new page: this program's preview, and Hugo's server beside it.

    python bench/latency.py FOLDER [--hugo PROGRAM] [--saves 20]

FOLDER holds a newspaper (content/); it is copied. Measured is from the writing of an article until its own page, asked
for again and again, has what was written: the median and the worst of so many saves.
"""

import argparse
import http.client
import os
import re
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
PATIENCE = 600.0
BETWEEN = 1.0


@dataclass(frozen=True, slots=True)
class Latency:
    """Seconds from each save to the new page, from the start to the first page, and the memory of all processes."""

    saves: tuple[float, ...]
    first: float
    memory: float

    @property
    def row(self) -> str:
        middle, worst = statistics.median(self.saves), max(self.saves)
        return f"{middle * 1000:.0f} ms | {worst * 1000:.0f} ms | {self.first:.2f} s | {self.memory:.0f} MB"


def memory_of(process: int) -> float:
    """The resident memory of a process and its children, in MB; what they share counts once (Pss)."""
    total = 0.0
    for each in (process, *_children(process)):
        text = Path(f"/proc/{each}/smaps_rollup").read_text(encoding="utf-8")
        total += int(re.search(r"^Pss:\s+(\d+)", text, re.MULTILINE)[1]) / 1024  # type: ignore[index]
    return total


def _children(process: int) -> list[int]:
    listed = Path(f"/proc/{process}/task/{process}/children").read_text(encoding="utf-8").split()
    return [int(each) for each in listed]


@contextmanager
def running(command: list[str]) -> Iterator[subprocess.Popen[bytes]]:
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=ROOT)
    try:
        yield process
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait()


def body_of(port: int, path: str, connection: list[http.client.HTTPConnection]) -> bytes:
    """What a page holds now; nothing while nobody answers."""
    try:
        if not connection:
            connection.append(http.client.HTTPConnection("localhost", port, timeout=30))
        connection[0].request("GET", path)
        answer = connection[0].getresponse()
        content = answer.read()
    except (OSError, http.client.HTTPException):
        connection.clear()
        time.sleep(0.02)
        return b""
    return content if answer.status == 200 else b""


def waited(port: int, path: str, mark: bytes, connection: list[http.client.HTTPConnection]) -> float:
    """Seconds until the page has `mark`."""
    began = time.perf_counter()
    while mark not in body_of(port, path, connection):
        if time.perf_counter() - began > PATIENCE:
            message = f"{path} never had {mark!r}"
            raise TimeoutError(message)
        time.sleep(0.001)
    return time.perf_counter() - began


def measured(command: list[str], port: int, path: str, article: Path, saves: int) -> Latency:
    """Starts a server and saves an article again and again, in its middle paragraph."""
    with running(command) as process:
        connection: list[http.client.HTTPConnection] = []
        first = waited(port, path, b"<html", connection)
        time.sleep(BETWEEN)
        times = []
        text = article.read_text(encoding="utf-8")
        for number in range(saves):
            mark = f"Lần lưu {os.getpid()}-{number}."
            article.write_text(f"{text.rstrip()}\n\n{mark}\n", encoding="utf-8")
            times.append(waited(port, path, mark.encode(), connection))
            time.sleep(BETWEEN)
        article.write_text(text, encoding="utf-8")
        return Latency(tuple(times), first, memory_of(process.pid))


def ours(site: Path, port: int) -> list[str]:
    return [sys.executable, "-m", "hatinh_news", "serve", str(site), "--port", str(port)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--saves", type=int, default=20)
    parser.add_argument("--port", type=int, default=18_000)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(dir="/dev/shm" if Path("/dev/shm").is_dir() else None) as work:
        site = Path(work) / "site"
        shutil.copytree(given.folder, site, ignore=shutil.ignore_patterns(".hatinh-news", "public"))
        articles = sorted((site / "content").rglob("*.md"))
        article = articles[len(articles) // 2]
        path = address_of(site, article)
        for name in ("cold", "warm"):
            print(name, measured(ours(site, given.port), given.port, path, article, given.saves).row, flush=True)


def address_of(site: Path, article: Path) -> str:
    """The address of an article, as the program's own list says it."""
    import json

    command = [sys.executable, "-m", "hatinh_news", "list", str(site), "--json"]
    listed = json.loads(subprocess.run(command, check=False, capture_output=True).stdout)["articles"]
    wanted = f"content/{article.relative_to(site / 'content').as_posix()}"
    (url,) = [each["url"] for each in listed if each["path"] == wanted]
    return str(url)


if __name__ == "__main__":
    main()
