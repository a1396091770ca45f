"""Segments: which articles are in which part of the search index, and in how many files."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hatinh_news.model.article import Article, Body
from hatinh_news.model.config import PAPER_ZONE, Config
from hatinh_news.model.search import Holds, Segment
from hatinh_news.model.strings import ENGLISH
from hatinh_news.plan.segments import ADDRESSES, NEW, OLD, apart, files_of, month_of, segment, segments_of

FIRST = datetime(2015, 1, 1, tzinfo=PAPER_ZONE)


def article(moment: datetime) -> Article:
    return Article(f"{moment:%s}.md", f"/{moment:%s}/", "a", "A", moment, moment, "A", Body())


def daily(count: int, hours: float) -> list[Article]:
    return [article(FIRST + timedelta(hours=hours * number)) for number in range(count)]


@pytest.mark.parametrize("count", [0, 1, 60, 512])
def test_a_few_articles_are_in_one_segment(count: int) -> None:
    ((folder, found),) = apart(daily(count, 24))
    assert (folder, len(found)) == (NEW, count)


@pytest.mark.parametrize(("count", "hours"), [(513, 24), (10_000, 9), (100_000, 0.9), (2_000, 720)])
def test_new_are_the_newest_months_and_old_all_others(count: int, hours: float) -> None:
    articles = daily(count, hours)
    found = dict(apart(articles))
    assert [*found] == [OLD, NEW]
    assert [*found[OLD], *found[NEW]] == articles
    assert month_of(found[OLD][-1]) < month_of(found[NEW][0])
    newest = sum(month_of(one) == month_of(articles[-1]) for one in articles)
    assert 64 <= len(found[NEW]) <= max(newest, 64) + newest + 31 * 24 / hours


def test_a_newspaper_of_one_month_has_one_segment() -> None:
    assert [folder for folder, _ in apart(daily(700, 0.5))] == [NEW]


@settings(deadline=None, max_examples=30)
@given(st.integers(1, 2_000), st.sampled_from([0.4, 3, 9, 30, 200]))
def test_an_addition_moves_nothing_else_unless_a_month_grows_old(count: int, hours: float) -> None:
    before, after = dict(apart(daily(count, hours))), dict(apart(daily(count + 1, hours)))
    assert len(after.get(OLD, [])) >= len(before.get(OLD, []))
    if len(after.get(OLD, [])) > len(before.get(OLD, [])):
        assert month_of(after[NEW][0]) > month_of(before[NEW][0])


def periods(articles: list[Article]) -> list[tuple[str, int, int]]:
    return [(folder, start, end) for folder, holds, start, end in segments_of(OLD, articles) if holds is Holds.COMMON]


def test_a_hundred_thousand_articles_have_a_few_thousand_files_and_ten_thousand_four_hundred() -> None:
    for count, hours, most in ((10_000, 9, 400), (100_000, 0.9, 4_000)):
        files = 0
        for folder, articles in apart(daily(count, hours)):
            for name, holds, start, end in segments_of(folder, articles):
                one = segment(name, holds, start, [(each.path, "", "") for each in articles[start:end]])
                files += one.parts
                assert holds is not Holds.COMMON or one.parts <= 12
                assert holds is not Holds.ALL or one.parts <= 16
            files += -(-len(articles) // ADDRESSES)
        assert files + 2 <= most


@settings(deadline=None, max_examples=30)
@given(st.integers(1, 3_000), st.sampled_from([0.4, 3, 9, 30, 200]))
def test_periods_have_every_old_article_once_and_few_have_very_many(count: int, hours: float) -> None:
    articles = daily(count, hours)
    found = periods(articles)
    assert [start for _, start, _ in found] == [0, *(end for _, _, end in found)][:-1]
    assert found[-1][2] == count
    assert len({folder for folder, _, _ in found}) == len(found)
    for _, start, end in found:
        assert end - start <= 640 or month_of(articles[start]) == month_of(articles[end - 1])


@pytest.mark.parametrize(
    ("count", "hours", "names"),
    [
        (3_000, 24, ["2015-01", "2016-01", "2017-01", "2018-01", "2019-01", "2020-01", "2021-01", "2022-01"]),
        (1_000, 24 * 7, ["2015-01", "2027-01"]),
        (2_000, 9, ["2015-01", "2015-07", "2016-01", "2016-07", "2017-01"]),
    ],
    ids=["a year each", "years of few", "halves of years"],
)
def test_a_period_is_a_year_or_some_years_or_a_part_of_one(count: int, hours: float, names: list[str]) -> None:
    assert [folder for folder, _, _ in periods(daily(count, hours))][: len(names)] == names


def test_another_article_of_a_year_changes_the_periods_of_no_other_year() -> None:
    articles = daily(3_000, 9)
    fewer = [one for one in articles if month_of(one) != 201603]
    before, after = periods(articles), periods(fewer)
    assert [one for one in before if one[0] < "2016"] == [one for one in after if one[0] < "2016"]
    assert [(folder, end - start) for folder, start, end in before if folder >= "2017"] == [
        (folder, end - start) for folder, start, end in after if folder >= "2017"
    ]


def new(articles: list[tuple[str, str, str]]) -> Segment:
    return segment(NEW, Holds.ALL, 0, articles)


def test_the_files_of_a_segment_are_named_by_all_that_is_in_it() -> None:
    articles = [("a.md", "1", "@x"), ("b.md", "2", "@x #y")]
    one = list(files_of(new(articles)))
    assert one == list(files_of(new(articles)))
    for other in ([("a.md", "3", "@x"), articles[1]], articles[:1], articles[::-1], [articles[0], ("b.md", "2", "@x")]):
        assert list(files_of(new(other))) != one


def test_nothing_is_planned_where_readers_cannot_search(
    pages_of: Callable[..., dict[str, Any]], new_article: Callable[..., Article]
) -> None:
    pages = pages_of([new_article("a")], Config("Báo", search=False))
    assert [url for url in pages if url.startswith("/tim-kiem/")] == []
    pages = pages_of([new_article("a")], Config("Báo"))
    assert [url for url in pages if url.startswith("/tim-kiem/")] == [
        "/tim-kiem/", "/tim-kiem/moi/0.json", "/tim-kiem/moi/bai-0.json", "/tim-kiem/muc-luc.json",
    ]  # fmt: skip


def test_an_english_paper_has_an_english_page(pages_of: Callable[..., dict[str, Any]]) -> None:
    assert pages_of([], Config("Paper", language="en", strings=ENGLISH))["/tim-kiem/"].record.title == "Search"
