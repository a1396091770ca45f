"""Kinship of topics: which stand below others, and which became part of others."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from hatinh_news.index.faults import TOPIC_CIRCLE, UNKNOWN_TOPIC, UNKNOWN_TOPIC_NEAR
from hatinh_news.index.names import Name, Use
from hatinh_news.model.article import Reference
from hatinh_news.model.fault import Fault
from hatinh_news.text.fold import match_key
from hatinh_news.text.nearest import nearest

SUGGESTIONS = 20
"""So many unknown topics are told with what was probably meant: looking through all names takes its time."""


@dataclass(frozen=True, slots=True)
class Kinship:
    """By keys of topics: `merged` leads to the one that each became in the end, `parents` to the one above each."""

    merged: Mapping[str, str]
    parents: Mapping[str, str]


def kinship(found: Sequence[Name]) -> tuple[Kinship, list[Fault]]:
    """The kinship that pages and site.yaml declare; what names nobody, or leads in a circle, counts for nothing."""
    merging = {name.key: one for name in found if (one := name.merged_into) is not None}
    rising = {name.key: one for name in found if (one := name.parent) is not None}
    if not merging and not rising:
        return Kinship({}, {}), []
    by_key = {name.key: name for name in found}
    by_spelling = {key: name.key for name in found for key in name.keys} | {key: key for key in by_key}
    into, merge_faults = _meant(merging, by_key, by_spelling)
    into, merge_circles = _straight(into, "merged_into", merging, by_key)
    merged = {key: _end(into, key) for key in into}
    above, parent_faults = _meant(rising, by_key, by_spelling)
    parents = {key: merged.get(parent, parent) for key, parent in above.items() if key not in merged}
    parents, parent_circles = _straight(parents, "parent", rising, by_key)
    unknown = [*(("merged_into", *one) for one in merge_faults), *(("parent", *one) for one in parent_faults)]
    return Kinship(merged, parents), [*_unknown(unknown, found), *merge_circles, *parent_circles]


def united(found: Sequence[Name], merged: Mapping[str, str]) -> list[Name]:
    """The names without the merged ones, whose uses are now those of what they became, still oldest first."""
    if not merged:
        return list(found)
    more: dict[str, list[Use]] = {}
    for name in found:
        if (into := merged.get(name.key)) is not None:
            more.setdefault(into, []).extend(name.uses)
    kept = (name for name in found if name.key not in merged)
    return [replace(name, uses=_in_order(name.uses, more[name.key])) if name.key in more else name for name in kept]


def by_claim(found: Sequence[Name], merged: Mapping[str, str]) -> list[Name]:
    """The names in the order of their claims to addresses, where none takes the slug of what it became."""
    wanted = {name.key: name.wanted for name in found}
    late = {name.key for name in found if name.pinned and wanted.get(merged.get(name.key, "")) == name.wanted}
    return sorted(found, key=lambda name: name.key in late)


def _in_order(uses: Sequence[Use], more: Sequence[Use]) -> Sequence[Use]:
    return sorted([*uses, *more], key=lambda use: (use[1].published, use[1].url, use[1].path, use[0]))


def _meant(
    references: Mapping[str, Reference], by_key: Mapping[str, Name], by_spelling: Mapping[str, str]
) -> tuple[dict[str, str], list[tuple[Name, Reference]]]:
    """The keys that are meant by the keys of those who name them, and who names nobody."""
    meant: dict[str, str] = {}
    unknown = []
    for key, reference in references.items():
        if (other := by_spelling.get(match_key(reference.target))) is not None:
            meant[key] = other
        else:
            unknown.append((by_key[key], reference))
    return meant, unknown


def _unknown(wrong: Sequence[tuple[str, Name, Reference]], found: Sequence[Name]) -> Iterator[Fault]:
    targets = islice(dict.fromkeys(reference.target for _, _, reference in wrong), SUGGESTIONS)
    near = {target: nearest(target, [name.shown for name in found]) for target in targets}
    for key, name, reference in wrong:
        target, close = reference.target, near.get(reference.target)
        if close is None or close == name.shown:
            yield UNKNOWN_TOPIC.at(reference.place, key=key, name=name.shown, target=target)
        else:
            yield UNKNOWN_TOPIC_NEAR.at(reference.place, key=key, name=name.shown, target=target, nearest=close)


def _straight(
    ways: Mapping[str, str], key: str, said: Mapping[str, Reference], by_key: Mapping[str, Name]
) -> tuple[dict[str, str], list[Fault]]:
    """The ways without those that lead in a circle."""
    circles = list(_circles(ways))
    faults = []
    for circle in circles:
        names = " → ".join(by_key[one].shown for one in (*circle, circle[0]))
        faults.append(TOPIC_CIRCLE.at(said[circle[0]].place, circle=names, key=key))
    closed = {one for circle in circles for one in circle}
    return {one: other for one, other in ways.items() if one not in closed}, faults


def _circles(ways: Mapping[str, str]) -> Iterator[list[str]]:
    """Each circle once, from its least member on."""
    seen: set[str] = set()
    for start in ways:
        path: dict[str, None] = {}
        here = start
        while here in ways and here not in seen and here not in path:
            path[here] = None
            here = ways[here]
        seen.update(path)
        if here in path:
            steps = list(path)
            circle = steps[steps.index(here) :]
            first = circle.index(min(circle))
            yield circle[first:] + circle[:first]


def _end(ways: Mapping[str, str], key: str) -> str:
    while key in ways:
        key = ways[key]
    return key
