"""`hatinh-news schedule`: what the clock will change."""

from collections.abc import Callable, Mapping
from typing import Any

import click

from hatinh_news.cli.options import (
    CANNOT,
    folder,
    json_option,
    language_option,
    moment_option,
    request_of,
    where_options,
)


def schedule_command(language: str, say: Callable[[str], str]) -> click.Command:
    """The command with its help in `language`."""
    return click.Command(
        "schedule",
        callback=lambda **given: _schedule(language, given),
        help=say("Say what the clock will change in SITE: what is due next, and when it must be built for that."),
        options_metavar=say("[OPTIONS]"),
        params=[
            click.Argument(["site"], default=".", type=folder(), metavar="[SITE]"),
            *where_options(say),
            moment_option("--until", say("Leave out what is due after this moment, like 2025-03-07."), say),
            json_option(say),
            language_option(say),
        ],
    )


def _schedule(language: str, given: Mapping[str, Any]) -> int:
    from hatinh_news import console
    from hatinh_news.build.schedule import schedule
    from hatinh_news.model.errors import HatinhNewsError

    manner = console.Manner(language, as_json=given["as_json"])
    try:
        found, faults = schedule(request_of(given), given["until"])
    except HatinhNewsError as error:
        console.tell_refusal(manner, error.faults)
        return CANNOT
    console.tell_schedule(manner, found, faults, given["now"])
    return int(any(fault.is_error for fault in faults))
