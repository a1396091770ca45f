"""Topics alike: which share the most articles with a topic.

Counts stand in steps of half a doubling, so one more article seldom changes the order of anybody's list.
"""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from itertools import chain, combinations

from hatinh_news.model.article import Article

MOST = 8
"""So many topics does a list have."""

LEAST = 2
"""One article in common may be chance."""

WIDE = 20
"""An article on more topics than these says nothing of how they belong together."""


def alike(
    articles: Mapping[str, Sequence[Article]], barred: Mapping[str, Collection[str]]
) -> dict[str, tuple[str, ...]]:
    """The topics most like each, the likest first and equals in the order of `articles`; without those `barred` there.

    `articles` has those of every topic by its key.
    """
    keys = list(articles)
    weights = [_steps(len(found)) for found in articles.values()]
    topics_of: dict[str, list[int]] = {}
    for number, found in enumerate(articles.values()):
        for article in found:
            topics_of.setdefault(article.path, []).append(number)
    pairs = Counter(chain.from_iterable(combinations(on, 2) for on in topics_of.values() if 1 < len(on) <= WIDE))
    ranked: dict[int, list[tuple[int, int]]] = {}
    for (one, other), shared in pairs.items():
        if shared >= LEAST:
            closeness = 3 * _steps(shared)
            ranked.setdefault(one, []).append((weights[other] - closeness, other))
            ranked.setdefault(other, []).append((weights[one] - closeness, one))
    return {keys[number]: _first(ranks, keys, barred.get(keys[number], ())) for number, ranks in ranked.items()}


def _first(ranks: list[tuple[int, int]], keys: Sequence[str], barred: Collection[str]) -> tuple[str, ...]:
    names = [keys[other] for _, other in sorted(ranks)]
    return tuple([name for name in names if name not in barred][:MOST])


def _steps(count: int) -> int:
    """How often a count has grown by half a doubling."""
    return (count * count).bit_length()
