"""Rules of the typesetter: quotation marks and spaces."""

import re
from collections.abc import Iterator
from typing import Final

from hatinh_news.desk.checks import faults
from hatinh_news.desk.checks.finding import Edit, Finding, finding
from hatinh_news.desk.checks.rule import Rule
from hatinh_news.desk.checks.sheet import Sheet, excerpt
from hatinh_news.model.check import CheckSettings
from hatinh_news.read.markdown.typography import curled

_PARAGRAPH: Final = re.compile(r"(?:[^\n]*\S[^\n]*\n?)+")
_CELLS_OR_LIST: Final = re.compile(r"^\s*(?:\||:::|[-*+>]\s|\d+[.)]\s|#)", re.MULTILINE)
_SPACES: Final = re.compile(r"(?<=[^\s\0|]) {2,}(?=[^\s\0|])")
_TRAILING: Final = re.compile(r"[ \t]+$", re.MULTILINE)
_BEFORE_MARK: Final = re.compile(r"(?<=[^\W\d_]) ([,.;])(?=\s|\Z)")


def _quotes(sheet: Sheet, _settings: CheckSettings) -> Iterator[Finding]:
    """Straight marks in front matter; in a text the page turns them by itself, but for one that stands alone."""
    if '"' not in sheet.text:
        return
    for value in sheet.texts:
        if '"' in value.text:
            turned = curled(value.text)
            if '"' in turned:
                yield finding(faults.LONE_QUOTE, value.start, found=value.text[:60])
            else:
                yield finding(faults.STRAIGHT_QUOTES, value.start, value.becomes(turned), key=value.key)
    if '"' in sheet.prose:
        yield from _lone_quotes(sheet)


def _lone_quotes(sheet: Sheet) -> Iterator[Finding]:
    """Paragraphs in which the page would leave a mark straight; titles of pictures are none of the text."""
    prose = _PICTURE_TITLE.sub(lambda found: "\0" * len(found[0]), sheet.prose)
    for paragraph in _PARAGRAPH.finditer(prose):
        words = paragraph[0]
        if '"' not in words or _CELLS_OR_LIST.search(words):
            continue
        if "\0" in words:  # beside a link or code nobody but the page knows what a mark does
            at = words.rfind('"')
            if words.count('"') % 2 and not _is_inches(words, at):
                yield finding(faults.LONE_QUOTE, sheet.body + paragraph.start() + at, found=excerpt(words, at, at + 1))
            continue
        turned = curled(words)
        at = turned.find('"')
        if at >= 0 and not _is_inches(words, at):
            yield finding(faults.LONE_QUOTE, sheet.body + paragraph.start() + at, found=excerpt(words, at, at + 1))
        elif at < 0:
            start = sheet.body + paragraph.start()
            edits = [Edit(start + n, start + n + 1, turned[n]) for n, sign in enumerate(words) if sign == '"']
            yield finding(faults.STRAIGHT_QUOTES, edits[0].start, edits, key="…")


_PICTURE_TITLE: Final = re.compile(r'\]\(\0+\s+"[^"\n]*"\s*\)')


def _is_inches(words: str, at: int) -> bool:
    return at > 0 and words[at - 1].isdigit()


def _spaces(sheet: Sheet, _settings: CheckSettings) -> Iterator[Finding]:
    if "  " not in sheet.text:
        return
    for value in sheet.texts:
        text = value.text.strip()
        if (at := text.find("  ")) >= 0:
            edits = value.becomes(re.sub(" {2,}", " ", text))
            yield finding(faults.DOUBLE_SPACE, value.start, edits, found=excerpt(text, at, at + 2))
    if "  " in sheet.prose:
        for found in _SPACES.finditer(sheet.prose):
            start, end = sheet.body + found.start(), sheet.body + found.end()
            if not sheet.prose[: found.start()].rpartition("\n")[2].lstrip().startswith("|"):
                shown = excerpt(sheet.text, start, end)
                yield finding(faults.DOUBLE_SPACE, start, [Edit(start, end, " ")], found=shown)


def _trailing(sheet: Sheet, _settings: CheckSettings) -> Iterator[Finding]:
    """Spaces at the end of a line, but for those that break the line."""
    if " \n" not in sheet.text and "\t\n" not in sheet.text and not sheet.text.endswith((" ", "\t")):
        return
    for found in _TRAILING.finditer(sheet.prose):
        breaks = len(found[0]) > 1 and found.end() + 1 < len(sheet.prose) and sheet.prose[found.end() + 1] != "\n"
        before = sheet.prose[: found.start()].rpartition("\n")[2]
        if (before and breaks) or before.startswith(("    ", "\t")) or before.endswith("\\"):
            continue
        start = sheet.body + found.start()
        yield finding(faults.TRAILING_SPACE, start, [Edit(start, sheet.body + found.end(), "")])


def _before_marks(sheet: Sheet, _settings: CheckSettings) -> Iterator[Finding]:
    for value in sheet.texts:
        if " ," in value.text and (found := _BEFORE_MARK.search(value.text)):
            edits = value.becomes(_BEFORE_MARK.sub(r"\1", value.text))
            shown = excerpt(value.text, found.start(), found.end())
            yield finding(faults.SPACE_BEFORE_MARK, value.start, edits, mark=found[1], found=shown)
    prose = sheet.prose
    if " ," not in prose and " ." not in prose and " ;" not in prose:
        return
    for found in _BEFORE_MARK.finditer(sheet.prose):
        start = sheet.body + found.start()
        shown = excerpt(sheet.prose, found.start(), found.end())
        yield finding(faults.SPACE_BEFORE_MARK, start, [Edit(start, start + 1, "")], mark=found[1], found=shown)


RULES: Final = (
    Rule((faults.STRAIGHT_QUOTES, faults.LONE_QUOTE), _quotes),
    Rule((faults.DOUBLE_SPACE,), _spaces),
    Rule((faults.TRAILING_SPACE,), _trailing),
    Rule((faults.SPACE_BEFORE_MARK,), _before_marks),
)
