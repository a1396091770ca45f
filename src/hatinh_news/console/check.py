"""What a check has found: to people as a build tells it, to other programs as JSON, SARIF, or annotations of GitHub."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from hatinh_news.console.manner import Manner, print_json, print_lines
from hatinh_news.console.sarif import sarif
from hatinh_news.console.telling import fault_record, fault_text
from hatinh_news.model.fault import Fault, Translate

if TYPE_CHECKING:
    from hatinh_news.desk.checks import Findings, Mended

_LEVELS: Final = {"error": "error", "warning": "warning", "note": "notice"}


def tell_findings(manner: Manner, found: "Findings", form: str, site: Path, *, strict: bool) -> int:
    """Says what is wrong, and returns the exit code: 1 for errors, with `strict` for warnings, too."""
    code = int(any(fault.is_error or (strict and not fault.is_note) for fault in found.faults))
    if form == "json":
        print_json(findings_record(found, manner.say, code))
    elif form == "sarif":
        print_json(sarif(found, manner.say, prefix(site)))
    elif form == "github":
        print_lines(annotation(fault, manner.say, prefix(site)) for fault in found.faults)
    else:
        print_lines(findings_lines(manner, found))
    return code


def prefix(site: Path) -> str:
    """What stands before a path from the site's folder, to make it one from this folder."""
    here = Path.cwd()
    below = site.absolute()
    name = below.relative_to(here).as_posix() if below.is_relative_to(here) else ""
    return "" if name in ("", ".") else f"{name}/"


def findings_lines(manner: Manner, found: "Findings") -> list[str]:
    """Each fault with its hint, and how many there are."""
    say = manner.say
    lines = [_line(fault, fault in found.mends, say) for fault in found.faults]
    lines += [say("Mended: {path}").format(path=path) for path in found.mended]
    counts = {
        name: manner.number(sum(fault.kind.severity == severity for fault in found.faults))
        for name, severity in (("errors", "error"), ("warnings", "warning"), ("notes", "note"))
    }
    closing = say("Files checked: {files}. Errors: {errors}, warnings: {warnings}, notes: {notes}.")
    lines.append(closing.format(files=manner.number(len(found.checked)), **counts))
    if found.mendable and not found.mended:
        lines.append(say("--fix mends {count} of them.").format(count=manner.number(len(found.mendable))))
    return lines


def _line(fault: Fault, mends: bool, say: Translate) -> str:
    """A fault as a build tells it, with its code at the end of the first line: that is what switches its rule off."""
    first, *rest = fault_text(fault, say).split("\n")
    mark = " *" if mends else ""
    return "\n".join([f"{first} {click.style(f'[{fault.code}]{mark}', dim=True)}", *rest])


def findings_record(found: "Findings", say: Translate, code: int) -> dict[str, Any]:
    """What was found, for other programs."""
    return {
        "exit_code": code,
        "files": len(found.checked),
        "faults": [{**fault_record(fault, say), "fixable": fault in found.mends} for fault in found.faults],
        "mended": list(found.mended),
    }


def annotation(fault: Fault, say: Translate, before: str) -> str:
    """`::warning file=…,line=…::…`, which GitHub shows beside the line."""
    place = fault.place
    where = [f"file={_property(before + place.path)}"]
    where += [f"line={place.line}"] if place.line else []
    where += [f"col={place.column}"] if place.column else []
    where.append(f"title={_property(fault.code)}")
    words = "\n".join(filter(None, (fault.message(say), fault.hint(say))))
    return f"::{_LEVELS[fault.kind.severity]} {','.join(where)}::{_escaped(words)}"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")


def tell_differences(manner: Manner, done: "Sequence[Mended]") -> None:
    """Shows what would change; to standard error where standard output is for another program."""
    print_lines(_coloured(one.diff for one in done), to_stderr=manner.as_json)


def _coloured(diffs: Iterable[str]) -> Iterable[str]:
    colours = {"+": "green", "-": "red", "@": "cyan"}
    for diff in diffs:
        for line in diff.rstrip("\n").split("\n"):
            yield click.style(line, fg=colours.get(line[:1]))
