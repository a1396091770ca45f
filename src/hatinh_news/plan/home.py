"""The front page of the newspaper."""

from collections.abc import Iterator, Sequence
from itertools import islice

from hatinh_news.model.article import Article
from hatinh_news.model.config import Label
from hatinh_news.model.page import Page
from hatinh_news.model.records import Block, Head, HomePage, Text
from hatinh_news.plan.edition import Edition
from hatinh_news.plan.links import text

FEATURED = 4
NEWEST = 12
BLOCK = 5


def home(paper: Edition) -> Iterator[Page]:
    """The lead, what the editors feature, what is new, and a block for every section; each article stands once."""
    config, profile = paper.index.config, paper.index.home
    top, newest = _top(paper.listed)
    seen = {article.path for article in (*top, *newest)}
    head = Head(
        url="/",
        title=config.title,
        description=(profile.description if profile is not None else "") or config.description,
        photo=profile.photo if profile is not None else None,
        feed_url="/",
    )
    record = HomePage(
        head=head,
        lead=paper.cards[top[0].path] if top else None,
        featured=paper.cards_of(top[1:]),
        newest=paper.cards_of(newest),
        blocks=tuple(_blocks(paper, seen)),
        body=text(paper, profile.body) if profile is not None else Text(),
    )
    yield Page("/", "home.html", record)


def _top(articles: Sequence[Article]) -> tuple[Sequence[Article], Sequence[Article]]:
    """The lead and the featured articles, then the newest of the others."""
    featured = list(islice((article for article in articles if article.featured), 1 + FEATURED))
    chosen = {article.path for article in featured}
    missing = 1 + FEATURED - len(featured)
    others = list(islice((article for article in articles if article.path not in chosen), missing + NEWEST))
    return [*featured, *others[:missing]], others[missing:]


def _blocks(paper: Edition, seen: set[str]) -> Iterator[Block]:
    for section in paper.index.sections:
        left = list(islice((article for article in section.articles if article.path not in seen), BLOCK))
        if left:
            yield Block(Label(section.name, section.url), paper.cards_of(left))
