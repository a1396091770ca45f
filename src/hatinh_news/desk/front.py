"""Front matter as an editor types it: a block of lines for each key, in one readable order, remarks kept."""

import re
from collections.abc import Iterable, Mapping
from typing import Final

from hatinh_news.read.front_matter import ARTICLE_FIELDS, ARTICLE_KEYS

ORDER: Final = tuple(field.key for field in ARTICLE_FIELDS)
"""The keys that articles have; those of a site's own come behind, as they stand in the archetype."""

_KEY: Final = re.compile(r"([^\s#'\"\[\]{}?-][^:]*):(?=\s|$)")
_REMARK: Final = re.compile(r"\s*(#.*)?")


def canonical(key: str) -> str:
    """The key that a synonym means; any other as it is."""
    field = ARTICLE_KEYS.get(key)
    return field.key if field is not None else key


def blocks(front: str) -> dict[str, str]:
    """The lines of each key by its canonical name, remarks above it among them."""
    found: dict[str, str] = {}
    waiting: list[str] = []
    key = ""
    for line in front.split("\n"):
        start = _KEY.match(line)
        if start is not None:
            key = canonical(start[1].rstrip())
            found[key] = "\n".join([*waiting, line])
            waiting = []
        elif _REMARK.fullmatch(line):
            waiting.append(line)
        elif key:
            found[key] = "\n".join([found[key], *waiting, line])
            waiting = []
    if key and any(line.strip() for line in waiting):
        found[key] = "\n".join([found[key], *waiting]).rstrip()
    return found


def front_matter(found: Mapping[str, str]) -> str:
    """The blocks in their order, between two lines of `---`."""
    known = [key for key in ORDER if key in found]
    others = [key for key in found if key not in ORDER]
    return "\n".join(["---", *(found[key].strip("\n") for key in (*known, *others)), "---"])


def without(found: Mapping[str, str], keys: Iterable[str]) -> dict[str, str]:
    """The blocks but those of `keys`."""
    dropped = frozenset(keys)
    return {key: block for key, block in found.items() if key not in dropped}
