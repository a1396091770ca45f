"""Addresses of names: each its own slug, and the same slug however many articles come after."""

import hashlib
from collections.abc import Collection, Mapping, Sequence

from hatinh_news.index.faults import RESERVED_SLUG, SAME_SLUG, TWIN_SLUG
from hatinh_news.index.names import FEW, Name
from hatinh_news.model.fault import Fault
from hatinh_news.text.fold import match_key
from hatinh_news.text.slug import telex_slug


def addresses(names: Sequence[Name], folder: str, reserved: Collection[str] = ()) -> tuple[dict[str, str], list[Fault]]:
    """The url of each name by its key; `names` come with the surest claim first, `folder` ends with a slash.

    A name whose slug is gone spells its marks as they are typed (`nhaf-trawngs`), so both addresses can be read.
    """
    owners: dict[str, Name] = {}
    faults = []
    for name in names:
        slug = _free_slug(name, owners, reserved, folder.strip("/") or "muc")
        owners[slug] = name
        if slug != name.wanted:
            faults += _fault(name, owners, f"{folder}{slug}/", reserved)
    return {name.key: f"{folder}{slug}/" for slug, name in owners.items()}, faults


def _free_slug(name: Name, owners: Mapping[str, Name], reserved: Collection[str], nameless: str) -> str:
    def is_free(slug: str) -> bool:
        return bool(slug) and slug not in owners and slug not in reserved

    if is_free(name.wanted):
        return name.wanted
    if is_free(typed := telex_slug(name.root)):
        return typed
    digest = hashlib.blake2b(name.key.encode(), digest_size=4).hexdigest()
    return f"{name.wanted or nameless}-{digest}"


def _fault(name: Name, owners: Mapping[str, Name], url: str, reserved: Collection[str]) -> list[Fault]:
    wanted, into = name.wanted, name.merged_into
    if into is not None and (not name.pinned or match_key(into.target) in owners[wanted].keys):
        return []  # it only sends readers on, from wherever it stood
    if wanted in reserved:
        return [RESERVED_SLUG.at(name.place, name=name.shown, slug=wanted, url=url)]
    if wanted not in owners:
        return []
    other = owners[wanted]
    if not name.declared and min(len(name.uses), len(other.uses)) > FEW:
        return []  # both are meant
    kind = SAME_SLUG if name.declared else TWIN_SLUG
    return [kind.at(name.place, name=name.shown, other=other.shown, slug=wanted, url=url)]
