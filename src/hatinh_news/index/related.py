"""Đọc thêm: which articles stand under an article.

An editor's pins come first, then articles on the same topics, then those of the same section, the nearest in time
first. An article much newer than this one counts only where the list would not fill, so the list of an old article
freezes.
"""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter

from hatinh_news.index.pins import Pins
from hatinh_news.model.article import Article
from hatinh_news.model.config import RelatedSettings
from hatinh_news.text.fold import match_key

REACH = 32
"""So many articles to each side of a date are looked at in one topic, however many thousands it has."""

_DAY = 86_400


@dataclass(frozen=True, slots=True)
class _Timeline:
    """The articles oldest first; everything else names them by their position, and every line of positions ascends.

    Only articles that lists may show stand in a line. `ranks` are the places of articles in the order of addresses, and
    `by_rank` the articles at these places; `scaled` are times with room for a rank below each second. The
    articles are taken in their order: `passed` counts those of each topic that were taken.
    """

    articles: Sequence[Article]
    times: Sequence[int]
    scaled: Sequence[int]
    ranks: Sequence[int]
    by_rank: Sequence[int]
    topics: Sequence[frozenset[str]]
    by_topic: Mapping[str, Sequence[int]]
    passed: dict[str, int]
    by_section: Mapping[str, Sequence[int]]
    all: Sequence[int]


def related(
    articles: Sequence[Article], pins: Mapping[str, Pins], settings: RelatedSettings
) -> dict[str, tuple[Article, ...]]:
    """The list of each article by its path, full wherever there are articles enough; `articles` come oldest first."""
    line = _timeline(articles)
    position = {article.path: me for me, article in enumerate(articles)} if pins else {}
    article_at, limit = articles.__getitem__, settings.limit
    lists = {}
    for me, article in enumerate(articles):
        barred, first = {me}, list[int]()
        if (pinned := pins.get(article.path)) is not None:
            barred.update(position[path] for path in pinned.never if path in position)
            first = [position[path] for path in pinned.first if path in position]
            first = [other for other in first if not articles[other].retracted and other not in barred][:limit]
        lists[article.path] = tuple(map(article_at, _chosen(line, me, first, barred, settings)))
        if not article.retracted:
            for topic in line.topics[me]:
                line.passed[topic] += 1
    return lists


def _timeline(articles: Sequence[Article]) -> _Timeline:
    topics = [frozenset(map(match_key, article.topics)) for article in articles]
    listed = [me for me, article in enumerate(articles) if not article.retracted]
    by_section: dict[str, list[int]] = {}
    by_topic: dict[str, list[int]] = {topic: [] for shared in topics for topic in shared}
    for me in listed:
        by_section.setdefault(articles[me].section, []).append(me)
        for topic in topics[me]:
            by_topic[topic].append(me)
    times = [int(article.published.timestamp()) for article in articles]
    urls = list(map(attrgetter("url"), articles))
    by_rank = sorted(range(len(articles)), key=urls.__getitem__)
    ranks = array("L", bytes(array("L").itemsize * len(articles)))  # what lies together is found sooner
    for rank, me in enumerate(by_rank):
        ranks[me] = rank
    scaled = [time * len(times) for time in times]
    passed = dict.fromkeys(by_topic, 0)
    return _Timeline(articles, times, scaled, ranks, by_rank, topics, by_topic, passed, by_section, listed)


def _chosen(
    line: _Timeline, me: int, pinned: Sequence[int], barred: Collection[int], settings: RelatedSettings
) -> list[int]:
    """Tier after tier until the list is full."""
    limit = settings.limit
    chosen = dict.fromkeys(pinned)
    for tier in _tiers(line, me, limit + len(barred), settings):
        for other in tier:
            if len(chosen) >= limit:
                return list(chosen)
            if other not in barred:
                chosen[other] = None
    return list(chosen)


def _tiers(line: _Timeline, me: int, enough: int, settings: RelatedSettings) -> Iterator[Sequence[int]]:
    """Articles on the same topics, then those of the section, then the nearest whenever it was.

    The last are for papers with few articles: newer ones of the section, then all older ones, then all newer ones.
    """
    end = bisect_right(line.times, line.times[me] + settings.newer_days * _DAY)
    yield from _by_topics(line, me, end, enough, settings.threshold)
    enough += settings.limit
    same = line.by_section.get(line.articles[me].section, ())
    before, after = _around(same, bisect_left(same, me), me, end, enough)
    yield _nearest(line, me, [*before, *after])
    yield _nearest(line, me, _after(same, me, enough))
    yield _nearest(line, me, _before(line.all, me, enough))
    yield _nearest(line, me, _after(line.all, me, enough))


def _by_topics(line: _Timeline, me: int, end: int, enough: int, threshold: int) -> Iterator[Sequence[int]]:
    """The most shared topics first, then the nearest."""
    topics, mine = line.topics, line.topics[me]
    found: set[int] = set()
    met: set[int] = set()
    twice: set[int] = set()
    reach = max(enough, REACH)
    low, high = 0, end  # from here to there nothing is on two of the topics that was not met twice
    for topic in mine:
        before, after = _around(line.by_topic[topic], line.passed[topic], me, end, reach)
        found.update(before[-enough:], after[:enough])
        before, after = before[-REACH:], after[:REACH]
        near = {*before, *after}
        twice |= met & near
        met |= near
        if len(before) == REACH:
            low = max(low, before[0])
        if len(after) == REACH:
            high = min(high, after[-1])
    once = found - twice
    unsure = [other for other in once if not low <= other <= high] if len(mine) > 1 else []
    by_count = {1: list(once.difference(unsure))}
    for other in (*twice, *unsure):
        by_count.setdefault(len(mine & topics[other]), []).append(other)
    for count in sorted(by_count, reverse=True):
        if count >= threshold:
            yield _nearest(line, me, by_count[count])


def _before(positions: Sequence[int], me: int, reach: int) -> Sequence[int]:
    here = bisect_left(positions, me)
    return positions[max(0, here - reach) : here]


def _after(positions: Sequence[int], me: int, reach: int) -> Sequence[int]:
    here = bisect_right(positions, me)
    return positions[here : here + reach]


def _around(positions: Sequence[int], here: int, me: int, end: int, reach: int) -> tuple[Sequence[int], Sequence[int]]:
    """Those of `positions` within `reach` before and after `me`, whose place is `here`; none of them from `end` on."""
    before = positions[here - reach if here > reach else 0 : here]
    start = here + 1 if here < len(positions) and positions[here] == me else here
    after = positions[start : start + reach]
    if after and after[-1] >= end:
        after = after[: bisect_left(after, end)]
    return before, after


def _nearest(line: _Timeline, me: int, positions: Collection[int]) -> list[int]:
    """By distance in time, then by address: one number for both is soonest made and compared."""
    if not positions:
        return []
    ranks, by_rank, scaled = line.ranks, line.by_rank, line.scaled
    now, size = scaled[me], len(by_rank)
    keys = sorted([abs(scaled[other] - now) + ranks[other] for other in positions])
    return [by_rank[key % size] for key in keys]
