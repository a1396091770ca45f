"""Hosts on loopback: a real nginx with what a build wrote for it, and a plain server that knows nothing but files."""

import functools
import http.client
import re
import shutil
import socket
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Final, TypeAlias
from urllib.parse import quote, unquote

NGINX: Final = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin:/opt/homebrew/bin")
HOPS: Final = 5

Answer: TypeAlias = tuple[int, str, list[str]]
"""The last status, the last body, and the addresses on the way to it."""

_REFRESH: Final = re.compile(r'<meta http-equiv="refresh" content="0; url=([^"]+)">')

_CONFIG: Final = """
daemon off;
master_process off;
pid {room}/nginx.pid;
error_log {room}/error.log warn;
events {{ worker_connections 64; }}
http {{
    access_log off;
    client_body_temp_path {room}/body;
    proxy_temp_path {room}/proxy;
    fastcgi_temp_path {room}/fastcgi;
    uwsgi_temp_path {room}/uwsgi;
    scgi_temp_path {room}/scgi;
    types {{ text/html html; text/xml xml; }}
    include {hosting}/nginx-map.conf;
    server {{
        listen 127.0.0.1:{port};
        server_name localhost;
        root {root};
        include {hosting}/nginx-server.conf;
    }}
}}
"""


@contextmanager
def nginx(out: Path, base: str = "") -> Iterator[int]:
    """The port of an nginx that serves `out` below the path `base`, as docs/urls.md says."""
    assert NGINX is not None, "these tests need nginx: .ci/nginx installs it"
    with tempfile.TemporaryDirectory() as folder, socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
        probe.close()
        room = Path(folder)
        root = out
        if base:
            root = room / "root"
            (root / base.strip("/")).parent.mkdir(parents=True, exist_ok=True)
            (root / base.strip("/")).symlink_to(out)
        config = room / "nginx.conf"
        config.write_text(_CONFIG.format(room=room, port=port, root=root, hosting=out / ".hosting"), encoding="utf-8")
        started = subprocess.Popen([NGINX, "-p", folder, "-c", str(config)], stderr=subprocess.PIPE)
        try:
            _wait(started, port)
            yield port
        finally:
            started.terminate()
            started.communicate(timeout=20)
        log = (room / "error.log").read_text(encoding="utf-8")
        assert "[warn]" not in log, log


def _wait(started: "subprocess.Popen[bytes]", port: int) -> None:
    for _ in range(400):
        if started.poll() is not None:
            raise AssertionError((started.communicate()[1] or b"").decode())
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.01)
    message = "nginx does not answer"
    raise AssertionError(message)


class _Silent(SimpleHTTPRequestHandler):
    def log_message(self, *_given: object) -> None:
        pass


@contextmanager
def plain(out: Path) -> Iterator[int]:
    """The port of a server that has files and nothing else."""
    with ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Silent, directory=str(out))) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield server.server_port
        finally:
            server.shutdown()
            thread.join()


def follow(port: int, url: str) -> Answer:
    """What a reader finds at an address, who follows redirects, and pages that send on."""
    way: list[str] = []
    for _ in range(HOPS):
        status, body, onward = _get(port, url)
        if not onward:
            return status, body, way
        url = unquote(onward)
        way.append(url)
    message = f"no end of redirects: {way}"
    raise AssertionError(message)


def _get(port: int, url: str) -> tuple[int, str, str]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    try:
        connection.request("GET", quote(url))
        response = connection.getresponse()
        body = response.read().decode()
        if response.status in {301, 302}:
            return response.status, body, response.headers["Location"]
    finally:
        connection.close()
    sent_on = _REFRESH.search(body)
    return response.status, body, sent_on[1] if sent_on else ""
