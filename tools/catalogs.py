"""Collects what the program says into the catalogs of src/hatinh_news/locale, and compiles them.

With --check nothing is written; the exit code says whether everything is up to date.
"""

import sys
from pathlib import Path
from typing import Final

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

SOURCE: Final = Path(__file__).parents[1] / "src" / "hatinh_news"
LOCALE: Final = SOURCE / "locale"
DOMAIN: Final = "hatinh_news"

# Message and hint of a Kind are its second and third argument, text and remark of a Word its second and fourth; two
# passes, because one would take them for a plural.
PASSES: Final = ({"say": None, "Kind": (2,), "Word": (2,)}, {"Kind": (3,), "Word": (4,)})

# What click says to those who mistype, in its versions since 8.2; it looks its words up in our catalogs, too.
CLICK: Final[tuple[str | tuple[str, str], ...]] = (
    "Usage:",
    "Options",
    "Commands",
    "Show this message and exit.",
    "Error: {message}",
    "Try '{command} {option}' for help.",
    "Invalid value: {message}",
    "Invalid value for {param_hint}: {message}",
    "No such option: {name}",
    "No such option {name!r}.",
    "No such command {name!r}.",
    "Missing command.",
    "Option {name!r} does not take a value.",
    "{value!r} is not a valid {number_type}.",
    "{value} is not in the range {range}.",
    "{name} {filename!r} does not exist.",
    "{name} {filename!r} is a file.",
    "directory",
    "Directory",
    ("Got unexpected extra argument ({args})", "Got unexpected extra arguments ({args})"),
    ("Did you mean {possibility}?", "(Did you mean one of: {possibilities}?)"),
    ("Option {name!r} requires an argument.", "Option {name!r} requires {nargs} arguments."),
    ("{value!r} is not {choice}.", "{value!r} is not one of {choices}."),
)


# Headers that every version of Babel writes alike.
HEADERS: Final = ("Project-Id-Version", "Language", "Plural-Forms", "MIME-Version", "Content-Type")


class Plain(Catalog):
    """A catalog whose header holds neither versions nor moments, so that the same words are the same bytes."""

    def _few(self) -> list[tuple[str, str]]:
        return [(name, value) for name, value in self._get_mime_headers() if name in HEADERS]

    mime_headers = property(_few, Catalog._set_mime_headers)  # noqa: SLF001  the property it replaces


def template() -> Catalog:
    """Every message of the source, with the files that say it."""
    found = Catalog(domain=DOMAIN, fuzzy=False)
    for keywords in PASSES:
        for name, _line, message, _comments, _context in extract_from_dir(SOURCE, [("**.py", "python")], {}, keywords):
            if message:
                found.add(message, locations=[(f"src/hatinh_news/{name}", 0)])
    for words in CLICK:
        found.add(words, locations=[("click", 0)])
    return found


def updated(path: Path) -> Catalog:
    """The catalog at `path` with the messages of today: translations stay, what nobody says any more goes."""
    old = read(path)
    new = Plain(
        path.parents[1].name, DOMAIN, "# What hatinh_news says.", project=DOMAIN, version="catalog", fuzzy=False
    )
    for message in template():
        if message.id:
            known = old.get(message.id)
            new.add(message.id, known.string if known else None, locations=sorted(set(message.locations)))
    return new


def read(path: Path) -> Catalog:
    """The catalog that stands at `path`."""
    with path.open("rb") as file:
        return read_po(file, domain=DOMAIN)


def write(path: Path, catalog: Catalog) -> None:
    """Writes a catalog and its compiled form."""
    with path.open("wb") as file:
        write_po(file, catalog, width=120, sort_output=True, include_lineno=False)
    with path.with_suffix(".mo").open("wb") as file:
        write_mo(file, catalog)


def words(catalog: Catalog) -> dict[object, object]:
    """What a catalog says, whichever version of Babel wrote it."""
    return {message.id: message.string for message in catalog if message.id}


def main(arguments: list[str]) -> int:
    """Writes the catalogs, or tells which are not up to date; either way names what nobody has translated."""
    good = True
    for path in sorted(LOCALE.glob(f"*/LC_MESSAGES/{DOMAIN}.po")):
        catalog = updated(path)
        if "--check" not in arguments:
            write(path, catalog)
        elif words(catalog) != words(read(path)):
            good = False
            print(f"{path.parents[1].name}: not up to date: run make messages", file=sys.stderr)
        for message in catalog:
            if message.id and not message.string:
                print(f"{path.parents[1].name}: not translated: {message.id!r}", file=sys.stderr)
    return int(not good)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
