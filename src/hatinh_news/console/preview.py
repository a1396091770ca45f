"""What a preview says on the terminal: where it is, and a line for each build."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from hatinh_news.console.manner import Manner, print_lines
from hatinh_news.console.telling import fault_text, tell_faults
from hatinh_news.model.fault import Fault

if TYPE_CHECKING:
    from hatinh_news.desk.serve import Blind, Built, Told


def tell_address(manner: Manner, address: str, *, everybody: bool) -> None:
    """Says where the newspaper can be seen, and warns where everybody on the network can."""
    say = manner.say
    print_lines([say("Preview: {address}  (Ctrl-C stops it)").format(address=address)])
    if everybody:
        warning = say("Whoever is on this network can read it, drafts and scheduled articles included.")
        print_lines([warning], to_stderr=True)


def tell_preview(manner: Manner, told: "Told") -> None:
    """Says what happened in a preview."""
    from hatinh_news.desk.serve import Blind, Built

    if isinstance(told, Blind):
        print_lines([blind_line(manner, told)], to_stderr=True)
    elif isinstance(told, Built):
        _tell_built(manner, told)
    else:
        print_lines((fault_text(fault, manner.say) for fault in told.faults), to_stderr=True)
        print_lines([manner.say("Nothing is built until this is mended; the pages stay as they were.")], to_stderr=True)


def tell_end(manner: Manner) -> None:
    """Says that the preview is over."""
    print_lines([manner.say("The preview has ended.")])


def _tell_built(manner: Manner, built: "Built") -> None:
    notes: Sequence[Fault] = built.report.notes if built.first or built.news else ()
    print_lines((fault_text(note, manner.say) for note in notes), to_stderr=True)
    if built.news and built.report.faults:
        tell_faults(manner, built.report.faults)
    print_lines([built_line(manner, built)])
    if built.news and not built.report.faults and not built.first:
        print_lines([manner.say("All faults are mended.")])


def built_line(manner: Manner, built: "Built") -> str:
    """A build in one line: what set it off, how many pages came out otherwise, and how long that took."""
    say, report = manner.say, built.report
    if built.first:
        what = say("Articles: {articles}, pages: {pages}").format(
            articles=manner.number(report.articles), pages=manner.number(report.pages)
        )
    else:
        what = _cause(manner, built.paths)
    line = say("{what} → files written: {written}, removed: {removed}, in {milliseconds} ms")
    return line.format(
        what=what,
        written=manner.number(report.written),
        removed=manner.number(report.removed),
        milliseconds=manner.number(built.seconds * 1000),
    )


def _cause(manner: Manner, paths: Sequence[str]) -> str:
    if not paths:
        return manner.say("The clock, or files nobody was told of")
    if len(paths) == 1:
        return paths[0]
    return manner.say("{path} and others: {number}").format(path=paths[0], number=manner.number(len(paths) - 1))


def blind_line(manner: Manner, blind: "Blind") -> str:
    """Why files are looked at again and again."""
    say = manner.say
    why = {
        "asked": say("as you asked for it (--poll)"),
        "network": say("as they lie on a disk of a network, where changes made elsewhere are not told"),
        "limit": say("as the system watches no more folders (see fs.inotify.max_user_watches)"),
        "links": say("as links lead to places where nobody watches"),
        "failed": say("as the system stopped telling of changes"),
    }
    return say("The files are looked at every few seconds, {why}.").format(why=why[blind.cause])
