"""Revision: a neighbourhood made from the one before, where few articles came, went or were changed.

It is what would be made anew. A ranking is made again where an article in it went or changed, and in every other one
what came finds its place; a list is wished for again where its ranking is another, or where it has padding or pins.
"""

from array import array
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain
from typing import Final

from hatinh_news.related.glossary import FEW, kept_up
from hatinh_news.related.lexicon import Lexicon
from hatinh_news.related.line import Line
from hatinh_news.related.move import NOWHERE, Move, move
from hatinh_news.related.neighbourhood import Neighbourhood, Words
from hatinh_news.related.padding import padding
from hatinh_news.related.postings import some_postings
from hatinh_news.related.ranking import DAY, Ranked, Ranking, factors, inserted
from hatinh_news.related.settling import settled
from hatinh_news.related.vectors import Scales, Vector, weigh_all
from hatinh_news.related.wishes import Wishes

_NO_VECTOR: Final[Vector] = (b"", b"")


def revision(line: Line, words: Words, known: Neighbourhood) -> Neighbourhood | None:
    """The neighbourhood of `line`, made from a known one; None where that is too different to be worth it."""
    kept = kept_up(line, words, known)
    if kept is None:
        return None
    lexicon, reweighed = kept
    moved, most = move(known.line, line), max(FEW, len(line.paths) // 8)
    doubtful = sorted({*moved.fresh, *moved.reworded, *reweighed})
    if len(doubtful) > most:
        return None
    vectors, other = _vectors(doubtful, moved, _weighed(doubtful, line, words, lexicon, known), known)
    changed = moved.fresh | other
    rows = _carried(known, moved, changed)
    again = [place for place, row in enumerate(rows) if row is None]
    if len(again) > most:
        return None
    postings = some_postings(vectors, {slot for place in again for slot in array("I", vectors[place][0])})
    settings = known.settings
    ranked, touched = _ranked(Ranking(line, vectors, postings, settings, factors(settings.freshness)), rows, changed)
    wishes = Wishes(line, vectors, padding(line, settings), settings)
    dirty = {
        *again,
        *touched,
        *_pinned(line),
        *_pinned(known.line, moved.places),
        *_padded(line, known, moved, changed),
    }
    wished, padded = _wished(wishes, ranked, dirty, moved, known)
    return Neighbourhood(settings, line, lexicon, vectors, ranked, wished, padded, settled(wishes, ranked, wished))


def _weighed(
    places: Sequence[int], line: Line, words: Words, lexicon: Lexicon, known: Neighbourhood
) -> Sequence[Vector]:
    terms = words.now([line.paths[place] for place in places])
    batch = zip(terms, [line.topics[place] for place in places], strict=True)
    return weigh_all(Scales(lexicon, known.settings.topics), list(batch))


def _vectors(
    places: Sequence[int], moved: Move, weighed: Sequence[Vector], known: Neighbourhood
) -> tuple[list[Vector], set[int]]:
    """All vectors, and the places of those that turned out to be others."""
    vectors = [known.vectors[old] if old != NOWHERE else _NO_VECTOR for old in moved.origins]
    other = {place for place, vector in zip(places, weighed, strict=True) if vector != vectors[place]}
    for place, vector in zip(places, weighed, strict=True):
        vectors[place] = vector
    return vectors, other


def _carried(known: Neighbourhood, moved: Move, changed: Collection[int]) -> list[Ranked | None]:
    """The rankings that stay: of articles that did not change, without any that went or changed."""
    gone = {old for old, place in enumerate(moved.places) if place == NOWHERE or place in changed}
    rows: list[Ranked | None] = []
    for place, old in enumerate(moved.origins):
        row = known.ranked[old] if old != NOWHERE and place not in changed else None
        if row is None or (gone and not gone.isdisjoint(array("I", row[0]))):
            rows.append(None)
        else:
            rows.append((moved.row(row[0]), row[1]))
    return rows


def _ranked(ranking: Ranking, rows: Sequence[Ranked | None], changed: Collection[int]) -> tuple[list[Ranked], set[int]]:
    """All rankings, and the places of those in which something that changed has found its place."""
    ranked = [row if row is not None else (b"", b"") for row in rows]
    touched = set()
    for me in [place for place, row in enumerate(rows) if row is None]:
        similar = ranking.similar(me)
        ranked[me] = ranking.rank(me, similar)
        others = [place for place in similar if rows[place] is not None] if me in changed else []
        for place in others:
            found = inserted(ranking, ranked[place], place, me, similar[place])
            if found is not ranked[place]:
                ranked[place] = found
                touched.add(place)
    return ranked, touched


def _wished(
    wishes: Wishes, ranked: Sequence[Ranked], dirty: Collection[int], moved: Move, known: Neighbourhood
) -> tuple[list[bytes], list[bool]]:
    """All wishes, and which of them are padded."""
    wished, padded = [], []
    for place, old in enumerate(moved.origins):
        if place in dirty:
            wish, is_padded = wishes.padded(place, ranked[place])
            wished.append(array("I", wish).tobytes())
            padded.append(is_padded)
        else:
            wished.append(moved.row(known.wished[old]))
            padded.append(known.padded[old])
    return wished, padded


def _pinned(line: Line, places: Sequence[int] | None = None) -> Iterator[int]:
    """The articles for which an editor named others, as they stand in `places`."""
    for place in chain(line.first, line.never):
        yield place if places is None else places[place]


def _padded(line: Line, known: Neighbourhood, moved: Move, changed: Iterable[int]) -> Iterator[int]:
    """The articles whose padding may be another now: not those with full lists from before anything changed."""
    before, limit = known.line, known.settings.limit
    times = [line.times[place] for place in changed]
    for old, place in enumerate(moved.places):
        if place == NOWHERE or place in moved.fresh or before.sections[old] != line.sections[place]:
            times += [before.times[old], line.times[place] if place != NOWHERE else before.times[old]]
    since = min(times, default=0)
    for place, old in enumerate(moved.origins):
        if old != NOWHERE and known.padded[old] and times:
            last = before.times[old] + known.settings.newer_days * DAY
            wish = array("I", known.wished[old])
            if last >= since or len(wish) < limit or any(before.times[each] > last for each in wish):
                yield place
