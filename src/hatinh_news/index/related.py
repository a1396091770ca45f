"""Đọc thêm: which articles stand under an article.

An editor's pins come first, then articles on the same topics, then those of the same section, the nearest in time
first. An article much newer than this one counts only where the list would not fill, so the list of an old article
freezes.
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from hatinh_news.index.order import oldest_first
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

    Only articles that lists may show stand in a line.
    """

    articles: tuple[Article, ...]
    times: Sequence[int]
    topics: Sequence[frozenset[str]]
    by_topic: Mapping[str, Sequence[int]]
    by_section: Mapping[str, Sequence[int]]
    all: Sequence[int]


def related(
    articles: Iterable[Article], pins: Mapping[str, Pins], settings: RelatedSettings
) -> dict[str, tuple[Article, ...]]:
    """The list of each article by its path: full wherever there are articles enough."""
    line = _timeline(oldest_first(articles))
    position = {article.path: me for me, article in enumerate(line.articles)}
    allowed = {line.articles[me].path for me in line.all}
    lists = {}
    for me, article in enumerate(line.articles):
        pinned = pins.get(article.path, Pins())
        barred = {me, *(position[path] for path in pinned.never if path in position)}
        first = [position[path] for path in pinned.first if path in allowed and position[path] not in barred]
        chosen = _chosen(line, me, first[: settings.limit], barred, settings)
        lists[article.path] = tuple(line.articles[other] for other in chosen)
    return lists


def _timeline(articles: tuple[Article, ...]) -> _Timeline:
    topics = [frozenset(map(match_key, article.topics)) for article in articles]
    listed = [me for me, article in enumerate(articles) if not article.retracted]
    by_topic: dict[str, list[int]] = {}
    by_section: dict[str, list[int]] = {}
    for me in listed:
        by_section.setdefault(articles[me].section, []).append(me)
        for topic in topics[me]:
            by_topic.setdefault(topic, []).append(me)
    times = [int(article.published.timestamp()) for article in articles]
    return _Timeline(articles, times, topics, by_topic, by_section, listed)


def _chosen(line: _Timeline, me: int, pinned: Sequence[int], barred: set[int], settings: RelatedSettings) -> list[int]:
    """Tier after tier until the list is full."""
    chosen = dict.fromkeys(pinned)
    latest = line.times[me] + settings.newer_days * _DAY
    enough = 2 * settings.limit + len(barred)
    for other in chain(
        _by_topics(line, me, latest, settings.limit + len(barred), settings.threshold),
        _by_section(line, me, latest, enough),
        _padding(line, me, enough),
    ):
        if len(chosen) >= settings.limit:
            break
        if other not in barred:
            chosen[other] = None
    return list(chosen)


def _by_topics(line: _Timeline, me: int, latest: int, enough: int, threshold: int) -> Iterator[int]:
    """The most shared topics first, then the nearest."""
    mine = line.topics[me]
    lines = [line.by_topic.get(topic, ()) for topic in mine]
    met = Counter(chain.from_iterable(_around(line, one, me, latest, REACH) for one in lines))
    found = {other for other, times in met.items() if times > 1}
    found.update(chain.from_iterable(_around(line, one, me, latest, enough) for one in lines))
    by_count: dict[int, list[int]] = {}
    for other in found:
        by_count.setdefault(len(mine & line.topics[other]), []).append(other)
    for count in sorted(by_count, reverse=True):
        if count >= threshold:
            yield from _nearest(line, me, by_count[count])


def _by_section(line: _Timeline, me: int, latest: int, enough: int) -> Iterator[int]:
    same = line.by_section.get(line.articles[me].section, ())
    yield from _nearest(line, me, _around(line, same, me, latest, enough))


def _padding(line: _Timeline, me: int, enough: int) -> Iterator[int]:
    """For papers with few articles: the nearest of the section whenever it was, then of all, the older ones first."""
    same = line.by_section.get(line.articles[me].section, ())
    yield from _nearest(line, me, _after(same, me, enough))
    yield from _nearest(line, me, _before(line.all, me, enough))
    yield from _nearest(line, me, _after(line.all, me, enough))


def _before(positions: Sequence[int], me: int, reach: int) -> Sequence[int]:
    here = bisect_left(positions, me)
    return positions[max(0, here - reach) : here]


def _after(positions: Sequence[int], me: int, reach: int) -> Sequence[int]:
    here = bisect_right(positions, me)
    return positions[here : here + reach]


def _around(line: _Timeline, positions: Sequence[int], me: int, latest: int, reach: int) -> Sequence[int]:
    """Those of `positions` within `reach` to each side of `me`, none of them later than `latest`."""
    after = _after(positions, me, reach)
    if after and line.times[after[-1]] > latest:
        after = after[: bisect_right(after, latest, key=line.times.__getitem__)]
    return [*_before(positions, me, reach), *after]


def _nearest(line: _Timeline, me: int, positions: Iterable[int]) -> list[int]:
    """By distance in time, then by address."""
    times, articles, now = line.times, line.articles, line.times[me]
    return sorted(positions, key=lambda other: (abs(times[other] - now), articles[other].url))
