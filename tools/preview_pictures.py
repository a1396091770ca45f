"""Takes the pictures of docs/ that show a preview: a draft with its bar, and a fault over a page.

    python tools/preview_pictures.py

The sample newspaper is copied, an article of it is made a draft, and then given a fault. Needs Chromium and Playwright.
"""

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).parents[1]
ARTICLE = "content/doi-song/2026/cau-moi.md"
TEXT = """---
title: "Cây cầu mới qua sông: hai xóm gần nhau hơn"
description: Sáng nay, người dân xóm Đông và xóm Đoài lần đầu đi bộ sang nhau không phải chờ đò.
date: 2026-03-14 08:30
draft: true
topics: [Nông thôn mới]
---
Cây cầu dài 36 mét, rộng 4 mét, do người dân hai xóm góp công làm trong bốn tháng.
"""
WAIT = 20_000


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder)
        shutil.copytree(ROOT / "content", site / "content")
        file = site / ARTICLE
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(TEXT, encoding="utf-8")
        command = [sys.executable, "-m", "hatinh_news", "serve", str(site), "--port", "0", "--now", "2026-03-14T08:00"]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout is not None
            address = re.findall(r"http://\S+", process.stdout.readline())[0]
            try:
                with sync_playwright() as playwright:
                    browser = playwright.chromium.launch(
                        executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
                    )
                    page = browser.new_page(viewport={"width": 900, "height": 560})
                    _taken(page, f"{address}2026/03/cau-moi/", file)
                    browser.close()
            finally:
                process.terminate()


def _taken(page: Page, address: str, file: Path) -> None:
    page.goto(address)
    page.locator("hatinh-preview #bar").wait_for(timeout=WAIT)
    page.screenshot(path=ROOT / "docs/serve-nhap.png")
    file.write_text(TEXT.replace("topics:", "topic:").replace("2026-03-14 08:30", "14/3 lúc 8 rưỡi"), encoding="utf-8")
    page.locator("hatinh-preview #slips").wait_for(timeout=WAIT)
    page.screenshot(path=ROOT / "docs/serve-loi.png")


if __name__ == "__main__":
    main()
