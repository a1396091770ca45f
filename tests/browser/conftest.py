"""The sample newspaper, served on loopback and opened in a real Chromium."""

import functools
import shutil
import threading
from collections.abc import Iterator
from datetime import datetime
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from hatinh_news.build import Request, build
from hatinh_news.model.config import PAPER_ZONE
from newsroom import TESTS

NOW = datetime(2026, 10, 31, 8, 0, tzinfo=PAPER_ZONE)


class _Silent(SimpleHTTPRequestHandler):
    def log_message(self, *_given: object) -> None:
        pass


class _Server(ThreadingHTTPServer):
    def handle_error(self, *_given: object) -> None:
        """A browser that closes a page in the middle of a picture is no error."""


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output folder of the sample newspaper, which must be without a fault."""
    site = tmp_path_factory.mktemp("sample")
    shutil.copytree(TESTS.parent / "content", site / "content")
    report = build(Request(site, site / "public", NOW, workers=1))
    assert report.faults == ()
    return site / "public"


@pytest.fixture(scope="session")
def address(sample: Path) -> Iterator[str]:
    handler = functools.partial(_Silent, directory=str(sample))
    with _Server(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium of the system, else Playwright's own."""
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=arguments)
        yield chromium
        chromium.close()
