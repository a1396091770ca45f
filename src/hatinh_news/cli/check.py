"""`hatinh-news check`: what is wrong with articles, told before readers see them, and mended where that is safe."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from hatinh_news.cli.options import (
    CANNOT,
    flag,
    language_option,
    request_of,
    shown_options,
    where_options,
)

if TYPE_CHECKING:
    from hatinh_news.build import Request
    from hatinh_news.console import Manner
    from hatinh_news.desk.checks import Findings

FORMATS: Final = ("text", "json", "sarif", "github")


def check_command(language: str, say: Callable[[str], str]) -> click.Command:
    """The command with its help in `language`."""
    text = say(
        "Check articles before readers see them. Name files, or the folder of the newspaper; this folder unless named."
    )
    return click.Command(
        "check",
        callback=lambda **given: _check(language, say, given),
        help=text,
        options_metavar=say("[OPTIONS]"),
        params=[
            click.Argument(["names"], nargs=-1, type=click.Path(exists=True, path_type=Path), metavar="[FILES…]"),
            flag(say("Mend what can be mended without changing what a text says."), "--fix"),
            flag(say("Show what --fix would change, and write nothing."), "--diff"),
            click.Option(
                ["--since"], metavar="REV", help=say("Check only files that changed since a revision of git.")
            ),
            flag(say("Ask whether the pages that texts link to on other sites answer."), "--links"),
            flag(say("Exit with 1 for warnings, too."), "--strict"),
            *_format_options(say),
            *where_options(say)[1:],
            *shown_options(say),
            language_option(say),
        ],
    )


def _format_options(say: Callable[[str], str]) -> Iterator[click.Option]:
    yield click.Option(
        ["--format", "form"],
        type=click.Choice(FORMATS),
        default=FORMATS[0],
        help=say("How to tell what is found: to people, or to other programs."),
    )
    for name in FORMATS[1:]:
        text = say("The same as --format {name}.").format(name=name)
        yield click.Option([f"--{name}", "form"], flag_value=name, help=text)


def _check(language: str, say: Callable[[str], str], given: Mapping[str, Any]) -> int:
    from hatinh_news import console
    from hatinh_news.desk import checks
    from hatinh_news.model.errors import HatinhNewsError

    manner = console.Manner(language, as_json=given["form"] == "json")
    site, named = _site_and_files(given["names"], say)
    request = request_of({**given, "site": site, "out": ""})
    try:
        find = partial(_found, manner, request, named, given)
        found = find()
        if given["diff"]:
            console.tell_differences(manner, checks.mended(found, _settings(request))[0])
        elif given["fix"]:
            found = _mended(request, found, find)
    except HatinhNewsError as error:
        console.tell_refusal(manner, error.faults)
        return CANNOT
    return console.tell_findings(manner, found, given["form"], site, strict=given["strict"])


def _found(manner: "Manner", request: "Request", named: Sequence[str], given: Mapping[str, Any]) -> "Findings":
    """What is wrong with the files that were named, or with all."""
    from hatinh_news import console
    from hatinh_news.desk import checks

    with console.Progress(manner) as progress:
        found = checks.check(request, progress)
    wanted = set(named) if named else None
    if given["since"]:
        changed = set(checks.changed_since(request.site, given["since"]))
        wanted = changed if wanted is None else wanted & changed
    if wanted is not None:
        found = checks.only(found, wanted)
    told = list(checks.silent_changes(request, found, given["since"] or ""))
    if given["links"]:
        from hatinh_news.desk.checks.outside import outside_faults  # and all that speaks with other machines

        told += outside_faults(request.site, found.checked, _settings(request), request.now)
    return replace(found, faults=checks.in_order([*found.faults, *told])) if told else found


def _mended(request: "Request", found: "Findings", find: "Callable[[], Findings]") -> "Findings":
    """The findings that are left once the files are mended."""
    from hatinh_news.desk import checks

    done, left = checks.mended(found, _settings(request))
    checks.write_all(request.site, done, found.files)
    again = find() if done else found
    return replace(again, faults=checks.in_order([*again.faults, *left]), mended=tuple(one.path for one in done))


def _settings(request: "Request") -> Any:
    from hatinh_news.build.settings import settings

    return settings(request)[0].check


def _site_and_files(names: Sequence[Path], say: Callable[[str], str]) -> tuple[Path, list[str]]:
    """The folder of the newspaper, and the files of it that are named, from there; none where all are meant."""
    context = click.get_current_context()
    if not names:
        return Path(), []
    if len(names) == 1 and (names[0] / "content").is_dir():
        return names[0], []
    sites = {_site_of(name) for name in names}
    site = sites.pop()
    if sites or site is None:
        shown = ", ".join(map(str, names[:3]))
        raise click.UsageError(
            say("These are no files of the content/ of one newspaper: {names}").format(names=shown), context
        )
    files = [file for name in names for file in ([name] if name.is_file() else sorted(name.rglob("*")))]
    return site, [file.absolute().relative_to(site.absolute()).as_posix() for file in files if file.is_file()]


def _site_of(name: Path) -> Path | None:
    """The folder whose content/ a file lies in: the nearest one above it."""
    for folder in (name, *name.absolute().parents):
        if folder.name == "content" and folder.is_dir():
            site = folder.absolute().parent
            return site.relative_to(Path.cwd()) if site.is_relative_to(Path.cwd()) else site
    return None
