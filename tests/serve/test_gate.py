"""The running program, as strangers and many browsers meet it."""

import re
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.parse import urlencode

import pytest

from hatinh_news.desk.faults import CANNOT_LISTEN, PORT_TAKEN
from newsroom import lay_out, unmeasured
from serving import PATIENCE, SITE, Serving


def said(serving: Serving, text: bytes) -> bytes:
    """What is answered to these very bytes, until the end."""
    with socket.create_connection(("127.0.0.1", serving.port), timeout=PATIENCE) as connection:
        connection.sendall(text)
        answer = b""
        while more := connection.recv(65_536):
            answer += more
    return answer


def request(target: str, host: str, method: str = "GET") -> bytes:
    return f"{method} {target} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n".encode()


def test_a_page_is_served_fresh_and_kept_nowhere(serving: Serving) -> None:
    status, headers, body = serving.ask("/")
    assert status == 200
    assert headers["Content-Type"] == "text/html; charset=utf-8"
    assert headers["Cache-Control"] == "no-store"
    assert headers["X-Robots-Tag"] == "noindex"
    assert headers["Access-Control-Allow-Origin"] is None
    assert b"/_hatinh/live.js" in body


def test_the_script_is_in_no_file(serving: Serving) -> None:
    assert b"_hatinh" not in (serving.out / "index.html").read_bytes()


def test_links_lead_to_the_preview(serving: Serving) -> None:
    assert f'<link rel="canonical" href="{serving.address}/">' in serving.text("/")


def test_heads_have_no_body(serving: Serving) -> None:
    answer = said(serving, request("/", f"localhost:{serving.port}", "HEAD"))
    assert answer.startswith(b"HTTP/1.1 200")
    assert answer.endswith(b"\r\n\r\n")
    assert int(re.findall(rb"Content-Length: (\d+)", answer)[0]) > 1000


def test_a_missing_page_is_the_papers_own(serving: Serving) -> None:
    status, _, body = serving.ask("/khong-co/")
    assert status == 404
    assert b"<title>" in body


def test_a_name_that_was_bent_to_lead_here_is_refused(serving: Serving) -> None:
    assert said(serving, request("/", f"evil.example:{serving.port}")).startswith(b"HTTP/1.1 403")
    assert said(serving, b"GET / HTTP/1.1\r\nConnection: close\r\n\r\n").startswith(b"HTTP/1.1 403")
    two = f"GET / HTTP/1.1\r\nHost: localhost:{serving.port}\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
    assert said(serving, two.encode()).startswith(b"HTTP/1.1 403")


def test_a_stream_of_news_is_for_the_same_names_only(serving: Serving) -> None:
    assert said(serving, request("/_hatinh/events", "evil.example")).startswith(b"HTTP/1.1 403")


@pytest.mark.parametrize("target", ["/../../content/site.yaml", "/..%2f..%2f..%2fcontent/site.yaml", "//etc/passwd"])
def test_no_way_leads_out(serving: Serving, target: str) -> None:
    answer = said(serving, request(target, f"localhost:{serving.port}"))
    assert answer.startswith((b"HTTP/1.1 400", b"HTTP/1.1 404"))
    assert b"title: " not in answer


def test_what_comes_with_a_request_is_not_taken_for_another(serving: Serving) -> None:
    hidden = request("/gioi-thieu/", f"localhost:{serving.port}")
    outer = f"POST / HTTP/1.1\r\nHost: localhost:{serving.port}\r\nContent-Length: {len(hidden)}\r\n\r\n".encode()
    answer = said(serving, outer + hidden)
    assert answer.startswith(b"HTTP/1.1 405")
    assert answer.count(b"HTTP/1.1") == 1


def test_slow_browsers_keep_nobody_waiting(serving: Serving) -> None:
    slow = [socket.create_connection(("127.0.0.1", serving.port)) for _ in range(20)]
    try:
        for each in slow:
            each.sendall(b"GET / HT")
        assert serving.ask("/")[0] == 200
    finally:
        for each in slow:
            each.close()


def test_of_a_film_a_part_is_served(serving: Serving) -> None:
    (serving.site / "static").mkdir(exist_ok=True)
    (serving.site / "static/phim.mp4").write_bytes(bytes(range(256)) * 1000)
    serving.until(lambda: serving.ask("/phim.mp4")[0] == 200)
    status, headers, body = serving.ask("/phim.mp4", range="bytes=1000-1009")
    assert (status, headers["Content-Type"]) == (206, "video/mp4")
    assert body == (bytes(range(256)) * 1000)[1000:1010]


class Stream:
    """A browser's stream of news about one page."""

    def __init__(self, serving: Serving, path: str) -> None:
        page = serving.text(path)
        facts = dict(re.findall(r'data-(page|seen|turn)="([^"]*)"', page))
        self.connection = socket.create_connection(("127.0.0.1", serving.port), timeout=PATIENCE)
        target = f"/_hatinh/events?{urlencode(facts)}"
        self.connection.sendall(f"GET {target} HTTP/1.1\r\nHost: localhost:{serving.port}\r\n\r\n".encode())
        self.heard = b""

    def until(self, text: bytes) -> None:
        end = time.monotonic() + PATIENCE
        while text not in self.heard:
            assert time.monotonic() < end, self.heard.decode()
            more = self.connection.recv(65_536)
            assert more, self.heard
            self.heard += more

    def close(self) -> None:
        self.connection.close()


def test_only_those_who_look_at_a_page_that_changed_are_told_to_load_it_anew(serving: Serving) -> None:
    looking, elsewhere = Stream(serving, "/2025/05/bai-3/"), Stream(serving, "/gioi-thieu/")
    for each in (looking, elsewhere):
        each.until(b'"do": "slips"')
    serving.edit("content/thoi-su/bai-3.md", "Lời 3", "Lời ba")
    looking.until(b'"do": "reload"')
    serving.write("static/css/khac.css", "p { color: #111 }\n")
    elsewhere.until(b'"do": "renew"')
    assert b'"/css/khac.css"' in elsewhere.heard
    assert b"reload" not in elsewhere.heard
    looking.close()
    elsewhere.close()


def test_a_page_follows_its_article(serving: Serving) -> None:
    stream = Stream(serving, "/2025/05/bai-4/")
    serving.edit("content/thoi-su/bai-4.md", "title: Bài 4", "title: Bài 4\nslug: ten-khac")
    stream.until(b'{"do": "go", "to": "/2025/05/ten-khac/"}')
    assert serving.ask("/2025/05/bai-4/")[0] == 302
    stream.close()


def test_an_article_with_a_fault_is_shown_as_it_was_until_it_is_mended(serving: Serving) -> None:
    path = "content/thoi-su/bai-5.md"
    assert "Bài 5" in serving.text("/2025/05/bai-5/")
    stream = Stream(serving, "/2025/05/bai-5/")
    serving.edit(path, "date: 2025-05-05", "date: hôm nọ")
    stream.until(f"{path}:4".encode())
    stream.until("date: hôm nọ".encode())
    serving.until(lambda: not (serving.out / "2025/05/bai-5/index.html").exists())
    assert "Bài 5" in serving.text("/2025/05/bai-5/")
    stream.heard = b""
    serving.edit(path, "date: hôm nọ", "date: 2025-05-05")
    stream.until(b'"slips": []')
    stream.close()
    serving.until(lambda: any("All faults are mended." in line for line in serving.lines))


def test_it_stops_within_a_second_whoever_is_connected(tmp_path: Path) -> None:
    serving = Serving(lay_out(SITE, tmp_path), "--lang", "en")
    stream = Stream(serving, "/")
    idle = socket.create_connection(("127.0.0.1", serving.port))
    began = time.monotonic()
    serving.process.send_signal(signal.SIGTERM)
    assert serving.process.wait(PATIENCE) == 0
    assert time.monotonic() - began < 5  # a second where nobody else is at work
    serving.stop()
    assert serving.lines[-1] == "The preview has ended.\n"
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", serving.port), timeout=1)
    stream.close()
    idle.close()


def test_its_window_closes_even_when_it_is_killed(tmp_path: Path) -> None:
    serving = Serving(lay_out(SITE, tmp_path))
    serving.ask("/")
    serving.process.kill()
    serving.stop()

    def is_free() -> bool:
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", serving.port)) != 0

    serving.until(is_free)


def test_what_is_due_appears_though_nobody_edits(tmp_path: Path) -> None:
    soon = "-- content/hen-gio.md --\n---\ntitle: Hẹn giờ\ndate: 2025-06-01 12:00:02\n---\nĐến giờ.\n"
    serving = Serving(lay_out(SITE + soon, tmp_path), "--now", "2025-06-01T12:00", "--no-future")
    assert serving.ask("/2025/06/hen-gio/")[0] == 404
    serving.until(lambda: serving.ask("/2025/06/hen-gio/")[0] == 200)
    serving.stop()


def test_where_changes_are_not_told_they_are_looked_for(tmp_path: Path) -> None:
    serving = Serving(lay_out(SITE, tmp_path), "--poll", "--lang", "en")
    serving.shows("/2025/05/bai-1/", "Lời 1")
    serving.until(lambda: any("--poll" in line for line in serving.lines))
    serving.edit("content/thoi-su/bai-1.md", "Lời 1", "Lời mới")
    serving.shows("/2025/05/bai-1/", "Lời mới")
    serving.stop()


def served(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "hatinh_news", "serve", *arguments, "--lang", "en"]
    return subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE, check=False, env=unmeasured())


def test_a_folder_without_a_newspaper_ends_it_at_once(tmp_path: Path) -> None:
    done = served(str(tmp_path), "--port", "0")
    assert done.returncode == 2
    assert "content" in done.stderr


def test_a_port_that_was_asked_for_and_is_taken_ends_it(serving: Serving, tmp_path: Path) -> None:
    done = served(str(lay_out(SITE, tmp_path)), "--port", str(serving.port))
    assert done.returncode == 2
    assert PORT_TAKEN.message.format(port=serving.port) in done.stderr


def test_an_address_of_another_computer_cannot_be_listened_at(tmp_path: Path) -> None:
    done = served(str(lay_out(SITE, tmp_path)), "--bind", "203.0.113.7")
    assert done.returncode == 2
    assert CANNOT_LISTEN.message.partition("{")[0] + "203.0.113.7" in done.stderr


def test_settings_with_a_fault_are_told_on_the_page_until_they_are_mended(tmp_path: Path) -> None:
    site = lay_out(SITE, tmp_path)
    settings = site / "content/site.yaml"
    good = settings.read_text(encoding="utf-8")
    settings.write_text(f"{good}titel: x\nbase_url: [\n", encoding="utf-8")
    serving = Serving(site, "--lang", "en", ready=False)
    stream = Stream(serving, "/")
    stream.until(b"content/site.yaml:")
    settings.write_text(good, encoding="utf-8")
    serving.shows("/", "Báo Ngàn Phố")
    serving.stop()
    stream.close()


def test_on_a_network_everybody_is_warned(tmp_path: Path) -> None:
    serving = Serving(lay_out(SITE, tmp_path), "--bind", "0.0.0.0", "--lang", "en")
    serving.until(lambda: any("Whoever is on this network" in line for line in serving.lines))
    serving.stop()
