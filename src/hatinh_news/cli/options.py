"""Options that commands share, and how what is typed behind them is read."""

import os
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from hatinh_news.messages import LANGUAGES

if TYPE_CHECKING:
    from hatinh_news.build import Request

_NOTHING: Final[Mapping[str, str]] = {}

LANGUAGE_VARIABLE: Final = "HATINH_NEWS_LANG"
CANNOT: Final = 2
"""The exit code of a command that could do nothing."""


def resolve_now(typed: str, environment: Mapping[str, str]) -> datetime:
    """The moment that a run takes for now: --now, else SOURCE_DATE_EPOCH, else the clock; raises ValueError."""
    from hatinh_news.model.config import PAPER_ZONE
    from hatinh_news.text.dates import parse_moment

    if typed:
        return parse_moment(typed, PAPER_ZONE)
    epoch = environment.get("SOURCE_DATE_EPOCH", "")
    moment = datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)
    return moment.astimezone(PAPER_ZONE)


def executor_option(say: Callable[[str], str]) -> click.Option:
    def checked(_context: click.Context, _parameter: click.Parameter, typed: str) -> str:
        from hatinh_news import workers

        try:
            workers.crew(typed)
        except ValueError as error:
            message = say("{name} is no executor here; choose one of: {choices}")
            raise click.BadParameter(message.format(name=repr(typed), choices=", ".join(workers.CHOICES))) from error
        return typed

    text = say("Who builds: auto, serial, processes, fork, spawn, threads, or the address of a Dask scheduler.")
    return click.Option(["--executor"], default="", metavar="NAME", callback=checked, help=text)


def where_options(say: Callable[[str], str]) -> list[click.Option]:
    return [
        option(say("Where the pages are written; SITE/public unless named."), "-o", "--out", "DIR", click.Path()),
        option(say("The newspaper's address, instead of base_url in site.yaml."), "-b", "--base-url", "URL"),
        now_option(say),
    ]


def shown_options(say: Callable[[str], str]) -> list[click.Option]:
    return [
        flag(say("Show drafts too."), "-D", "--drafts"),
        flag(say("Show articles whose time has not come."), "-F", "--future"),
        flag(say("Show articles whose time is over."), "-E", "--expired"),
    ]


def preview_option(say: Callable[[str], str]) -> click.Option:
    text = say("Build previews of drafts and future articles into DIR, and not the newspaper.")
    return click.Option(["--preview"], metavar="DIR", type=click.Path(), help=text)


def folder() -> click.Path:
    return click.Path(exists=True, file_okay=False, path_type=Path)


def option(text: str, short: str, long: str, metavar: str, kind: click.ParamType[Any] = click.STRING) -> click.Option:
    return click.Option(sorted({short, long}), metavar=metavar, type=kind, help=text)


def flag(text: str, *names: str) -> click.Option:
    return click.Option(names, is_flag=True, help=text)


def json_option(say: Callable[[str], str]) -> click.Option:
    return click.Option(["--json", "as_json"], is_flag=True, help=say("Speak JSON, for other programs."))


def language_option(say: Callable[[str], str]) -> click.Option:
    text = say("The language to speak; {variable} sets it, too.").format(variable=LANGUAGE_VARIABLE)
    return click.Option(["--lang"], type=click.Choice(LANGUAGES), expose_value=False, help=text)


def now_option(say: Callable[[str], str], text: str = "") -> click.Option:
    def resolved(_context: click.Context, _parameter: click.Parameter, typed: str) -> datetime:
        try:
            return resolve_now(typed, os.environ)
        except (ValueError, OverflowError, OSError) as error:
            source, text = ("--now", typed) if typed else ("SOURCE_DATE_EPOCH", os.environ["SOURCE_DATE_EPOCH"])
            raise _no_moment(text, source, say) from error

    text = text or say("Build as if it were this moment, like 2025-02-28T15:30.")
    return click.Option(["--now"], default="", metavar="T", callback=resolved, help=text)


def moment_option(name: str, text: str, say: Callable[[str], str]) -> click.Option:
    """A moment that need not be given."""

    def read(_context: click.Context, _parameter: click.Parameter, typed: str) -> datetime | None:
        from hatinh_news.model.config import PAPER_ZONE
        from hatinh_news.text.dates import parse_moment

        try:
            return parse_moment(typed, PAPER_ZONE) if typed else None
        except ValueError as error:
            raise _no_moment(typed, name, say) from error

    return click.Option([name], default="", metavar="T", callback=read, help=text)


def _no_moment(text: str, source: str, say: Callable[[str], str]) -> click.BadParameter:
    message = say("{text} is no moment; type it like 2025-02-28T15:30")
    return click.BadParameter(message.format(text=repr(text)), param_hint=source)


def preview_base(given: Mapping[str, Any]) -> str | None:
    """Where previews are to be found, without a slash at its end, and None where there are none to be built.

    Raises CannotBuild for an address that is none.
    """
    if given.get("preview") is None:
        return None
    from hatinh_news.model.errors import CannotBuild
    from hatinh_news.model.fault import Place
    from hatinh_news.read.settings import is_base_url
    from hatinh_news.read.site_faults import BAD_BASE_URL

    base = given["base_url"] or ""
    if base and not is_base_url(base):
        raise CannotBuild(BAD_BASE_URL.at(Place("--base-url"), found=base))
    return base.rstrip("/")


def request_of(given: Mapping[str, Any], environment: Mapping[str, str] = _NOTHING) -> "Request":
    """What the options of a command ask for; the `environment` has the key of previews, where these are asked for.

    The address that is given along with previews is where they are to be found, and not the newspaper's.
    """
    from hatinh_news.build import Previews, Request, Shown

    apart = given.get("preview")  # an empty one is this folder, as ever, and refused: it is no wish for the newspaper
    public = Path(given["out"] or given["site"] / "public")
    shown = [given.get(name, False) for name in ("drafts", "future", "expired")]
    return Request(
        site=given["site"],
        out=Path(apart) if apart is not None else public,
        now=given["now"],
        base_url="" if apart is not None else given["base_url"] or "",
        shown=Shown(*([True, True, shown[2]] if apart is not None else shown)),
        strict=given.get("strict", False),
        workers=given.get("workers") or 0,
        executor=given.get("executor") or "",
        verify=given.get("verify", False),
        previews=Previews(public, environment.get("HATINH_NEWS_PREVIEW_KEY", "")) if apart is not None else None,
    )
