"""Rules of debris: what Word, Facebook and a browser's clipboard leave in a text."""

import re
from collections.abc import Iterator
from typing import Final

from hatinh_news.desk.checks import faults
from hatinh_news.desk.checks.finding import Edit, Finding, finding
from hatinh_news.desk.checks.rule import Rule
from hatinh_news.desk.checks.sheet import Sheet, excerpt
from hatinh_news.model.check import CheckSettings

_WORD: Final = re.compile(
    r"<!--\[if\b.*?<!\[endif\]-->"
    r"|</?(?:o|w|v|m|st1|u1):[a-z0-9]+[^<>\n]*>"
    r"|<(?P<tag>span|p|font|div|b|i)\b[^<>]*(?:mso-|\bMso)[^<>]*>(?P<inside>[^<]*)</(?P=tag)>"
    r"|<[a-z0-9]+\b[^<>]*(?:mso-|\bMso)[^<>]*>",
    re.DOTALL | re.IGNORECASE,
)
_WORD_SIGNS: Final = ("mso-", "Mso", "<o:", "</o:", "<w:", "<v:", "<m:", "<st1:", "</st1:", "<u1:", "<!--[if")
_ADDRESS: Final = re.compile(r"https?://[!#-;=?-\\^-~]+?\?[!#-(*-;=?-\\^-~]+(?=[\s<>\"”)\]]|\Z)")
_TRACKER: Final = re.compile(
    r"(?:utm_[a-z_]+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|zarsrc|igshid|igsh|mc_cid|mc_eid|mibextid|__tn__|_gl)"
)
_HARD_SPACES: Final = re.compile(r"(?:[ ]?(?:&nbsp;|\xa0)[ ]?){2,}|(?m:^[ ]?(?:&nbsp;|\xa0)+[ ]*)|&nbsp;")


def _word(sheet: Sheet, _settings: CheckSettings) -> Iterator[Finding]:
    if "<" not in sheet.text or not any(sign in sheet.text for sign in _WORD_SIGNS):
        return
    for found in _WORD.finditer(sheet.uncoded, sheet.body):
        inside = found["inside"]
        opens = inside is None and found["tag"] is None and ("mso-" in found[0] or "Mso" in found[0])
        edits = [] if opens else [Edit(found.start(), found.end(), inside or "")]
        yield finding(faults.WORD_DEBRIS, found.start(), edits, found=found[0][:40])


def _trackers(sheet: Sheet, _settings: CheckSettings) -> Iterator[Finding]:
    if "?" not in sheet.text or "://" not in sheet.text:
        return
    for found in _ADDRESS.finditer(sheet.uncoded):
        address, mark, part = found[0].partition("#")
        path, _, query = address.partition("?")
        pairs = query.replace("&amp;", "&").split("&")
        kept = [pair for pair in pairs if not _TRACKER.fullmatch(pair.partition("=")[0].lower())]
        if len(kept) == len(pairs):
            continue
        joint = "&amp;" if "&amp;" in query else "&"
        mended = f"{path}?{joint.join(kept)}" if kept else path
        gone = next(pair for pair in pairs if pair not in kept).partition("=")[0]
        is_link = sheet.text[: found.start()].endswith(("](", "<"))  # elsewhere readers see it as words
        edits = [Edit(*found.span(), f"{mended}{mark}{part}")] if is_link else []
        yield finding(faults.TRACKING, found.start(), edits, found=gone)


def _hard_spaces(sheet: Sheet, _settings: CheckSettings) -> Iterator[Finding]:
    if "&nbsp;" not in sheet.text and "\xa0" not in sheet.text:
        return
    for found in _HARD_SPACES.finditer(sheet.uncoded, sheet.body):
        start, end = found.span()
        at_start = start == 0 or sheet.text[start - 1] == "\n"
        at_end = end == len(sheet.text) or sheet.text[end] == "\n"
        edits = [Edit(start, end, "" if at_start or at_end else " ")]
        shown = excerpt(sheet.text, start, end).replace("\xa0", "␣")
        yield finding(faults.NBSP, start, edits, found=shown)


RULES: Final = (
    Rule((faults.WORD_DEBRIS,), _word),
    Rule((faults.TRACKING,), _trackers),
    Rule((faults.NBSP,), _hard_spaces),
)
