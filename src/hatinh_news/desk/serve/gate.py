"""The gate: sockets, and a thread for each browser; what is answered is said elsewhere."""

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler
from socketserver import TCPServer, ThreadingMixIn
from typing import Any, BinaryIO, Final
from urllib.parse import parse_qs

from hatinh_news.desk.serve.answers import EVENTS, Answer, Asked, answer, event
from hatinh_news.desk.serve.doorman import is_welcome
from hatinh_news.desk.serve.paper import Paper

_BLOCK: Final = 1 << 16
_PATIENCE: Final = 30.0
"""Seconds that a browser may be silent, or take nothing."""

_BEAT: Final = 15.0
"""Seconds after which a stream without news says that it lives."""


class Gate(ThreadingMixIn, TCPServer):
    """Serves a paper at a socket that listens already, until it is closed."""

    daemon_threads = True
    request_queue_size = 64

    def __init__(self, listening: socket.socket, bind: str, paper: Paper) -> None:
        super().__init__(listening.getsockname()[:2], Visitor, bind_and_activate=False)
        self.socket.close()
        self.socket = listening
        self.bind, self.port, self.paper = bind, listening.getsockname()[1], paper
        self._open: set[socket.socket] = set()
        self._lock = threading.Lock()
        self._visits: list[threading.Thread] = []

    def process_request(self, request: Any, client_address: Any) -> None:
        """A thread for each browser; those that ended are forgotten."""
        self._visits = [visit for visit in self._visits if visit.is_alive()]
        visit = threading.Thread(target=self.process_request_thread, args=(request, client_address), daemon=True)
        self._visits.append(visit)
        visit.start()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that goes away in the middle of a picture is no error."""

    @contextmanager
    def visited(self, connection: socket.socket) -> Iterator[None]:
        """The time of one visit, which the end of the gate cuts short."""
        with self._lock:
            self._open.add(connection)
        try:
            yield
        finally:
            with self._lock:
                self._open.discard(connection)

    def end(self, seconds: float) -> None:
        """Lets nobody in any more, sends all away, and waits a while for them to be gone."""
        self.shutdown()
        self.paper.close()
        with self._lock:
            still = list(self._open)
        for connection in still:
            with suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)
        for visit in self._visits:
            visit.join(seconds / max(1, len(self._visits)))
        self.server_close()


class Visitor(BaseHTTPRequestHandler):
    """One browser's connection."""

    server: Gate
    protocol_version = "HTTP/1.1"
    server_version = "hatinh-news"
    sys_version = ""
    timeout = _PATIENCE
    disable_nagle_algorithm = True

    def handle(self) -> None:
        with self.server.visited(self.connection), suppress(OSError):
            super().handle()

    def __getattr__(self, name: str) -> Callable[[], None]:
        """One answer for all methods: which are allowed is said where answers are made."""
        if name.startswith("do_"):
            return self._answer
        raise AttributeError(name)

    def log_message(self, format: str, *arguments: Any) -> None:  # noqa: A002
        """What browsers ask for is nobody's business."""

    def _answer(self) -> None:
        hosts = self.headers.get_all("Host") or []
        if len(hosts) != 1 or not is_welcome(hosts[0], self.server.bind, self.server.port):
            self.close_connection = True
            self._send(Answer(403, body=b"403: this preview is not called by that name\n"))
            return
        if self.headers.get("Content-Length", "0") != "0" or self.headers.get("Transfer-Encoding"):
            self.close_connection = True  # nobody reads what comes with a request
        asked = Asked(self.command, self.path, {name.lower(): value for name, value in self.headers.items()})
        if asked.method == "GET" and asked.target.partition("?")[0] == EVENTS:
            self._stream(asked)
        else:
            self._send(answer(asked, self.server.paper))

    def _send(self, told: Answer) -> None:
        self.send_response(told.status)
        self._send_common(told.kind)
        self.send_header("Content-Length", str(told.size))
        for name, value in told.headers:
            self.send_header(name, value)
        self.end_headers()
        if self.command == "HEAD":
            return
        if told.file is None:
            self.wfile.write(told.body)
        else:
            with told.file.open("rb") as file:
                file.seek(told.start)
                self._copy(file, told.length)

    def _send_common(self, kind: str) -> None:
        for name, value in (
            ("Content-Type", kind),
            ("Cache-Control", "no-store"),
            ("X-Content-Type-Options", "nosniff"),
            ("X-Robots-Tag", "noindex"),
        ):
            self.send_header(name, value)

    def _copy(self, file: BinaryIO, length: int) -> None:
        """So many bytes; where the file has become shorter, the connection ends."""
        while length and (block := file.read(min(_BLOCK, length))):
            self.wfile.write(block)
            length -= len(block)
        self.close_connection = self.close_connection or length > 0

    def _stream(self, asked: Asked) -> None:
        """Tells news of one page, for as long as its reader stays."""
        paper = self.server.paper
        given = {name: values[0] for name, values in parse_qs(asked.target.partition("?")[2]).items()}
        path, seen = given.get("page", ""), given.get("seen", "")
        since = paper.turn_named(asked.headers.get("last-event-id") or given.get("turn", ""))
        self.close_connection = True
        self.send_response(200)
        self._send_common("text/event-stream; charset=utf-8")
        self.end_headers()
        self.wfile.write(b"retry: 700\n\n")
        with paper.looked_at(path):
            turn = paper.wait(-2, 0)
            while turn >= 0:
                for record in paper.news(path, seen, since):
                    self.wfile.write(event(record, paper.turn_of(turn)))
                since, turn = turn, paper.wait(turn, _BEAT)
                if turn == since:
                    self.wfile.write(b": beat\n\n")
