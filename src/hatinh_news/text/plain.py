"""HTML as the text that readers see."""

import re
from html import unescape

_INLINE = re.compile(r"</?(?:a|abbr|b|cite|code|del|em|i|ins|mark|q|s|small|span|strong|sub|sup|u)\b[^>]*>")
_TAG = re.compile(r"<[^>]*>")


def plain_text(html: str) -> str:
    """The text of HTML; a word of which a part is emphasized stays one word."""
    text = _TAG.sub(" ", _INLINE.sub("", html) if "</" in html else html)
    return unescape(text) if "&" in text else text
