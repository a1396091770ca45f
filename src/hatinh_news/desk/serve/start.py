"""The start of a preview: a port, a window at it, and a desk; and the end of all three."""

import multiprocessing
import os
import socket
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, Final

from hatinh_news.build.request import Request
from hatinh_news.desk.faults import CANNOT_LISTEN, PORT_TAKEN
from hatinh_news.desk.serve.doorman import host_of
from hatinh_news.desk.serve.preview import Tell, preview
from hatinh_news.desk.serve.setting import Clock, Setting
from hatinh_news.desk.serve.window import window
from hatinh_news.desk.serve.words import waiting_page, words
from hatinh_news.ledger import FOLDER
from hatinh_news.messages import translator
from hatinh_news.model.address import base_path
from hatinh_news.model.config import Shown
from hatinh_news.model.errors import CannotBuild
from hatinh_news.model.fault import Place
from hatinh_news.read.load import load_settings
from hatinh_news.render.theme import theme_folders
from hatinh_news.workers.processes import undisturbed

PORT: Final = 8000
"""Where a preview is, unless it is asked for elsewhere; where that is taken, the next that is free."""

_TRIED: Final = 50
_PATIENCE: Final = 3.0


@dataclass(frozen=True, slots=True)
class Order:
    """What to preview, and where: `port` is None where none was asked for, `now` where the clock is the world's."""

    site: Path
    shown: Shown
    now: datetime | None = None
    bind: str = "127.0.0.1"
    port: int | None = None
    poll: bool = False
    workers: int = 0
    executor: str = ""
    language: str = "vi"


def serve(order: Order, opened: Callable[[str], None], tell: Tell) -> None:
    """Shows the newspaper until it is stopped (KeyboardInterrupt); `opened` hears its address before it is built.

    Raises CannotBuild where nothing can listen or there is nothing to build, CannotWrite as a build does.
    """
    listening = _listening(order.bind, order.port)
    setting = _setting(order, listening.getsockname()[1])
    opened(f"{setting.base_url}/")
    request = Request(
        setting.site,
        setting.out,
        setting.now(),
        setting.base_url,
        order.shown,
        workers=order.workers,
        executor=order.executor,
        plain_names=True,
    )
    with _window(listening, setting) as pipe:
        preview(request, setting, pipe, tell)


def _setting(order: Order, port: int) -> Setting:
    site = Path(os.path.realpath(order.site))
    config, _ = load_settings(site)
    say = translator(order.language)
    return Setting(
        site=site,
        out=site / FOLDER / "serve" / str(port if order.port is None else order.port),
        base_url=f"http://{host_of(order.bind)}:{port}{base_path(config.base_url)}",
        bind=order.bind,
        port=port,
        language=order.language,
        words=words(say),
        waiting=waiting_page(say, order.language),
        run=f"{os.getpid():x}{os.urandom(3).hex()}",
        clock=Clock(order.now),
        watched=tuple(folder for part in ("templates", "static") for folder in theme_folders(site, part)[1:]),
        poll=order.poll,
    )


def _listening(bind: str, asked: int | None) -> socket.socket:
    """A socket that listens at the port that was asked for, or at the first that is free."""
    family = socket.AF_INET6 if ":" in bind else socket.AF_INET
    for port in range(PORT, PORT + _TRIED) if asked is None else (asked,):
        listening = socket.socket(family, socket.SOCK_STREAM)
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listening.bind((bind, port))
            listening.listen(64)
        except OSError as error:
            listening.close()
            if not _is_taken(error):
                reason = error.strerror or str(error)
                raise CannotBuild(CANNOT_LISTEN.at(Place("--bind"), address=bind, port=port, reason=reason)) from error
        else:
            return listening
    raise CannotBuild(PORT_TAKEN.at(Place("--port"), port=PORT if asked is None else asked))


def _is_taken(error: OSError) -> bool:
    import errno

    return error.errno == errno.EADDRINUSE


@contextmanager
def _window(listening: socket.socket, setting: Setting) -> Iterator[Connection]:
    """A window in a process of its own, so that browsers never wait for a build; it is gone afterwards.

    It is forked where that is safe: before there is any thread.
    """
    context: Any = multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")
    ours, theirs = context.Pipe()
    inherited = ours if context.get_start_method() == "fork" else None
    process = context.Process(target=window, args=(theirs, inherited, listening, setting), name="window", daemon=True)
    try:
        with undisturbed():
            process.start()
        theirs.close()
        listening.close()
        yield ours
    finally:
        ours.close()
        if process.pid is not None:
            process.join(_PATIENCE)
            process.kill()
            process.join()
        process.close()
