"""Dates, numbers and names in the newspaper's language."""

from datetime import datetime, timedelta, timezone

import pytest

from hatinh_news.model.config import PAPER_ZONE
from hatinh_news.text.writing import ENGLISH, VIETNAMESE, Writing, writing_in

MOMENT = datetime(2025, 2, 28, 15, 5, tzinfo=PAPER_ZONE)


@pytest.mark.parametrize(
    ("name", "vietnamese", "english"),
    [
        ("article_date", "Thứ Sáu, 28/02/2025, 15:05 (GMT+7)", "Friday, 28 February 2025, 15:05 (GMT+7)"),
        ("day_date", "Thứ Sáu, 28/02/2025", "Friday, 28 February 2025"),
        ("short_date", "28/02/2025", "28 Feb 2025"),
        ("long_date", "Ngày 28 tháng 2 năm 2025", "28 February 2025"),
    ],
)
def test_a_moment_in_both_languages(name: str, vietnamese: str, english: str) -> None:
    assert getattr(VIETNAMESE, name)(MOMENT) == vietnamese
    assert getattr(ENGLISH, name)(MOMENT) == english


def test_a_month_in_both_languages() -> None:
    assert VIETNAMESE.month(2025, 2) == "Tháng 2/2025"
    assert ENGLISH.month(2025, 2) == "February 2025"


def test_every_month_and_day_has_a_name_in_english() -> None:
    days = [ENGLISH.day_date(MOMENT + timedelta(days=number)) for number in range(7)]
    assert [day.partition(",")[0] for day in days] == [
        "Friday", "Saturday", "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday",
    ]  # fmt: skip
    assert [ENGLISH.month(2025, number)[:3] for number in (1, 6, 12)] == ["Jan", "Jun", "Dec"]


def test_another_zone_is_named() -> None:
    moment = MOMENT.astimezone(timezone(timedelta(hours=5, minutes=30)))
    assert ENGLISH.article_date(moment) == "Friday, 28 February 2025, 13:35 (GMT+5:30)"


@pytest.mark.parametrize(
    ("value", "vietnamese", "english"),
    [(1_500_000, "1.500.000", "1,500,000"), (1234.5, "1.234,5", "1,234.5"), (0, "0", "0")],
)
def test_a_number_in_both_languages(value: float, vietnamese: str, english: str) -> None:
    assert (VIETNAMESE.number(value), ENGLISH.number(value)) == (vietnamese, english)


def test_names_in_both_languages() -> None:
    assert VIETNAMESE.join_names(["A", "B", "C"]) == "A, B và C"
    assert ENGLISH.join_names(["A", "B", "C"]) == "A, B and C"


@pytest.mark.parametrize(
    ("code", "writing"), [("vi", VIETNAMESE), ("VI-vn", VIETNAMESE), ("en", ENGLISH), ("fr", ENGLISH)]
)
def test_the_language_chooses(code: str, writing: Writing) -> None:
    assert writing_in(code) is writing
