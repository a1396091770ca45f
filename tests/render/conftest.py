"""A small newspaper to render, and templates written in place."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import TypeAlias

import pytest

from hatinh_news.model.article import Photo
from hatinh_news.model.config import PAPER_ZONE, Label
from hatinh_news.model.fault import Fault
from hatinh_news.model.page import Page, Record
from hatinh_news.model.records import ArticlePage, Card, Head, Site, Text
from hatinh_news.render import Theme, render_all

MOMENT = datetime(2025, 2, 28, 15, 30, tzinfo=PAPER_ZONE)

NewCard: TypeAlias = Callable[..., Card]
NewArticle: TypeAlias = Callable[..., ArticlePage]
Press: TypeAlias = Callable[..., str | Fault]


@pytest.fixture
def moment() -> datetime:
    return MOMENT


@pytest.fixture
def site() -> Site:
    return Site("Báo Hà Tĩnh", "https://x.vn/bao", description="Báo của tỉnh", extra={"chan": "trang"})


@pytest.fixture
def new_card() -> NewCard:
    """Card number `number` is so many days older than the first."""

    def new(number: int = 0, title: str = "", sapo: str = "Sapo", photo: Photo | None = None) -> Card:
        published = MOMENT - timedelta(days=number)
        section = Label("Thời sự", "/thoi-su/")
        return Card(f"/2025/02/bai-{number}/", title or f"Bài {number}", sapo, published, section, photo=photo)

    return new


@pytest.fixture
def new_article() -> NewArticle:
    def new(**fields: object) -> ArticlePage:
        trail = (Label("Trang chủ", "/"), Label("Thời sự", "/thoi-su/"))
        ordinary = {
            "head": Head("/2025/02/ten-bai/", "Tên bài", trail=trail, section_url="/thoi-su/"),
            "headline": "Tên bài",
            "section": Label("Thời sự", "/thoi-su/"),
            "published": MOMENT,
            "body": Text("<p>Thân bài</p>"),
            "words": 321,
            "minutes": 2,
        }
        return ArticlePage(**(ordinary | fields))  # type: ignore[arg-type]

    return new


@pytest.fixture
def press(tmp_path: Path, site: Site, new_article: NewArticle) -> Press:
    """Writes templates, each under its name with `_` for the dot, and renders one page with the first of them."""

    def render(record: Record | None = None, **templates: str) -> str | Fault:
        names = [name.replace("_", ".") for name in templates]
        for name, source in zip(names, templates.values(), strict=True):
            (tmp_path / name).write_text(source, "utf-8")
        page = Page("/2025/02/ten-bai/", names[0], record or new_article())
        theme = Theme((tmp_path,), digest=repr(templates))
        [(_, rendered)] = render_all(theme, site, [page])
        return rendered if isinstance(rendered, Fault) else rendered.decode("utf-8")

    return render
