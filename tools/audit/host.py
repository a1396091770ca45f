"""A host for an output folder: what `_headers` says of answers is done, and text is packed, as the real ones do."""

import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

_PACKED = (".html", ".css", ".js", ".json", ".xml", ".svg", ".txt", ".webmanifest")

Rules = list[tuple[str, list[tuple[str, str]]]]


def rules(text: str) -> Rules:
    """The rules of a `_headers` file, in their order."""
    found: Rules = []
    for line in filter(str.strip, text.splitlines()):
        if line.startswith(" "):
            name, _, value = line.strip().partition(": ")
            found[-1][1].append((name, value))
        else:
            found.append((line, []))
    return found


def headers_for(path: str, known: Rules) -> list[tuple[str, str]]:
    """The headers of an answer; `*` at the end of a rule stands for the rest of an address."""
    return [
        pair
        for rule, pairs in known
        if path == rule or (rule.endswith("*") and path.startswith(rule[:-1]))
        for pair in pairs
    ]


class _Handler(SimpleHTTPRequestHandler):
    def __init__(self, *given: Any, known: Rules, **named: Any) -> None:
        self.known = known
        super().__init__(*given, **named)

    def do_GET(self) -> None:
        """Answers with the file, packed where the browser takes it."""
        path = self.path.partition("?")[0]
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if path.endswith("/") else file
        status = HTTPStatus.OK if file.is_file() else HTTPStatus.NOT_FOUND
        file = file if file.is_file() else Path(self.directory) / "404.html"
        content = file.read_bytes()
        packed = file.suffix in _PACKED and "gzip" in self.headers.get("Accept-Encoding", "")
        content = gzip.compress(content, 6) if packed else content
        self.send_response(status)
        self.send_header("Content-Type", self.guess_type(file.name))
        self.send_header("Content-Length", str(len(content)))
        if packed:
            self.send_header("Content-Encoding", "gzip")
        for name, value in headers_for(path, self.known):
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)

    def guess_type(self, path: Any) -> str:
        kind = super().guess_type(path)
        return f"{kind}; charset=utf-8" if kind.startswith("text/") else kind

    def log_message(self, *given: Any) -> None:
        """Says nothing."""


@contextmanager
def serving(out: Path, port: int) -> Iterator[str]:
    """The address of `out` while it is served."""
    known = rules((out / "_headers").read_text("utf-8"))
    handler = partial(_Handler, directory=str(out), known=known)
    with ThreadingHTTPServer(("127.0.0.1", port), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}"
        finally:
            server.shutdown()
