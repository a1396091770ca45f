"""Rules of headline and sapo."""

from collections.abc import Iterator
from typing import Final

from hatinh_news.desk.checks import faults
from hatinh_news.desk.checks.finding import Finding, finding
from hatinh_news.desk.checks.rule import Rule
from hatinh_news.desk.checks.sheet import Sheet
from hatinh_news.model.check import CheckSettings

_MORE: Final = "<!--more-->"


def _title(sheet: Sheet, settings: CheckSettings) -> Iterator[Finding]:
    title = sheet.value("title")
    if title is None or sheet.sort != "article":
        return
    count = len(title.text)
    if count > settings.title_length and not sheet.said("link_title"):
        yield finding(faults.LONG_TITLE, title.start, count=count, limit=settings.title_length)
    if title.text.endswith(".") and not title.text.endswith(("..", " TP.", " v.v.")):
        yield finding(faults.TITLE_FULL_STOP, title.start, title.becomes(title.text[:-1].rstrip()))


def _sapo(sheet: Sheet, settings: CheckSettings) -> Iterator[Finding]:
    if sheet.sort != "article" or not sheet.values:  # no front matter that can be read
        return
    sapo = sheet.value("description")
    if sapo is None or not sapo.text:
        if "more" not in sheet.text or _MORE not in sheet.text.replace(" ", ""):
            yield finding(faults.NO_SAPO, sheet.text.rfind("\n", 0, sapo.start) + 1 if sapo is not None else 0)
    elif (count := len(sapo.text)) > settings.sapo_length:
        yield finding(faults.LONG_SAPO, sapo.start, count=count, limit=settings.sapo_length)


RULES: Final = (
    Rule((faults.LONG_TITLE, faults.TITLE_FULL_STOP), _title),
    Rule((faults.NO_SAPO, faults.LONG_SAPO), _sapo),
)
