"""Writes docs/keys.md out of the tables by which the loader reads front matter and site.yaml.

With --check nothing is written; the exit code says whether the page is up to date.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from hatinh_news.desk.schema import KINDS, paths
from hatinh_news.messages import translator
from hatinh_news.read.shape import Shape, shape_of

PAGE: Final = Path(__file__).parents[1] / "docs" / "keys.md"

HEAD: Final = """# Keys

<!-- Made by tools/key_pages.py out of the loader's tables. Do not edit it by hand: run the tool. -->

Every key of front matter and of `content/site.yaml`, with its other spellings and what it takes, as `hatinh-news
schema` tells editors' programs and forms. What each means and an example are in the [handbook](cam-nang-bien-
tap.md#phần-khai-báo-mọi-khóa) and in [site-yaml.md](site-yaml.md). A required key is marked with an asterisk; where a
list is taken, a single value may stand alone; an empty value counts as not given.
"""
TITLES: Final = {
    "article": "Articles",
    "page": "Standing pages, in `content/trang/`",
    "section": "`_index.md` of the front page, of sections and series",
    "topic": "`_index.md` of topics",
    "author": "`_index.md` of authors",
    "site": "`content/site.yaml`",
}
WIDGETS: Final = {
    "string": "text",
    "boolean": "true or false",
    "datetime": "date, with or without time",
    "number": "whole number",
    "select": "one of",
    "object": "group of keys",
    "image": "picture",
}


def page() -> str:
    """The page as it ought to be."""
    return "\n".join([HEAD, *(line for kind in KINDS for line in _table(kind))])


def _table(kind: str) -> Iterator[str]:
    vietnamese = translator("vi")
    yield from (f"## {TITLES[kind]}", "", "| Key | Other spellings | Takes | Tên | Says |", "|---|---|---|---|---|")
    for path, field, shape, word in paths(kind):
        star = " *" if field.required else ""
        others = ", ".join(f"`{name}`" for name in field.synonyms)
        yield f"| `{path}`{star} | {others} | {_takes(shape)} | {word.label(vietnamese)} | {word.about(str)} |"
    yield ""


def _takes(shape: Shape) -> str:
    if shape.items is not None:
        return f"list: {_takes(shape_of(shape.items))}"
    words, schema = WIDGETS[shape.widget], shape.schema
    if shape.bare:
        return f"text, or a {words}"
    if "minimum" in schema:
        return f"{words}, {schema['minimum']} to {schema['maximum']}"
    return f"{words} {_choices(schema['enum'])}" if "enum" in schema else words


def _choices(choices: list[Any]) -> str:
    shown = ", ".join(f"`{one}`" for one in choices[:3])
    return f"{shown}, …" if len(choices) > 3 else shown


def main(arguments: list[str]) -> int:
    """Writes the page, or says that it is not up to date."""
    wanted = page()
    if PAGE.is_file() and PAGE.read_text(encoding="utf-8") == wanted:
        return 0
    if "--check" in arguments:
        print(f"docs/{PAGE.name} is not up to date: python tools/key_pages.py", file=sys.stderr)
        return 1
    PAGE.write_text(wanted, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
