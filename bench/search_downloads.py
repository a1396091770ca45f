"""What searching downloads: questions put to a built newspaper in a Chromium, and what they fetch, as gzip makes it.

python bench/search_downloads.py PUBLIC 'một câu hỏi' 'câu khác'
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
from urllib.parse import quote, unquote, urlsplit

from playwright.sync_api import Browser, sync_playwright

SORTS = ("words", "addresses", "articles")
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


def fetched(browser: Browser, root: str, question: str) -> list[str]:
    """The paths that one question fetches."""
    with browser.new_context() as context:
        page = context.new_page()
        paths: list[str] = []
        page.on("request", lambda request: paths.append(urlsplit(request.url).path))
        page.goto(f"{root}/tim-kiem/?q={quote(question)}")
        page.wait_for_function(_DONE)
        return paths


def main(arguments: Sequence[str]) -> int:
    public, questions = Path(arguments[0]), arguments[1:]
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Silent, directory=str(public)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    sums = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for question in questions:
            found = dict.fromkeys(SORTS, 0)
            for path in fetched(browser, f"http://127.0.0.1:{server.server_port}", question):
                if (sort := sort_of(path)) is not None:
                    found[sort] += size(public, path)
            sums.append(sum(found.values()))
            print(f"{question}: " + ", ".join(f"{sort} {count / 1000:.1f} kB" for sort, count in found.items()))
        browser.close()
    print(f"median {median(sums) / 1000:.1f} kB, most {max(sums) / 1000:.1f} kB")
    server.shutdown()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
