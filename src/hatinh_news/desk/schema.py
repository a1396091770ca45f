"""JSON Schemas of front matter and of site.yaml, out of the tables by which the loader reads them.

Editors' programs complete and check keys by them, and forms can be made of them: each key has its label (`title`), what
is said of it, and the field that a form would show (`x-widget`).
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any, Final, TypeAlias

from hatinh_news.desk.words import FRONT_MATTER, SETTINGS, Word
from hatinh_news.model.fault import Translate
from hatinh_news.read import front_matter, settings
from hatinh_news.read.schema import Field
from hatinh_news.read.shape import FILLED, Shape, shape_of

DRAFT: Final = "http://json-schema.org/draft-07/schema#"
"""What editors' programs know best."""

Schema: TypeAlias = dict[str, Any]

_TABLES: Final[Mapping[str, tuple[Sequence[Field[Any]], Sequence[Word]]]] = {
    "article": (front_matter.ARTICLE_FIELDS, FRONT_MATTER),
    "page": (front_matter.PAGE_FIELDS, FRONT_MATTER),
    "section": (front_matter.PROFILE_FIELDS, FRONT_MATTER),
    "topic": (front_matter.TOPIC_FIELDS, FRONT_MATTER),
    "author": (front_matter.AUTHOR_FIELDS, FRONT_MATTER),
    "site": (settings.FIELDS, SETTINGS),
}
KINDS: Final = tuple(_TABLES)
"""What there are schemas of: `section` is that of every `_index.md` which is no topic's and no author's."""


@dataclass(frozen=True, slots=True)
class Names:
    """The newspaper's own names, which completion offers."""

    sections: Sequence[str] = ()
    topics: Sequence[str] = ()
    authors: Sequence[str] = ()
    series: Sequence[str] = ()


def schema(kind: str, say: Translate, names: Names | None = None) -> Schema:
    """The schema of one of the KINDS, its words in the language of `say`."""
    fields, words = _TABLES[kind]
    names = names or Names()
    known = {"section": names.sections, "topics": names.topics, "authors": names.authors, "series": names.series}
    teller = _Teller({word.path: word for word in words}, say, {} if kind == "site" else known)
    return {"$schema": DRAFT, **teller.group(fields, "")}


@dataclass(frozen=True, slots=True)
class _Teller:
    words: Mapping[str, Word]
    say: Translate
    known: Mapping[str, Sequence[str]]

    def group(self, fields: Iterable[Field[Any]], above: str) -> Schema:
        """A group of keys: each by every spelling, at most one of them, and no others."""
        fields = tuple(fields)
        properties = {name: self.key(field, above, name) for field in fields for name in (field.key, *field.synonyms)}
        rules = [rule for field in fields for rule in _spellings(field)]
        found: Schema = {"type": "object", "additionalProperties": False, "properties": properties}
        return {**found, "allOf": rules} if rules else found

    def key(self, field: Field[Any], above: str, name: str) -> Schema:
        """The value of a key, with what is said of it."""
        path = above + field.key
        word, shape = self.words.get(path, Word(path, field.key)), shape_of(field.read)
        found: Schema = {"title": word.label(self.say), "description": word.about(self.say), "x-widget": shape.widget}
        if name != field.key:
            found["description"] += f" {self.say('The same as {key}.').format(key=field.key)}"
        if examples := list(self.known.get(path, ())):
            found["examples"] = examples
        value = self.value(field.read, path)
        return {**found, **(value if field.required else _or_nothing(value))}

    def value(self, read: Callable[..., Any], path: str) -> Schema:
        shape = shape_of(read)
        if shape.items is not None:
            one = self.value(shape.items, path)
            return {"anyOf": [one, {"type": "array", "items": _or_nothing(one)}]}
        if shape.fields:
            group = self.group(shape.fields, f"{path}.")
            return {"anyOf": [dict(FILLED.schema), group]} if shape.bare else group
        return dict(shape.schema)


def _or_nothing(value: Schema) -> Schema:
    """An empty value counts as not given."""
    return {"anyOf": [{"type": "null"}, *(value["anyOf"] if value.keys() == {"anyOf"} else [value])]}


def _spellings(field: Field[Any]) -> Iterator[Schema]:
    """A required key in one of its spellings, and no key in two."""
    every = (field.key, *field.synonyms)
    if field.required:
        yield {"anyOf": [{"required": [name]} for name in every]} if len(every) > 1 else {"required": [field.key]}
    pairs = [{"required": list(pair)} for pair in combinations(every, 2)]
    if pairs:
        yield {"not": {"anyOf": pairs}}


def paths(kind: str) -> Iterator[tuple[str, Field[Any], Shape, Word]]:
    """Every key of a kind, deeper ones behind their group, with its shape and what is said of it."""
    fields, words = _TABLES[kind]
    by_path = {word.path: word for word in words}
    for path, field in _paths(fields, ""):
        yield path, field, shape_of(field.read), by_path.get(path, Word(path, field.key))


def _paths(fields: Iterable[Field[Any]], above: str) -> Iterator[tuple[str, Field[Any]]]:
    for field in fields:
        path = above + field.key
        yield path, field
        shape = shape_of(field.read)
        yield from _paths((shape_of(shape.items) if shape.items else shape).fields, f"{path}.")
