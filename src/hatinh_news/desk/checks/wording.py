"""The rule of doubled words, in a language that doubles words: “xanh xanh”, “ngày ngày”, “từ từ” are right."""

import re
from collections.abc import Iterator
from itertools import islice, pairwise
from operator import eq
from typing import Final

from hatinh_news.desk.checks import faults
from hatinh_news.desk.checks.finding import Finding, finding
from hatinh_news.desk.checks.rule import Rule
from hatinh_news.desk.checks.sheet import Sheet
from hatinh_news.model.check import CheckSettings

NEVER_TWICE: Final = frozenset(
    (
        *("và", "của", "các", "những", "được", "cho", "với", "trong", "tại", "trên", "dưới"),
        *("theo", "bởi", "đã", "đang", "sẽ", "vẫn", "cũng", "nhưng", "mà", "thì", "này", "khi"),
        *("nếu", "vì", "chưa", "phải", "đến", "một", "hai", "bốn", "tỉnh", "huyện", "xã", "phường"),
        *("ông", "như", "cùng", "trước", "giữa"),
    )
)
"""Words that nobody doubles, and that neither end nor begin longer ones: “thiết bị bị hỏng”, “để để tang” are right."""

_TWO: Final = b"\1\1"  # words that stand there again, two words further on
_WORD: Final = re.compile(r"[^\W\d_]+")
_GAP: Final = r"[ \t]*(?:\n|[ \t])[ \t]*"  # no paragraph ends within a slip


def _doubled(sheet: Sheet, _settings: CheckSettings) -> Iterator[Finding]:
    words = sheet.prose.split()
    at = 0
    for word in _suspects(words):
        found = re.compile(rf"(?<!\S){_typed(word)}{_GAP}{_typed(word)}(?!\S)").search(sheet.prose, at)
        if found is not None:
            at = found.end()
            yield finding(faults.DOUBLED_WORD, sheet.body + found.start(), found=word)


def _suspects(words: list[str]) -> Iterator[str]:
    """Words that stand twice, one at once after the other, and pairs of words that do; in the order of the text."""
    if any(map(eq, words, islice(words, 1, None))):
        yield from (one for one, other in pairwise(words) if one == other and one in NEVER_TWICE)
    again = bytes(map(eq, words, islice(words, 2, None)))
    at = again.find(_TWO)
    while at >= 0:
        if _is_pair(words[at], words[at + 1]):
            yield f"{words[at]} {words[at + 1]}"
        at = again.find(_TWO, at + 1)


def _typed(words: str) -> str:
    return _GAP.join(map(re.escape, words.split()))


def _is_pair(one: str, other: str) -> bool:
    """Whether two words are words, and two: a word that stands there four times is sung."""
    return one != other and all(_WORD.fullmatch(word) for word in (one, other))


RULES: Final = (Rule((faults.DOUBLED_WORD,), _doubled),)
