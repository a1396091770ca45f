"""Relating: the lists of all articles, made anew or from those that are known."""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from hatinh_news.model.config import RelatedSettings
from hatinh_news.model.run import Run, serially
from hatinh_news.related.lexicon import Lexicon, counted, sample_size
from hatinh_news.related.line import Line
from hatinh_news.related.neighbourhood import Neighbourhood, Words
from hatinh_news.related.padding import padding
from hatinh_news.related.ranking import Ranked
from hatinh_news.related.revision import revision
from hatinh_news.related.settling import settled
from hatinh_news.related.sweep import rank_all
from hatinh_news.related.vectors import Scales, Vector, weigh_all
from hatinh_news.related.wishes import Wishes
from hatinh_news.text.terms import thawed

BATCH = 250
"""Articles that a worker relates at a time."""


def relate(
    line: Line, words: Words, settings: RelatedSettings, known: Neighbourhood | None = None, run: Run = serially
) -> Neighbourhood:
    """The neighbourhood of a line of articles: the same whether or not an earlier one is `known`."""
    if known is not None and known.settings == settings:
        if known.line == line:  # no word, no topic, no moment and no pin is another
            return known
        found = revision(line, words, known)
        if found is not None:
            return found
    return _made_anew(line, words, settings, run)


def _made_anew(line: Line, words: Words, settings: RelatedSettings, run: Run) -> Neighbourhood:
    lexicon = _lexicon(line, words)
    vectors = _vectors(line, words, Scales(lexicon, settings.topics), run)
    ranked = rank_all(line, vectors, settings)
    wishes = Wishes(line, vectors, padding(line, settings), settings)
    places = range(len(line.paths))
    batches = [places[start : start + BATCH] for start in range(0, len(places), BATCH)]
    chosen = [each for batch in run(choose, Choice(wishes, ranked), batches) for each in batch]
    wished, padded = [wish for wish, _ in chosen], [is_padded for _, is_padded in chosen]
    return Neighbourhood(settings, line, lexicon, vectors, ranked, wished, padded, settled(wishes, ranked, wished))


def _lexicon(line: Line, words: Words) -> Lexicon:
    size = sample_size(len(line.paths))
    terms = map(thawed, words.now(line.paths[:size]))
    topics = (array("I", slots) for slots in line.topics)
    return counted(zip(terms, topics, strict=False), size)


def _vectors(line: Line, words: Words, scales: Scales, run: Run) -> list[Vector]:
    each = zip(words.now(line.paths), line.topics, strict=True)
    batches = iter(lambda: list(islice(each, BATCH)), [])
    return [vector for batch in run(weigh_all, scales, batches) for vector in batch]


@dataclass(frozen=True, slots=True)
class Choice:
    """What a worker needs for any article."""

    wishes: Wishes
    ranked: Sequence[Ranked]

    def of(self, me: int) -> tuple[bytes, bool]:
        """What `me` wishes for, and whether that is more than its ranking gave it."""
        wish, padded = self.wishes.padded(me, self.ranked[me])
        return array("I", wish).tobytes(), padded


def choose(choice: Choice, batch: Sequence[int]) -> list[tuple[bytes, bool]]:
    """The work of one worker."""
    return list(map(choice.of, batch))
