"""Spots of faults: those that the index finds in names know their file, and the file knows the line."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import replace

from hatinh_news.build.look import Look
from hatinh_news.index.faults import AUTHOR_PERHAPS, TOPIC_PERHAPS
from hatinh_news.model.fault import Fault
from hatinh_news.read.spot import spot

MOST = 200
"""So many files are read once more for a line."""

_OF_NAMES = (TOPIC_PERHAPS, AUTHOR_PERHAPS)


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
            place = spot(seen.file(place.path).read_bytes(), place.path, dict(fault.values)["name"])
        yield replace(fault, place=place)
