"""What searching downloads: questions put to a built newspaper in a Chromium, and what they fetch, as gzip makes it.

python bench/search_downloads.py PUBLIC 'một câu hỏi' 'câu khác'

Each is told twice: what comes at once, in a window of 1280 by 720, and with all that comes when the reader scrolls to
the end of the page of results.
"""

import gzip
import shutil
import sys
import threading
from collections.abc import Sequence
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median
from typing import Final
from urllib.parse import quote, unquote, urlsplit

from playwright.sync_api import Browser, ViewportSize, sync_playwright

SORTS = ("words", "addresses", "articles")
WINDOW: Final[ViewportSize] = {"width": 1280, "height": 720}
_DONE = "() => ((said) => said && !said.endsWith('…'))(document.querySelector('.search-status').textContent)"


class _Silent(SimpleHTTPRequestHandler):
    def log_message(self, *_given: object) -> None:
        pass


def sort_of(path: str) -> str | None:
    """What a fetched file is; None for the page itself and what belongs to it."""
    if path.endswith(".json"):
        return "addresses" if "/bai-" in path else "words"
    return "articles" if path.endswith("/") and "/tim-kiem/" not in path else None


def size(public: Path, path: str) -> int:
    file = public / unquote(path).lstrip("/")
    return len(gzip.compress((file / "index.html" if path.endswith("/") else file).read_bytes(), 6))


def fetched(browser: Browser, root: str, question: str) -> tuple[list[str], list[str]]:
    """The paths that one question fetches, at once and to the end of its page of results."""
    with browser.new_context(viewport=WINDOW) as context:
        page = context.new_page()
        paths: list[str] = []
        page.on("request", lambda request: paths.append(urlsplit(request.url).path))
        page.goto(f"{root}/tim-kiem/?q={quote(question)}")
        page.wait_for_function(_DONE)
        page.wait_for_load_state("networkidle")
        at_once = list(paths)
        while page.locator(".search-rest").count():
            page.evaluate("document.querySelector('.search-rest')?.scrollIntoView()")
            page.wait_for_load_state("networkidle")
        return at_once, paths


def told(public: Path, paths: Sequence[str]) -> dict[str, int]:
    """The bytes of what was fetched, by sorts."""
    found = dict.fromkeys(SORTS, 0)
    for path in dict.fromkeys(paths):
        if (sort := sort_of(path)) is not None:
            found[sort] += size(public, path)
    return found


def main(arguments: Sequence[str]) -> int:
    public, questions = Path(arguments[0]), arguments[1:]
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Silent, directory=str(public)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    at_once, to_the_end = [], []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for question in questions:
            first, whole = (
                told(public, paths) for paths in fetched(browser, f"http://127.0.0.1:{server.server_port}", question)
            )
            at_once.append(sum(first.values()))
            to_the_end.append(sum(whole.values()))
            parts = ", ".join(f"{sort} {count / 1000:.1f} kB" for sort, count in first.items())
            print(
                f"{question}: {at_once[-1] / 1000:.1f} kB at once ({parts}), {to_the_end[-1] / 1000:.1f} kB to the end"
            )
        browser.close()
    for name, sums in (("at once", at_once), ("to the end", to_the_end)):
        print(f"{name}: median {median(sums) / 1000:.1f} kB, most {max(sums) / 1000:.1f} kB")
    server.shutdown()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
