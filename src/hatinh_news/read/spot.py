"""The spot of a name: where the front matter of an article spells it."""

from collections.abc import Iterator

from hatinh_news.model.fault import Fault, Place
from hatinh_news.read import front_matter as keys
from hatinh_news.read import yaml_plain
from hatinh_news.read.decode import decode
from hatinh_news.read.split import split
from hatinh_news.read.yaml_nodes import Mapping, Node, Scalar, Sequence
from hatinh_news.text.clean import clean_line

_NAMING = frozenset(name for field in (keys.TOPICS, keys.AUTHORS) for name in (field.key, *field.synonyms))


def spot(raw: bytes, source: str, spelling: str) -> Place:
    """The place in the file `source` where a topic or author is spelt so; the whole file where there is none."""
    text = decode(raw, source)
    parts = text if isinstance(text, Fault) else split(text, source)
    tree = parts if isinstance(parts, Fault) else yaml_plain.parse(parts.front, source, parts.front_line)
    found = (
        Place(source, node.line, node.column)
        for node in ([] if isinstance(tree, Fault) else _names(tree))
        if clean_line(node.value) == spelling
    )
    return next(found, Place(source))


def _names(tree: Mapping) -> Iterator[Scalar]:
    for key, value in tree.pairs:
        nodes: tuple[Node, ...] = tuple(value.nodes) if isinstance(value, Sequence) else (value,)
        if key.value in _NAMING:
            yield from (node for node in nodes if isinstance(node, Scalar))
