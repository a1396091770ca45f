"""Rules of pictures: what is said of each, and to those who do not see it."""

import re
from collections.abc import Iterator
from typing import Final
from unicodedata import normalize

from hatinh_news.desk.checks import faults
from hatinh_news.desk.checks.finding import Finding, finding
from hatinh_news.desk.checks.rule import Rule
from hatinh_news.desk.checks.sheet import Sheet
from hatinh_news.model.check import CheckSettings
from hatinh_news.text.fold import match_key


def _words(sheet: Sheet, _settings: CheckSettings) -> Iterator[Finding]:
    if not sheet.pictures:
        return
    title = sheet.said("title")
    for picture in sheet.pictures:
        if not picture.alt:
            yield finding(faults.NO_ALT, picture.start, target=picture.target)
        elif title[:1].casefold() == picture.alt[:1].casefold() and match_key(picture.alt) == match_key(title):
            yield finding(faults.ALT_IS_TITLE, picture.start, target=picture.target)


def _caption(sheet: Sheet, _settings: CheckSettings) -> Iterator[Finding]:
    if sheet.sort != "article":
        return
    for picture in sheet.pictures:
        if not picture.caption:
            yield finding(faults.NO_CAPTION, picture.start, target=picture.target)


def _credit(sheet: Sheet, _settings: CheckSettings) -> Iterator[Finding]:
    """Who took a picture; a caption that ends by saying so is as good."""
    if sheet.sort != "article":
        return
    for picture in sheet.pictures:
        if not picture.credit and not says_who(picture.caption):
            yield finding(faults.NO_CREDIT, picture.start, target=picture.target)


_SAID: Final = re.compile(
    r"(?i:ảnh|nguồn|photo|video|(?:đồ|minh) h(?:ọa|oạ))\s*[:(]"
    r"|(?i:[(–-]\s*(?:ảnh|nguồn)\b|\bảnh (?:do|của|minh h|tư liệu|(?:cắt|chụp|lấy) từ)|\bcung cấp\b)"
    r"|\bẢnh [A-ZĐÂ]\w"
)


def says_who(caption: str) -> bool:
    """Whether a caption names a source: “… Ảnh: Thu Hà”, “… (Ảnh TTXVN)”, “Ảnh do gia đình cung cấp”, “Ảnh Reuters”."""
    return "Ảnh:" in caption or _SAID.search(normalize("NFC", caption)) is not None


RULES: Final = (
    Rule((faults.NO_ALT, faults.ALT_IS_TITLE), _words),
    Rule((faults.NO_CAPTION,), _caption),
    Rule((faults.NO_CREDIT,), _credit),
)
