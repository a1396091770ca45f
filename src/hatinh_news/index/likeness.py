"""Likeness: which file is the one that another address was recorded for, when its name is another."""

from collections.abc import Iterable, Iterator, Sequence

from hatinh_news.model.article import Article, StandingPage
from hatinh_news.model.recorded import NOTHING, Mark, Recorded, mark_of

_File = Article | StandingPage


class Likeness:
    """Files of content/, public or not, by what marks them, beside what was recorded of them."""

    def __init__(self, recorded: Sequence[Recorded], files: Iterable[_File]) -> None:
        self.by_path = {one.path: one for one in files}
        self._marks = {one.path: mark_of(one) for one in self.by_path.values()}
        self._by_word: dict[str, list[str]] = {}
        for path, mark in self._marks.items():
            for word in _words(mark):
                self._by_word.setdefault(word, []).append(path)
        self._known: dict[str, set[Mark]] = {}
        for one in recorded:
            if one.kind in {"article", "page"} and one.mark is not None:
                self._known.setdefault(one.what, set()).add(one.mark)
        self._lost: dict[str, dict[str, None]] = {}
        for what, marks in self._known.items():
            if not self._is_known(what):
                for word in {word for mark in marks for word in _words(mark)}:
                    self._lost.setdefault(word, {})[what] = None

    def moved(self, line: Recorded) -> _File | None:
        """The file that holds what the one of `line` held, if it is certain that it is this one and no other.

        It must not be known for what it is, and no second file that was lost may be as like it.
        """
        mark = line.mark
        if mark is None:
            return None
        new = [path for path in self._alike(mark) if not self._is_known(path)]
        path = self._best(mark, new)
        if path is None:
            return None
        return None if self._has_rival(line, self._marks[path]) else self.by_path[path]

    def alike(self, mark: Mark) -> _File | None:
        """The one file that has this mark."""
        path = self._best(mark, list(self._alike(mark)))
        return self.by_path[path] if path is not None else None

    def _has_rival(self, line: Recorded, found: Mark) -> bool:
        """Whether another file that was lost is as like `found` as the one of `line`."""
        like = line.mark.likeness(found) if line.mark is not None else 0
        lost = {what for word in _words(found) for what in self._lost.get(word, ())} - {line.what}
        return any(mark.likeness(found) >= like for what in lost for mark in self._known[what])

    def _alike(self, mark: Mark) -> Iterator[str]:
        paths = dict.fromkeys(path for word in _words(mark) for path in self._by_word.get(word, ()))
        return (path for path in paths if mark.is_of(self._marks[path]))

    def _best(self, mark: Mark, paths: Sequence[str]) -> str | None:
        """The one that is most like it; none where two are."""
        ranked = sorted(paths, key=lambda path: -mark.likeness(self._marks[path]))
        if not ranked or (len(ranked) > 1 and not self._is_more_alike(mark, *ranked[:2])):
            return None
        return ranked[0]

    def _is_more_alike(self, mark: Mark, first: str, second: str) -> bool:
        return mark.likeness(self._marks[first]) > mark.likeness(self._marks[second])

    def _is_known(self, path: str) -> bool:
        """Whether the file holds what was recorded of a file of that name."""
        own = self._marks.get(path)
        return own is not None and any(mark.may_be_of(own) for mark in self._known.get(path, ()))


def _words(mark: Mark) -> tuple[str, ...]:
    """Of two marks that are of one article at least one of these is the same."""
    return tuple(word for word in (mark.title, mark.lead) if word != NOTHING)
