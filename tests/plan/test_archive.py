from collections.abc import Callable
from datetime import datetime
from typing import Any

from hatinh_news.model.article import Article
from hatinh_news.model.config import PAPER_ZONE, Label


def dated(new_article: Callable[..., Article], *months: tuple[int, int]) -> list[Article]:
    return [
        new_article(f"bai-{year}-{month}-{n}", published=datetime(year, month, 1, 0, 30, tzinfo=PAPER_ZONE))
        for n, (year, month) in enumerate(months)
    ]


def test_every_month_has_a_page_that_leads_to_its_neighbours(
    pages_of: Callable[..., dict[str, Any]], new_article: Callable[..., Article]
) -> None:
    pages = pages_of(dated(new_article, (2024, 11), (2025, 2), (2025, 2), (2025, 1)))
    months = [page.record for page in pages.values() if page.url.startswith("/luu-tru/2")]
    assert [(one.kind, one.title, one.newer, one.older, len(one.cards)) for one in months] == [
        ("month", "Tháng 2/2025", "", "/luu-tru/2025/01/", 2),
        ("month", "Tháng 1/2025", "/luu-tru/2025/02/", "/luu-tru/2024/11/", 1),
        ("month", "Tháng 11/2024", "/luu-tru/2025/01/", "", 1),
    ]
    assert months[0].head.trail == (Label("Lưu trữ", "/luu-tru/"),)


def test_the_archive_lists_months_by_year_with_their_counts(
    pages_of: Callable[..., dict[str, Any]], new_article: Callable[..., Article]
) -> None:
    record = pages_of(dated(new_article, (2024, 11), (2025, 2), (2025, 2), (2025, 1)))["/luu-tru/"].record
    assert record.kind == "archive"
    assert [(group.heading, [(one.label.url, one.count) for one in group.entries]) for group in record.groups] == [
        ("2025", [("/luu-tru/2025/02/", 2), ("/luu-tru/2025/01/", 1)]),
        ("2024", [("/luu-tru/2024/11/", 1)]),
    ]
