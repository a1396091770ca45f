"""All rules of single files, and what they find in one."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from hatinh_news.desk.checks import debris, faults, headline, letters, marks, pictures, whole, wording
from hatinh_news.desk.checks.finding import Finding, finding
from hatinh_news.desk.checks.rule import Rule
from hatinh_news.desk.checks.sheet import Sheet
from hatinh_news.model.check import CODES, CheckSettings
from hatinh_news.text.nearest import nearest

RULES: Final[tuple[Rule, ...]] = (
    *headline.RULES, *pictures.RULES, *whole.RULES, *marks.RULES, *wording.RULES, *letters.RULES, *debris.RULES,
)  # fmt: skip
"""A new rule is a function in the module of its family, or in a new one that is added here."""

_CODE: Final = r"[a-z][a-z0-9-]*[a-z0-9]"
_OFF: Final = re.compile(rf"check-off:[ \t]*({_CODE}(?:[ ,\t]+{_CODE})*)")


def findings(sheet: Sheet, settings: CheckSettings) -> list[Finding]:
    """All that the rules find in a file, and that nobody switched off, in the order of the text."""
    off = settings.off
    rules = [rule for rule in RULES if not rule.codes <= off] if off else RULES
    found = [one for rule in rules for one in rule.find(sheet, settings)]
    told: Iterable[Finding] = (one for one in found if one.kind.code not in off) if off else found
    if "check-off:" in sheet.text:
        told = _suppressed(list(told), sheet)
    return sorted(told, key=lambda one: (one.start, one.kind.code, one.values))


def _suppressed(found: list[Finding], sheet: Sheet) -> Iterator[Finding]:
    """Findings but those that a remark of the file's own switches off, and its slips."""
    spans = list(switched_off(sheet))
    for one in found:
        if not any(start <= one.start < end and one.kind.code == code for code, _, start, end in spans):
            yield one
    for code, at, _, _ in spans:
        if code not in CODES:
            near = nearest(code, CODES)
            kind = faults.UNKNOWN_CODE_NEAR if near else faults.UNKNOWN_CODE
            yield finding(kind, at, code=code, nearest=near or "")


def switched_off(sheet: Sheet) -> Iterator[tuple[str, int, int, int]]:
    """Each code that is switched off, where it is written, and from where to where it does not count.

    A remark in front matter counts for the whole file, one in the text to the end of the paragraph that it stands in or
    before.
    """
    text, body = sheet.text, sheet.body
    for remark in _OFF.finditer(text):
        start, end = 0, len(text) + 1
        if remark.start() >= body:
            start = text.rfind("\n\n", body, remark.start()) + 1 or body
            own_line = text[remark.end() :].partition("\n")[0].strip() in ("", "-->")
            begins = text[text.rfind("\n", 0, remark.start()) + 1 : remark.start()].strip() in ("", "<!--")
            after = remark.end()
            if own_line and begins:
                rest = text[after:].partition("\n")[2]
                after = len(text) - len(rest.lstrip("\n"))
            end = text.find("\n\n", after)
            end = len(text) + 1 if end < 0 else end
        for code in re.finditer(_CODE, remark[1]):
            yield code[0], remark.start(1) + code.start(), start, end
