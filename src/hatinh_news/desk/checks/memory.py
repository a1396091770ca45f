"""What a check remembers of the one before: one JSON file in the site's cache folder, safe to delete.

One that is missing, damaged, or of other rules or another program reads as empty.
"""

import json
import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import astuple, dataclass, field
from pathlib import Path
from typing import Any, Final

from hatinh_news.desk.checks.files import KINDS, Checked, Spot, Told
from hatinh_news.desk.checks.together import Slip
from hatinh_news.ledger import FOLDER, folder_made
from hatinh_news.model.fault import Fault, Kind, Place
from hatinh_news.model.stamp import Stamp, is_racy

FILE: Final = "checked.json"
_EVER: Final = float("inf")


@dataclass(frozen=True, slots=True)
class Remembered:
    """`files` by path, each with its stamp, of a check by `rules`; and all that was wrong with the newspaper of `name`,
    which had these `stamps`, from `since` until before `until`."""

    rules: str = ""
    files: Mapping[str, tuple[Stamp, Checked]] = field(default_factory=dict)
    name: str = ""
    stamps: Mapping[str, Stamp | None] = field(default_factory=dict)
    since: float = _EVER
    until: float = -_EVER
    slips: Sequence[Slip] = ()

    def holds(self, name: str, stamps: Mapping[str, Stamp], now: float) -> bool:
        """Whether nothing has changed since, that a check looks at."""
        return self.name == name and self.since <= now < self.until and self.stamps == stamps


def moment(site: Path) -> int:
    """The disk's time, in ns, before anything is looked at; 0 where nothing can be kept."""
    folder = site / FOLDER
    try:
        if not folder_made(folder):
            return 0
        clock = folder / f"{FILE}.{os.getpid()}"
        clock.touch()
        at = clock.stat().st_mtime_ns
        clock.unlink()
    except OSError:
        return 0
    return at


def remembered(site: Path) -> Remembered:
    """What the check before has left."""
    try:
        found = json.loads((site / FOLDER / FILE).read_bytes())
        files = {path: (_stamp(stamp), _checked(one)) for path, (stamp, one) in found["files"].items()}
        stamps = {name: _stamp(stamp) if stamp else None for name, stamp in found["stamps"].items()}
        slips = [Slip(_fault(fault), old, new) for fault, old, new in found["slips"]]
        rules, name, since, until = found["rules"], found["name"], float(found["since"]), float(found["until"])
        return Remembered(rules, files, name, stamps, since, until, slips)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return Remembered()


def remember(site: Path, what: Remembered, at: int) -> None:
    """Leaves it for the next check; stamps that a file could keep and yet change are left out."""
    if not at:
        return
    plain = {
        "rules": what.rules,
        "name": what.name,
        "since": what.since,
        "until": what.until,
        "stamps": {name: stamp if stamp and not is_racy(stamp, at) else None for name, stamp in what.stamps.items()},
        "slips": [(_plain(slip.fault), slip.old, slip.new) for slip in what.slips],
        "files": {path: (stamp, one) for path, (stamp, one) in what.files.items() if not is_racy(stamp, at)},
    }
    file = site / FOLDER / FILE
    made = file.with_name(f"{FILE}.{os.getpid()}")
    with suppress(OSError):
        made.write_text(json.dumps(plain, ensure_ascii=True, separators=(",", ":")), encoding="ascii")
        made.replace(file)


def _stamp(plain: Sequence[int]) -> Stamp:
    size, content, status, number = plain
    return size, content, status, number


def _checked(plain: Sequence[Any]) -> Checked:
    told, pictures, has_lead, links, off = plain
    found = [Told(*one) for one in told if one[2] in KINDS]
    spots = [[Spot(*one) for one in some] for some in (pictures, links)]
    return Checked(found, spots[0], has_lead, spots[1], [(code, one, other) for code, one, other in off])


def _plain(fault: Fault) -> list[Any]:
    return [*astuple(fault.place), *astuple(fault.kind), fault.values]


def _fault(plain: Sequence[Any]) -> Fault:
    path, line, column, code, message, hint, severity, values = plain
    return Fault(Place(path, line, column), Kind(code, message, hint, severity), tuple((a, b) for a, b in values))
