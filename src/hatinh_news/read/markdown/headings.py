"""Ids of headings, which stay while the words of the headings do."""

from hatinh_news.model.parts import THEME_IDS
from hatinh_news.text.slug import slug


def heading_tag(tag: str) -> str:
    """The element of a heading: the page's own headline is the only h1."""
    return "h2" if tag == "h1" else tag


def taken_ids() -> dict[str, int]:
    """The ids that no heading can have, for a text that has no headings yet."""
    return dict.fromkeys(THEME_IDS, 1)


def heading_id(words: str, taken: dict[str, int]) -> str:
    """The id of a text's next heading; it is added to those that are taken."""
    name = slug(words) or "muc"
    taken[name] = taken.get(name, 0) + 1
    return name if taken[name] == 1 else _numbered(name, taken)


def _numbered(name: str, taken: dict[str, int]) -> str:
    while (numbered := f"{name}-{taken[name]}") in taken:
        taken[name] += 1
    taken[numbered] = 1
    return numbered
