"""Times whole runs of the command on a made-up newspaper: from nothing, then again with nothing changed."""

import argparse
import json
import platform
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from corpus import write_corpus


def measured(site: Path, workers: int) -> dict[str, float]:
    """Runs one build; seconds of wall and processors, and megabytes of its largest process."""
    command = [sys.executable, "-m", "hatinh_news", "build", str(site), "--now", "2025-03-01", "--quiet"]
    if workers:
        command += ["--workers", str(workers)]
    before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(command, check=True)
    wall, after = time.perf_counter() - started, resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return {"wall_s": round(wall, 2), "cpu_s": round(cpu, 2), "peak_mb": round(after.ru_maxrss / 1024)}


def main() -> None:
    """Prints one line of JSON for each run."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--workers", type=int, default=0, help="0: one for each processor")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder)
        write_corpus(site, given.articles)
        for run in ("cold", "again"):
            figures = {"run": run, "articles": given.articles, **measured(site, given.workers)}
            print(json.dumps({**figures, "python": platform.python_version()}), flush=True)


if __name__ == "__main__":
    main()
