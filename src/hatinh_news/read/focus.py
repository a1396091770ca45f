"""The focal point of a picture: the spot that stays in sight when the picture is cropped."""

import re
from typing import Final

from hatinh_news.read import picture_faults as faults
from hatinh_news.read.schema import Origin, Wrong
from hatinh_news.read.shape import pattern, shaped
from hatinh_news.read.values import filled_line
from hatinh_news.read.yaml_nodes import Node

_FOCUS: Final = re.compile(r"\s*(100|[1-9]?[0-9])\s*%?[\s,]+(100|[1-9]?[0-9])\s*%?\s*")
_MIDDLE: Final = "50% 50%"


def focus_of(text: str) -> str | None:
    """Two per cents, from the left and from the top, as `50% 20%`; empty for the middle, None for anything else."""
    found = _FOCUS.fullmatch(text)
    if found is None:
        return None
    point = f"{found[1]}% {found[2]}%"
    return "" if point == _MIDDLE else point


@shaped(pattern(_FOCUS.pattern))
def focus(node: Node, origin: Origin) -> str:
    """Where in a picture it matters."""
    text = filled_line(node, origin)
    found = focus_of(text)
    if found is None:
        raise Wrong(faults.BAD_FOCUS, node, found=text)
    return found
