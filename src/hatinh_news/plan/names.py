"""What articles name, as pages show it: made once for each spelling, not once for each article."""

from collections.abc import Callable, Iterable, Mapping
from typing import Generic, TypeVar

from hatinh_news.model.config import Label
from hatinh_news.model.records import Byline
from hatinh_news.model.site import Author, Section, Series, Topic
from hatinh_news.text.fold import match_key

_Named = TypeVar("_Named", Section, Topic, Author)
_Shown = TypeVar("_Shown", Label, Byline)


class Names(dict[str, _Shown], Generic[_Named, _Shown]):
    """By spelling; all spellings of one name have the same object, made when the first is asked for."""

    def __init__(self, by_key: Mapping[str, _Named], show: Callable[[_Named], _Shown]) -> None:
        super().__init__()
        self._by_key: Mapping[str, _Named] = by_key
        self._show: Callable[[_Named], _Shown] = show
        self._by_url: dict[str, _Shown] = {}

    def __missing__(self, spelling: str) -> _Shown:
        named = self._by_key[match_key(spelling)]
        shown = self._by_url.get(named.url)
        if shown is None:
            shown = self._by_url[named.url] = self._show(named)
        self[spelling] = shown
        return shown

    def of(self, spellings: Iterable[str]) -> tuple[_Shown, ...]:
        """Those of some spellings, each once."""
        found = tuple(map(self.__getitem__, spellings))
        return found if len(found) == len(set(map(id, found))) else tuple(dict.fromkeys(found))


def label(named: Section | Topic | Author | Series) -> Label:
    """A name with its address."""
    return Label(named.name, named.url)


def byline(author: Author) -> Byline:
    """An author as articles show it."""
    photo = author.profile.photo if author.profile is not None else None
    return Byline(author.name, author.url, author.role, photo)
