"""A newspaper that is shown while it is written, by the real program in processes of its own."""

import http.client
import re
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

from hatinh_news.build import Request, Shown, build
from newsroom import NOW, tree, unmeasured

SITE = """
-- content/site.yaml --
title: Báo Ngàn Phố
base_url: https://bao.example
sections: [Thời sự, Kinh tế]
images: {enabled: false}
-- content/trang/gioi-thieu.md --
---
title: Giới thiệu
---
Về báo.
""" + "".join(
    f"""
-- content/thoi-su/bai-{number}.md --
---
title: Bài {number}
description: Lời dẫn {number}
date: 2025-05-0{number}
section: Thời sự
topics: [Lúa]
---
Lời {number} về mùa lúa trên cánh đồng ven sông.
"""
    for number in range(1, 6)
)
PATIENCE = 20.0


class Serving:
    """The program, and what is told of it."""

    def __init__(self, site: Path, *options: str, ready: bool = True) -> None:
        self.site, self.out = site, site / ".hatinh-news/serve/0"
        command = [sys.executable, "-m", "hatinh_news", "serve", str(site), "--port", "0", *options]
        self.process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=unmeasured()
        )
        self.lines: list[str] = []
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        self.address = ""
        self.until(lambda: any("http://" in line for line in self.lines))
        self.address = re.findall(r"http://\S+?(?=/ |/$|/\n)", "".join(self.lines))[0]

        if ready:
            self.until(lambda: self.ask("/")[0] == 200)

    def _read(self) -> None:
        assert self.process.stdout is not None
        self.lines.extend(iter(self.process.stdout.readline, ""))

    @property
    def port(self) -> int:
        return urlsplit(self.address).port or 0

    def until(self, met: Callable[[], object], seconds: float = PATIENCE) -> None:
        """Waits until it is so."""
        end = time.monotonic() + seconds
        while not met():
            assert time.monotonic() < end, "".join(self.lines)
            time.sleep(0.01)

    def ask(self, path: str, method: str = "GET", **headers: str) -> tuple[int, http.client.HTTPMessage, bytes]:
        connection = http.client.HTTPConnection("localhost", self.port, timeout=PATIENCE)
        try:
            connection.request(method, path, headers={name.replace("_", "-"): value for name, value in headers.items()})
            answer = connection.getresponse()
            return answer.status, answer.headers, answer.read()
        finally:
            connection.close()

    def text(self, path: str) -> str:
        return self.ask(path)[2].decode()

    def shows(self, path: str, words: str) -> None:
        """Waits until a page has these words."""
        self.until(lambda: words in self.text(path))

    def settled(self, clean: Path) -> None:
        """Waits until the output folder is that of a build from nothing."""
        request = Request(
            self.site, clean, NOW, self.address, Shown(drafts=True, future=True), workers=1, plain_names=True
        )
        build(request)
        wanted = tree(clean)
        self.until(lambda: _tree(self.out) == wanted)

    def write(self, path: str, text: str) -> Path:
        file = self.site / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        return file

    def edit(self, path: str, old: str, new: str) -> None:
        text = (self.site / path).read_text(encoding="utf-8")
        assert old in text
        self.write(path, text.replace(old, new))

    def stop(self) -> int:
        self.process.terminate()
        code = self.process.wait(PATIENCE)
        self._reader.join(PATIENCE)
        assert self.process.stdout is not None
        self.process.stdout.close()
        return code


def _tree(folder: Path) -> dict[str, bytes]:
    try:
        found = tree(folder)
    except FileNotFoundError:  # a build is at work
        return {}
    return {path: content for path, content in found.items() if not path.startswith(".hatinh-news-staging")}
