"""`hatinh-news init`: a new newspaper."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final

import click

from hatinh_news.cli.new import is_terminal
from hatinh_news.cli.options import CANNOT, json_option, language_option, now_option

HOSTS: Final = ("github", "netlify", "cloudflare", "gitlab", "none")


def init_command(language: str, say: Callable[[str], str]) -> click.Command:
    """The command with its help in `language`."""
    return click.Command(
        "init",
        callback=lambda **given: _init(language, given),
        help=say("Make a new newspaper in DIR, a folder that is empty or not there yet."),
        options_metavar=say("[OPTIONS]"),
        params=[
            click.Argument(["folder"], type=click.Path(file_okay=False, path_type=Path), metavar="DIR"),
            click.Option(["--title"], default="", metavar="NAME", help=say("What the newspaper is called.")),
            click.Option(["-b", "--base-url"], default="", metavar="URL", help=say("Its address.")),
            click.Option(
                ["--host"],
                multiple=True,
                type=click.Choice(HOSTS),
                help=say("Who is to publish it: files for that are made, too. May be given several times."),
            ),
            now_option(say, say("Take this moment for now, like 2025-02-28T15:30.")),
            json_option(say),
            language_option(say),
        ],
    )


def _init(language: str, given: Mapping[str, Any]) -> int:
    from hatinh_news import console, desk
    from hatinh_news.console.asking import ask_newspaper
    from hatinh_news.model.errors import HatinhNewsError

    manner = console.Manner(language, as_json=given["as_json"])
    folder: Path = given["folder"]
    hosts = tuple(host for host in given["host"] if host in desk.HOSTS)
    wished = desk.Newspaper(given["now"], given["title"], given["base_url"], hosts)
    try:
        desk.check_empty(folder)
        if is_terminal() and not manner.as_json:
            wished = ask_newspaper(manner, wished, ask_hosts=not given["host"])
        files = desk.newspaper(wished)
        desk.lay_down(folder, files)
    except HatinhNewsError as error:
        console.tell_refusal(manner, error.faults)
        return CANNOT
    console.tell_newspaper(manner, wished.name, folder, list(files))
    return 0
