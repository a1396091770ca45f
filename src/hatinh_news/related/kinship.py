"""Kinship: what makes one article stand under another, or why it does not."""

from array import array
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from hatinh_news.related.neighbourhood import Neighbourhood
from hatinh_news.related.padding import padding
from hatinh_news.related.ranking import DAY, factor, factors, least_similarity
from hatinh_news.related.vectors import weights_of
from hatinh_news.related.wishes import Wishes

Reason: TypeAlias = Literal[
    "pinned",
    "ranked",
    "padding",
    "itself",
    "retracted",
    "excluded",
    "newer",
    "unlike",
    "crowded",
    "retold",
    "outranked",
]


@dataclass(frozen=True, slots=True)
class Kinship:
    """How near one article is to another, by their places.

    `shared` has, by slot, what each term or topic adds to the `similarity`, which is in millionths like the `score`
    that time makes of it by `factor` hundredths. `rank` counts from 1 among all that were ranked, 0 for none, and
    `position` in the list; `rival` is the one that tells the same story and stands in the list.
    """

    shared: Mapping[int, int]
    similarity: int
    factor: int
    score: int
    rank: int
    position: int
    reason: Reason
    rival: int | None = None


def kinship(found: Neighbourhood, me: int, other: int) -> Kinship:
    """Why the article at place `other` stands under that at `me`, or does not."""
    shared = _shared(found, me, other)
    similarity = sum(shared.values())
    times = found.line.times
    factor_ = factor(factors(found.settings.freshness), abs(times[other] - times[me]))
    ranked = array("I", found.ranked[me][0]).tolist()
    listed = found.list_of(me)
    rank = ranked.index(other) + 1 if other in ranked else 0
    position = listed.index(other) + 1 if other in listed else 0
    score = similarity * factor_ // 100
    if position:
        reason = _listed(found, me, other, wishes_of(found))
        return Kinship(shared, similarity, factor_, score, rank, position, reason)
    missing, rival = _missing(found, me, other, similarity, rank)
    return Kinship(shared, similarity, factor_, score, rank, position, missing, rival)


def entries(found: Neighbourhood, me: int, wishes: Wishes | None = None) -> list[tuple[int, int, Reason]]:
    """The list of an article: the places of those in it, the score of each, 0 for none, and how it came there.

    For many articles, the `wishes` of all are made once.
    """
    scores = dict(zip(array("I", found.ranked[me][0]), array("I", found.ranked[me][1]), strict=True))
    wishes = wishes or wishes_of(found)
    return [(other, scores.get(other, 0), _listed(found, me, other, wishes)) for other in found.list_of(me)]


def _shared(found: Neighbourhood, me: int, other: int) -> dict[int, int]:
    """What each shared term adds to the similarity, the most telling first."""
    mine, its = dict(weights_of(found.vectors[me])), dict(weights_of(found.vectors[other]))
    products = {slot: weight * its[slot] for slot, weight in mine.items() if slot in its}
    return dict(sorted(products.items(), key=lambda each: (-each[1], each[0])))


def wishes_of(found: Neighbourhood) -> Wishes:
    """What the lists of a neighbourhood were made by."""
    return Wishes(found.line, found.vectors, padding(found.line, found.settings), found.settings)


def _listed(found: Neighbourhood, me: int, other: int, wishes: Wishes) -> Reason:
    """How an article came into a list; one that retells what stands before it was not chosen, but fills it."""
    if other in found.line.first.get(me, ()):
        return "pinned"
    listed = found.list_of(me)
    before = listed[: listed.index(other)]
    retold = any(wishes.likeness(other, one) >= found.settings.alike for one in before)
    return "ranked" if other in array("I", found.ranked[me][0]) and not retold else "padding"


def _missing(found: Neighbourhood, me: int, other: int, similarity: int, rank: int) -> tuple[Reason, int | None]:
    """Why an article is not in a list: the first reason that would keep it out whatever the others are."""
    line, settings = found.line, found.settings
    reasons: tuple[tuple[bool, Reason], ...] = (
        (me == other, "itself"),
        (not line.listed[other], "retracted"),
        (other in line.never.get(me, ()), "excluded"),
        (line.times[other] > line.times[me] + settings.newer_days * DAY, "newer"),
        (similarity < least_similarity(settings), "unlike"),
        (not rank, "outranked"),
    )
    reason = next((reason for holds, reason in reasons if holds), None)
    return (reason, None) if reason is not None else _passed_over(found, me, other)


def _passed_over(found: Neighbourhood, me: int, other: int) -> tuple[Reason, int | None]:
    """Why an article that was ranked is not in a list."""
    wishes = wishes_of(found)
    if other in wishes.of(me, found.ranked[me]):
        return "crowded", None
    rival = next((one for one in found.list_of(me) if wishes.likeness(other, one) >= found.settings.alike), None)
    return ("outranked", None) if rival is None else ("retold", rival)
