"""The command line: arguments in, exit code out.

Exit codes: 0 all is well; 1 faults were found in the content (with --strict nothing was written); 2 cannot build: wrong
arguments or settings, no content, an output folder that refuses; 130 stopped.
"""

import os
import signal
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from io import TextIOWrapper
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

import click

from hatinh_news import __version__
from hatinh_news.cli.check import check_command
from hatinh_news.cli.explain import explain_command, related_command
from hatinh_news.cli.init import init_command
from hatinh_news.cli.new import new_command
from hatinh_news.cli.options import (
    CANNOT,
    LANGUAGE_VARIABLE,
    executor_option,
    flag,
    folder,
    json_option,
    language_option,
    now_option,
    option,
    preview_base,
    preview_option,
    request_of,
    resolve_now,
    shown_options,
    where_options,
)
from hatinh_news.cli.schedule import schedule_command
from hatinh_news.cli.schema import schema_command
from hatinh_news.cli.serve import serve_command
from hatinh_news.cli.urls import urls_command
from hatinh_news.messages import LANGUAGES, speak, translator

__all__ = ["CANNOT", "LANGUAGE_VARIABLE", "PROGRAM", "STOPPED", "chosen_language", "main", "program", "resolve_now"]

PROGRAM: Final = "hatinh-news"
STOPPED: Final = 130
STATES: Final = {"published": "published", "drafts": "draft", "future": "future", "expired": "expired"}
"""What `list` calls the states of articles."""


def main(arguments: Sequence[str]) -> int:
    """Runs one command and returns the exit code."""
    _survive_any_letter()
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    language = chosen_language(arguments, os.environ)
    speak(language)
    try:
        return program(language).main(list(arguments), PROGRAM, standalone_mode=False) or 0
    except click.ClickException as error:
        error.show()
        return CANNOT
    except click.Abort:
        say = translator(language)
        click.echo(say("Stopped."), err=True)
        return STOPPED


def chosen_language(arguments: Sequence[str], environment: Mapping[str, str]) -> str:
    """The language to speak, found before the arguments are read: --lang, else the environment's, else Vietnamese."""
    wish = environment.get(LANGUAGE_VARIABLE, "")
    for argument, following in pairwise([*arguments, ""]):
        if argument == "--":
            break
        if argument == "--lang":
            wish = following
        elif argument.startswith("--lang="):
            wish = argument.removeprefix("--lang=")
    return wish if wish in LANGUAGES else LANGUAGES[0]


def program(language: str) -> click.Group:
    """The commands, their help in `language`."""
    say = translator(language)
    version = click.version_option(
        __version__, "--version", message="%(prog)s %(version)s", help=say("Say the version.")
    )
    group = click.Group(
        PROGRAM,
        help=say("Builds the site of a Vietnamese newspaper out of Markdown files."),
        params=[language_option(say)],
        commands=[
            _build_command(language, say),
            serve_command(language, say),
            check_command(language, say),
            _list_command(language, say),
            schedule_command(language, say),
            urls_command(language, say),
            explain_command(language, say),
            related_command(language, say),
            new_command(language, say),
            init_command(language, say),
            schema_command(language, say),
        ],
        context_settings={"help_option_names": ["-h", "--help"]},
        options_metavar=say("[OPTIONS]"),
        subcommand_metavar=say("COMMAND …"),
    )
    return version(group)


def _build_command(language: str, say: Callable[[str], str]) -> click.Command:
    return click.Command(
        "build",
        callback=lambda **given: _build(language, given),
        help=say("Build the newspaper in SITE. That is the folder which holds content/, this one unless named."),
        options_metavar=say("[OPTIONS]"),
        params=[
            click.Argument(["site"], default=".", type=folder(), metavar="[SITE]"),
            *where_options(say),
            flag(say("Write nothing if there is any fault."), "--strict"),
            *shown_options(say),
            preview_option(say),
            option(say("How many workers build at once."), "--workers", "--workers", "N", click.IntRange(min=1)),
            executor_option(say),
            flag(
                say("Believe nothing that earlier builds remember: make all anew, and tell what differs."), "--verify"
            ),
            flag(say("Say where the time goes, stage by stage."), "--profile"),
            flag(say("Say how long each stage took, too."), "-v", "--verbose"),
            flag(say("Say nothing but faults."), "-q", "--quiet"),
            json_option(say),
            language_option(say),
        ],
    )


def _list_command(language: str, say: Callable[[str], str]) -> click.Command:
    return click.Command(
        "list",
        callback=lambda **given: _list(language, given),
        help=say("List the articles of SITE: all, or those in one state."),
        options_metavar=say("[OPTIONS]"),
        params=[
            click.Argument(["names"], nargs=-1, metavar=f"[{'|'.join(STATES)}] [SITE]"),
            now_option(say),
            json_option(say),
            language_option(say),
        ],
    )


def _build(language: str, given: Mapping[str, Any]) -> int:
    from hatinh_news import console
    from hatinh_news.build import build
    from hatinh_news.model.errors import HatinhNewsError

    manner = console.Manner(language, given["quiet"], given["verbose"], given["as_json"], given["profile"])
    request = request_of(given, os.environ)
    began = time.monotonic()
    try:
        base = preview_base(given)
        with console.Progress(manner) as progress:
            report = build(request, progress)
    except HatinhNewsError as error:
        console.tell_refusal(manner, error.faults)
        return CANNOT
    console.tell_report(manner, report, time.monotonic() - began, f"{request.out}/", base)
    return report.exit_code


def _list(language: str, given: Mapping[str, Any]) -> int:
    from hatinh_news import console
    from hatinh_news.build import Request
    from hatinh_news.build.survey import survey
    from hatinh_news.model.errors import HatinhNewsError

    manner = console.Manner(language, as_json=given["as_json"])
    state, site = _state_and_site(given["names"], manner.say)
    try:
        listings, faults = survey(Request(site=site, out=site / "public", now=given["now"]))
    except HatinhNewsError as error:
        console.tell_refusal(manner, error.faults)
        return CANNOT
    console.tell_listings(manner, [one for one in listings if state in ("", one.state)], faults)
    return int(any(fault.is_error for fault in faults))


def _state_and_site(names: Sequence[str], say: Callable[[str], str]) -> tuple[str, Path]:
    """`list drafts FOLDER`, where either may be missing."""
    context = click.get_current_context()
    state, *rest = names if names and names[0] in STATES else ("", *names)
    if len(rest) > 1:
        raise click.UsageError(say("One folder at most can be listed."), context)
    named = folder().convert(rest[0] if rest else ".", None, context)
    return STATES.get(state, ""), Path(os.fsdecode(named))


def _survive_any_letter() -> None:
    """A terminal that lacks a letter shows its number instead of stopping the program."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
