"""Makes the pictures of the README anew: `python tools/screenshots.py`.

The sample newspaper is built into a folder that is thrown away and opened in Chromium at the size of a desk and of a
phone; both are put side by side into docs/front-page.webp and docs/article.webp.
"""

import base64
import functools
import shutil
import tempfile
import threading
from datetime import datetime
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from hatinh_news.build import Request, build
from hatinh_news.model.config import PAPER_ZONE

ROOT = Path(__file__).resolve().parents[1]
NOW = datetime(2026, 10, 31, 8, 0, tzinfo=PAPER_ZONE)
PAGES = {"front-page": "/", "article": "/2025/08/sau-bao-don-duong-truoc/"}
DESK, PHONE = (1280, 1000), (390, 844)
SHEET = """<!doctype html><style>
body { display: flex; gap: 28px; align-items: flex-end; width: max-content; margin: 0; padding: 28px }
body { background: #dfe3e2 }
img { display: block; box-shadow: 0 2px 14px rgb(0 0 0 / .25); }
.desk { width: 800px; } .phone { width: 250px; border-radius: 10px; }
</style><body><img class="desk" src="data:image/png;base64,%s"><img class="phone" src="data:image/png;base64,%s">"""


class _Silent(SimpleHTTPRequestHandler):
    def log_message(self, *_given: object) -> None:
        pass


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder)
        shutil.copytree(ROOT / "content", site / "content")
        build(Request(site, site / "public", NOW, workers=1))
        handler = functools.partial(_Silent, directory=str(site / "public"))
        with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            _take(f"http://127.0.0.1:{server.server_port}")
            server.shutdown()


def _take(address: str) -> None:
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        for name, page in PAGES.items():
            target = ROOT / "docs" / f"{name}.webp"
            target.write_bytes(_sheet(browser, [_screen(browser, f"{address}{page}", size) for size in (DESK, PHONE)]))
            print(f"{target.relative_to(ROOT)}: {target.stat().st_size:,} bytes")
        browser.close()


def _screen(browser: Browser, address: str, size: tuple[int, int]) -> str:
    width, height = size
    with browser.new_context(viewport={"width": width, "height": height}, device_scale_factor=1.5) as context:
        page = context.new_page()
        page.goto(address, wait_until="load")
        page.wait_for_function("document.fonts.status === 'loaded'")
        return base64.b64encode(page.screenshot()).decode()


def _sheet(browser: Browser, screens: list[str]) -> bytes:
    """Desk and phone side by side; only the browser's own protocol knows WebP."""
    with browser.new_context(viewport={"width": 1134, "height": 681}) as context:
        page = context.new_page()
        page.set_content(SHEET % tuple(screens), wait_until="load")
        taken = context.new_cdp_session(page).send("Page.captureScreenshot", {"format": "webp", "quality": 82})
        return base64.b64decode(taken["data"])


if __name__ == "__main__":
    main()
