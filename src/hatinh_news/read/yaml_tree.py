"""Any YAML as a small tree of nodes that know their lines; hostile until proven otherwise.

Plain scalars stay text (`001`, `no` and `2025-02-30` are what the editor typed): the schema gives them types. Tags,
several documents, deep or huge trees and duplicate keys are faults. An alias shares its anchor's node, and what it
stands for counts towards the limit on nodes each time.
"""

from collections.abc import Iterator
from typing import Any

import yaml

from hatinh_news.model.fault import Fault, Kind, Place
from hatinh_news.read import file_faults as faults
from hatinh_news.read.yaml_nodes import Mapping, Node, Scalar, Sequence

MAX_DEPTH = 12
MAX_NODES = 20_000

_CORE = "tag:yaml.org,2002:"  # what !! stands for

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Refused(Exception):
    """Internal to this module: reading stops at the first thing that is no acceptable YAML."""

    def __init__(self, kind: Kind, mark: Any, **values: object) -> None:
        super().__init__(kind.code)
        self.kind, self.mark, self.values = kind, mark, values


def parse(text: str, path: str, first_line: int = 1) -> Mapping | Fault:
    """The mapping that `text` holds (an empty one for empty text); its first line is line `first_line` of the file."""
    try:
        return _Reader(text, first_line).document()
    except _Refused as refused:
        line, column = refused.mark.line + first_line, refused.mark.column + 1
        return refused.kind.at(Place(path, line, column), **refused.values)
    except yaml.MarkedYAMLError as error:
        return _syntax_fault(error, path, first_line)
    except yaml.YAMLError as error:
        return faults.YAML_SYNTAX.at(Place(path, first_line), problem=str(error).split("\n")[0])


class _Reader:
    """One pass over the parser's events; holds the anchors and the count of nodes."""

    def __init__(self, text: str, first_line: int) -> None:
        self.events: Iterator[Any] = iter(yaml.parse(text, Loader=_Loader))
        self.first_line = first_line
        self.anchors: dict[str, tuple[Node, int]] = {}
        self.count = 0

    def document(self) -> Mapping:
        next(self.events)  # the stream's start
        event = next(self.events)
        if isinstance(event, yaml.StreamEndEvent):
            return Mapping((), self.first_line, 1)
        root = self.node(next(self.events), 1)
        next(self.events)  # the document's end
        event = next(self.events)
        if not isinstance(event, yaml.StreamEndEvent):
            raise _Refused(faults.YAML_DOCUMENTS, event.start_mark)
        if isinstance(root, Scalar) and root.is_empty:
            return Mapping((), self.first_line, 1)
        if not isinstance(root, Mapping):
            raise _Refused(faults.YAML_NOT_KEYS, _Mark(root, self.first_line))
        return root

    def node(self, event: Any, depth: int) -> Node:
        if isinstance(event, yaml.AliasEvent):
            return self.alias(event)
        if event.tag is not None:
            raise _Refused(faults.YAML_TAG, event.start_mark, tag=event.tag.replace(_CORE, "!!"))
        if depth > MAX_DEPTH:
            raise _Refused(faults.YAML_TOO_DEEP, event.start_mark, limit=MAX_DEPTH)
        before = self.count
        self.add(1, event)
        node = self.collection(event, depth)
        if event.anchor is not None:
            self.anchors[event.anchor] = (node, self.count - before)
        return node

    def alias(self, event: Any) -> Node:
        if event.anchor not in self.anchors:
            raise _Refused(faults.YAML_ALIAS, event.start_mark, name=event.anchor)
        node, size = self.anchors[event.anchor]
        self.add(size, event)
        return node

    def add(self, size: int, event: Any) -> None:
        self.count += size
        if self.count > MAX_NODES:
            raise _Refused(faults.YAML_TOO_BIG, event.start_mark, limit=MAX_NODES)

    def collection(self, event: Any, depth: int) -> Node:
        mark = event.start_mark
        line, column = mark.line + self.first_line, mark.column + 1
        if isinstance(event, yaml.ScalarEvent):
            return Scalar(event.value, event.style is None or event.style == "", line, column)
        if isinstance(event, yaml.SequenceStartEvent):
            return Sequence(tuple(self.sequence(depth)), line, column)
        return Mapping(tuple(self.mapping(depth)), line, column)

    def sequence(self, depth: int) -> Iterator[Node]:
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            yield self.node(event, depth + 1)

    def mapping(self, depth: int) -> Iterator[tuple[Scalar, Node]]:
        seen: dict[str, int] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            key = self.node(event, depth + 1)
            if not isinstance(key, Scalar):
                raise _Refused(faults.YAML_KEY, event.start_mark)
            if key.value in seen:
                raise _Refused(faults.DUPLICATE_KEY, event.start_mark, key=key.value, line=seen[key.value])
            seen[key.value] = key.line
            yield key, self.node(next(self.events), depth + 1)


class _Mark:
    """A parser's mark made of a node's place."""

    def __init__(self, node: Node, first_line: int) -> None:
        self.line, self.column = node.line - first_line, node.column - 1


_KNOWN_PROBLEMS: tuple[tuple[str, Kind], ...] = (
    ("mapping values are not allowed", faults.YAML_COLON),
    ("found character that cannot start any token", faults.YAML_CHARACTER),
    ("tab character", faults.YAML_TAB),
    ("expected alphabetic or numeric character", faults.YAML_ASTERISK),
    ("expected <document start>", faults.YAML_DOCUMENTS),
    ("found unexpected end of stream", faults.YAML_UNCLOSED_QUOTE),
    ("found unknown escape character", faults.YAML_ESCAPE),
    ("could not find expected ':'", faults.YAML_NO_COLON),
    ("found undefined tag handle", faults.YAML_UNKNOWN_TAG),
    ("did not find expected ',' or ']'", faults.YAML_UNCLOSED_LIST),
    ("did not find expected ',' or '}'", faults.YAML_UNCLOSED_LIST),
    ("did not find expected key", faults.YAML_EXPECTED_KEY),
    ("did not find expected '-' indicator", faults.YAML_INDENT),
)


def _syntax_fault(error: yaml.MarkedYAMLError, path: str, first_line: int) -> Fault:
    problem = error.problem or error.context or ""
    kind = next((kind for words, kind in _KNOWN_PROBLEMS if words in problem), faults.YAML_SYNTAX)
    mark = error.problem_mark
    if kind in {faults.YAML_UNCLOSED_QUOTE, faults.YAML_UNCLOSED_LIST} and error.context_mark is not None:
        mark = error.context_mark
    place = Place(path, mark.line + first_line, mark.column + 1) if mark is not None else Place(path, first_line)
    return kind.at(place, problem=problem)
