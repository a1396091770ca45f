"""Spots: where the front matter of an article spells a name, says its section, or its date."""

from collections.abc import Iterator

from hatinh_news.model.fault import Fault, Place
from hatinh_news.read import front_matter as keys
from hatinh_news.read import yaml_plain
from hatinh_news.read.decode import decode
from hatinh_news.read.split import split
from hatinh_news.read.yaml_nodes import Mapping, Node, Scalar, Sequence
from hatinh_news.text.clean import clean_line

_NAMING = frozenset(name for field in (keys.TOPICS, keys.AUTHORS) for name in (field.key, *field.synonyms))
_SECTION = frozenset((keys.SECTION.key, *keys.SECTION.synonyms))
_DATING = frozenset((keys.DATE.key, keys.PUBLISHED.key))


def spot(raw: bytes, source: str, spelling: str) -> Place:
    """The place in the file `source` where a topic or author is spelt so; the whole file where there is none."""
    found = (
        Place(source, node.line, node.column)
        for node in _names(_front(raw, source), _NAMING)
        if clean_line(node.value) == spelling
    )
    return next(found, Place(source))


def spot_of_section(raw: bytes, source: str) -> Place:
    """The place in the file `source` where its section is named; the whole file where its folder says it."""
    found = (Place(source, node.line, node.column) for node in _names(_front(raw, source), _SECTION))
    return next(found, Place(source))


def spot_of_date(raw: bytes, source: str) -> Place:
    """The place in the file `source` where its date stands; the whole file where its name says it."""
    found = (Place(source, key.line, key.column) for key, _ in _front(raw, source).pairs if key.value in _DATING)
    return next(found, Place(source))


def _front(raw: bytes, source: str) -> Mapping:
    """The front matter of a file, empty where it cannot be read."""
    text = decode(raw, source)
    parts = text if isinstance(text, Fault) else split(text, source)
    tree = parts if isinstance(parts, Fault) else yaml_plain.parse(parts.front, source, parts.front_line)
    return Mapping((), 0, 0) if isinstance(tree, Fault) else tree


def _names(tree: Mapping, naming: frozenset[str]) -> Iterator[Scalar]:
    for key, value in tree.pairs:
        nodes: tuple[Node, ...] = tuple(value.nodes) if isinstance(value, Sequence) else (value,)
        if key.value in naming:
            yield from (node for node in nodes if isinstance(node, Scalar))
