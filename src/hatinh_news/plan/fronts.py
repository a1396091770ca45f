"""Fronts that editors run: pinned articles at their places among the others."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import count

from hatinh_news.model.article import Article, Profile
from hatinh_news.model.site import Index, Pinned


def seats(pins: Sequence[Pinned], places: int = 0) -> dict[int, Article]:
    """The place of each pinned article, from 1; there are `places`, or any number, and no more pins than places.

    Each position is that of the first pin that asks for it. Those who come too late take the next free place, then
    those without a position the places behind all these. A place past the end means the last that is free.
    """
    taken: dict[int, Article] = {}
    late: list[tuple[int, Article]] = []
    for pin in pins:
        position = min(pin.position, places or pin.position)
        if position and taken.setdefault(position, pin.article) is not pin.article:
            late.append((position, pin.article))
    for position, article in sorted(late, key=lambda one: one[0]):
        taken[_free(taken, position, places)] = article
    for pin in pins:
        if not pin.position:
            taken[_free(taken, max(taken, default=0) + 1, places)] = pin.article
    return taken


def in_places(taken: Mapping[int, Article], others: Iterable[Article]) -> Iterator[Article]:
    """All articles in the order of their places: the pinned ones at theirs, or further up where others are too few."""
    left, coming = len(taken), iter(others)
    for place in count(1):
        article = taken.get(place)
        if article is not None:
            left -= 1
        else:
            article = next(coming, None)
        if article is not None:
            yield article
        elif not left:
            return


def with_pins(index: Index, profile: Profile | None, articles: Sequence[Article]) -> Sequence[Article]:
    """The front of a list: the articles that stand on it by date, and those that its editor pinned, each once."""
    pins = index.pins_by_path.get(profile.path, ()) if profile is not None else ()
    if not pins:
        return articles
    pinned = {pin.article.path for pin in pins}
    return tuple(in_places(seats(pins), (article for article in articles if article.path not in pinned)))


def _free(taken: Mapping[int, Article], wanted: int, places: int) -> int:
    """The next free place, or where there is none the last before it."""
    behind = next(place for place in count(wanted) if place not in taken)
    if not places or behind <= places:
        return behind
    return next(place for place in range(places, 0, -1) if place not in taken)
