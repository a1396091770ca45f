"""What search engines ask of articles and these do not have: good to know, gathered, and nobody's mistake."""

from collections.abc import Callable, Iterator

from hatinh_news.model.article import Article
from hatinh_news.model.fault import Fault, Kind, Place
from hatinh_news.plan.cards import lead_photo
from hatinh_news.plan.edition import Edition
from hatinh_news.plan.faults import NO_AUTHOR, NO_PICTURE

SHOWN = 3
"""So many articles are named."""

_WANTS: tuple[tuple[Kind, Callable[[Article], object]], ...] = (
    (NO_PICTURE, lead_photo),
    (NO_AUTHOR, lambda article: article.authors),
)


def wants(paper: Edition) -> Iterator[Fault]:
    """For each thing that some public articles have and some lack one note, which names the newest of these.

    Where no article has it at all, the newspaper is made without, and knows.
    """
    public = paper.published(paper.listed)
    for kind, of in _WANTS:
        lacking = [article for article in public if not of(article)]
        if 0 < len(lacking) < len(public):
            first = ", ".join(f"content/{article.path}" for article in lacking[:SHOWN])
            more = " …" if len(lacking) > SHOWN else ""
            yield kind.at(Place("content/"), count=len(lacking), total=len(public), first=f"{first}{more}")
