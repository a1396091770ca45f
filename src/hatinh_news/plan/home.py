"""The front page of the newspaper."""

from collections.abc import Iterable, Iterator
from itertools import chain, islice

from hatinh_news.model.article import Article, FrontPage
from hatinh_news.model.config import Label
from hatinh_news.model.page import Page
from hatinh_news.model.records import Block, Head, HomePage, Text
from hatinh_news.model.site import Section
from hatinh_news.plan.edition import Edition
from hatinh_news.plan.fronts import in_places, seats
from hatinh_news.plan.links import text
from hatinh_news.plan.pictures import photo_share


def home(paper: Edition) -> Iterator[Page]:
    """The lead, what the editors pinned and featured, what is new, and blocks; each article stands once."""
    config, profile = paper.index.config, paper.index.home
    front = profile.front if profile is not None else FrontPage()
    seen: set[str] = set()
    above = _above(paper, front, seen)
    head = Head(
        url="/",
        title=config.title,
        description=(profile.description if profile is not None else "") or config.description,
        photo=profile.photo if profile is not None else None,
        share=photo_share(profile.photo) if profile is not None else "",
        feed_url="/",
    )
    record = HomePage(
        head=head,
        lead=paper.cards[above[0].path] if above else None,
        featured=paper.cards_of(above[1 : 1 + front.featured]),
        newest=paper.cards_of(above[1 + front.featured :]),
        blocks=tuple(_blocks(paper, seen)),
        body=text(paper, profile.body) if profile is not None else Text(),
        newest_date=paper.listed[0].published if paper.listed else None,
    )
    yield Page("/", "home.html", record)


def _above(paper: Edition, front: FrontPage, seen: set[str]) -> list[Article]:
    """What stands above the blocks: the lead, the featured articles and the newest; `seen` is told of them all."""
    profile = paper.index.home
    pins = paper.index.pins_by_path.get(profile.path, ()) if profile is not None else ()
    taken = seats(pins, front.places)
    seen.update(article.path for article in taken.values())
    room = 1 + front.featured - sum(place <= 1 + front.featured for place in taken)
    flagged = (article for article in paper.listed[: front.featured_among] if article.featured)
    featured = islice(_unseen(flagged, seen), room)
    others = chain(featured, _unseen(paper.listed, seen))
    return list(islice(in_places(taken, others), front.places))


def _unseen(articles: Iterable[Article], seen: set[str]) -> Iterator[Article]:
    """Those that were not shown yet; now they are."""
    for article in articles:
        if article.path not in seen:
            seen.add(article.path)
            yield article


def _blocks(paper: Edition, seen: set[str]) -> Iterator[Block]:
    for block in paper.index.blocks:
        of, kind = block.of, "section" if isinstance(block.of, Section) else "topic"
        cards = paper.cards_of(islice(_unseen(of.articles, seen), block.limit))
        if cards:
            yield Block(Label(of.name, of.url), cards, kind)
