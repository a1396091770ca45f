"""The layout: which of the planned files are to be made anew, and which stay as they are."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from hatinh_news import render
from hatinh_news.build.keys import Keys
from hatinh_news.build.look import Look
from hatinh_news.ledger import Output
from hatinh_news.model.address import output_path
from hatinh_news.model.digest import name_of
from hatinh_news.model.hosting import StaticFile
from hatinh_news.model.page import Page, Plan
from hatinh_news.model.records import Site

COPY = b"copy"


@dataclass(frozen=True, slots=True)
class Layout:
    """What a build is to do to the output folder.

    `pages` are to be printed, in their order, and `keys` are theirs by path; `copies` are to be made, each of a file of
    the look; `kept` are the files that stay. Where `whole`, nothing else of ours may stay.
    """

    site: Site
    theme: render.Theme
    pages: tuple[Page, ...]
    keys: Mapping[str, bytes]
    kept: Mapping[str, Output]
    copies: Mapping[str, str] = field(default_factory=dict)
    whole: bool = True

    @property
    def planned(self) -> set[str]:
        return {*self.keys, *self.copies, *self.kept}


def layout(plan: Plan, keys: Keys, theme: render.Theme, seen: Look, known: Mapping[str, Output]) -> Layout:
    """The layout of the whole newspaper; `known` are the files that are as an earlier build left them."""
    pages: list[Page] = []
    wanted: dict[str, bytes] = {}
    kept: dict[str, Output] = {}
    for page in plan.pages:
        path, key = output_path(page.url), keys.of(page)
        output = known.get(path)
        if output is not None and output[2] == key:
            kept[path] = output
        else:
            pages.append(page)
            wanted[path] = key
    copies: dict[str, str] = {}
    for path, name in _copies(plan, seen).items():
        output = known.get(path)
        if output is not None and output[2] == copy_key(name) and name not in seen.changed:
            kept[path] = output
        else:
            copies[path] = name
    return Layout(plan.site, theme, tuple(pages), wanted, kept, copies)


def few_pages(plan: Plan, keys: Keys, theme: render.Theme, outputs: Mapping[str, Output]) -> Layout:
    """The layout where only the pages of `plan` can have changed; `outputs` are all files that earlier builds made."""
    wanted = {output_path(page.url): keys.of(page) for page in plan.pages}
    kept = {path: output for path, output in outputs.items() if path not in wanted}
    return Layout(plan.site, theme, plan.pages, wanted, kept, whole=False)


def copy_key(name: str) -> bytes:
    """The key of a file that is a copy of `name`."""
    return name_of(COPY, name)


def static_copies(fingerprints: Mapping[str, StaticFile], static: Iterable[str]) -> dict[str, str]:
    """The files that static files become, those of `fingerprints` under two names."""
    plain = {output_path(url): f"static{url}" for url in static}
    return plain | {output_path(file.url): f"static{url}" for url, file in fingerprints.items()}


def _copies(plan: Plan, seen: Look) -> dict[str, str]:
    """What is copied, by the names of the look: files of the theme, and files beside articles."""
    static = plan.site.near if plan.site.preview else seen.static
    return static_copies(plan.site.fingerprints, static) | {
        output_path(asset.url): asset.source for asset in plan.assets
    }
