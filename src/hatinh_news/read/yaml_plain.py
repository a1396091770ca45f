"""YAML of the plainest kind, read line by line: `key: value`, `key: "value"`, `key: ["one", two]`.

Most front matter is no more than that. Where a line holds anything else, all of the text goes to the parser behind
`yaml_tree`, which says what every text means; for the plain kind both make the same nodes.
"""

import re

from hatinh_news.model.fault import Fault
from hatinh_news.read.yaml_nodes import Mapping, Node, Scalar, Sequence

_MAX_CHARACTERS = 16_000
"""So long a text cannot reach the limits of the parser's: of nodes, and of a key's length."""

_ENTRY = re.compile(
    r"([A-Za-z_][A-Za-z0-9_]*):"
    r" +(?:"
    r'"([^"\\]*)"'
    r"|([^\W_](?:[^:#]|:(?=[^\s#]))*)"
    r"|\[(.*)\]"
    r") *"
)
_ITEM = re.compile(r' *(?:"([^"\\]*)"|([^\W_](?:[\w./-]| (?=[\w./-]))*)) *(?:,|$)')


def parse(text: str, path: str, first_line: int = 1) -> Mapping | Fault:
    """The mapping that `text` holds (an empty one for empty text); its first line is line `first_line` of the file."""
    tree = plain_mapping(text, first_line)
    if tree is not None:
        return tree
    from hatinh_news.read import yaml_tree  # the parser takes a while to import

    return yaml_tree.parse(text, path, first_line)


def plain_mapping(text: str, first_line: int) -> Mapping | None:
    """The mapping that plain text holds; None for text of any other kind."""
    if len(text) > _MAX_CHARACTERS:
        return None
    pairs: dict[str, tuple[Scalar, Node]] = {}
    for number, entry in enumerate(text.split("\n"), first_line):
        if not entry:
            continue
        found = _ENTRY.fullmatch(entry) if entry.isprintable() else None
        if found is None or found[1] in pairs:
            return None
        node = _value(found, number)
        if node is None:
            return None
        pairs[found[1]] = (Scalar(found[1], True, number, 1), node)
    entries = tuple(pairs.values())
    return Mapping(entries, entries[0][0].line if entries else first_line, 1)


def _value(found: re.Match[str], number: int) -> Node | None:
    """The value of an entry; None for a list that is not plain."""
    _, quoted, plain, items = found.groups()
    if quoted is not None:
        return Scalar(quoted, False, number, found.start(2))
    if plain is not None:
        return Scalar(plain.rstrip(" "), True, number, found.start(3) + 1)
    return _sequence(items, number, found.start(4))


def _sequence(items: str, number: int, column: int) -> Sequence | None:
    """The list whose opening bracket stands in `column`; None for one that is not plain."""
    nodes: list[Node] = []
    at = 0
    while at < len(items) or items.endswith(","):
        item = _ITEM.match(items, at)
        if item is None:
            return None
        if item[1] is not None:
            nodes.append(Scalar(item[1], False, number, column + item.start(1)))
        else:
            nodes.append(Scalar(item[2], True, number, column + item.start(2) + 1))
        at = item.end()
    return Sequence(tuple(nodes), number, column)
