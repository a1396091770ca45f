"""What holds for all tests of the engine."""

import signal
import sys
from collections.abc import Iterator
from types import CodeType

import pytest
from jinja2 import Environment

from engine import marking
from hatinh_news.render.compiled import Compiled
from hatinh_news.render.engine import Engine


@pytest.fixture(scope="module", autouse=True)
def installed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The extension that edits switch on and off."""
    before = sys.path[:]
    marking.install(tmp_path_factory.mktemp("packages"))
    yield
    sys.path[:] = before


@pytest.fixture(scope="session", autouse=True)
def compiled_once() -> Iterator[None]:
    """A template is compiled once for all clean builds that have the same, unless nothing is to be believed."""
    known: dict[object, CodeType] = {}
    really = Environment.compile

    def compile_once(engine: Engine, source: str, name: str, filename: str) -> CodeType:
        cache = engine.bytecode_cache
        if not isinstance(cache, Compiled):
            return really(engine, source, name, filename)
        bucket = cache.get_bucket(engine, name, filename, source)
        key = (bucket.checksum, name, *sorted(engine.filters), *sorted(engine.globals))
        if key not in known:
            known[key] = really(engine, source, name, filename)
        return known[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Engine, "compile", compile_once)
        yield


@pytest.fixture(scope="module", autouse=True)
def ctrl_c_is_heard() -> Iterator[None]:
    """A test run in the background ignores Ctrl-C, and so would the builds that it starts."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)
