"""Answers: what a browser is told that asks for something, as a function of what it asks and of what there is."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from mimetypes import MimeTypes
from pathlib import Path
from typing import Final, Protocol
from urllib.parse import quote, unquote

from hatinh_news.model.address import base_path

OWN: Final = "/_hatinh/"
"""Below this address is what the preview itself needs."""

EVENTS: Final = f"{OWN}events"

_HTML: Final = "text/html; charset=utf-8"
_TEXT: Final = "text/plain; charset=utf-8"
_SOURCES: Final = {"live.js": "text/javascript; charset=utf-8", "live.css": "text/css; charset=utf-8"}
_RANGE: Final = re.compile(r"bytes=(\d*)-(\d*)")
_BY_NAME: Final = {
    "rss.xml": "application/rss+xml",
    "atom.xml": "application/atom+xml",
    "feed.json": "application/feed+json",
}
_TYPES: Final = MimeTypes()
for _ending, _type in {
    ".avif": "image/avif",
    ".webp": "image/webp",
    ".js": "text/javascript",
    ".mjs": "text/javascript",
    ".json": "application/json",
    ".md": "text/markdown",
    ".webmanifest": "application/manifest+json",
    ".woff": "font/woff",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
}.items():
    _TYPES.add_type(_type, _ending)


@dataclass(frozen=True, slots=True)
class Asked:
    """What a browser asks for; the names of headers are in small letters."""

    method: str
    target: str
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Answer:
    """What it is told: `body`, or of `file` the bytes from `start` on, `length` of them."""

    status: int
    kind: str = _TEXT
    body: bytes = b""
    headers: tuple[tuple[str, str], ...] = ()
    file: Path | None = None
    start: int = 0
    length: int = 0

    @property
    def size(self) -> int:
        return self.length if self.file is not None else len(self.body)


class Shown(Protocol):
    """What a preview has to show."""

    base_url: str

    @property
    def ready(self) -> bool:
        """Whether there is anything."""

    def page(self, path: str) -> bytes | None:
        """An HTML page of the output folder, with what the preview adds to it."""

    def proof(self, path: str) -> bytes | None:
        """What a file will hold that is about to be written."""

    def missing(self, path: str) -> bytes:
        """What is shown where there is no page."""

    def file(self, path: str) -> Path | None:
        """Another file of it."""

    def moved(self, path: str) -> str:
        """Where the article went whose page was at `path`; empty where none was."""

    def waiting(self) -> bytes:
        """The page for those who come before there is any."""


def answer(asked: Asked, shown: Shown) -> Answer:
    """The answer to whoever may ask."""
    if asked.method not in ("GET", "HEAD"):
        return Answer(405, body=b"405\n", headers=(("Allow", "GET, HEAD"),))
    address = asked.target.partition("#")[0].partition("?")[0]
    path = safe_path(address)
    if path is None:
        return Answer(400, body=b"400\n")
    return _own(path) if address.startswith(OWN) else _below(path, asked, shown)


def _below(path: str, asked: Asked, shown: Shown) -> Answer:
    """What lies at the newspaper's own path of the host."""
    prefix = base_path(shown.base_url)
    below = unquote(prefix).strip("/")
    if below and path in ("", below):
        return _sent_to(f"{prefix}/")
    if not shown.ready:
        return Answer(503, _HTML, shown.waiting(), (("Retry-After", "1"),))
    if below and not path.startswith(f"{below}/"):
        return _missing(path, shown)
    return _of_site(path.removeprefix(f"{below}/") if below else path, asked, shown, prefix)


def safe_path(address: str) -> str | None:
    """The path that an address means, without its first slash; None for one that could lead out of the folder."""
    if not address.startswith("/"):
        return None
    try:
        path = unquote(address, errors="strict")
    except UnicodeDecodeError:
        return None
    names = path.lstrip("/").split("/")
    hidden = any(name.startswith(".") and name != ".well-known" for name in names)
    return None if hidden or "\\" in path or "\0" in path or ":" in names[0] else "/".join(names)


def _of_site(path: str, asked: Asked, shown: Shown, prefix: str) -> Answer:
    if path == "" or path.endswith("/"):
        path = f"{path}index.html"
    if path.endswith((".html", ".htm")):
        page = shown.page(path)
        if page is not None:
            return Answer(200, _HTML, page)
        if there := shown.moved(path):
            return _sent_to(f"{prefix}/{quote(there.removesuffix('index.html'))}")
    elif (content := shown.proof(path)) is not None:
        return Answer(200, kind_of(path), content)
    elif (file := shown.file(path)) is not None:
        return _of_file(file, path, asked.headers.get("range", ""))
    elif shown.page(f"{path}/index.html") is not None:
        query = asked.target.partition("?")[2]
        return _sent_to(f"{prefix}/{quote(path)}/{f'?{query}' if query else ''}")
    return _missing(path, shown)


def _missing(path: str, shown: Shown) -> Answer:
    return Answer(404, _HTML, shown.missing(path if path.endswith(".html") else f"{path}/index.html"))


def _own(path: str) -> Answer:
    name = path.removeprefix(OWN.lstrip("/"))
    kind = _SOURCES.get(name)
    if kind is None:
        return Answer(404, body=b"404\n")
    return Answer(200, kind, (Path(__file__).with_name("page") / name).read_bytes())


def _sent_to(address: str) -> Answer:
    return Answer(302, headers=(("Location", address),))


def _of_file(file: Path, path: str, wanted: str) -> Answer:
    size = file.stat().st_size
    kind, accepts = kind_of(path), ("Accept-Ranges", "bytes")
    match = _RANGE.fullmatch(wanted.strip())
    if match is None or match[1] == match[2] == "":
        return Answer(200, kind, headers=(accepts,), file=file, length=size)
    span = _span(match[1], match[2], size)
    if span is None:
        return Answer(416, body=b"416\n", headers=(("Content-Range", f"bytes */{size}"),))
    start, end = span
    headers = (accepts, ("Content-Range", f"bytes {start}-{end - 1}/{size}"))
    return Answer(206, kind, headers=headers, file=file, start=start, length=end - start)


def _span(first: str, last: str, size: int) -> tuple[int, int] | None:
    """From where to where, the end not included; None for nothing."""
    if not first:
        start, end = max(0, size - int(last)), size
    else:
        start, end = int(first), min(int(last) + 1, size) if last else size
    return (start, end) if start < end else None


def kind_of(path: str) -> str:
    """The media type of a file, with the letters that it is written in."""
    name = path.rpartition("/")[2]
    kind = _BY_NAME.get(name) or _TYPES.guess_type(name, strict=True)[0] or "application/octet-stream"
    textual = kind.startswith("text/") or kind.endswith(("+xml", "/xml", "+json", "/json"))
    return f"{kind}; charset=utf-8" if textual else kind


def with_script(page: bytes, facts: Mapping[str, str]) -> bytes:
    """A page with the script that listens for changes, told `facts`; before the end of its body, else at its own."""
    attributes = " ".join(f'data-{name}="{_escaped(value)}"' for name, value in facts.items())
    script = f'<script src="{OWN}live.js" {attributes} defer></script>\n'.encode()
    at = page.rfind(b"</body>")
    return page + script if at < 0 else page[:at] + script + page[at:]


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")


def event(record: Mapping[str, object], turn: str) -> bytes:
    """A message for the script, as event streams are written."""
    return f"id: {turn}\ndata: {json.dumps(record, ensure_ascii=False)}\n\n".encode()
