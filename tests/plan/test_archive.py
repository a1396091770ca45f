from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from hatinh_news.model.article import Article
from hatinh_news.model.config import PAPER_ZONE, Config, Label


def dated(new_article: Callable[..., Article], *months: tuple[int, int]) -> list[Article]:
    return [
        new_article(f"bai-{year}-{month}-{n}", published=datetime(year, month, 1, 0, 30, tzinfo=PAPER_ZONE))
        for n, (year, month) in enumerate(months)
    ]


def of_month(new_article: Callable[..., Article], year: int, month: int, count: int) -> list[Article]:
    """bai-YEAR-MONTH-01 is the oldest."""
    first = datetime(year, month, 1, 6, 0, tzinfo=PAPER_ZONE)
    return [
        new_article(f"bai-{year}-{month}-{n:02}", published=first + timedelta(hours=n)) for n in range(1, count + 1)
    ]


def test_every_month_has_a_front_that_leads_to_its_neighbours(
    pages_of: Callable[..., dict[str, Any]], new_article: Callable[..., Article]
) -> None:
    pages = pages_of(dated(new_article, (2024, 11), (2025, 2), (2025, 2), (2025, 1)))
    months = [page.record for page in pages.values() if page.url.startswith("/luu-tru/2")]
    february, january, november = (
        Label(f"Tháng {month}", f"/luu-tru/{url}/")
        for month, url in (("2/2025", "2025/02"), ("1/2025", "2025/01"), ("11/2024", "2024/11"))
    )
    assert [(one.kind, one.title, one.later, one.earlier, len(one.cards)) for one in months] == [
        ("month", "Tháng 2/2025", None, january, 2),
        ("month", "Tháng 1/2025", february, november, 1),
        ("month", "Tháng 11/2024", january, None, 1),
    ]
    assert {(one.newer, one.older, one.number) for one in months} == {("", "", 0)}
    assert months[0].head.trail == (Label("Lưu trữ", "/luu-tru/"),)


def test_a_month_of_many_articles_is_cut_into_pages_that_are_numbered_from_the_oldest(
    pages_of: Callable[..., dict[str, Any]], new_article: Callable[..., Article], titles: Callable[..., list[str]]
) -> None:
    articles = [*of_month(new_article, 2025, 1, 1), *of_month(new_article, 2025, 2, 10)]
    pages = pages_of(articles, Config("Báo", paginate_by=3))
    front, two, one = (pages[f"/luu-tru/2025/02/{rest}"].record for rest in ("", "trang/2/", "trang/1/"))
    assert titles(front.cards) == [f"bai-2025-2-{n:02}" for n in (10, 9, 8, 7)]
    assert titles(two.cards) == [f"bai-2025-2-{n:02}" for n in (6, 5, 4)]
    assert titles(one.cards) == [f"bai-2025-2-{n:02}" for n in (3, 2, 1)]
    assert [(record.number, record.newer, record.older) for record in (front, two, one)] == [
        (0, "", "/luu-tru/2025/02/trang/2/"),
        (2, "/luu-tru/2025/02/", "/luu-tru/2025/02/trang/1/"),
        (1, "/luu-tru/2025/02/trang/2/", ""),
    ]
    january = Label("Tháng 1/2025", "/luu-tru/2025/01/")
    assert [record.earlier for record in (front, two, one)] == [january, None, january]
    february = Label("Tháng 2/2025", "/luu-tru/2025/02/")
    assert pages["/luu-tru/2025/01/"].record.later == february
    assert (one.head.title, one.head.trail) == ("Tháng 2/2025 - Trang 1", (Label("Lưu trữ", "/luu-tru/"), february))


def test_a_month_that_is_over_changes_only_by_the_link_to_the_next(
    pages_of: Callable[..., dict[str, Any]], new_article: Callable[..., Article]
) -> None:
    config = Config("Báo", paginate_by=3)
    january = of_month(new_article, 2025, 1, 11)

    def pages(*february: Article) -> dict[str, Any]:
        found = pages_of([*january, *february], config)
        return {url: page for url, page in found.items() if url.startswith("/luu-tru/2025/01/")}

    alone, begun = pages(), pages(*of_month(new_article, 2025, 2, 1))
    assert [url for url, page in begun.items() if alone[url] != page] == ["/luu-tru/2025/01/"]
    assert pages(*of_month(new_article, 2025, 2, 9)) == begun


def test_the_archive_lists_months_by_year_with_their_counts(
    pages_of: Callable[..., dict[str, Any]], new_article: Callable[..., Article]
) -> None:
    record = pages_of(dated(new_article, (2024, 11), (2025, 2), (2025, 2), (2025, 1)))["/luu-tru/"].record
    assert record.kind == "archive"
    assert [(group.heading, [(one.label.url, one.count) for one in group.entries]) for group in record.groups] == [
        ("2025", [("/luu-tru/2025/02/", 2), ("/luu-tru/2025/01/", 1)]),
        ("2024", [("/luu-tru/2024/11/", 1)]),
    ]


def test_a_paper_without_articles_has_an_archive_without_months(pages_of: Callable[..., dict[str, Any]]) -> None:
    pages = pages_of()
    assert pages["/luu-tru/"].record.groups == ()
    assert not [url for url in pages if url.startswith("/luu-tru/2")]
