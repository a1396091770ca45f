"""The intake: content/ as manuscripts; what is known is sifted out, the rest is read, and that is remembered."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path

from hatinh_news.build.crew import Crew
from hatinh_news.build.faults import TEXT_DIFFERS, UNSEEN_CHANGE
from hatinh_news.build.look import Look
from hatinh_news.build.negatives import keep_negatives, negatives
from hatinh_news.index import settled
from hatinh_news.ledger import Ledger
from hatinh_news.model.article import Content
from hatinh_news.model.config import Config
from hatinh_news.model.digest import name_of
from hatinh_news.model.fault import Fault, Place
from hatinh_news.model.images import Negative
from hatinh_news.model.manuscript import Manuscript
from hatinh_news.model.recorded import ADDRESSES
from hatinh_news.read import Tree
from hatinh_news.read.load import Desk, check_content, content_of, front_desk, read_all, with_sections
from hatinh_news.read.sources import is_profile

FEW = 64
"""So many articles can be made anew without laying out the whole newspaper."""

_RULES = "rules"
_AT_ONCE = 1_000


@dataclass(frozen=True, slots=True)
class Intake:
    """What was read: `config` and `faults` of the settings and the tree; the rest is in the ledger.

    `fresh` are the files that were read now, `before` the manuscripts of those that were known, where they are few;
    `differences` what a build that believes nothing found of its memory; `pictures` all that versions can be made of,
    by the names of their files.
    """

    config: Config
    static: Mapping[str, Path]
    faults: tuple[Fault, ...]
    fresh: tuple[str, ...] = ()
    before: Mapping[str, Manuscript] | None = None
    differences: tuple[Fault, ...] = ()
    pictures: Mapping[str, Negative] = field(default_factory=dict)


def take_in(seen: Look, config: Config, faults: Sequence[Fault], ledger: Ledger, crew: Crew) -> Intake:
    """Brings the manuscripts that the ledger knows up to what was seen."""
    tree, store = seen.tree, ledger.store
    check_content(tree, seen.faults)
    store.forget([name.removeprefix("content/") for name in seen.gone])
    fronts, others = _apart(tree)
    pictures = negatives(seen, config.images, ledger, crew)
    keep_negatives(pictures, ledger)
    desk = _front_desk(seen, config, crew, pictures.all)
    names = [name_of(crew.engine, desk.name)]
    known: list[bytes] = store.shelf(_RULES) or []
    doubt = _Doubt(seen, ledger, crew.request.verify)
    first = doubt.stale(fronts, same_rules=known[:1] == names)
    before = _before(first, ledger)
    if known[:1] != names:
        store.keep({}, drop=[_RULES])  # from here on the ledger holds files that were read by other rules
    doubt.remember(read_all(desk, first), same_rules=known[:1] == names)
    desk = with_sections(desk, [one.made for one in store.manuscripts(fronts)])
    names.append(name_of(crew.engine, desk.name))
    rest = doubt.stale(others, same_rules=known == names)
    before = {**before, **_before(rest, ledger)}
    if known != names:
        store.keep({}, drop=[_RULES])
    doubt.remember(read_all(desk, rest, crew.run("load", len(rest))), same_rules=known == names)
    store.keep({_RULES: names})
    few = before if len(first) + len(rest) <= FEW else None
    told = (*faults, *seen.faults, *pictures.faults)
    return Intake(config, seen.static, told, (*first, *rest), few, tuple(doubt.found), pictures.all)


@dataclass(frozen=True, slots=True)
class Glance:
    """What content/ makes now, and what is wrong with it; `fresh` are manuscripts of articles that no ledger knows,
    `pictures` all that versions can be made of, by the names of their files."""

    content: Content
    faults: tuple[Fault, ...]
    fresh: Mapping[str, Manuscript]
    pictures: Mapping[str, Negative] = field(default_factory=dict)


def glance(seen: Look, config: Config, ledger: Ledger, crew: Crew, *, lean: bool = False) -> Glance:
    """All that content/ makes now, without remembering any of it; a `lean` one has no manuscripts of articles."""
    fronts, others = _apart(seen.tree)
    pictures = negatives(seen, config.images, ledger, crew)
    desk = replace(_front_desk(seen, config, crew, pictures.all), lean=lean)
    names = [name_of(crew.engine, desk.name)]
    known: list[bytes] = ledger.store.shelf(_RULES) or []
    doubt = _Doubt(seen, ledger, crew.request.verify)
    now = {one.path: one for one in ledger.store.manuscripts()}
    now |= {one.path: one for one in read_all(desk, doubt.stale(fronts, same_rules=known[:1] == names))}
    desk = with_sections(desk, [now[path].made for path in fronts])
    names.append(name_of(crew.engine, desk.name))
    rest = doubt.stale(others, same_rules=known == names)
    now |= {one.path: one for one in read_all(desk, rest, crew.run("load", len(rest)))}
    found = [now[path] for path in seen.tree.markdown]
    content, faults = _all_of(found, config)
    fresh = {one.path: one for one in found if one.terms}
    return Glance(content, (*faults, *pictures.faults), fresh, pictures.all)


def everything(ledger: Ledger, config: Config) -> tuple[Content, list[Fault]]:
    """All that was made of content/, and what is wrong with it."""
    return _all_of(ledger.store.manuscripts(), config)


def _all_of(manuscripts: Iterable[Manuscript], config: Config) -> tuple[Content, list[Fault]]:
    made, faults = [], list[Fault]()
    for one in manuscripts:
        faults += one.faults
        if (each := one.made) is not None:
            made.append(each)
    return settled(content_of(made), config), faults


def _front_desk(seen: Look, config: Config, crew: Crew, pictures: Mapping[str, Negative]) -> Desk:
    """The desk that reads first; extensions, where there are any, have the last word on what it reads."""
    return front_desk(seen.tree, config, seen.static, crew.hands.article if crew.hands.names else None, pictures)


def _apart(tree: Tree) -> tuple[list[str], list[str]]:
    """The `_index.md` files, which may name sections and so come first, and the others."""
    fronts = [path for path in tree.markdown if is_profile(path)]
    known = frozenset(fronts)
    return fronts, [path for path in tree.markdown if path not in known]


def _before(paths: Sequence[str], ledger: Ledger) -> Mapping[str, Manuscript]:
    if len(paths) > FEW:
        return {}
    known = list(ledger.store.manuscripts(paths))
    words = ledger.store.words(one.path for one in known)
    return {one.path: replace(one, words=found) for one, found in zip(known, words, strict=True)}


@dataclass(frozen=True, slots=True)
class _Doubt:
    """What is believed of the ledger: all but what was seen to change, or with `verify` nothing."""

    seen: Look
    ledger: Ledger
    verify: bool
    found: list[Fault] = field(default_factory=list)

    def stale(self, paths: Sequence[str], *, same_rules: bool) -> list[str]:
        """Those of `paths` that must be read: changed, or asking for a file that did."""
        if self.verify or not same_rules:
            return list(paths)
        seen = self.seen
        beside = ("templates/", ADDRESSES)  # no text depends on these
        changed = frozenset(name for name in seen.changed | seen.gone if not name.startswith(beside))
        others = changed - {f"content/{path}" for path in seen.tree.markdown}
        users = self.ledger.store.users(others) if others else set()
        return [path for path in paths if f"content/{path}" in changed or path in users]

    def remember(self, manuscripts: Iterable[Manuscript], *, same_rules: bool) -> None:
        """Remembers as they come, so that no more than a handful of texts is ever in memory."""
        coming = iter(manuscripts)
        while some := list(islice(coming, _AT_ONCE)):
            if self.verify and same_rules:
                self.found.extend(self._differences({one.path: one for one in some}))
            self.ledger.store.remember(some)

    def _differences(self, fresh: Mapping[str, Manuscript]) -> Iterator[Fault]:
        store = self.ledger.store
        known = list(store.manuscripts(fresh))
        for old, html in zip(known, store.html([one.path for one in known]), strict=True):
            new, place = fresh[old.path], Place(f"content/{old.path}")
            if place.path in self.seen.changed:
                continue
            if old.source != new.source:
                yield UNSEEN_CHANGE.at(place)
            elif (name_of(old.made), old.faults, html) != (name_of(new.made), new.faults, new.html):
                yield TEXT_DIFFERS.at(place)
