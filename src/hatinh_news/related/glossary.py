"""The lexicon kept up: what changes in it where few articles that it was made from came, went or were changed."""

from array import array
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import Final

from hatinh_news.related.lexicon import Lexicon, revised, sample_size
from hatinh_news.related.line import Line
from hatinh_news.related.neighbourhood import Neighbourhood, Words
from hatinh_news.text.terms import thawed

FEW: Final = 64
"""From more articles than these all is made anew sooner."""


def kept_up(line: Line, words: Words, known: Neighbourhood) -> tuple[Lexicon, list[int]] | None:
    """The lexicon of `line`, and the articles with terms whose weight is another now; None where it is made anew."""
    size = sample_size(len(line.paths))
    if known.lexicon.size != size:
        return None
    now, before = _sample(line, size), _sample(known.line, size)
    came = [path for path, name in now.items() if before.get(path) != name]
    went = [path for path, name in before.items() if now.get(path) != name]
    if not came and not went:
        return known.lexicon, []
    if len(came) + len(went) > FEW:
        return None
    wanted = {*_slots(came, line, words.now(came)), *_slots(went, known.line, words.before(went))}
    held = _held(wanted, line, words)
    counts = dict.fromkeys(wanted, 0)
    for slot in chain.from_iterable(held[:size]):
        counts[slot] += 1
    lexicon, other = revised(known.lexicon, counts)
    return lexicon, [place for place, slots in enumerate(held) if not other.isdisjoint(slots)]


def _sample(line: Line, size: int) -> Mapping[str, bytes]:
    return dict(zip(line.paths[:size], line.names[:size], strict=True))


def _slots(paths: Sequence[str], line: Line, terms: Iterable[bytes]) -> Iterable[int]:
    """The terms and topics of some articles of a line."""
    wanted = frozenset(paths)
    topics = {path: slots for path, slots in zip(line.paths, line.topics, strict=True) if path in wanted}
    for path, frozen in zip(paths, terms, strict=True):
        yield from thawed(frozen).slots
        yield from array("I", topics[path])


def _held(wanted: set[int], line: Line, words: Words) -> list[set[int]]:
    """Which of the wanted slots each article of the line has."""
    each = zip(words.now(line.paths), line.topics, strict=True)
    return [
        wanted.intersection(
            thawed(frozen).slots,
        )
        | wanted.intersection(array("I", topics))
        for frozen, topics in each
    ]
