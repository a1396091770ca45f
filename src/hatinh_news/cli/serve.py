"""`hatinh-news serve`: the newspaper in a browser, as it is being written."""

from collections.abc import Callable, Mapping
from typing import Any

import click

from hatinh_news.cli.options import (
    CANNOT,
    executor_option,
    flag,
    folder,
    language_option,
    moment_option,
    option,
)


def serve_command(language: str, say: Callable[[str], str]) -> click.Command:
    """The command with its help in `language`."""
    return click.Command(
        "serve",
        callback=lambda **given: _serve(language, given),
        help=say("Show the newspaper in SITE to a browser, and build it anew whenever a file changes."),
        options_metavar=say("[OPTIONS]"),
        params=[
            click.Argument(["site"], default=".", type=folder(), metavar="[SITE]"),
            flag(say("Open it in the browser."), "--open"),
            option(
                say("The port; 8000 or the next free one unless named."), "-p", "--port", "N", click.IntRange(0, 65535)
            ),
            option(say("The address to listen at; whoever can reach it reads drafts, too."), "--bind", "--bind", "IP"),
            click.Option(["-D", "--drafts/--no-drafts"], default=True, help=say("Show drafts too, as is so; or not.")),
            click.Option(
                ["-F", "--future/--no-future"],
                default=True,
                help=say("Show articles whose time has not come, as is so; or not."),
            ),
            flag(say("Show articles whose time is over."), "-E", "--expired"),
            moment_option("--now", say("Let the clock begin at this moment, like 2025-02-28T15:30."), say),
            flag(say("Look at all files every few seconds, instead of being told of changes."), "--poll"),
            option(say("How many workers build at once."), "--workers", "--workers", "N", click.IntRange(min=1)),
            executor_option(say),
            language_option(say),
        ],
    )


def _serve(language: str, given: Mapping[str, Any]) -> int:
    from hatinh_news import console
    from hatinh_news.build import Shown
    from hatinh_news.desk.serve import Order, is_loopback, serve
    from hatinh_news.model.errors import HatinhNewsError

    manner = console.Manner(language)
    bind = given["bind"] or "127.0.0.1"

    def opened(address: str) -> None:
        console.tell_address(manner, address, everybody=not is_loopback(bind))
        if given["open"]:
            import webbrowser

            webbrowser.open(address)

    order = Order(
        site=given["site"],
        shown=Shown(given["drafts"], given["future"], given["expired"]),
        now=given["now"],
        bind=bind,
        port=given["port"],
        poll=given["poll"],
        workers=given["workers"] or 0,
        executor=given["executor"] or "",
        language=language,
    )
    try:
        serve(order, opened, lambda told: console.tell_preview(manner, told))
    except HatinhNewsError as error:
        console.tell_refusal(manner, error.faults)
        return CANNOT
    except KeyboardInterrupt:
        pass
    console.tell_end(manner)
    return 0
