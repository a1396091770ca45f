"""What a build did."""

from typing import Any

from hatinh_news.console.manner import Manner, print_json, print_lines, stage_name
from hatinh_news.console.previews import preview_lines, preview_record
from hatinh_news.console.schedule import due_line
from hatinh_news.console.telling import fault_record, fault_text, tell_faults
from hatinh_news.model.fault import Translate
from hatinh_news.model.report import Report


def tell_report(manner: Manner, report: Report, seconds: float, out: str, base: str | None = None) -> None:
    """Says what a build did: faults to standard error, the rest to standard output.

    `base` is the address at which previews will be found, empty where nobody knows; None where none were built.
    """
    if manner.as_json:
        print_json(report_record(report, manner.say, base or ""))
        return
    print_lines((fault_text(note, manner.say) for note in report.notes), to_stderr=True)
    tell_faults(manner, report.faults)
    if manner.quiet:
        return
    if manner.verbose:
        print_lines(details(manner, report))
    if manner.profile:
        print_lines(profile(manner, report))
    print_lines([closing_line(manner, report, seconds, out)])
    if report.due is not None and not report.refused:
        print_lines([due_line(manner, report.due)])
    if base is not None and not report.refused:
        print_lines(preview_lines(manner, report.previews, base))


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
        pages=manner.number(report.pages),
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


def profile(manner: Manner, report: Report) -> list[str]:
    """Wall seconds, processors' seconds and share of each stage, and how much was made."""
    say = manner.say
    names = {stage: stage_name(stage, say) for stage in report.seconds}
    width = max(map(len, (*names.values(), say("all"))), default=0)
    busy = sum(report.cpu.values())
    rows = [(names[stage], took, report.cpu[stage]) for stage, took in report.seconds.items()]
    rows.append((say("all"), sum(report.seconds.values()), busy))
    wall_name, cpu_name = say("wall"), say("CPU")
    head = f"  {'':<{width}}  {wall_name:>9}  {cpu_name:>9}"
    lines = [
        f"  {name:<{width}}  {manner.number(wall, 3):>7} s  {manner.number(cpu, 3):>7} s  {cpu / (busy or 1):>4.0%}"
        for name, wall, cpu in rows
    ]
    made = say("Pages made anew: {rendered} of {pages}, files written: {written}.")
    counts = {name: manner.number(getattr(report, name)) for name in ("rendered", "pages", "written")}
    return [head, *lines, made.format(**counts)]


def report_record(report: Report, say: Translate, base: str = "") -> dict[str, Any]:
    """A report for other programs; `base` is the address at which previews will be found."""
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
        "pages": {"planned": report.pages, "rendered": report.rendered, "kept": report.kept, "removed": report.removed},
        "files": {"written": report.written},
        "previews": [preview_record(one, base) for one in report.previews],
        "due": report.due.isoformat() if report.due is not None else None,
        "faults": [fault_record(fault, say) for fault in report.faults],
        "notes": [fault_record(note, say) for note in report.notes],
        "seconds": {stage: round(took, 6) for stage, took in report.seconds.items()},
        "cpu": {stage: round(took, 6) for stage, took in report.cpu.items()},
    }
