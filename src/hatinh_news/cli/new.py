"""`hatinh-news new`: a new article."""

import os
import shlex
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from hatinh_news.cli.options import CANNOT, flag, folder, json_option, language_option, now_option

if TYPE_CHECKING:
    from hatinh_news.desk import Wish
    from hatinh_news.model.fault import Fault


def new_command(language: str, say: Callable[[str], str]) -> click.Command:
    """The command with its help in `language`."""
    return click.Command(
        "new",
        callback=lambda **given: _new(language, given),
        help=say("Make a new article out of its TITLE, in the newspaper in SITE."),
        options_metavar=say("[OPTIONS]"),
        params=[
            click.Argument(["title"], default="", metavar="[TITLE]"),
            click.Argument(["site"], default=".", type=folder(), metavar="[SITE]"),
            _text(say("Its section: the name, its folder, or a few letters."), "--section", "NAME"),
            _texts(say("A topic; may be given several times."), "--topic", "NAME"),
            _texts(say("Who wrote it; may be given several times."), "--author", "NAME"),
            _text(say("The series that it is a part of."), "--series", "NAME"),
            _text(say("Its date; the current time unless given."), "--date", "T"),
            _text(say("Its piece of the address; made of the title unless given."), "--slug", "SLUG"),
            click.Option(["--draft/--no-draft"], default=None, help=say("A draft, as new articles are; or none.")),
            _text(say("Its picture: a file, which is copied beside it, or an address in static/."), "--image", "FILE"),
            flag(say("Give it a folder of its own, for its pictures."), "--bundle"),
            flag(say("Open it in the editor that VISUAL or EDITOR names."), "--open", "--editor"),
            now_option(say, say("Take this moment for now, like 2025-02-28T15:30.")),
            json_option(say),
            language_option(say),
        ],
    )


def is_terminal() -> bool:
    """Whether somebody sits there who can be asked."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def _text(text: str, name: str, metavar: str) -> click.Option:
    return click.Option([name], default="", metavar=metavar, help=text)


def _texts(text: str, name: str, metavar: str) -> click.Option:
    return click.Option([name], multiple=True, metavar=metavar, help=text)


def _new(language: str, given: Mapping[str, Any]) -> int:
    from hatinh_news import console, desk
    from hatinh_news.build import Request
    from hatinh_news.build.road import uncollected
    from hatinh_news.console.asking import ask_wish
    from hatinh_news.model.errors import HatinhNewsError

    manner = console.Manner(language, as_json=given["as_json"])
    site: Path = given["site"]
    faults: list[Fault] = []
    try:
        command = _editor() if given["open"] else []
        with uncollected():  # ten thousand articles are no garbage
            known = desk.know(Request(site=site, out=site / "public", now=given["now"]))
            wish = _wish(given)
            if is_terminal() and not manner.as_json:
                wish = ask_wish(manner, known, wish)
            else:
                wish, faults = desk.settled(known, wish)
            draft = desk.compose(known, wish)
            desk.lay_down(site, draft.files)
    except HatinhNewsError as error:
        console.tell_refusal(manner, error.faults)
        return CANNOT
    if command:
        faults += _opened(command, site / draft.path)
    console.tell_draft(manner, draft, site, faults)
    return 0


def _wish(given: Mapping[str, Any]) -> "Wish":
    from hatinh_news.desk import Wish

    return Wish(
        title=given["title"],
        now=given["now"],
        section=given["section"],
        topics=given["topic"],
        authors=given["author"],
        series=given["series"],
        date=given["date"],
        slug=given["slug"],
        draft=given["draft"],
        image=given["image"],
        bundle=given["bundle"],
    )


def _editor() -> list[str]:
    """The command that opens a file; raises CannotBuild where none is set."""
    from hatinh_news.desk.faults import NO_EDITOR
    from hatinh_news.model.errors import CannotBuild
    from hatinh_news.model.fault import Place

    command = shlex.split(os.environ.get("VISUAL", "") or os.environ.get("EDITOR", ""))
    if not command:
        raise CannotBuild(NO_EDITOR.at(Place("--open")))
    return command


def _opened(command: list[str], file: Path) -> "list[Fault]":
    """Opens a file in an editor, and waits; the fault of an editor that does not come."""
    from hatinh_news.desk.faults import EDITOR_FAILED
    from hatinh_news.model.fault import Place

    try:
        code = subprocess.run([*command, str(file)], check=False).returncode  # noqa: S603  the user's own command
    except OSError:
        code = 1
    return [EDITOR_FAILED.at(Place(str(file)), command=shlex.join(command))] if code else []
