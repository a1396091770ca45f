"""Fingerprints: stylesheets and scripts under names that change with what they hold, to be kept for ever."""

import zlib
from collections.abc import Mapping
from pathlib import Path

from hatinh_news.build.request import Request
from hatinh_news.model.digest import digest
from hatinh_news.model.hosting import StaticFile

_ENDINGS = (".css", ".js")
_DIGITS = 10


def fingerprints(static: Mapping[str, Path], request: Request) -> dict[str, StaticFile]:
    """What each stylesheet and script is called, by the address that it has in static/; that one it keeps as well."""
    if request.plain_names:
        return {}
    return {url: _named(url, file.read_bytes()) for url, file in static.items() if url.endswith(_ENDINGS)}


def _named(url: str, content: bytes) -> StaticFile:
    name, dot, ending = url.rpartition(".")
    return StaticFile(f"{name}.{digest(content)[:_DIGITS]}{dot}{ending}", weight(content))


def weight(content: bytes) -> int:
    """How many bytes go over the wire, gzipped as most hosts do."""
    packer = zlib.compressobj(6, wbits=31)
    return len(packer.compress(content)) + len(packer.flush())
