"""The check of a newspaper: what a build finds wrong with it, and what the desk's rules do."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from hatinh_news.build import Progress, Request
from hatinh_news.build.inspection import Inspection, Sight, inspect
from hatinh_news.build.request import unwatched
from hatinh_news.desk.checks.cameras import without_answered
from hatinh_news.desk.checks.files import BATCH, Checked, Job, check_batch
from hatinh_news.desk.checks.memory import Remembered, moment, remember, remembered
from hatinh_news.desk.checks.together import Slip, far_until, together
from hatinh_news.model.digest import name_of
from hatinh_news.model.fault import Fault, in_order
from hatinh_news.model.stamp import Stamp


@dataclass(frozen=True, slots=True)
class Findings:
    """All that is wrong, in order; `mends` are the faults that an edit would mend; `slips` those that one word would.

    `checked` is what is known of each file, `files` are those of content/ on disk, `mended` those that were changed.
    """

    faults: tuple[Fault, ...]
    mends: frozenset[Fault]
    slips: tuple[Slip, ...]
    checked: Mapping[str, Checked]
    files: Mapping[str, str]
    mended: tuple[str, ...] = ()

    @property
    def mendable(self) -> list[Fault]:
        return [fault for fault in self.faults if fault in self.mends]


def check(request: Request, progress: Progress = unwatched) -> Findings:
    """Checks the newspaper of a request; raises CannotBuild where there is none to be checked."""
    site = request.site.absolute()
    at, before = moment(site), remembered(site)

    def look(sight: Sight) -> Findings:
        name = name_of(sight.name, request.base_url, request.shown).hex()
        seen = sight.seen
        if before.holds(name, seen.stamps, request.now.timestamp()):
            return _findings(before, seen.tree.files)
        found = sight.inspection()
        files = {
            path: (stamp, without_answered(one, found.pictures)) for path, stamp, one in _files(found, sight, before)
        }
        checked = {path: one for path, (_, one) in files.items()}
        slips = [*map(_slip, found.known.faults), *together(found, seen, checked)]
        now = Remembered(_rules(found), files, name, dict(seen.stamps), *_span(found), slips)
        remember(site, now if not found.known.hands.names else replace(now, name=""), at)
        return _findings(now, seen.tree.files)

    return inspect(request, look, progress)


def only(found: Findings, paths: Iterable[str]) -> Findings:
    """The findings of some files alone, by their paths from the site's folder."""
    wanted = frozenset(paths)
    faults = tuple(fault for fault in found.faults if fault.place.path in wanted)
    checked = {path: one for path, one in found.checked.items() if f"content/{path}" in wanted}
    slips = tuple(slip for slip in found.slips if slip.fault.place.path in wanted)
    return replace(found, faults=faults, checked=checked, slips=slips)


def _span(found: Inspection) -> tuple[float, float]:
    """From when until before when all is as it is now: as of a build, and of dates that are far in the future."""
    now = found.crew.request.now.timestamp()
    turns = [far_until(one, found.known.config.check) for one in found.known.content.articles]
    past, to_come = (turn for turn in turns if turn <= now), (turn for turn in turns if turn > now)
    return max([found.since, *past]), min([found.until, *to_come])


def _rules(found: Inspection) -> str:
    """The name of what, besides its own text, the findings of a file depend on."""
    config = found.known.config
    return name_of(found.crew.engine, config.check, config.images, config.base_url).hex()


def _files(found: Inspection, sight: Sight, before: Remembered) -> Iterator[tuple[str, Stamp, Checked]]:
    """What the rules find in each file: what is remembered of it and of its pictures, or else is found now."""
    now = sight.seen.stamps
    known = before.files if before.rules == _rules(found) else {}
    stamps = {path: now[f"content/{path}"] for path in found.known.tree.markdown}
    known = {path: each for path, each in known.items() if stamps.get(path) == each[0]}
    changed = {name for name in {*before.stamps, *now} if before.stamps.get(name) != now.get(name)}
    fresh = [
        path for path in stamps if path not in known or any(one.name in changed for one in known[path][1].pictures)
    ]
    batches = [fresh[start : start + BATCH] for start in range(0, len(fresh), BATCH)]
    job = Job(found.known.tree.files, found.known.config.check, found.known.config.base_url)
    results = dict(one for batch in found.crew.run("check", len(fresh))(check_batch, job, batches) for one in batch)
    return ((path, stamp, results[path] if path in results else known[path][1]) for path, stamp in stamps.items())


def _findings(what: Remembered, files: Mapping[str, str]) -> Findings:
    checked = {path: one for path, (_, one) in what.files.items()}
    told = [(told.fault(path), told.mends) for path, one in checked.items() for told in one.found]
    faults = in_order([*(slip.fault for slip in what.slips), *(fault for fault, _ in told)])
    mends = frozenset(fault for fault, mends in told if mends) | {slip.fault for slip in what.slips if slip.new}
    return Findings(faults, mends, tuple(what.slips), checked, files)


def _slip(fault: Fault) -> Slip:
    """A fault of the build, with the word that would mend it where one key was meant."""
    values = dict(fault.values)
    if fault.code == "unknown-key" and values.get("nearest") and fault.place.line:
        return Slip(fault, values["key"], values["nearest"])
    return Slip(fault)
