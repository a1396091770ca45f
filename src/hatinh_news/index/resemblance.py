"""Names that resemble others: perhaps slips, which are told and never mended.

A name is doubted where nobody declared it and few articles use it, and where another one, declared or used more, is the
same but for its marks, or, for longer names, one slip of typing away. True twins are mostly of two words (Biển Đông,
Biến động): such a name is doubted only where it has no marks at all, and a word that no third name has.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from unicodedata import normalize

from hatinh_news.index.faults import TWIN_SLUG
from hatinh_news.index.names import FEW, Name
from hatinh_news.model.fault import Fault, Kind
from hatinh_news.text.fold import fold
from hatinh_news.text.slip import one_slip, with_one_less

LONG = 10
"""Letters of a name for which a slip is looked for."""

OFTEN = 5
"""So many times as often must the name be used that a slip is taken for."""

SEVERAL = 3
"""So many words alike but for their marks are hardly chance."""

_COUNTING = re.compile(r"[ivxlcdm]+|.*\d.*")


@dataclass(frozen=True, slots=True)
class _Spelling:
    """A name as it is compared; marks stand on their letters, tones where they stand in all names."""

    name: Name
    text: str
    words: tuple[str, ...]

    @property
    def key(self) -> str:
        return self.name.key


def doubts(
    found: Sequence[Name], kind: Kind, known: Iterable[Fault], merged: Mapping[str, str] | None = None
) -> list[Fault]:
    """The faults `known` and those of doubtful names, each at the articles that use it.

    A fault that two names want one address is left out where one of them is doubted already. What is meant by names
    that were `merged` is what they became, by their keys.
    """
    doubtful = [name for name in found if not name.declared and len(name.uses) <= FEW]
    if not doubtful:
        return [*known]
    meant = _meant([_spelling(name) for name in doubtful], [_spelling(name) for name in found])
    shown = {name.key: name.shown for name in found}
    shown |= {key: shown[into] for key, into in (merged or {}).items()}
    told = [
        kind.at(article.place, name=spelling, nearest=shown[meant[name.key].key], count=len(name.uses))
        for name in doubtful
        if name.key in meant
        for spelling, article in name.uses
    ]
    pairs = {frozenset((name.shown, meant[name.key].shown)) for name in doubtful if name.key in meant}
    return [*(fault for fault in known if fault.kind is not TWIN_SLUG or _pair(fault) not in pairs), *told]


def _pair(fault: Fault) -> frozenset[str]:
    values = dict(fault.values)
    return frozenset((values["name"], values["other"]))


def _spelling(name: Name) -> _Spelling:
    text = normalize("NFC", name.key)
    return _Spelling(name, text, tuple(text.split()))


def _meant(doubtful: Sequence[_Spelling], every: Sequence[_Spelling]) -> dict[str, Name]:
    """What is probably meant by those of the doubtful names that are probably slips, by their keys."""
    common = Counter(word for one in every for word in set(one.words))
    bare: dict[str, list[_Spelling]] = {}
    for one in every:
        bare.setdefault(fold(one.text), []).append(one)
    long = [one for one in doubtful if len(one.text) >= LONG]
    close = _close(every, {piece for one in long for piece in with_one_less(one.text)})
    meant = {}
    for one in doubtful:
        twins = [other for other in bare[fold(one.text)] if _is_twin(one, other, common)]
        pieces = with_one_less(one.text) if len(one.text) >= LONG and not twins else ()
        slips = {other.key: other for piece in pieces for other in close.get(piece, ())}
        likely = twins or [other for other in slips.values() if _is_slip(one, other, common)]
        if likely:
            meant[one.key] = min(likely, key=lambda other: (-len(other.name.uses), other.key)).name
    return meant


def _close(every: Iterable[_Spelling], wanted: AbstractSet[str]) -> Mapping[str, Sequence[_Spelling]]:
    """The longer names by what is left of them without one letter, as far as that is `wanted`."""
    close: dict[str, list[_Spelling]] = {}
    if not wanted:
        return close
    for one in every:
        if len(one.text) >= LONG - 1 and (one.name.declared or len(one.name.uses) >= OFTEN):
            for piece in wanted & set(with_one_less(one.text)):
                close.setdefault(piece, []).append(one)
    return close


def _is_twin(one: _Spelling, other: _Spelling, common: Mapping[str, int]) -> bool:
    """Whether the other is the same but for its marks, and surer to be meant."""
    if one.key == other.key or not _is_surer(other.name, one.name, 1):
        return False
    return len(one.words) >= SEVERAL or (one.text.isascii() and _has_its_own(one, other, common))


def _is_slip(one: _Spelling, other: _Spelling, common: Mapping[str, int]) -> bool:
    """Whether the other is one slip away, and much surer to be meant."""
    return (
        _is_surer(other.name, one.name, OFTEN) and one_slip(one.text, other.text) and _has_its_own(one, other, common)
    )


def _is_surer(name: Name, doubtful: Name, times: int) -> bool:
    """Whether a name is used more than so many times as often; one that is declared need only not be used less."""
    uses, few = len(name.uses), len(doubtful.uses)
    return (not uses or uses >= few) if name.declared else uses > times * few


def _has_its_own(one: _Spelling, other: _Spelling, common: Mapping[str, int]) -> bool:
    """Whether one has a word that is no number, that the other has not, and no third name either."""
    own = set(one.words).difference(other.words)
    return any(common[word] == 1 for word in own) and not any(map(_COUNTING.fullmatch, own))
