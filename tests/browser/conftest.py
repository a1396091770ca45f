"""The sample newspaper, and one that is hard to lay out, served on loopback and opened in a real Chromium."""

import functools
import shutil
import struct
import threading
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from hatinh_news.build import Request, build
from hatinh_news.model.config import PAPER_ZONE
from newsroom import TESTS, lay_out

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
def hard(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output folder of the newspaper of tests/sites/hard.txt, with a picture that is taller than any screen."""
    site = lay_out((TESTS / "sites" / "hard.txt").read_text(encoding="utf-8"), tmp_path_factory.mktemp("hard"))
    tall = _png(600, 1500)
    (site / "content" / "kinh-te" / "2025-02-02-dung" / "dung.png").write_bytes(tall)
    report = build(Request(site, site / "public", NOW, workers=1))
    assert report.faults == ()
    return site / "public"


def _png(width: int, height: int) -> bytes:
    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    rows = zlib.compress((b"\0" + bytes((40, 110, 90)) * width) * height)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


@pytest.fixture(scope="session")
def address(sample: Path) -> Iterator[str]:
    with _served(sample) as url:
        yield url


@pytest.fixture(scope="session")
def hard_address(hard: Path) -> Iterator[str]:
    with _served(hard) as url:
        yield url


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    handler = functools.partial(_Silent, directory=str(folder))
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
