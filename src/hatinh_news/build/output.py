"""The output: the folder is changed, and the ledger told of it, in an order that any interruption forgives."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from hatinh_news import write
from hatinh_news.build.layout import Layout
from hatinh_news.build.press import Print
from hatinh_news.ledger import Ledger, Output
from hatinh_news.model.address import output_path
from hatinh_news.model.fault import Fault


@dataclass(frozen=True, slots=True)
class Changes:
    """What was done to the output folder, and what it holds now."""

    outputs: Mapping[str, Output]
    written: int = 0
    removed: int = 0
    faults: tuple[Fault, ...] = ()


def put(out: Path, layout: Layout, prints: Sequence[Print], files: Mapping[str, Path], ledger: Ledger) -> Changes:
    """Copies come first, then pages in their order, then what no longer belongs goes; `files` has what is copied to
    each path.

    A page that failed counts as planned, so that yesterday's stays.
    """
    earlier, planned = ledger.earlier, layout.planned
    blockers = write.in_the_way(earlier, planned) if layout.whole else []
    cleared, _ = write.prune(out, {path: earlier.pop(path) for path in blockers}, ())
    copied = [Print(path, *write.stage_copy(file, out, path)) for path, file in files.items()]
    made = [*copied, *(each for each in prints if each.digest)]
    ledger.announce({each.path: each.digest for each in made if earlier.get(each.path) != each.digest})
    staged = [each.path for each in made if each.staged]
    write.place(out, staged)
    outputs = _outputs(made, layout) | _failed(prints, ledger)
    removed: list[str] = []
    faults: tuple[Fault, ...] = ()
    if layout.whole:
        removed, faults = write.prune(out, earlier, planned)
        outputs |= {path: (earlier[path], None, b"", "") for path in earlier.keys() - planned - set(removed)}
    return Changes(_stamped(out, outputs, ledger), len(staged), len(cleared) + len(removed), faults)


def _failed(prints: Sequence[Print], ledger: Ledger) -> dict[str, Output]:
    """Yesterday's files of pages that failed, without a key: they are tried again by the next build."""
    known = ((each.path, ledger.outputs[each.path]) for each in prints if each.path in ledger.outputs and each.fault)
    return {path: (digest, stamp, b"", source) for path, (digest, stamp, _, source) in known}


def _outputs(made: Sequence[Print], layout: Layout) -> dict[str, Output]:
    """The files that were made, and those that stay."""
    sources = {output_path(page.url): page.source for page in layout.pages}
    outputs = dict(layout.kept)
    for each in made:
        outputs[each.path] = (each.digest, None, layout.key(each.path), sources.get(each.path, ""))
    return outputs


def _stamped(out: Path, outputs: Mapping[str, Output], ledger: Ledger) -> dict[str, Output]:
    """The outputs with stamps, where they can be trusted."""
    bare = [path for path, output in outputs.items() if output[1] is None]
    stamps = write.stamps(out, bare, ledger.moment())
    return {**outputs, **{path: (outputs[path][0], stamps[path], *outputs[path][2:]) for path in bare}}
