"""Settling: no article stands in more lists than it may, and those published first have the first choice."""

from array import array
from collections import Counter
from collections.abc import Sequence

from hatinh_news.related.ranking import Ranked
from hatinh_news.related.wishes import Wishes


def settled(wishes: Wishes, ranked: Sequence[Ranked], wished: Sequence[bytes]) -> list[bytes]:
    """The lists that come of all wishes; only those that wish for what too many wish for are not what was wished.

    What these take instead may become too much wished for in its turn: then all that did so far are counted anew.
    """
    lists, crowded = list(wished), set[int]()
    while more := _crowded(lists, wishes.settings.most_lists) - crowded:
        crowded |= more
        lists = _shared_out(wishes, ranked, wished, crowded)
    return lists


def _crowded(lists: Sequence[bytes], most: int) -> set[int]:
    counts = Counter(array("I", b"".join(lists)))
    return {place for place, count in counts.items() if count > most}


def _shared_out(wishes: Wishes, ranked: Sequence[Ranked], wished: Sequence[bytes], crowded: set[int]) -> list[bytes]:
    """The lists where each of the crowded stands in the first ones that want it, and not in others."""
    lists = list(wished)
    left = dict.fromkeys(crowded, wishes.settings.most_lists)
    for me, wish in enumerate(wished):
        wanted = crowded.intersection(array("I", wish))
        if not wanted:
            continue
        barred = {place for place, count in left.items() if count <= 0}
        if not barred.isdisjoint(wanted):
            lists[me] = array("I", wishes.of(me, ranked[me], barred)).tobytes()
            wanted = crowded.intersection(array("I", lists[me]))
        for place in wanted:
            left[place] -= 1
    return lists
