"""What a run says on the terminal, or as JSON to another program."""

import json
import os
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

import click

from hatinh_news.messages import translator
from hatinh_news.model.fault import Fault, Translate
from hatinh_news.model.report import Report
from hatinh_news.text import dates

if TYPE_CHECKING:
    from hatinh_news.build import Listing


@dataclass(frozen=True, slots=True)
class Manner:
    """How to speak: `quiet` tells faults only, `verbose` more than most want to know, `as_json` speaks to programs."""

    language: str
    quiet: bool = False
    verbose: bool = False
    as_json: bool = False

    @property
    def say(self) -> Translate:
        return translator(self.language)

    def number(self, value: float, digits: int = 0) -> str:
        """1.500 and 1,8 in Vietnamese, 1,500 and 1.8 in English."""
        english = f"{value:,.{digits}f}"
        return english.translate(str.maketrans(".,", ",.")) if self.language == "vi" else english


def tell_report(manner: Manner, report: Report, seconds: float, out: str) -> None:
    """Says what a build did: faults to standard error, the rest to standard output."""
    if manner.as_json:
        _print_json(report_record(report, manner.say))
        return
    tell_faults(manner, report.faults)
    if manner.quiet:
        return
    if manner.verbose:
        _print(details(manner, report))
    _print([closing_line(manner, report, seconds, out)])


def tell_refusal(manner: Manner, faults: Sequence[Fault]) -> None:
    """Says why nothing could be built."""
    if manner.as_json:
        _print_json({"exit_code": 2, "faults": [fault_record(fault, manner.say) for fault in faults]})
    else:
        _print((fault_text(fault, manner.say) for fault in faults), to_stderr=True)


def tell_faults(manner: Manner, faults: Sequence[Fault]) -> None:
    """Says each fault, and how many there are."""
    _print((fault_text(fault, manner.say) for fault in faults), to_stderr=True)
    if not faults:
        return
    errors = sum(fault.is_error for fault in faults)
    line = manner.say("Errors: {errors}, warnings: {warnings}.")
    _print([line.format(errors=manner.number(errors), warnings=manner.number(len(faults) - errors))], to_stderr=True)


def tell_listings(manner: Manner, listings: Sequence["Listing"], faults: Sequence[Fault]) -> None:
    """Says which articles there are: state, moment, file, title."""
    if manner.as_json:
        records = [listing_record(listing) for listing in listings]
        _print_json({"articles": records, "faults": [fault_record(fault, manner.say) for fault in faults]})
        return
    tell_faults(manner, faults)
    _print(listing_lines(manner, listings))
    if not listings:
        _print([manner.say("No articles.")])


def fault_text(fault: Fault, say: Translate) -> str:
    """`content/x.md:3:5: lỗi: …`, and the hint below it."""
    severity = click.style(say("error"), fg="red") if fault.is_error else click.style(say("warning"), fg="yellow")
    lines = [f"{click.style(str(fault.place), bold=True)}: {severity}: {fault.message(say)}"]
    if hint := fault.hint(say):
        label = say("hint")
        lines.append(f"  {label}: {hint}")
    return "\n".join(lines)


def closing_line(manner: Manner, report: Report, seconds: float, out: str) -> str:
    """The build in one sentence."""
    if report.refused:
        return manner.say("Nothing was written: with --strict every fault must be mended first.")
    line = manner.say(
        "Articles: {articles}, pages: {pages} (written {written}, kept {kept}, removed {removed})"
        " in {seconds} seconds → {out}"
    )
    return line.format(
        articles=manner.number(report.articles),
        pages=manner.number(report.rendered),
        written=manner.number(report.written),
        kept=manner.number(report.kept),
        removed=manner.number(report.removed),
        seconds=manner.number(seconds, 1),
        out=out,
    )


def details(manner: Manner, report: Report) -> list[str]:
    """How many articles are not public yet or no more, and the seconds of each stage."""
    line = manner.say("Published: {published}, drafts: {drafts}, in future: {future}, expired: {expired}.")
    counts = {name: manner.number(getattr(report, name)) for name in ("published", "drafts", "future", "expired")}
    names = {stage: stage_name(stage, manner.say) for stage in report.seconds}
    width = max(map(len, names.values()), default=0)
    times = [f"  {names[stage]:<{width}}  {manner.number(took, 2):>7} s" for stage, took in report.seconds.items()]
    return [line.format(**counts), *times]


def stage_name(stage: str, say: Translate) -> str:
    """What the road calls `load`, as an editor reads it."""
    names = {
        "load": say("reading the articles"),
        "index": say("putting them in order"),
        "plan": say("planning the pages"),
        "render": say("building the pages"),
        "write": say("writing files"),
    }
    return names.get(stage, stage)


def listing_lines(manner: Manner, listings: Iterable["Listing"]) -> list[str]:
    """One line an article, in columns."""
    say = manner.say
    states = {
        "published": say("published"),
        "draft": say("draft"),
        "future": say("in future"),
        "expired": say("expired"),
    }
    rows = [
        (states[one.state], f"{dates.short_date(one.moment)} {dates.clock_time(one.moment)}", one.path, one.title)
        for one in listings
    ]
    state, path = (max((len(row[column]) for row in rows), default=0) for column in (0, 2))
    return [f"{row[0]:<{state}}  {row[1]}  {row[2]:<{path}}  {row[3]}" for row in rows]


def report_record(report: Report, say: Translate) -> dict[str, Any]:
    """A report for other programs."""
    return {
        "exit_code": report.exit_code,
        "refused": report.refused,
        "articles": {
            "total": report.articles,
            "published": report.published,
            "drafts": report.drafts,
            "future": report.future,
            "expired": report.expired,
        },
        "pages": {"rendered": report.rendered, "kept": report.kept, "removed": report.removed},
        "files": {"written": report.written},
        "faults": [fault_record(fault, say) for fault in report.faults],
        "seconds": {stage: round(took, 6) for stage, took in report.seconds.items()},
    }


def fault_record(fault: Fault, say: Translate) -> dict[str, Any]:
    """A fault for other programs; line and column are 0 where the whole file is meant."""
    return {
        "path": fault.place.path,
        "line": fault.place.line,
        "column": fault.place.column,
        "code": fault.code,
        "severity": fault.kind.severity,
        "message": fault.message(say),
        "hint": fault.hint(say),
    }


def listing_record(listing: "Listing") -> dict[str, str]:
    """A listed article for other programs."""
    return {
        "state": listing.state,
        "moment": listing.moment.isoformat(),
        "path": listing.path,
        "title": listing.title,
        "url": listing.url,
    }


class Progress:
    """Shows how far a stage is, once it has lasted for a second: as a bar on a terminal, else as a line at its end."""

    def __init__(self, manner: Manner, clock: Callable[[], float] = time.monotonic) -> None:
        self._manner = manner
        self._clock = clock
        self._stage = ""
        self._began = 0.0
        self._bar: Any = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._close()

    def __call__(self, stage: str, done: int, total: int) -> None:
        if self._manner.quiet or self._manner.as_json:
            return
        if stage != self._stage:
            self._close()
            self._stage, self._began = stage, self._clock()
        if total and self._clock() - self._began >= 1:
            self._show(done, total)

    def _show(self, done: int, total: int) -> None:
        name = stage_name(self._stage, self._manner.say)
        if not sys.stderr.isatty():
            if done == total:
                _print([f"{name}: {self._manner.number(done)}"], to_stderr=True)
            return
        if self._bar is None:
            self._bar = click.progressbar(length=total, label=name, file=sys.stderr, show_pos=True)
            self._bar.__enter__()
        self._bar.update(done - self._bar.pos)

    def _close(self) -> None:
        if self._bar is not None:
            self._bar.__exit__(None, None, None)
            self._bar = None


def _print(lines: Iterable[str], *, to_stderr: bool = False) -> None:
    colour = False if os.environ.get("NO_COLOR") else None
    for line in lines:
        click.echo(line, err=to_stderr, color=colour)


def _print_json(record: dict[str, Any]) -> None:
    click.echo(json.dumps(record, ensure_ascii=False, indent=2))
