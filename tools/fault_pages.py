"""Writes docs/faults.md out of the Kinds that the stages declare.

With --check nothing is written; the exit code says whether the page is up to date.
"""

import importlib
import pkgutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import hatinh_news
from hatinh_news.model.fault import Kind

PAGE: Final = Path(__file__).parents[1] / "docs" / "faults.md"

# In the order of the road; a stage that is not named here comes last.
STAGES: Final = {
    "read": "Reading: files, front matter, text, settings",
    "index": "Index: names, sections, addresses",
    "plan": "Plan: links, files and old addresses",
    "render": "Rendering: templates",
    "write": "Writing: the output folder",
    "desk": "The desk: new articles, new newspapers",
    "checks": "The desk's rules: what only `check` finds",
    "extensions": "Extensions",
    "workers": "Workers: processes, and Dask clusters",
}

HEAD: Final = """# Faults

<!-- Made by tools/fault_pages.py out of the faults modules. Do not edit it by hand: run the tool. -->

Every fault that a run can tell, by its code. The code is stable: it stands in the output of `--json`, and other
programs may rely on it. Where one code has several messages, each says more exactly what is wrong. Words in braces are
filled in. On the terminal, messages and hints appear in the language that `--lang` chooses.

An **error** leaves its article or page out, and the exit code is 1; a fault in `content/site.yaml` or in the output
folder stops the whole run, and the exit code is 2. A **warning** is told and nothing is left out but the picture, link
or file that it names. With `--strict`, any fault of either sort means that nothing is written. A **note** is no fault:
it explains what somebody may wonder at, and `--strict` does not mind it. What the desk's rules find is told by
[`check`](check.md) alone, and never changes what is built.
"""


def kinds() -> dict[str, dict[str, list[Kind]]]:
    """The kinds of each stage by their codes, as they are declared."""
    found: dict[str, dict[str, list[Kind]]] = {stage: {} for stage in STAGES}
    for stage, kind in _declared():
        found.setdefault(stage, {}).setdefault(kind.code, []).append(kind)
    return found


def _declared() -> Iterator[tuple[str, Kind]]:
    for module in pkgutil.walk_packages(hatinh_news.__path__, "hatinh_news."):
        if module.name.endswith("faults"):
            stage = module.name.split(".")[-2]
            declared = vars(importlib.import_module(module.name)).values()
            yield from ((stage, kind) for kind in declared if isinstance(kind, Kind))


def page() -> str:
    """The page as it ought to be."""
    parts = [HEAD]
    for stage, by_code in kinds().items():
        parts.append(f"## {STAGES.get(stage, stage)}\n")
        parts += [_entry(code, by_code[code]) for code in sorted(by_code)]
    return "\n".join(parts)


def _entry(code: str, alike: list[Kind]) -> str:
    lines = [f"### `{code}`", ""]
    for kind in dict.fromkeys(alike):
        lines += [f"- **{kind.severity}**: {_prose(kind.message)}", f"  - What to do: {_prose(kind.hint)}"]
    return "\n".join([*lines, ""])


def _prose(text: str) -> str:
    """Words as Markdown shows them: a mark of Markdown is a mark of the text."""
    return "".join(f"\\{letter}" if letter in "*_`[]<>\\|" else letter for letter in text)


def main(arguments: list[str]) -> int:
    """Writes the page, or says that it is not up to date."""
    wanted = page()
    if PAGE.is_file() and PAGE.read_text(encoding="utf-8") == wanted:
        return 0
    if "--check" in arguments:
        print(f"docs/{PAGE.name} is not up to date: python tools/fault_pages.py", file=sys.stderr)
        return 1
    PAGE.write_text(wanted, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
