"""`hatinh-news schema`: JSON Schemas for programs in which front matter and settings are written."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from hatinh_news.cli.options import CANNOT, folder, language_option, resolve_now

if TYPE_CHECKING:
    from hatinh_news.desk.schema import Names

KINDS: Final = ("article", "page", "section", "topic", "author", "site")


def schema_command(language: str, say: Callable[[str], str]) -> click.Command:
    """The command with its help in `language`."""
    return click.Command(
        "schema",
        callback=lambda **given: _schema(language, given),
        help=say("Print the JSON Schema of front matter or of site.yaml, with the names that SITE uses."),
        options_metavar=say("[OPTIONS]"),
        params=[
            click.Argument(["kind"], type=click.Choice(KINDS), metavar=f"[{'|'.join(KINDS)}]"),
            click.Argument(["site"], default=".", type=folder(), metavar="[SITE]"),
            click.Option(
                ["-o", "--out"],
                type=click.Path(dir_okay=False, path_type=Path),
                metavar="FILE",
                help=say("Write it into a file instead."),
            ),
            language_option(say),
        ],
    )


def _schema(language: str, given: Mapping[str, Any]) -> int:
    from hatinh_news import console
    from hatinh_news.desk import faults
    from hatinh_news.desk.schema import schema
    from hatinh_news.model.fault import Place

    manner = console.Manner(language)
    text = json.dumps(schema(given["kind"], manner.say, _names(given["site"])), ensure_ascii=False, indent=2)
    out: Path | None = given["out"]
    if out is None:
        click.echo(text)
        return 0
    try:
        out.write_text(f"{text}\n", encoding="utf-8")
    except OSError as error:
        reason = error.strerror or str(error)
        console.tell_refusal(manner, [faults.CANNOT_CREATE.at(Place(str(out)), reason=reason)])
        return CANNOT
    return 0


def _names(site: Path) -> "Names | None":
    """The names that the newspaper uses; none where there is no newspaper, or one whose settings are faulty."""
    from hatinh_news.build import Request
    from hatinh_news.desk import know
    from hatinh_news.desk.schema import Names
    from hatinh_news.model.errors import CannotBuild

    try:
        known = know(Request(site, site / "public", resolve_now("2000-01-01", {})))
    except CannotBuild:
        return None
    return Names(known.sections, known.topics, known.authors, known.series)
