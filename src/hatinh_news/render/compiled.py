"""Compiled templates, kept from one run to the next: compiling them takes longer than a page."""

import marshal
import os
import sys
import threading
from collections.abc import Iterable, Iterator
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

from jinja2 import BytecodeCache, Environment, compiler
from jinja2.bccache import Bucket

from hatinh_news.model import address
from hatinh_news.render import addresses
from hatinh_news.text import dates, english, numbers

# What a compiled template depends on besides its source: filters of constants are worked out when it is compiled.
_MAKERS = (
    os.path.join(os.path.dirname(__file__), "engine.py"),  # noqa: PTH118, PTH120
    *(str(module.__file__) for module in (compiler, address, addresses, dates, english, numbers)),
)

_SEAL = 32
_ENDING = ".compiled"


class Compiled(BytecodeCache):
    """A folder with a file for each template; one that is damaged, or that another program made, is not there.

    A folder that cannot be written is no fault: then every run compiles. Where a file is added, those of templates that
    are not among `names` go.
    """

    def __init__(self, folder: Path, site: str, names: Iterable[str]) -> None:
        self._folder = str(folder)
        self._names = names
        self._maker = "\n".join([sys.version, site, *_stamps()])

    def get_cache_key(self, name: str, filename: str | None = None) -> str:  # noqa: ARG002
        """The same wherever the template lies: the newest replaces what was kept of that name."""
        return blake2b(name.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()

    def get_bucket(self, environment: Environment, name: str, filename: str | None, source: str) -> Bucket:
        """What is kept of a template; its file's name is in what was compiled, for the places of faults."""
        bucket = Bucket(environment, self.get_cache_key(name), f"{self._maker}\n{filename}\n{source}")
        self.load_bytecode(bucket)
        return bucket

    def load_bytecode(self, bucket: Bucket) -> None:
        with suppress(OSError), open(self._file(bucket), "rb", buffering=0) as kept:  # noqa: PTH123
            sealed = kept.read()
            if sealed[:_SEAL] == _seal(bucket, sealed[_SEAL:]):
                bucket.code = marshal.loads(sealed[_SEAL:])  # noqa: S302 (the seal says that we wrote it)

    def dump_bytecode(self, bucket: Bucket) -> None:
        code = marshal.dumps(bucket.code)
        file = self._file(bucket)
        beside = f"{file}.{os.getpid()}-{threading.get_ident()}"
        with suppress(OSError):
            os.makedirs(self._folder, exist_ok=True)  # noqa: PTH103
            with open(beside, "wb") as new:  # noqa: PTH123
                new.write(_seal(bucket, code) + code)
            os.replace(beside, file)  # noqa: PTH105
            self._prune()

    def _prune(self) -> None:
        """What another process is just writing may go too: it compiles once more."""
        known = {f"{self.get_cache_key(name)}{_ENDING}" for name in self._names}
        for name in os.listdir(self._folder):  # noqa: PTH208
            if _ENDING in name and name not in known:
                with suppress(OSError):
                    os.unlink(os.path.join(self._folder, name))  # noqa: PTH108, PTH118

    def _file(self, bucket: Bucket) -> str:
        return os.path.join(self._folder, f"{bucket.key}{_ENDING}")  # noqa: PTH118


def _stamps() -> Iterator[str]:
    """The makers as files, by size and time: a version number is the same before and after a correction."""
    for file in _MAKERS:
        with suppress(OSError):
            stat = os.stat(file)  # noqa: PTH116
            yield f"{file} {stat.st_size} {stat.st_mtime_ns}"


def _seal(bucket: Bucket, code: bytes) -> bytes:
    """Python reads compiled code without looking, so not a byte of it may be another's."""
    digest = blake2b(bucket.checksum.encode("utf-8", "surrogatepass"), digest_size=_SEAL)
    digest.update(code)
    return digest.digest()
