"""The look: what lies in the site's folders now, and what of it is not what it was when it was last built."""

import os
import stat
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from hatinh_news import read, render, write
from hatinh_news.ledger import Ledger
from hatinh_news.model.digest import name_of
from hatinh_news.model.fault import Fault
from hatinh_news.model.recorded import ADDRESSES
from hatinh_news.model.stamp import Stamp, is_racy, stamp_of

SETTINGS = "content/site.yaml"

STAMPS = "stamps"
_DIGESTS = "digests"
_WRONG = "wrong"
_FEW = 8


@dataclass(frozen=True, slots=True)
class Look:
    """What was seen: `stamps` of all that a build reads, by folder and path (`content/a.md`, `static/a.css`);
    `others` has the files that do not lie in content/.

    `changed` names those that are new or hold something else than in the build before (and `content/` where something
    else is wrong there, such as a broken link), `gone` those that are no more;
    `same` says that nothing is either; `restamped` that some only look changed. `moment` is the disk's time before.
    """

    tree: read.Tree
    static: Mapping[str, Path]
    stamps: Mapping[str, Stamp]
    others: Mapping[str, Path]
    faults: tuple[Fault, ...]
    moment: int
    changed: frozenset[str] = frozenset()
    gone: frozenset[str] = frozenset()
    restamped: bool = False

    @property
    def same(self) -> bool:
        return not self.changed and not self.gone

    def file(self, name: str) -> Path:
        """The file on disk of what the look calls so."""
        return self.others.get(name) or Path(self.tree.files[name.removeprefix("content/")])

    def shelves(self) -> dict[str, object]:
        """What the next look needs to know: stamps to be trusted, and what those hold that cannot be."""
        racy = [name for name, stamp in self.stamps.items() if is_racy(stamp, self.moment)]
        trusted = dict(self.stamps) | dict.fromkeys(racy)
        return {STAMPS: trusted, _DIGESTS: dict(_digests(racy, self)), _WRONG: name_of(self.faults)}


def look(site: Path, ledger: Ledger) -> Look:
    """Looks at all that a build of `site` reads: a stamp is believed where the disk's clock lets it be."""
    moment = ledger.moment()
    tree, wrong = read.scan(site, moment)
    static, found = read.scan_static(render.theme_folders(site, "static"), site)
    others = {f"static{name}": file for name, file in static.items()}
    others |= {f"templates/{name}": file for name, file in render.template_files(site).items()}
    others |= {SETTINGS: site / SETTINGS, ADDRESSES: site / ADDRESSES}
    seen = Look(tree, static, {**tree.stamps, **read.stamps(others)}, others, (*wrong, *found), moment)
    return _compared(seen, ledger)


def glimpse(last: Look, touched: Collection[str], ledger: Ledger) -> Look | None:
    """What a look would see where nothing but the files `touched` (on the disk) can have changed since the `last` one.

    None where that takes a look at all of them: a file came or went, or it is none of those whose texts are articles.
    Stamps are still judged by the moment of the last look, which is when the others were seen.
    """
    root, files = f"{last.tree.root}/", last.tree.files
    names = {unicodedata.normalize("NFC", file.removeprefix(root)): file for file in touched}
    markdown = frozenset(last.tree.markdown) if len(names) > _FEW else last.tree.markdown
    stamps = {}
    for name, file in names.items():
        if files.get(name) != file or name not in markdown:
            return None
        try:
            status = os.lstat(file)
        except OSError:
            return None
        if not stat.S_ISREG(status.st_mode):
            return None
        stamps[f"content/{name}"] = stamp_of(status)
    seen = replace(last, stamps={**last.stamps, **stamps}, changed=frozenset(), gone=frozenset())
    seen = replace(seen, tree=replace(last.tree, stamps={**last.tree.stamps, **stamps}))
    same = _same(list(stamps), seen, ledger)
    return replace(seen, changed=frozenset(stamps) - same, restamped=bool(same))


def _compared(seen: Look, ledger: Ledger) -> Look:
    known: dict[str, Stamp | None] = ledger.store.shelf(STAMPS) or {}
    stamps, unsure = seen.stamps, ledger.unsure
    wrong = {"content/"} if ledger.store.shelf(_WRONG) != name_of(seen.faults) else set[str]()
    if stamps == known and not wrong and not unsure:
        return seen
    doubtful = [name for name, stamp in stamps.items() if known.get(name) != stamp or name in unsure]
    same = {name for name in doubtful if name in known or name in unsure} and _same(doubtful, seen, ledger)
    changed = frozenset(name for name in doubtful if name not in same) | wrong
    gone = frozenset((known.keys() | unsure) - stamps.keys())
    return Look(seen.tree, seen.static, stamps, seen.others, seen.faults, seen.moment, changed, gone, bool(same))


def _same(names: Sequence[str], seen: Look, ledger: Ledger) -> set[str]:
    """Those of `names` that hold what they held, when they were read last or, of files that are not read, at the end
    of the last build."""
    unsure = ledger.unsure
    kept: dict[str, str] = ledger.store.shelf(_DIGESTS) or {}
    digests = {name: digest for name, digest in kept.items() if name not in unsure}
    texts = [name.removeprefix("content/") for name in names if name.startswith("content/")]
    digests |= {f"content/{path}": digest for path, digest in ledger.store.sources(texts).items()}
    doubted = [name for name in names if name in digests]
    return {name for name, digest in _digests(doubted, seen) if digest == digests[name]}


def _digests(names: Iterable[str], seen: Look) -> Iterator[tuple[str, str]]:
    for name in names:
        with suppress(OSError):
            yield name, write.file_digest(seen.file(name))


def engine() -> tuple[object, ...]:
    """The program and what it is made with: when any of it changes, so may every page."""
    import sys

    import hatinh_news

    folder = os.path.dirname(os.path.abspath(hatinh_news.__file__))  # noqa: PTH100, PTH120  a Path costs more than a stamp
    parts = [(os.path.relpath(file, folder), stamp[:2]) for file, stamp in _modules(folder)]
    made_with = [_module_stamp(name) for name in ("jinja2", "markdown_it", "mdit_py_plugins", "slugify", "yaml")]
    return hatinh_news.__version__, sys.version, sorted(parts), made_with


def _modules(folder: str) -> Iterator[tuple[str, Stamp]]:
    with os.scandir(folder) as found:
        for entry in found:
            if entry.is_dir(follow_symlinks=False):
                yield from _modules(entry.path)
            elif entry.name.endswith(".py"):
                yield entry.path, stamp_of(entry.stat())


def _module_stamp(name: str) -> tuple[str, int, int]:
    """Size and age of a package's first file, found without importing it."""
    from importlib.machinery import PathFinder

    spec = PathFinder.find_spec(name)
    if spec is None or spec.origin is None:
        return name, 0, 0
    status = os.stat(spec.origin)  # noqa: PTH116
    return name, status.st_size, status.st_mtime_ns
