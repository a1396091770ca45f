"""What holds for all tests of the engine."""

import signal
import sys
from collections.abc import Iterator

import pytest

from compiling import compiled_once
from engine import marking


@pytest.fixture(scope="module", autouse=True)
def installed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The extension that edits switch on and off."""
    before = sys.path[:]
    marking.install(tmp_path_factory.mktemp("packages"))
    yield
    sys.path[:] = before


@pytest.fixture(scope="module", autouse=True)
def ctrl_c_is_heard() -> Iterator[None]:
    """A test run in the background ignores Ctrl-C, and so would the builds that it starts."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


__all__ = ["compiled_once"]
