"""Settling: no article stands in more lists than it may, and those published first have the first choice."""

from array import array
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate, compress

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
    barred: set[int] = set()
    for me in _wishing(wished, crowded):
        wanted = crowded.intersection(array("I", wished[me]))
        if not barred.isdisjoint(wanted):
            lists[me] = array("I", wishes.of(me, ranked[me], barred)).tobytes()
            wanted = crowded.intersection(array("I", lists[me]))
        for place in wanted:
            left[place] -= 1
            if left[place] <= 0:
                barred.add(place)
    return lists


def _wishing(wished: Sequence[bytes], crowded: set[int]) -> list[int]:
    """Those that wish for any of the crowded, in their order."""
    places = array("I", b"".join(wished))
    ends = list(accumulate([len(wish) // 4 for wish in wished]))
    found = compress(range(len(places)), map(crowded.__contains__, places))
    return list(dict.fromkeys(bisect_right(ends, place) for place in found))
