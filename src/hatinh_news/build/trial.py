"""A trial: what a file that is not there yet would make, and what a build would say of it."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from hatinh_news.build.recall import Recalled
from hatinh_news.index.claims import claimed
from hatinh_news.index.faults import ADDRESS_TAKEN
from hatinh_news.index.sections import Sections, placed, sections
from hatinh_news.model.address import collision_key
from hatinh_news.model.article import Article, Content, StandingPage
from hatinh_news.model.fault import Fault
from hatinh_news.model.manuscript import Made
from hatinh_news.read.article import Rules, read_file
from hatinh_news.read.load import front_desk, with_sections


def rules_of(known: Recalled, beside: Mapping[str, str] | None = None) -> Rules:
    """The rules by which any other file is read, with more files `beside` those that there are."""
    tree = replace(known.tree, files={**known.tree.files, **(beside or {})})
    return with_sections(front_desk(tree, known.config, known.static), known.content.profiles).rules


def sections_of(known: Recalled, more: tuple[Article, ...] = ()) -> tuple[Sections, list[Fault]]:
    """The sections that the newspaper has, with `more` articles; pages that are drafts name none."""
    profiles = tuple(profile for profile in known.content.profiles if not profile.draft)
    return sections((*known.content.articles, *more), profiles, known.config)


def trial(
    known: Recalled, path: str, raw: bytes, beside: Mapping[str, str] | None = None
) -> tuple[Made | None, list[Fault]]:
    """What the bytes of a file at `path` (below content/) make among the others, and all that is wrong with that."""
    made, wrong = read_file(path, raw, rules_of(known, beside))
    if not isinstance(made, Article):
        return made, wrong
    finished = known.hands.article(made) if known.hands.names else made
    if isinstance(finished, Fault):
        return None, [*wrong, finished]
    all_sections, _ = sections_of(known, (finished,))
    kept, lost = placed([finished], all_sections)
    _, refused = claimed(Content(tuple(kept)), all_sections.all, known.static.keys())
    return finished, [*wrong, *lost, *refused, *_rivals(known, finished)]


def _rivals(known: Recalled, article: Article) -> Iterator[Fault]:
    """The fault of an address that another file has, or had and still answers."""
    key = collision_key(article.url)
    others: list[Article | StandingPage] = [*known.content.articles, *known.content.pages]
    for one in others:
        if collision_key(one.url) == key or any(collision_key(alias.url) == key for alias in one.aliases):
            yield ADDRESS_TAKEN.at(article.place, url=article.url, other=one.place.path)
            return
