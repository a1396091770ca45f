"""How dates, numbers and lists are written in the newspaper's language."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from hatinh_news.text import dates, english, numbers


@dataclass(frozen=True, slots=True)
class Writing:
    """The functions of one language, under the names that templates know them by; `month` takes year and number."""

    article_date: Callable[[datetime], str]
    day_date: Callable[[date], str]
    short_date: Callable[[date], str]
    long_date: Callable[[date], str]
    month: Callable[[int, int], str]
    number: Callable[..., str]
    join_names: Callable[..., str]


VIETNAMESE: Final = Writing(
    dates.article_date,
    dates.day_date,
    dates.short_date,
    dates.long_date,
    dates.month,
    numbers.number,
    numbers.join_names,
)
ENGLISH: Final = Writing(
    english.article_date, english.day_date, english.short_date, english.long_date, english.month, english.number,
    english.join_names,
)  # fmt: skip


def writing_in(language: str) -> Writing:
    """That of a language code such as `vi` or `en-GB`; English for a language that is not known."""
    return VIETNAMESE if language.partition("-")[0].lower() == "vi" else ENGLISH
