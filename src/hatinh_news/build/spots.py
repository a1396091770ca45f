"""Spots of faults: those that the index finds in names know their file, and the file knows the line."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import replace

from hatinh_news.build.look import Look
from hatinh_news.index.faults import AUTHOR_PERHAPS, TOPIC_PERHAPS, UNKNOWN_SECTION
from hatinh_news.model.fault import Fault, Place
from hatinh_news.read.spot import spot, spot_of_section

MOST = 200
"""So many files are read once more for a line."""

_OF_NAMES = (TOPIC_PERHAPS, AUTHOR_PERHAPS, UNKNOWN_SECTION)


def pinpointed(faults: Iterable[Fault], seen: Look) -> Iterator[Fault]:
    """The faults, those of names at the line where the name stands."""
    left = MOST
    for fault in faults:
        if fault.kind not in _OF_NAMES or not left:
            yield fault
            continue
        left -= 1
        place = fault.place
        with suppress(OSError, KeyError):  # a file may go while we look
            place = _spot(fault, seen.file(place.path).read_bytes())
        yield replace(fault, place=place)


def _spot(fault: Fault, raw: bytes) -> Place:
    if fault.kind == UNKNOWN_SECTION:
        return spot_of_section(raw, fault.place.path)
    return spot(raw, fault.place.path, dict(fault.values)["name"])
