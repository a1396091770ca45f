"""What the pages that the site makes by itself are called, and where they stand."""

from dataclasses import dataclass
from typing import Final

from hatinh_news.model.config import Config, Label
from hatinh_news.text.writing import writing_in

TOPICS: Final = "/chu-de/"
AUTHORS: Final = "/tac-gia/"
SERIES: Final = "/loat-bai/"
ARCHIVE: Final = "/luu-tru/"
CORRECTIONS: Final = "/cai-chinh/"
NOT_FOUND: Final = "/404.html"


@dataclass(frozen=True, slots=True)
class Labels:
    """Those pages in the newspaper's language."""

    topics: Label
    authors: Label
    series: Label
    archive: Label
    corrections: Label
    not_found: Label


def labels(config: Config) -> Labels:
    words = config.strings
    return Labels(
        topics=Label(words.topics, TOPICS),
        authors=Label(words.authors, AUTHORS),
        series=Label(words.series, SERIES),
        archive=Label(words.archive, ARCHIVE),
        corrections=Label(words.corrections, CORRECTIONS),
        not_found=Label(words.not_found, NOT_FOUND),
    )


def month_label(config: Config, year: int, month: int) -> Label:
    """The page of a month."""
    return Label(writing_in(config.language).month(year, month), f"{ARCHIVE}{year:04}/{month:02}/")


def page_name(config: Config, title: str, number: int) -> str:
    """The title of one page of a list, as no other page has it."""
    return f"{title} - {config.strings.page} {number}" if number else title
