"""Old addresses that must go on answering."""

from collections.abc import Iterable, Iterator
from operator import attrgetter

from hatinh_news.model.address import collision_key
from hatinh_news.model.article import Alias
from hatinh_news.model.fault import Fault
from hatinh_news.model.page import Page
from hatinh_news.model.records import Stub
from hatinh_news.model.site import MergedTopic
from hatinh_news.plan.edition import Edition, profiles
from hatinh_news.plan.faults import ALIAS_IS_TAKEN, ALIAS_NAMED_TWICE
from hatinh_news.plan.former import moved
from hatinh_news.plan.lists import numbered, page_address


def stubs(paper: Edition, taken: Iterable[str]) -> tuple[list[Page], list[Fault]]:
    """A page at every old address, which sends readers on; `taken` are the collision keys of all there is today.

    What an editor names as an old address comes before what is only known from having been public.
    """
    wanted, known = list(_all(paper)), paper.index.former or ()
    if not wanted and not known:
        return [], []
    standing = set(taken)
    files = _Files(standing)
    targets: dict[str, str] = {}
    pages, faults = [], []
    for alias, stub in wanted:
        key = collision_key(alias.url)
        if stub.target in (alias.url, targets.get(key)):
            continue
        if key in targets:
            faults.append(ALIAS_NAMED_TWICE.at(alias.place, url=alias.url, other=targets[key]))
        elif not files.has_room(key):
            faults.append(ALIAS_IS_TAKEN.at(alias.place, url=alias.url))
        else:
            targets[key] = stub.target
            files.add(key)
            pages.append(Page(alias.url, "stub", stub))
    for url, stub in moved(paper, standing):
        key = collision_key(url)
        if files.has_room(key):
            files.add(key)
            pages.append(Page(url, "stub", stub))
    return pages, faults


class _Files:
    """The files of the output by their collision keys, and the folders that these need."""

    def __init__(self, known: Iterable[str]) -> None:
        self.known = set(known)
        self._folders: set[str] = set()
        for file in known:
            _add_folders(file, self._folders)

    def has_room(self, key: str) -> bool:
        return not (key in self.known or key in self._folders) and self.known.isdisjoint(_folders(key))

    def add(self, key: str) -> None:
        self.known.add(key)
        _add_folders(key, self._folders)


def _all(paper: Edition) -> Iterator[tuple[Alias, Stub]]:
    old = [article for article in paper.index.articles if article.aliases]
    for article in sorted(old, key=attrgetter("path")):
        yield from ((alias, Stub(article.url, article.title)) for alias in article.aliases)
    for page in paper.index.pages:
        yield from ((alias, Stub(page.url, page.title)) for alias in page.aliases)
    for profile, url in profiles(paper.index):
        yield from ((alias, Stub(url, profile.name)) for alias in profile.aliases)
    for one in paper.index.merged:
        topic = paper.index.topic_by_key[one.into]
        yield from ((alias, Stub(topic.url, topic.name)) for alias in (*_places(one, paper), *one.aliases))


def _places(one: MergedTopic, paper: Edition) -> Iterator[Alias]:
    """Where the list of a merged topic stood: its front, and the later pages that its articles would fill."""
    last, _ = numbered(range(one.count), paper.index.config.paginate_by)
    for number in range(last + 1):
        yield Alias(page_address(one.url, number), one.place)


def _add_folders(file: str, folders: set[str]) -> None:
    """A folder that is known already was added with all that it is in."""
    for folder in _folders(file):
        if folder in folders:
            return
        folders.add(folder)


def _folders(file: str) -> Iterator[str]:
    """The folders that a file needs, each without a slash at its end, as a file of that name would be called."""
    end = file.rfind("/")
    while end > 0:
        yield file[:end]
        end = file.rfind("/", 0, end)
