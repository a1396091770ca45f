"""What a browser makes of pictures: it takes the version that fits, in the first format that it knows."""

import functools
import threading
from collections.abc import Iterator
from datetime import datetime
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from hatinh_news.build import Request, build
from hatinh_news.model.config import PAPER_ZONE
from newsroom import lay_out
from snapshots import photo

pytestmark = [pytest.mark.browser, pytest.mark.darkroom]

SITE = """
-- content/site.yaml --
title: Báo
base_url: http://localhost/bao
sections: [Thời sự]
images: {widths: [100, 300, 900]}
-- content/lu/index.md --
---
title: Lũ về
date: 2025-01-02
image: lu.jpg
image_focus: 100% 0%
---
Nước lên.
"""


class _Silent(SimpleHTTPRequestHandler):
    def log_message(self, *_given: object) -> None:
        pass


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    site = lay_out(SITE, tmp_path / "site")
    (site / "content/lu/lu.jpg").write_bytes(photo(1000, 700))
    report = build(Request(site, tmp_path / "www/bao", datetime(2025, 6, 1, tzinfo=PAPER_ZONE), workers=1))
    assert report.faults == ()
    handler = functools.partial(_Silent, directory=str(tmp_path / "www"))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/bao"
        server.shutdown()


@pytest.mark.parametrize(("width", "taken"), [(280, "-300.avif"), (1280, "-900.avif")])
def test_a_screen_gets_the_version_that_fits(browser: Browser, address: str, width: int, taken: str) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.goto(f"{address}/2025/01/lu/")
    page.wait_for_load_state("networkidle")
    shown = page.evaluate(
        "(async i => { await i.decode(); return [i.currentSrc, i.naturalWidth > 0] })(document.images[0])"
    )
    assert shown[0].startswith(f"{address}/anh/")
    assert (shown[0].endswith(taken), shown[1]) == (True, True)
    assert page.evaluate("getComputedStyle(document.images[0]).objectPosition") == "100% 0%"
    page.close()
