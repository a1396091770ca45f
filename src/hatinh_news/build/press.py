"""The press: stale pages become bytes, and where these are new they are staged."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from hatinh_news import render, write
from hatinh_news.build.budgets import heavy_page
from hatinh_news.build.crew import Crew
from hatinh_news.build.faults import PREVIEW_INDEXED
from hatinh_news.build.hands import NOBODY, Hands
from hatinh_news.ledger import Ledger
from hatinh_news.model.address import output_path
from hatinh_news.model.digest import digest
from hatinh_news.model.fault import Fault, Place
from hatinh_news.model.page import Page
from hatinh_news.model.records import ArticlePage, Site

BATCH = 100
"""Pages that a worker renders at a time."""


@dataclass(frozen=True, slots=True)
class Press:
    """What a worker needs for any page; `held` has the digests of what the files of pages hold, where that is sure."""

    out: Path
    theme: render.Theme
    site: Site
    pages: Mapping[int, Page]
    held: Mapping[int, str]
    hands: Hands = NOBODY

    def cut(self, batch: "Batch") -> "Press":
        """What one batch needs, for workers that inherit nothing."""
        pages = {number: self.pages[number] for number, _ in batch}
        return replace(self, pages=pages, held={number: self.held[number] for number in pages if number in self.held})


Batch = Sequence[tuple[int, Sequence[bytes]]]
"""Numbers of pages, each with the texts that it shows, in UTF-8."""


@dataclass(frozen=True, slots=True)
class Print:
    """What became of a page: the digest of its bytes, whether they lie staged, and what is `heavy`; or its fault."""

    path: str
    digest: str = ""
    staged: bool = False
    fault: Fault | None = None
    heavy: tuple[Fault, ...] = ()


def print_batch(press: Press, batch: Batch) -> list[Print]:
    """The work of one worker."""
    return [_printed(press, number, made) for (number, _), made in zip(batch, _rendered(press, batch), strict=True)]


def proofs(press: Press, ledger: Ledger) -> Iterator[tuple[str, bytes]]:
    """The pages of the press that can be rendered, each with its path; nothing is staged."""
    for batch in _with_texts(press, [list(press.pages)], ledger):
        for (number, _), made in zip(batch, _rendered(press, batch), strict=True):
            if not isinstance(made, Fault):
                yield output_path(press.pages[number].url), made


def _rendered(press: Press, batch: Batch) -> Iterator[bytes | Fault]:
    pages = [press.pages[number].with_texts([html.decode() for html in texts]) for number, texts in batch]
    if press.hands.names:
        return _with_help(press, pages)
    return (made for _, made in render.render_all(press.theme, press.site, pages))


def _printed(press: Press, number: int, made: bytes | Fault) -> Print:
    page = press.pages[number]
    path = output_path(page.url)
    if isinstance(made, Fault):
        return Print(path, fault=made)
    if press.site.preview and isinstance(page.record, ArticlePage) and b"noindex" not in made:
        return Print(path, fault=PREVIEW_INDEXED.at(Place(f"templates/{page.template}"), url=page.url))
    name = digest(made)
    heavy = heavy_page(press.site, page, made, press.out.name)
    return Print(path, name, press.held.get(number) != name and write.stage(press.out, path, made), heavy=heavy)


def _with_help(press: Press, pages: Sequence[Page]) -> Iterator[bytes | Fault]:
    """What becomes of pages that extensions have a hand in, before and after they are rendered."""
    hands = press.hands
    theme = hands.theme(press.theme)
    for page in map(hands.page, pages):
        if isinstance(page, Fault):
            yield page
            continue
        ((_, made),) = render.render_all(theme, press.site, [page])
        yield made if isinstance(made, Fault) else hands.output(page, made)


def print_all(press: Press, ledger: Ledger, crew: Crew) -> list[Print]:
    """All pages of the press, in their order."""
    numbers = list(press.pages)
    if len(numbers) > BATCH:
        render.prepare(press.hands.theme(press.theme) if press.hands.names else press.theme, press.site)
    cut = [numbers[start : start + BATCH] for start in range(0, len(numbers), BATCH)]
    prints: list[Print] = []
    for made in crew.run("render", len(numbers), Press.cut)(print_batch, press, _with_texts(press, cut, ledger)):
        prints += made
    return prints


def _with_texts(press: Press, cut: Sequence[Sequence[int]], ledger: Ledger) -> Iterator[Batch]:
    """Each batch with its texts, fetched when its turn comes."""
    for batch in cut:
        sources = [press.pages[number].sources for number in batch]
        texts = iter(ledger.store.html([source for each in sources for source in each]))
        yield [(number, list(islice(texts, len(each)))) for number, each in zip(batch, sources, strict=True)]
