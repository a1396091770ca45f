"""Small newspapers, indexed and planned."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, TypeAlias

import pytest

from hatinh_news.index import Shown, index
from hatinh_news.model.article import Article, Body, Content, Profile, ProfileKind, StandingPage
from hatinh_news.model.config import PAPER_ZONE, Config
from hatinh_news.model.fault import Fault
from hatinh_news.model.hosting import StaticFile
from hatinh_news.model.page import Page, Plan
from hatinh_news.plan import NO_FINGERPRINTS, plan

NOW = datetime(2025, 3, 1, 12, 0, tzinfo=PAPER_ZONE)

NewArticle: TypeAlias = Callable[..., Article]
NewProfile: TypeAlias = Callable[..., Profile]
Planned: TypeAlias = Callable[..., tuple[Plan, list[Fault]]]


@pytest.fixture(scope="session")
def now() -> datetime:
    return NOW


@pytest.fixture(scope="session")
def new_article() -> NewArticle:
    """An article named like its slug, so many days old."""

    def new(slug: str, days: float = 1, /, **fields: Any) -> Article:
        published = NOW - timedelta(days=days)
        known: dict[str, Any] = {
            "path": f"{slug}.md",
            "url": f"/2025/{slug}/",
            "slug": slug,
            "title": slug,
            "published": published,
            "live_from": published,
            "section": "Thời sự",
            "body": Body(),
        }
        return Article(**(known | fields))

    return new


@pytest.fixture(scope="session")
def new_profile() -> NewProfile:
    def new(kind: ProfileKind, slug: str, name: str, **fields: Any) -> Profile:
        known: dict[str, Any] = {"path": f"{kind}/{slug}/_index.md", "body": Body()}
        return Profile(kind=kind, slug=slug, name=name, **(known | fields))

    return new


@pytest.fixture(scope="session")
def planned() -> Planned:
    """The plan of some articles at NOW; only the plan's own faults come with it."""

    def run(  # noqa: PLR0917
        articles: Iterable[Article] = (),
        config: Config = Config("Báo"),  # noqa: B008
        show: Shown = Shown(),
        profiles: Sequence[Profile] = (),
        pages: Sequence[StandingPage] = (),
        files: Sequence[str] = (),
        fingerprints: Mapping[str, StaticFile] = NO_FINGERPRINTS,
    ) -> tuple[Plan, list[Fault]]:
        found, _ = index(Content(tuple(articles), tuple(pages), tuple(profiles)), config, NOW, show, files)
        return plan(found, NOW, files, fingerprints)

    return run


@pytest.fixture(scope="session")
def pages_of(planned: Planned) -> Callable[..., dict[str, Page]]:
    """The same plan as its pages by address."""

    def run(*values: Any, **named: Any) -> dict[str, Page]:
        result, _ = planned(*values, **named)
        return {page.url: page for page in result.pages}

    return run


@pytest.fixture(scope="session")
def titles() -> Callable[..., list[str]]:
    """The titles on cards."""
    return lambda cards: [card.title for card in cards]
