"""Faults, as an editor reads them on the terminal, or another program as JSON."""

from collections.abc import Sequence
from typing import Any

import click

from hatinh_news.console.manner import Manner, print_json, print_lines
from hatinh_news.model.fault import Fault, Translate


def tell_refusal(manner: Manner, faults: Sequence[Fault]) -> None:
    """Says why nothing could be built."""
    if manner.as_json:
        print_json({"exit_code": 2, "faults": [fault_record(fault, manner.say) for fault in faults]})
    else:
        print_lines((fault_text(fault, manner.say) for fault in faults), to_stderr=True)


def tell_faults(manner: Manner, faults: Sequence[Fault]) -> None:
    """Says each fault, and how many there are to be mended."""
    print_lines((fault_text(fault, manner.say) for fault in faults), to_stderr=True)
    errors, warnings = (sum(fault.kind.severity == one for fault in faults) for one in ("error", "warning"))
    if not errors and not warnings:
        return
    line = manner.say("Errors: {errors}, warnings: {warnings}.")
    print_lines([line.format(errors=manner.number(errors), warnings=manner.number(warnings))], to_stderr=True)


def fault_text(fault: Fault, say: Translate) -> str:
    """`content/x.md:3:5: lỗi: …`, and the hint below it."""
    names = {"error": (say("error"), "red"), "warning": (say("warning"), "yellow"), "note": (say("note"), "cyan")}
    word, colour = names[fault.kind.severity]
    severity = click.style(word, fg=colour)
    lines = [f"{click.style(str(fault.place), bold=True)}: {severity}: {fault.message(say)}"]
    if hint := fault.hint(say):
        label = say("hint")
        lines.append(f"  {label}: {hint}")
    return "\n".join(lines)


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
