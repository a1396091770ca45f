"""Pins of fronts: which articles editors have put on the front page, on sections and on topics at this moment."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from hatinh_news.index import faults
from hatinh_news.index.clock import state
from hatinh_news.index.order import oldest_first
from hatinh_news.index.pins import path_by_name, path_of, unknown
from hatinh_news.model.article import Article, Pin, Profile
from hatinh_news.model.config import Shown
from hatinh_news.model.fault import Fault
from hatinh_news.model.site import Pinned
from hatinh_news.text.dates import article_date

_EVER: Final = float("inf")
_KINDS: Final = (faults.UNKNOWN_PIN, faults.UNKNOWN_PIN_NEAR)


@dataclass(frozen=True, slots=True)
class _Bound:
    """A pin and its article, which stands on the front from `since` on and before `until` (seconds of the epoch)."""

    pin: Pin
    article: Article
    since: float
    until: float

    def meets(self, other: "_Bound", now: float) -> bool:
        """Whether both stand at one time that is not over."""
        return max(self.since, other.since) < min(self.until, other.until) > now


def placed_pins(
    profiles: Sequence[Profile],
    public: Sequence[Article],
    known: Sequence[Article],
    now: datetime,
    show: Shown,
    base_url: str,
) -> tuple[dict[str, tuple[Pinned, ...]], list[Fault]]:
    """The pins of each front by the path of its profile, with their faults and notes.

    `public` are the articles of the newspaper, oldest first, `known` all that may be named.
    """
    pinning = [profile for profile in profiles if profile.pins]
    if not pinning:
        return {}, []
    articles = {article.path: article for article in public}
    hidden = [article for article in known if article.path not in articles]
    names = path_by_name((*oldest_first(hidden), *public))
    articles |= {article.path: article for article in hidden}
    here = {article.path for article in public if not article.retracted}
    found: dict[str, tuple[Pinned, ...]] = {}
    told: list[Fault] = []
    for profile in pinning:
        by_pin = [(pin, path_of(names, base_url, pin.article)) for pin in profile.pins]
        told += unknown([pin.article for pin, path in by_pin if path is None], names, base_url, _KINDS)
        bound = [_bound(pin, articles[path], show) for pin, path in by_pin if path is not None]
        told += _clashes(bound, now.timestamp())
        told += [note for one in bound if one.article.path not in here for note in _notes(one, now)]
        standing = [one for one in bound if one.article.path in here and one.pin.holds(now)]
        found[profile.path], without = _room(_once(standing), profile)
        told += without
    return found, told


def _bound(pin: Pin, article: Article, show: Shown) -> _Bound:
    """A pin, and when it and its article are there both: a draft that is shown at any time, what is hidden at none."""
    since = pin.since.timestamp() if pin.since is not None else -_EVER
    until = pin.until.timestamp() if pin.until is not None else _EVER
    if article.retracted or (article.draft and not show.drafts):
        return _Bound(pin, article, since, -_EVER)
    if not article.draft and not show.future:
        since = max(since, article.live_from.timestamp())
    if not article.draft and article.expires is not None and not show.expired:
        until = min(until, article.expires.timestamp())
    return _Bound(pin, article, since, until)


def _clashes(bound: Sequence[_Bound], now: float) -> Iterator[Fault]:
    """Pins that ask at one time for one place, or for one article, told of the later in the file."""
    for number, one in enumerate(bound):
        earlier = [other for other in bound[:number] if one.meets(other, now)]
        place, target, position = one.pin.article.place, one.pin.article.target, one.pin.position
        if any(other.article.path == one.article.path for other in earlier):
            yield faults.PINNED_TWICE.at(place, target=target)
            continue
        other = next((other for other in earlier if position and other.pin.position == position), None)
        if other is not None:
            yield faults.PIN_PLACE_TAKEN.at(place, position=position, other=other.pin.article.target, target=target)


def _notes(one: _Bound, now: datetime) -> Iterator[Fault]:
    """Why a pin whose time it is does not show; nothing of an article that a fault has left out."""
    article, place, target = one.article, one.pin.article.place, one.pin.article.target
    if not one.pin.holds(now):
        return
    match state(article, now):
        case "draft":
            yield faults.PIN_OF_DRAFT.at(place, target=target)
        case "future":
            yield faults.PIN_OF_FUTURE.at(place, target=target, moment=article_date(article.live_from))
        case "expired":
            yield faults.PIN_OF_EXPIRED.at(place, target=target, moment=article_date(article.expires or now))
        case "published" if article.retracted:
            yield faults.PIN_OF_RETRACTED.at(place, target=target)


def _once(standing: Sequence[_Bound]) -> list[_Bound]:
    """The first pin of each article."""
    first: dict[str, _Bound] = {}
    for one in standing:
        first.setdefault(one.article.path, one)
    return list(first.values())


def _room(standing: Sequence[_Bound], profile: Profile) -> tuple[tuple[Pinned, ...], list[Fault]]:
    """The pins that have a place: lists have room for all of them, the front page for so many as it has places."""
    places = profile.front.places if profile.kind == "home" else len(standing)
    pinned = tuple(Pinned(one.article, one.pin.position) for one in standing[:places])
    without = [one.pin.article for one in standing[places:]]
    return pinned, [faults.PIN_WITHOUT_PLACE.at(one.place, places=places, target=one.target) for one in without]
