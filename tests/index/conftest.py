"""Small newspapers made in place."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any, TypeAlias

import pytest

from hatinh_news.index import Shown, index
from hatinh_news.model.article import Article, Body, Content, Profile, ProfileKind, StandingPage
from hatinh_news.model.config import PAPER_ZONE, Config
from hatinh_news.model.fault import Fault
from hatinh_news.model.site import Index

NOW = datetime(2025, 3, 1, 12, 0, tzinfo=PAPER_ZONE)

NewArticle: TypeAlias = Callable[..., Article]
NewProfile: TypeAlias = Callable[..., Profile]
Indexed: TypeAlias = Callable[..., tuple[Index, list[Fault]]]


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
            "url": f"/{slug}/",
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
        return Profile(path=f"{kind}/{slug}/_index.md", kind=kind, slug=slug, name=name, body=Body(), **fields)

    return new


@pytest.fixture(scope="session")
def indexed() -> Indexed:
    """The index of some articles at NOW."""

    def run(
        articles: Iterable[Article] = (),
        config: Config = Config("Báo"),  # noqa: B008
        show: Shown = Shown(),
        profiles: Sequence[Profile] = (),
        pages: Sequence[StandingPage] = (),
        files: Sequence[str] = (),
    ) -> tuple[Index, list[Fault]]:
        return index(Content(tuple(articles), tuple(pages), tuple(profiles)), config, NOW, show, files)

    return run
