"""From names in site.yaml to extensions: packages announce them under an entry point group."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from hatinh_news.extensions import faults
from hatinh_news.extensions.extension import Extension, key
from hatinh_news.model.errors import CannotBuild
from hatinh_news.model.fault import Fault, Place
from hatinh_news.text.nearest import nearest

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

GROUP: Final = "hatinh_news.extensions"
SETTINGS: Final = Place("content/site.yaml")


def find(names: Sequence[str]) -> tuple[tuple[Extension, ...], list[Fault]]:
    """The extensions of these names, in their order, and the faults of those that cannot be had."""
    if not names:
        return (), []
    installed = _installed()
    wanted = list(dict.fromkeys(names))
    found = [_load(name, installed) for name in wanted]
    wrong = [faults.NAMED_TWICE.at(SETTINGS, name=name) for name in wanted if names.count(name) > 1]
    wrong += [each for each in found if isinstance(each, Fault)]
    extensions = tuple(each for each in found if isinstance(each, Extension))
    return extensions, [*wrong, *_filters_twice(extensions)]


@lru_cache(maxsize=1)
def loaded(names: tuple[str, ...], wanted: str) -> tuple[Extension, ...]:
    """The extensions of these names as a worker has them, whose `key` is the wanted one; raises CannotBuild otherwise.

    Functions do not travel between machines, names do; a forked worker inherits what its parent has found.
    """
    extensions, wrong = find(names)
    if wrong:
        raise CannotBuild(*wrong)
    if (found := key(extensions)) != wanted:
        raise CannotBuild(faults.OTHER_VERSION.at(SETTINGS, found=_listed(found), wanted=_listed(wanted)))
    return extensions


def _installed() -> dict[str, "list[EntryPoint]"]:
    """Entry points by name, whichever package they are of."""
    from importlib.metadata import entry_points  # 20 ms, for those who name an extension

    installed: dict[str, list[EntryPoint]] = {}
    for each in sorted(entry_points(group=GROUP), key=lambda each: (each.name, _package(each))):
        installed.setdefault(each.name, []).append(each)
    return installed


def _load(name: str, installed: dict[str, "list[EntryPoint]"]) -> Extension | Fault:
    offers = installed.get(name, [])
    if not offers:
        return _unknown(name, installed)
    if len(offers) > 1:
        return faults.AMBIGUOUS.at(SETTINGS, name=name, packages=", ".join(map(_package, offers)))
    try:
        found = offers[0].load()
    except Exception as error:  # noqa: BLE001 (importing can fail in any way)
        return _broken(offers[0], f"{type(error).__name__}: {error}")
    if not isinstance(found, Extension):
        return _broken(offers[0], f"{offers[0].value} is {type(found).__name__}, not Extension")
    if found.name != name:
        return _broken(offers[0], f"it calls itself “{found.name}”")
    return found


def _unknown(name: str, installed: Iterable[str]) -> Fault:
    if near := nearest(name, installed):
        return faults.UNKNOWN_NEAR.at(SETTINGS, name=name, nearest=near)
    return faults.UNKNOWN.at(SETTINGS, name=name, installed=", ".join(installed) or "–")


def _broken(offer: "EntryPoint", reason: str) -> Fault:
    return faults.BROKEN.at(SETTINGS, name=offer.name, reason=reason, package=_package(offer))


def _package(offer: "EntryPoint") -> str:
    return offer.dist.name if offer.dist else offer.module


def _filters_twice(extensions: Sequence[Extension]) -> Iterator[Fault]:
    owners: dict[str, str] = {}
    for each in extensions:
        for name in each.filters:
            if name in owners:
                yield faults.FILTER_TWICE.at(SETTINGS, name=owners[name], other=each.name, filter=name)
            owners.setdefault(name, each.name)


def _listed(named: str) -> str:
    return ", ".join(named.splitlines()) or "–"
