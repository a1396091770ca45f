"""The name that was probably meant."""

import re
from collections.abc import Iterable
from difflib import SequenceMatcher

from hatinh_news.text.clean import clean_line
from hatinh_news.text.fold import fold

_TOO_FAR = 0.69
_JOINT = re.compile(r"[-_\s]+")


def nearest(word: str, choices: Iterable[str]) -> str | None:
    """The choice that is the word but for marks and case, else the closest in spelling; the first of equals."""
    plain = fold(clean_line(word))
    matcher = SequenceMatcher(autojunk=False, b=_JOINT.sub("", plain))
    best, closest = None, _TOO_FAR
    for choice in choices:
        candidate = fold(clean_line(choice))
        if candidate == plain:
            return choice
        matcher.set_seq1(_JOINT.sub("", candidate))
        if matcher.real_quick_ratio() > closest and (closeness := matcher.ratio()) > closest:
            best, closest = choice, closeness
    return best
