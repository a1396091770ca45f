"""Recording: addresses.txt is written anew, whole or not at all."""

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from hatinh_news.desk import faults
from hatinh_news.model.errors import CannotWrite
from hatinh_news.model.fault import Place
from hatinh_news.model.recorded import ADDRESSES, Recorded
from hatinh_news.read.addresses import written


def record(site: Path, lines: Iterable[Recorded]) -> bool:
    """Makes SITE/addresses.txt say `lines`; False where it says so already.

    Raises CannotWrite where the disk refuses.
    """
    file, beside = site / ADDRESSES, site / f".{ADDRESSES}.new"
    try:
        before = file.read_bytes().decode("utf-8-sig", "replace") if file.exists() else ""
        text = written(lines, before)
        if text.encode() == before.encode():
            return False
        try:
            beside.write_bytes(text.encode())
            beside.replace(file)
        except BaseException:
            with suppress(OSError):
                beside.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise CannotWrite(faults.CANNOT_CREATE.at(Place(ADDRESSES), reason=error.strerror or str(error))) from error
    return True
