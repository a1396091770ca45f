"""Parts of a page that links may lead to (`#nguyen-nhan`)."""

from collections.abc import Container

THEME_IDS = (
    "main",
    "corrections-heading",
    "front-heading",
    "list-heading",
    "newest-heading",
    "related-heading",
    "retracted-heading",
    "search-words",
    "series-heading",
)
"""Ids that the theme's own elements have: a heading of the same name gets a number."""


def is_part(part: str, anchors: Container[str]) -> bool:
    """Whether a page whose text has these ids has such a part; a correction gets its id from the theme."""
    return not part or part in anchors or part in THEME_IDS or part.startswith("cai_chinh_")
