"""The window: the process that shows the paper to browsers and watches the files, while the desk builds."""

import logging
import signal
import socket
import threading
from contextlib import suppress
from multiprocessing.connection import Connection
from typing import Final

from hatinh_news.desk.serve.gate import Gate
from hatinh_news.desk.serve.notes import Looked, ToDesk
from hatinh_news.desk.serve.paper import Paper
from hatinh_news.desk.serve.setting import Setting
from hatinh_news.desk.serve.watching import Watching

_AFTER: Final = 0.5
"""Seconds after which it is looked whether all is still watched."""

_GOODBYE: Final = 0.5
"""Seconds that browsers have for being sent away."""


def window(pipe: Connection, theirs: Connection | None, listening: socket.socket, setting: Setting) -> None:
    """The life of the process: it ends when the desk closes its end of the pipe, or dies; `theirs` is that end."""
    for each in (signal.SIGINT, signal.SIGTERM):
        signal.signal(each, signal.SIG_IGN)
    logging.getLogger("watchdog").setLevel(logging.CRITICAL)
    if theirs is not None:
        theirs.close()
    attend(pipe, listening, setting)


def attend(pipe: Connection, listening: socket.socket, setting: Setting) -> None:
    """Shows and watches until the pipe ends."""
    speaking = threading.Lock()

    def tell(note: ToDesk) -> None:
        with speaking, suppress(OSError):
            pipe.send(note)

    paper = Paper(setting, lambda paths: tell(Looked(paths)))
    gate = Gate(listening, setting.bind, paper)
    serving = threading.Thread(target=gate.serve_forever, args=(0.1,), name="gate")
    serving.start()
    watching = Watching(setting.site, setting.watched, tell)
    watching.begin(poll=setting.poll)
    try:
        while True:
            if pipe.poll(_AFTER):
                paper.take(pipe.recv())
            else:
                watching.look_after()
    except (EOFError, OSError):
        pass
    finally:
        gate.end(_GOODBYE)
        watching.end()
        serving.join()
