"""What a build knows of addresses that were public before."""

from collections.abc import Iterable
from pathlib import Path

from hatinh_news.model.fault import Fault
from hatinh_news.model.recorded import Addresses
from hatinh_news.read.addresses import recorded_addresses


def recorded(site: Path, faults: Iterable[Fault]) -> tuple[Addresses | None, list[Fault]]:
    """What addresses.txt says, beside the files that have `faults` and so make nothing; None where nothing is recorded,
    and what is wrong with it."""
    lines, wrong = recorded_addresses(site)
    if lines is None:
        return None, wrong
    unread = frozenset(fault.place.path.removeprefix("content/") for fault in faults if fault.is_error)
    return Addresses(lines, unread), wrong
