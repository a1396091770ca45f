"""`explain` and `related`: why pages are as they are, and what stands under which article."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from hatinh_news.cli.options import (
    CANNOT,
    folder,
    json_option,
    language_option,
    request_of,
    shown_options,
    where_options,
)


def explain_command(language: str, say: Callable[[str], str]) -> click.Command:
    text = say(
        "Say what the page at URL is made from, and what of it changed since the last build. "
        "With two articles A and B, say why B stands under A in the list of related articles, or why it does not."
    )
    return click.Command(
        "explain",
        callback=lambda **given: _explain(language, say, given),
        help=text,
        options_metavar=say("[OPTIONS]"),
        params=[
            click.Argument(["names"], nargs=-1, required=True, metavar="URL | A B [SITE]"),
            *where_options(say),
            *shown_options(say),
            json_option(say),
            language_option(say),
        ],
    )


def related_command(language: str, say: Callable[[str], str]) -> click.Command:
    ways = click.Option(
        ["--by"],
        type=click.Choice(("url", "path", "slug")),
        default="url",
        help=say("What names an article in JSON: its address unless said otherwise, its file, or its slug."),
    )
    return click.Command(
        "related",
        callback=lambda **given: _related(language, given),
        help=say("List what stands under every article of SITE, as a build would make it now."),
        options_metavar=say("[OPTIONS]"),
        params=[
            click.Argument(["site"], default=".", type=folder(), metavar="[SITE]"),
            click.Option(
                ["--of"],
                multiple=True,
                metavar="A",
                help=say("List this article alone, named by its file, its slug or its address; several are allowed."),
            ),
            ways,
            *where_options(say),
            *shown_options(say),
            json_option(say),
            language_option(say),
        ],
    )


def _explain(language: str, say: Callable[[str], str], given: Mapping[str, Any]) -> int:
    from hatinh_news import console
    from hatinh_news.model.errors import HatinhNewsError

    manner = console.Manner(language, as_json=given["as_json"])
    names, site = _names_and_site(given["names"], say)
    request = request_of({**given, "site": site})
    try:
        if len(names) == 1:
            from hatinh_news.build.explain import explain

            explanation = explain(request, names[0])
            console.tell_explanation(manner, explanation)
            return int(explanation.state == "unknown")
        from hatinh_news.build.kinship import compare

        comparison = compare(request, *names)
    except HatinhNewsError as error:
        console.tell_refusal(manner, error.faults)
        return CANNOT
    console.tell_comparison(manner, comparison)
    return int(comparison.unknown is not None)


def _names_and_site(typed: Sequence[str], say: Callable[[str], str]) -> tuple[tuple[str, ...], Path]:
    """`explain URL [SITE]` or `explain A B [SITE]`: a second word that is a folder is SITE."""
    context = click.get_current_context()
    if len(typed) > 3:
        raise click.UsageError(say("Name a page, or two articles, and one folder at most."), context)
    names = typed[:1] if len(typed) == 2 and Path(typed[1]).is_dir() else typed[:2]
    site = typed[len(names)] if len(typed) > len(names) else "."
    return tuple(names), Path(str(folder().convert(site, None, context)))


def _related(language: str, given: Mapping[str, Any]) -> int:
    from hatinh_news import console
    from hatinh_news.build.kinship import all_lists
    from hatinh_news.model.errors import HatinhNewsError

    manner = console.Manner(language, as_json=given["as_json"])
    try:
        lists, unknown = all_lists(request_of(given), given["of"])
    except HatinhNewsError as error:
        console.tell_refusal(manner, error.faults)
        return CANNOT
    console.tell_lists(manner, lists, unknown, given["by"])
    return int(bool(unknown))
