"""Moments and numbers as a newspaper in English prints them."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import TYPE_CHECKING

from hatinh_news.text import dates, numbers

if TYPE_CHECKING:
    from decimal import Decimal

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_TO_ENGLISH = str.maketrans(".,", ",.")


def article_date(moment: datetime) -> str:
    """`Friday, 28 February 2025, 15:30 (GMT+7)`."""
    return f"{day_date(moment)}, {dates.clock_time(moment)} ({dates.zone_name(moment)})"


def day_date(day: date) -> str:
    """`Friday, 28 February 2025`."""
    return f"{WEEKDAYS[day.weekday()]}, {long_date(day)}"


def short_date(day: date) -> str:
    """`28 Feb 2025`."""
    return f"{day.day} {MONTHS[day.month - 1][:3]} {day.year:04}"


def long_date(day: date) -> str:
    """`28 February 2025`."""
    return f"{day.day} {month(day.year, day.month)}"


def month(year: int, number: int) -> str:
    """`February 2025`."""
    return f"{MONTHS[number - 1]} {year:04}"


def number(value: "float | Decimal", digits: int = 3) -> str:
    """`1,234,567.891`."""
    return numbers.number(value, digits).translate(_TO_ENGLISH)


def join_names(names: Iterable[str], last: str = " and ") -> str:
    """`A, B and C`."""
    return numbers.join_names(names, last)
