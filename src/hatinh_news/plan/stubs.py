"""Old addresses that must go on answering."""

from collections.abc import Iterable, Iterator

from hatinh_news.model.address import collision_key
from hatinh_news.model.article import Alias
from hatinh_news.model.fault import Fault
from hatinh_news.model.page import Page
from hatinh_news.model.records import Stub
from hatinh_news.plan.edition import Edition, profiles
from hatinh_news.plan.faults import ALIAS_IS_TAKEN, ALIAS_NAMED_TWICE


def stubs(paper: Edition, taken: Iterable[str]) -> tuple[list[Page], list[Fault]]:
    """A page at every old address, which sends readers on; `taken` are the addresses of all that is there today."""
    files = {collision_key(url) for url in taken}
    folders = {folder for file in files for folder in _folders(file)}
    targets: dict[str, str] = {}
    pages, faults = [], []
    for alias, stub in _all(paper):
        key = collision_key(alias.url)
        if stub.target in (alias.url, targets.get(key)):
            continue
        if key in targets:
            faults.append(ALIAS_NAMED_TWICE.at(alias.place, url=alias.url, other=targets[key]))
        elif key in files or key in folders or not files.isdisjoint(_folders(key)):
            faults.append(ALIAS_IS_TAKEN.at(alias.place, url=alias.url))
        else:
            targets[key] = stub.target
            files.add(key)
            folders.update(_folders(key))
            pages.append(Page(alias.url, "stub", stub))
    return pages, faults


def _all(paper: Edition) -> Iterator[tuple[Alias, Stub]]:
    for article in sorted(paper.index.articles, key=lambda article: article.path):
        yield from ((alias, Stub(article.url, article.title)) for alias in article.aliases)
    for page in paper.index.pages:
        yield from ((alias, Stub(page.url, page.title)) for alias in page.aliases)
    for profile, url in profiles(paper.index):
        yield from ((alias, Stub(url, profile.name)) for alias in profile.aliases)


def _folders(file: str) -> Iterator[str]:
    """The folders that a file needs, each without a slash at its end, as a file of that name would be called."""
    end = file.rfind("/")
    while end > 0:
        yield file[:end]
        end = file.rfind("/", 0, end)
