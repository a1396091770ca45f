"""Results as tables of Markdown that are readable as they are."""

from typing import Final

from goals import figure, ratio, verdicts
from results import Results, Size
from steps import STEPS

from sites import HUGO, OURS

ABSENT: Final = "–"


def table(rows: list[list[str]]) -> str:
    """The first row is the head; the first column is words, the others are flush right."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    head, *rest = [
        "| " + " | ".join([row[0].ljust(widths[0]), *map(str.rjust, row[1:], widths[1:])]) + " |" for row in rows
    ]
    rule = "|" + "|".join(["-" * (widths[0] + 2), *("-" * (width + 1) + ":" for width in widths[1:])]) + "|"
    return "\n".join([head, rule, *rest])


def shown(value: float | None, form: str = ",.2f") -> str:
    return ABSENT if value is None else format(value, form)


def _row(size: Size, step: str, words: str) -> list[str]:
    cells = [words]
    for name, form in (("cpu_s", ",.2f"), ("wall_s", ",.2f"), ("peak_mb", ",.0f")):
        cells += [shown(figure(size, step, tool, name), form) for tool in (OURS, HUGO)]
        cells.append(shown(ratio(size, step, name), ".3f"))
    outcomes = (size.outcome(step, tool) for tool in (OURS, HUGO))
    return [*cells, *(f"{outcome.rendered:,}" if outcome else ABSENT for outcome in outcomes)]


def size_table(size: Size) -> str:
    """All steps at one size."""
    head = ["What was done before the build"]
    for name in ("CPU s", "wall s", "peak MB"):
        head += [f"{name}: ours", "Hugo", "ratio"]
    rows = [_row(size, step.key, step.words) for step in STEPS if step.key in size.steps]
    return table([[*head, "pages: ours", "Hugo"], *rows])


def goal_table(results: Results) -> str:
    """Each goal with what was found; empty where the sizes have none."""
    words = {True: "yes", False: "no", None: ABSENT}
    rows = [[f"{each.articles:,}: {each.words}", each.bound, each.found, words[each.met]] for each in verdicts(results)]
    return table([["Articles, and what", "at most", "found", "met"], *rows]) if rows else ""


def _notes(size: Size) -> str:
    made = ", ".join(f"{tool} {count:,}" for tool, count in size.made.items())
    others = max(outcome.figures.others for tools in size.steps.values() for outcome in tools.values())
    words = [
        f"Median of {size.runs} runs." if size.runs > 1 else "One run.",
        f"Files that pages and machines' formats make: {made}.",
        f"Other programs kept at most {others:.2f} processors busy.",
    ]
    if HUGO not in size.made:
        words.append("Hugo was not to be had.")
    elif HUGO not in size.steps["no-op"]:
        words.append("Hugo builds everything each time: its cold build was measured, and stands in every row.")
    return " ".join(words)


def tables(results: Results, heading: str = "###") -> str:
    """Everything: what ran, each size, the goals."""
    tools = ", ".join(f"{name} {version}" for name, version in results.tools.items())
    ran = "\n".join(f"- {name}: {words}" for name, words in results.machine.items())
    parts = [f"- articles: {results.source}\n- tools: {tools}\n{ran}"]
    for size in results.sizes:
        parts += [f"{heading} {size.articles:,} articles", size_table(size), _notes(size)]
    if goals := goal_table(results):
        parts += [f"{heading} Goals", goals]
    return "\n\n".join(parts)
