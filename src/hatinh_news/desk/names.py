"""What a newspaper's names are, for editors who need not know them by heart."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from operator import attrgetter

from hatinh_news.build.recall import Recalled, recall
from hatinh_news.build.request import Request
from hatinh_news.build.trial import rules_of, sections_of
from hatinh_news.model.article import Content, ProfileKind
from hatinh_news.model.errors import CannotBuild
from hatinh_news.model.fault import Place
from hatinh_news.read.file_faults import NO_CONTENT
from hatinh_news.text.fold import match_key
from hatinh_news.text.order import dictionary_key


@dataclass(frozen=True, slots=True)
class Known:
    """A newspaper as its desk knows it: sections in the order of the menu, other names with the most used first.

    `folders` are the sections by the folders of content/ that mean them; `declared` says that a new section must be,
    too.
    """

    paper: Recalled
    sections: tuple[str, ...]
    default_section: str
    folders: dict[str, str]
    declared: bool
    topics: tuple[str, ...]
    authors: tuple[str, ...]
    series: tuple[str, ...]


def know(request: Request) -> Known:
    """What there is; raises CannotBuild where there is no newspaper, or its settings are faulty."""
    paper = recall(request)
    if not paper.tree.root.is_dir():
        raise CannotBuild(NO_CONTENT.at(Place("content")))
    content, config = paper.content, paper.config
    found, _ = sections_of(paper)
    folders = rules_of(paper).sections
    articles = content.articles
    return Known(
        paper=paper,
        sections=tuple(section.name for section in found.all),
        default_section=found.default,
        folders=folders,
        declared=bool(folders),
        topics=_names(
            [*(one.name for one in config.topics), *_titles(content, "topic")],
            (name for article in articles for name in article.topics),
        ),
        authors=_names(
            [*(one.name for one in config.authors), *_titles(content, "author")],
            (name for article in articles for name in article.authors),
        ),
        series=_names(_titles(content, "series"), filter(None, map(attrgetter("series"), articles))),
    )


def _titles(content: Content, kind: ProfileKind) -> list[str]:
    return [one.name for one in content.profiles if one.kind == kind and one.name]


def _names(declared: Iterable[str], used: Iterable[str]) -> tuple[str, ...]:
    """Each name once, spelt as it is declared, else as it mostly is; the most used first."""
    spelt = Counter(used)
    spelling: dict[str, str] = {}
    uses: Counter[str] = Counter()
    for name in declared:
        spelling.setdefault(match_key(name), name)
    for name, times in sorted(spelt.items(), key=lambda each: (-each[1], each[0])):
        spelling.setdefault(match_key(name), name)
        uses[match_key(name)] += times
    ordered = sorted(spelling, key=lambda key: (-uses[key], dictionary_key(spelling[key])))
    return tuple(spelling[key] for key in ordered)
