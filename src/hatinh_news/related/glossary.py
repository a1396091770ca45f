"""The lexicon kept up: what changes in it where few articles that it was made from came, went or were changed."""

from array import array
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import accumulate, islice
from typing import Final

from hatinh_news.related.lexicon import COMMON, Lexicon, revised, sample_size
from hatinh_news.related.line import Line
from hatinh_news.related.neighbourhood import Neighbourhood, Words
from hatinh_news.related.seek import places_of
from hatinh_news.text.terms import thawed

FEW: Final = 64
"""From more articles than these all is made anew sooner."""

_AT_ONCE: Final = 250
"""Articles whose terms are looked through together."""


def kept_up(line: Line, words: Words, known: Neighbourhood) -> tuple[Lexicon, list[int]] | None:
    """The lexicon of `line`, and the articles with terms whose weight is another now; None where it is made anew."""
    size = sample_size(len(line.paths))
    if known.lexicon.size != size:
        return None
    now, before = _sample(line, size), _sample(known.line, size)
    if now == before:
        return known.lexicon, []
    known_names, names = dict(zip(*before, strict=True)), dict(zip(*now, strict=True))
    came = [path for path, name in names.items() if known_names.get(path) != name]
    went = [path for path, name in known_names.items() if names.get(path) != name]
    if len(came) + len(went) > FEW:
        return None
    difference = Counter(_slots(came, line, words.now(came)))
    difference.subtract(Counter(_slots(went, known.line, words.before(went))))
    holders = _holders({slot for slot, count in difference.items() if count}, line, words, known.lexicon)
    counts = {slot: sum(place < size for place in places) for slot, places in holders.items()}
    lexicon, other = revised(known.lexicon, counts)
    return lexicon, sorted({place for slot in other for place in holders[slot]})


def _sample(line: Line, size: int) -> tuple[list[str], list[bytes]]:
    return line.paths[:size], line.names[:size]


def _slots(paths: Sequence[str], line: Line, terms: Iterable[bytes]) -> Iterable[int]:
    """The terms and topics of some articles of a line."""
    wanted = frozenset(paths)
    topics = {path: slots for path, slots in zip(line.paths, line.topics, strict=True) if path in wanted}
    for path, frozen in zip(paths, terms, strict=True):
        yield from thawed(frozen).slots
        yield from array("I", topics[path])


def _holders(wanted: set[int], line: Line, words: Words, lexicon: Lexicon) -> dict[int, list[int]]:
    """The places of the articles of a line that have each of the wanted slots.

    Of a slot that was too common, and turns out to be so still, just the first ones.
    """
    holders: dict[int, list[int]] = {slot: [] for slot in wanted}
    each = zip(words.now(line.paths), line.topics, strict=True)
    articles = enumerate(thawed(frozen).slots.tobytes() + topics for frozen, topics in each)
    while some := list(islice(articles, _AT_ONCE)):
        frozen = b"".join([slots for _, slots in some])
        ends = list(accumulate(len(slots) // 4 for _, slots in some))
        slots = array("I", frozen)
        for place in places_of(wanted, slots, frozen):
            holders[slots[place]].append(some[bisect_right(ends, place)][0])
        wanted = {slot for slot in wanted if len(holders[slot]) <= COMMON or not lexicon.is_too_common(slot)}
    return holders
