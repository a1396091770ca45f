"""`hatinh-news urls`: every address that the newspaper has or had, and what answers it."""

from collections.abc import Callable, Mapping
from typing import Any

import click

from hatinh_news.cli.options import (
    CANNOT,
    folder,
    json_option,
    language_option,
    request_of,
    resolve_now,
    where_options,
)


def urls_command(language: str, say: Callable[[str], str]) -> click.Command:
    """The command with its help in `language`."""
    gone = say("Say that nothing is to answer this address any more, and record it; several are allowed.")
    return click.Command(
        "urls",
        callback=lambda **given: _urls(language, given),
        help=say("Say what answers each address that SITE has or ever had, and record them, so that no link dies."),
        options_metavar=say("[OPTIONS]"),
        params=[
            click.Argument(["site"], default=".", type=folder(), metavar="[SITE]"),
            click.Option(["--record"], is_flag=True, help=say("Write all addresses into addresses.txt.")),
            click.Option(["--gone"], multiple=True, metavar="URL", help=gone),
            *where_options(say),
            json_option(say),
            language_option(say),
        ],
    )


def _urls(language: str, given: Mapping[str, Any]) -> int:
    from hatinh_news import console, desk
    from hatinh_news.build.urls import urls
    from hatinh_news.model.errors import HatinhNewsError

    manner = console.Manner(language, as_json=given["as_json"])
    records = given["record"] or bool(given["gone"])
    if records and given["now"] > resolve_now("", {}):
        raise click.UsageError(manner.say("Only what is public already can be recorded: --now lies in the future."))
    request = request_of(given)
    try:
        found = urls(request, given["gone"])
        changed = desk.record(request.site, found.lines) if records else None
    except HatinhNewsError as error:
        console.tell_refusal(manner, error.faults)
        return CANNOT
    console.tell_urls(manner, found, changed)
    return int(any(fault.is_error for fault in found.faults))
