"""Templates are compiled once for all newspapers of a run: nothing else in a clean build takes so long."""

from collections.abc import Iterator
from types import CodeType
from typing import Final

import pytest
from jinja2 import Environment

from hatinh_news.render.compiled import Compiled
from hatinh_news.render.engine import Engine

_KNOWN: Final[dict[object, CodeType]] = {}


@pytest.fixture(scope="module", autouse=True)
def compiled_once() -> Iterator[None]:
    """Where a folder of compiled templates would be believed; a build that believes nothing compiles."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Engine, "compile", _compile)
        yield


def _compile(engine: Engine, source: str, name: str, filename: str) -> CodeType:
    cache = engine.bytecode_cache
    if not isinstance(cache, Compiled):
        return Environment.compile(engine, source, name, filename)
    bucket = cache.get_bucket(engine, name, filename, source)
    key = (bucket.checksum, name, *sorted(engine.filters), *sorted(engine.globals))
    if key not in _KNOWN:
        _KNOWN[key] = Environment.compile(engine, source, name, filename)
    return _KNOWN[key]
