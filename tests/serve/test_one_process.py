"""The same in one process, its window in a thread: what is said, and what is shown, step by step."""

import http.client
import multiprocessing
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import pytest

from hatinh_news import cli, console
from hatinh_news.build import Request, Shown
from hatinh_news.console.preview import blind_line
from hatinh_news.desk.serve import Blind, Built, Order, Refused, Told, preview, serve, start
from hatinh_news.desk.serve.setting import Clock, Setting
from hatinh_news.desk.serve.window import attend, window
from hatinh_news.model.errors import CannotWrite
from hatinh_news.model.fault import Kind, Place
from newsroom import NOW, lay_out
from serving import PATIENCE, SITE


@contextmanager
def windowed(listening: socket.socket, setting: Setting) -> Iterator[Connection]:
    """A window in a thread of this process."""
    ours, theirs = multiprocessing.Pipe()
    thread = threading.Thread(target=attend, args=(theirs, listening, setting))
    thread.start()
    try:
        yield ours
    finally:
        ours.close()
        thread.join()
        theirs.close()


class Room:
    """A preview in a thread; it is stopped as by Ctrl-C."""

    def __init__(self, site: Path, **more: Any) -> None:
        self.site = site
        self.told: list[Told] = []
        self.addresses: list[str] = []
        self.errors: list[BaseException] = []
        self._over = False
        order = Order(site, Shown(drafts=True, future=True), NOW, port=0, workers=1, language="en")
        self._thread = threading.Thread(target=self._run, args=(replace(order, **more),))
        self._thread.start()
        self.until(lambda: self.addresses or self.errors)

    def _run(self, order: Order) -> None:
        try:
            serve(order, self.addresses.append, self._tell)
        except (KeyboardInterrupt, CannotWrite) as error:
            self.errors.append(error)

    def _tell(self, told: Told) -> None:
        self.told.append(told)
        if self._over:
            raise KeyboardInterrupt

    def until(self, met: Callable[[], object]) -> None:
        end = time.monotonic() + PATIENCE
        while not met():
            assert time.monotonic() < end, self.told
            time.sleep(0.01)

    def ask(self, path: str) -> tuple[int, str]:
        connection = http.client.HTTPConnection(self.addresses[0].removeprefix("http://").strip("/"), timeout=PATIENCE)
        try:
            connection.request("GET", path)
            answer = connection.getresponse()
            return answer.status, answer.read().decode()
        finally:
            connection.close()

    def write(self, path: str, text: str) -> None:
        file = self.site / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def stop(self) -> None:
        self.until(lambda: any(isinstance(each, Built) for each in self.told))
        self._over = True
        self.write("content/cuoi.md", "---\ntitle: Cuối\ndate: 2025-05-01\n---\nHết.\n")
        self._thread.join()


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Room]]:
    monkeypatch.setattr(start, "_window", windowed)
    made: list[Room] = []

    def opened(**more: Any) -> Room:
        made.append(Room(lay_out(SITE, tmp_path / "bao"), **more))
        return made[-1]

    yield opened
    for each in made:
        each.stop()


def test_each_build_is_told_with_what_set_it_off(room: Callable[..., Room]) -> None:
    here = room()
    here.until(lambda: here.told)
    first = here.told[0]
    assert isinstance(first, Built)
    assert (first.first, first.report.articles) == (True, 5)
    here.write("content/moi.md", "---\ntitle: Mới\ndate: 2025-05-06\n---\nTin.\n")
    here.until(lambda: here.ask("/2025/05/moi/")[0] == 200)
    here.until(lambda: len(here.told) > 1)
    then = here.told[1]
    assert isinstance(then, Built)
    assert then.paths == ("content/moi.md",)
    assert (then.first, then.news) == (False, False)


def test_an_edit_that_shows_nowhere_is_told_all_the_same(room: Callable[..., Room]) -> None:
    here = room()
    path = "content/thoi-su/bai-1.md"
    here.until(lambda: here.told)
    here.write(path, (here.site / path).read_text(encoding="utf-8").replace("---\ntitle", "---\n# nhắc\ntitle"))
    here.until(lambda: len(here.told) > 1)
    assert isinstance(here.told[1], Built)
    assert (here.told[1].report.written, here.told[1].paths) == (0, (path,))


def test_pages_of_many_articles_are_brought_up_to_date_by_one_setting(room: Callable[..., Room]) -> None:
    here = room()
    here.until(lambda: here.told)
    for number in range(70):
        here.write(f"content/kho/{number}.md", f"---\ntitle: Kho {number}\ndate: 2025-05-07\ndraft: true\n---\nKho.\n")
    here.until(lambda: here.ask("/2025/05/69/")[0] == 200)
    here.until(lambda: "data-state=" in here.ask("/2025/05/69/")[1])


def test_settings_that_allow_no_build_leave_the_pages(room: Callable[..., Room]) -> None:
    here = room()
    here.until(lambda: here.told)
    good = (here.site / "content/site.yaml").read_text(encoding="utf-8")
    here.write("content/site.yaml", "base_url: [\n")
    here.until(lambda: isinstance(here.told[-1], Refused))
    assert "Báo Ngàn Phố" in here.ask("/")[1]
    here.write("content/site.yaml", good)
    here.until(lambda: isinstance(here.told[-1], Built))


def test_where_nobody_tells_it_looks_again(room: Callable[..., Room]) -> None:
    here = room(poll=True)
    here.until(lambda: any(isinstance(each, Blind) for each in here.told))
    here.write("content/moi.md", "---\ntitle: Mới\ndate: 2025-05-06\n---\nTin.\n")
    here.until(lambda: here.ask("/2025/05/moi/")[0] == 200)


def test_the_clock_alone_gives_reason_to_build(room: Callable[..., Room]) -> None:
    here = room(shown=Shown(), port=None)
    here.until(lambda: here.told)
    here.write("content/hen.md", f"---\ntitle: Hẹn\ndate: {NOW:%Y-%m-%d %H:%M}:03\n---\nĐến giờ.\n")
    here.until(lambda: here.ask("/2025/06/hen/")[0] == 200)


def test_an_output_folder_that_refuses_ends_a_first_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(start, "_window", windowed)
    site = lay_out(SITE, tmp_path / "bao")
    (site / ".hatinh-news/serve").mkdir(parents=True)
    (site / ".hatinh-news/serve/0").write_text("x")
    here = Room(site)
    here.until(lambda: here.errors)
    assert isinstance(here.errors[0], CannotWrite)


def test_a_window_that_is_gone_ends_the_work(tmp_path: Path) -> None:
    site = lay_out(SITE, tmp_path)
    ours, theirs = multiprocessing.Pipe()
    theirs.close()
    told: list[Told] = []
    setting = Setting(site, site / ".hatinh-news/serve/x", "http://localhost:1", "127.0.0.1", 1, "en", clock=Clock())
    request = Request(site, setting.out, NOW, setting.base_url, workers=1, plain_names=True)
    preview.preview(request, setting, ours, told.append)
    assert len(told) == 1
    ours.close()


def test_the_window_is_deaf_to_what_stops_the_desk(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    import signal

    from hatinh_news.desk.serve import window as module

    deaf: list[int] = []
    ours, theirs = multiprocessing.Pipe()
    monkeypatch.setattr(signal, "signal", lambda number, _what: deaf.append(number))
    monkeypatch.setattr(module, "attend", lambda *_given: None)
    setting = Setting(tmp_path, tmp_path, "http://localhost:1", "127.0.0.1", 1, "en")
    with socket.socket() as listening:
        window(theirs, ours, listening, setting)
    assert deaf == [signal.SIGINT, signal.SIGTERM]
    assert ours.closed
    theirs.close()


class TestWhatIsSaid:
    @pytest.fixture
    def typed(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[..., Order]:
        site = lay_out(SITE, tmp_path)

        def run(*options: str, news: Callable[[Callable[[Told], None]], None] = lambda tell: None) -> Order:
            orders: list[Order] = []

            def served(order: Order, opened: Callable[[str], None], tell: Callable[[Told], None]) -> None:
                orders.append(order)
                opened("http://localhost:8000/")
                news(tell)
                raise KeyboardInterrupt

            monkeypatch.setattr("hatinh_news.desk.serve.serve", served)
            assert cli.main(["--lang", "en", "serve", str(site), *options]) == 0
            return orders[0]

        return run

    def test_drafts_and_scheduled_articles_are_shown_unless_it_is_said(self, typed: Callable[..., Order]) -> None:
        assert typed().shown == Shown(drafts=True, future=True, expired=False)
        assert typed("-D", "-F", "-E").shown == Shown(drafts=True, future=True, expired=True)
        assert typed("--no-drafts", "--no-future").shown == Shown()

    def test_the_clock_is_the_worlds_unless_it_is_set(self, typed: Callable[..., Order]) -> None:
        assert typed().now is None
        assert typed("--now", "2025-06-01T12:00").now == NOW

    def test_the_browser_opens_when_it_is_asked_for(
        self, typed: Callable[..., Order], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        opened: list[str] = []
        monkeypatch.setattr("webbrowser.open", opened.append)
        typed()
        assert opened == []
        typed("--open")
        assert opened == ["http://localhost:8000/"]

    def test_lines(self, typed: Callable[..., Order], capsys: pytest.CaptureFixture[str]) -> None:
        fault = Kind("bad", "bad", "mend it").at(Place("content/a.md", 3, 7))
        report = replace(_report(), faults=(fault,))

        def news(tell: Callable[[Told], None]) -> None:
            tell(Built(_report(), (), 1.5, first=True, news=False))
            tell(Built(report, ("content/a.md",), 0.0451))
            tell(Built(_report(), ("content/a.md", "content/b.md", "static/c.css"), 0.2))
            tell(Built(_report(), (), 0.3, news=False))
            tell(Blind("network"))
            tell(Refused((fault,)))

        typed("--bind", "0.0.0.0", news=news)
        said = capsys.readouterr()
        assert said.out.splitlines() == [
            "Preview: http://localhost:8000/  (Ctrl-C stops it)",
            "Articles: 5, pages: 30 → files written: 2, removed: 1, in 1,500 ms",
            "content/a.md → files written: 2, removed: 1, in 45 ms",
            "content/a.md and others: 2 → files written: 2, removed: 1, in 200 ms",
            "All faults are mended.",
            "The clock, or files nobody was told of → files written: 2, removed: 1, in 300 ms",
            "The preview has ended.",
        ]
        assert said.err.splitlines() == [
            "Whoever is on this network can read it, drafts and scheduled articles included.",
            "content/a.md:3:7: error: bad",
            "  hint: mend it",
            "Errors: 1, warnings: 0.",
            blind_line(console.Manner("en"), Blind("network")),
            "content/a.md:3:7: error: bad",
            "  hint: mend it",
            "Nothing is built until this is mended; the pages stay as they were.",
        ]

    @pytest.mark.parametrize("cause", ["asked", "network", "limit", "links", "failed"])
    def test_every_cause_of_looking_again_has_its_words(self, cause: Any) -> None:
        assert ", as " in blind_line(console.Manner("en"), Blind(cause))


def _report() -> Any:
    from hatinh_news.model.report import Report

    return Report(articles=5, pages=30, written=2, removed=1)
