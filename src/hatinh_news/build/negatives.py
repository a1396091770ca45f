"""Negatives: the files of pictures as they were looked at; what is known of them is sifted out, the rest looked at."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass, field, replace
from pathlib import Path
from typing import Any, Final, TypeAlias

from hatinh_news.build.crew import Crew
from hatinh_news.build.faults import NO_PILLOW
from hatinh_news.build.look import Look
from hatinh_news.ledger import Ledger
from hatinh_news.model.digest import digest, name_of
from hatinh_news.model.fault import Fault, Place
from hatinh_news.model.images import ImageSettings, Negative
from hatinh_news.model.picture import Flaw
from hatinh_news.model.picture import Look as Head
from hatinh_news.model.site import Index
from hatinh_news.plan import showing
from hatinh_news.read.picture_faults import PICTURE_FAILED

NEGATIVES: Final = "negatives"

_Plain: TypeAlias = tuple[str, int, bool, tuple[Any, ...], bool]

_SUFFIXES: Final = (".jpg", ".jpeg", ".png", ".webp", ".avif", ".gif")
_BATCH: Final = 32
_MILLION: Final = 1_000_000


@dataclass(frozen=True, slots=True)
class Negatives:
    """Pictures in plain values, by the names that the look has for their files; `name` is that of the rules by which
    they were looked at, and `new` says that the ledger has others."""

    name: bytes = b""
    plain: Mapping[str, _Plain] = field(default_factory=dict)
    new: bool = False
    faults: tuple[Fault, ...] = ()

    @property
    def all(self) -> Mapping[str, Negative]:
        return _Album(self.plain)


class _Album(Mapping[str, Negative]):
    """Negatives that are made when somebody asks for them: a text asks for few of many."""

    def __init__(self, plain: Mapping[str, _Plain]) -> None:
        self._plain = plain

    def __getitem__(self, name: str) -> Negative:
        return _negative(self._plain[name])

    def __iter__(self) -> Iterator[str]:
        return iter(self._plain)

    def __len__(self) -> int:
        return len(self._plain)


def negatives(seen: Look, images: ImageSettings, ledger: Ledger, crew: Crew) -> Negatives:
    """All pictures in content/ and static/ that versions can be made of; none where none are to be made."""
    if not images.made:
        return Negatives(faults=_without_pillow(seen) if images.enabled else ())
    name = name_of(crew.engine, images)
    known = _known(ledger, name)
    there = [one for one in seen.stamps if one.lower().endswith(_SUFFIXES) and not one.startswith("templates/")]
    stale = [one for one in there if one not in known or one in seen.changed or crew.request.verify]
    batches = [[(one, seen.file(one)) for one in stale[at : at + _BATCH]] for at in range(0, len(stale), _BATCH)]
    looked = crew.run("look", len(stale))(_looked_at, images.most_megabytes * _MILLION, batches)
    fresh = {one: _with_flaw(_plain(found), known.get(one)) for batch in looked for one, found in batch}
    plain = {one: fresh[one] if one in fresh else known[one] for one in there}
    return Negatives(name, plain, new=bool(fresh) or len(plain) != len(known))


def keep_negatives(found: Negatives, ledger: Ledger) -> None:
    """Remembers them before any text that shows them."""
    if found.new:
        ledger.store.keep({NEGATIVES: (found.name, found.plain)})


def spoil(lost: Mapping[str, Flaw], ledger: Ledger) -> frozenset[str]:
    """Remembers of pictures, by digest, that nothing can be made of them; the names of their files."""
    name, plain = ledger.store.shelf(NEGATIVES)
    found = {one: _negative(each) for one, each in plain.items()}
    spoilt = {
        one: replace(each, found=lost[each.digest], failed=True) for one, each in found.items() if each.digest in lost
    }
    ledger.store.keep({NEGATIVES: (name, plain | {one: _plain(each) for one, each in spoilt.items()})})
    return frozenset(spoilt)


def of_the_shown(faults: Iterable[Fault], paper: Index) -> list[Fault]:
    """The faults without those of pictures that failed where no reader would see them: nobody else develops these."""
    told = list(faults)
    if not any(fault.kind == PICTURE_FAILED for fault in told):
        return told
    shown = showing(paper)
    return [fault for fault in told if fault.kind != PICTURE_FAILED or fault.place.path in shown]


def _known(ledger: Ledger, name: bytes) -> Mapping[str, _Plain]:
    kept = ledger.store.shelf(NEGATIVES)
    return kept[1] if kept and kept[0] == name else {}


def _with_flaw(found: _Plain, before: _Plain | None) -> _Plain:
    """What only developing tells of a file, and no look at its head, stays true of the same bytes."""
    return before if before is not None and before[0] == found[0] != "" else found


def _plain(negative: Negative) -> _Plain:
    found = negative.found
    return negative.digest, negative.size, isinstance(found, Head), astuple(found), negative.failed


def _negative(plain: _Plain) -> Negative:
    name, size, is_good, values, failed = plain
    return Negative(name, size, Head(*values) if is_good else Flaw(*values), failed)


def _looked_at(most: int, batch: Sequence[tuple[str, Path]]) -> list[tuple[str, Negative]]:
    """The work of one worker: files of more than `most` bytes are not read."""
    return [(name, _look_at(file, most)) for name, file in batch]


def _look_at(file: Path, most: int) -> Negative:
    from hatinh_news.pictures import look

    try:
        size = file.stat().st_size
        if size > most:
            return Negative("", size, Flaw("too-large"))
        raw = file.read_bytes()
    except OSError as error:
        return Negative("", 0, Flaw("damaged", error.strerror or "unreadable"))
    return Negative(digest(raw), len(raw), look(raw))


def _without_pillow(seen: Look) -> tuple[Fault, ...]:
    """The note that pictures go out as cameras made them, where there are any beside articles."""
    count = sum(one.startswith("content/") and one.lower().endswith(_SUFFIXES) for one in seen.stamps)
    return (NO_PILLOW.at(Place("content/"), count=count),) if count else ()
