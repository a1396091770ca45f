"""Rules of the text as a whole: is it all there, does it keep what its headline promises, how its headings stand."""

import re
from collections.abc import Iterator
from typing import Final

from hatinh_news.desk.checks import faults
from hatinh_news.desk.checks.finding import Finding, finding
from hatinh_news.desk.checks.rule import Rule
from hatinh_news.desk.checks.sheet import Sheet
from hatinh_news.model.check import CheckSettings

_FILM: Final = re.compile(
    r"^\W*(?:video(?: clip)?|clip)\b(?=\s*[:\])|–-])|[\[(]\s*(?:video|clip)\s*[\])]", re.IGNORECASE
)
_SHOWS_FILM: Final = re.compile(
    r"^\s*:::+\s*video\b|youtu\.?be|vimeo\.com|facebook\.com/\S*video|fb\.watch|tiktok\.com|\.(?:mp4|webm|m3u8)\b",
    re.IGNORECASE | re.MULTILINE,
)
_PHOTOS: Final = re.compile(
    r"^\W*(?:chùm ảnh|phóng sự ảnh|bộ ảnh|ảnh|photos?)\s*[:\])|]|[\[(]\s*(?:chùm ảnh|phóng sự ảnh|ảnh|photos?)\s*[\])]",
    re.IGNORECASE,
)
_ON: Final = re.compile(r"[(\[]\s*(?:còn tiếp|còn nữa|xem tiếp kỳ sau|kỳ sau đăng tiếp)\s*[)\]]\W*\Z", re.IGNORECASE)
_HEADING: Final = re.compile(r"^ {0,3}(#{1,6})[ \t]+\S", re.MULTILINE)
_MARKUP: Final = re.compile(r"[\0#>*_|\[\]()!:-]+")
_MANY_PHOTOS: Final = 3


def _amount(sheet: Sheet, settings: CheckSettings) -> Iterator[Finding]:
    if sheet.sort != "article" or sheet.is_draft:
        return
    if len(sheet.prose) > settings.body_words * 12:
        return
    shows = len(sheet.pictures) > 0 or _shows_film(sheet) or ":::" in sheet.prose or "|" in sheet.prose
    count = len(_MARKUP.sub(" ", sheet.prose).split())
    if not count and not (shows and any(not picture.lead for picture in sheet.pictures)) and not _shows_film(sheet):
        yield finding(faults.EMPTY_BODY, min(sheet.body, max(len(sheet.text) - 1, 0)))
    elif count < settings.body_words and not shows:
        yield finding(faults.SHORT_BODY, _first(sheet), count=count, limit=settings.body_words)


def _first(sheet: Sheet) -> int:
    """Where the text begins."""
    return sheet.body + len(sheet.prose) - len(sheet.prose.lstrip())


def _promises(sheet: Sheet, _settings: CheckSettings) -> Iterator[Finding]:
    title = sheet.value("title")
    if title is None or sheet.sort != "article":
        return
    if (film := _FILM.search(title.text)) and not _shows_film(sheet):
        yield finding(faults.PROMISED_VIDEO, title.start, found=film[0].strip())
    if (photos := _PHOTOS.search(title.text)) and len(sheet.pictures) < _MANY_PHOTOS:
        yield finding(faults.PROMISED_PHOTOS, title.start, found=photos[0].strip(), count=len(sheet.pictures))


def _shows_film(sheet: Sheet) -> bool:
    body = sheet.text[sheet.body :]
    return (":" in body or "." in body) and _SHOWS_FILM.search(body) is not None


def _continued(sheet: Sheet, _settings: CheckSettings) -> Iterator[Finding]:
    end = sheet.prose[-200:].rstrip()
    if not sheet.said("series") and (found := _ON.search(end)):
        start = sheet.prose.rfind(found[0].strip())
        yield finding(faults.TO_BE_CONTINUED, sheet.body + start, found=found[0].strip())


def _headings(sheet: Sheet, _settings: CheckSettings) -> Iterator[Finding]:
    """The page's own headline is level 1, and `#` in a text is as good as `##`."""
    if "#" not in sheet.prose:
        return
    before = 1
    for found in _HEADING.finditer(sheet.prose):
        level = max(len(found[1]), 2)
        if level > before + 1:
            values = {"level": level, "before": before, "fitting": "#" * (before + 1)}
            kind = faults.HEADING_GAP if before > 1 else faults.HEADING_GAP_FIRST
            yield finding(kind, sheet.body + found.start(1), **values)
        before = level


RULES: Final = (
    Rule((faults.EMPTY_BODY, faults.SHORT_BODY), _amount),
    Rule((faults.PROMISED_VIDEO, faults.PROMISED_PHOTOS), _promises),
    Rule((faults.TO_BE_CONTINUED,), _continued),
    Rule((faults.HEADING_GAP, faults.HEADING_GAP_FIRST), _headings),
)
