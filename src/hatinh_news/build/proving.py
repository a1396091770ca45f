"""Proofs: files that somebody waits for, shown before the build that makes them is done."""

from collections.abc import Sequence
from contextlib import suppress

from hatinh_news.build import few
from hatinh_news.build.edition import RELATED
from hatinh_news.build.layout import copy_key
from hatinh_news.build.press import BATCH, Press, proofs
from hatinh_news.build.relating import lists_of
from hatinh_news.build.request import Awaited
from hatinh_news.build.start import Start
from hatinh_news.ledger import Ledger
from hatinh_news.model.address import output_path

_LARGEST = 1_000_000
"""Bytes of a file that is shown early: a style sheet, a small picture, and no film."""


def prove(start: Start, awaited: Awaited, articles: Sequence[str]) -> None:
    """Shows files that are copied, and the pages of `articles` as they come out with the lists that are known."""
    _prove_copies(start, awaited)
    if articles:
        request, crew = start.request, start.crew
        lists = lists_of(start.ledger.store.shelf(RELATED))
        planned = few.plan_of(articles, lists, request, start.ledger, start.seen.static)
        press = Press(request.out, start.theme, planned.site, dict(enumerate(planned.pages)), {}, crew.hands)
        for path, made in proofs(press, start.ledger):
            awaited.proof(path, made)
    start.watch.lap("proof")


def _prove_copies(start: Start, awaited: Awaited) -> None:
    """Files of the theme that changed and were copied before, if they are few."""
    names = [name for name in start.seen.changed if name.startswith("static/")]
    for name in sorted(names) if len(names) <= few.PROOFS else ():
        path = name.removeprefix("static/")
        output = start.ledger.outputs.get(path)
        if output is not None and output[2] == copy_key(name):
            with suppress(OSError):
                file = start.seen.file(name)
                if file.stat().st_size <= _LARGEST:
                    awaited.proof(path, file.read_bytes())


def prove_first(press: Press, ledger: Ledger, awaited: Awaited) -> None:
    """Of many pages shows those first that are looked at."""
    if len(press.pages) <= BATCH:
        return
    first = {number: page for number, page in press.pages.items() if output_path(page.url) in awaited.paths}
    for path, made in proofs(Press(press.out, press.theme, press.site, first, {}, press.hands), ledger):
        awaited.proof(path, made)
