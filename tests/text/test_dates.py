from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hatinh_news.text.dates import (
    WEEKDAYS,
    WEEKDAYS_SHORT,
    NoSuchDate,
    NotADate,
    article_date,
    clock_time,
    long_date,
    parse_moment,
    relative_time,
    rss_date,
    short_date,
    w3c_date,
    weekday,
    weekday_short,
)

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
AFTERNOON = "2025-02-28T15:30:00+07:00"
MOMENTS = st.datetimes(
    datetime.fromisoformat("1976-01-01"), datetime.fromisoformat("2999-12-30"), timezones=st.just(ZONE)
)
PIECES = (
    "2025",
    "02",
    "28",
    "30",
    "15",
    "0",
    "-",
    "/",
    ".",
    ":",
    "T",
    " ",
    "h",
    "giờ",
    "+07",
    "Z",
    "GMT+",
    "tháng",
    "năm",
)


def test_every_case_of_printing(dates_case: dict[str, str]) -> None:
    moment = parse_moment(dates_case["iso"], ZONE)
    assert article_date(moment) == dates_case["article"]
    assert short_date(moment) == dates_case["short"]
    assert long_date(moment) == dates_case["long"]
    assert clock_time(moment) == dates_case["time"]
    assert rss_date(moment) == dates_case["rss"]
    assert w3c_date(moment) == dates_case["w3c"]


def test_every_case_of_typing(date_inputs_case: dict[str, str]) -> None:
    text = date_inputs_case["yaml"].strip('"')
    if date_inputs_case["means"] is None:
        with pytest.raises(NoSuchDate):
            parse_moment(text, ZONE)
    else:
        assert parse_moment(text, ZONE).isoformat() == date_inputs_case["means"]


def test_every_case_of_how_long_ago(relative_time_case: dict[str, Any]) -> None:
    elapsed = {unit: number for unit, number in relative_time_case.items() if unit != "out"}
    assert relative_time(timedelta(**elapsed)) == relative_time_case["out"]


@pytest.mark.parametrize(
    ("elapsed", "words"),
    [
        (timedelta(seconds=-5), "Vừa xong"),
        (timedelta(seconds=59), "Vừa xong"),
        (timedelta(seconds=60), "1 phút trước"),
        (timedelta(minutes=59, seconds=59), "59 phút trước"),
        (timedelta(hours=1), "1 giờ trước"),
        (timedelta(hours=23, minutes=59), "23 giờ trước"),
        (timedelta(days=2), "2 ngày trước"),
    ],
)
def test_how_long_ago_in_the_largest_unit(elapsed: timedelta, words: str) -> None:
    assert relative_time(elapsed) == words


def test_names_of_days(cases: dict[str, Any]) -> None:
    days = [date(2025, 2, 24) + timedelta(days=number) for number in range(7)]
    assert [weekday(day) for day in days] == list(WEEKDAYS)
    assert [weekday_short(day) for day in days] == list(WEEKDAYS_SHORT)
    known = [0, 1, 3, 4, 6]
    assert [WEEKDAYS[number] for number in known] == cases["weekdays"]
    assert [WEEKDAYS_SHORT[number] for number in known] == cases["weekdays_short"]


@pytest.mark.parametrize(
    ("offset", "article", "rss", "w3c"),
    [
        (timedelta(), "(GMT+0)", "+0000", "+00:00"),
        (timedelta(hours=-4), "(GMT-4)", "-0400", "-04:00"),
        (timedelta(hours=5, minutes=30), "(GMT+5:30)", "+0530", "+05:30"),
        (timedelta(hours=-3, minutes=-30), "(GMT-3:30)", "-0330", "-03:30"),
        (timedelta(hours=7, minutes=6, seconds=30), "(GMT+7:06)", "+0706", "+07:06"),
    ],
)
def test_a_moment_is_printed_with_its_own_offset(offset: timedelta, article: str, rss: str, w3c: str) -> None:
    moment = datetime(2025, 2, 28, 15, 30, 5, 999_999, tzinfo=timezone(offset))
    assert article_date(moment) == f"Thứ Sáu, 28/02/2025, 15:30 {article}"
    assert rss_date(moment) == f"Fri, 28 Feb 2025 15:30:05 {rss}"
    assert w3c_date(moment) == f"2025-02-28T15:30:05{w3c}"


@pytest.mark.parametrize("write", [article_date, rss_date, w3c_date])
def test_a_moment_without_zone_is_refused(write: Any) -> None:
    with pytest.raises(ValueError, match="has no zone"):
        write(datetime.fromisoformat("2025-02-28"))


@pytest.mark.parametrize(
    "text",
    [
        "2025-02-28T15:30",
        "2025-02-28 15:30:00",
        "2025-02-28T15:30:00.000",
        "2025-02-28T08:30Z",
        "2025-02-28T08:30:00.000Z",
        "2025-02-28 08:30:00 +00:00",
        "2025-02-28t15:30:00+07",
        "2025-02-28 15:30 +0700",
        "2025-2-28 15:30",
        "2025/02/28 15:30",
        "20250228 15:30",
        "20250228T15:30:00",
        "28/02/2025 15:30",
        "28/2/2025 15:30:00",
        "28.02.2025, 15:30",
        "28-02-2025 - 15:30",
        "28/02/2025 | 15:30",
        "28/02/2025 15h30",
        "28/02/2025 15h30'",
        "28/02/2025 15 giờ 30",
        "28/02/2025 lúc 15 giờ 30 phút",
        "15:30 28/02/2025",
        "15:30 - 28/02/2025",
        "15h30, ngày 28/02/2025",
        "15 giờ 30 phút ngày 28/2/2025",
        "15g30 Thứ Sáu, 28/02/2025",
        "Thứ Sáu, 28/02/2025, 15:30 (GMT+7)",
        "thứ 6 28/02/2025 15:30",
        "T6, 28/02/2025 15:30 GMT+7",
        "ngày 28 tháng 2 năm 2025, 15:30",
        "28 Tháng 2, 2025 15:30",
        " 2025-02-28\u00a015:30\u200b ",
    ],
)
def test_one_moment_in_the_forms_that_editors_type(text: str) -> None:
    assert parse_moment(text, ZONE).isoformat() == AFTERNOON


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("28/02/2025 7h", "2025-02-28T07:00:00+07:00"),
        ("28/02/2025, 7 giờ", "2025-02-28T07:00:00+07:00"),
        ("28/02/2025 7h5", "2025-02-28T07:05:00+07:00"),
        ("2025-02-28 7:05", "2025-02-28T07:05:00+07:00"),
        ("CN, 02/03/2025", "2025-03-02T00:00:00+07:00"),
        ("Chủ Nhật 2/3/2025", "2025-03-02T00:00:00+07:00"),
        ("2025-02-28T15:30:00.25+07:00", "2025-02-28T15:30:00.250000+07:00"),
        ("2025-02-28T15:30:00,123456789", "2025-02-28T15:30:00.123456+07:00"),
        ("2025-02-28 22:00:00 -02:30", "2025-03-01T07:30:00+07:00"),
        ("2024-02-29", "2024-02-29T00:00:00+07:00"),
    ],
)
def test_moments_in_other_forms(text: str, moment: str) -> None:
    assert parse_moment(text, ZONE).isoformat() == moment


def test_the_answer_is_in_the_papers_zone() -> None:
    assert parse_moment("2025-02-28T08:30:00Z", ZONE).tzinfo is ZONE
    assert parse_moment("2025-02-28", ZoneInfo("UTC")) == datetime(2025, 2, 28, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "hôm qua",
        "15:30",
        "2025",
        "02/2025",
        "2025111",
        "2025-02-281",
        "28/02-2025",
        "28/02/25",
        "2025-02-28 sáng",
        "2025-02-28T",
        "2025-02-28 15",
        "2025-02-28 15:3",
        "2025-W09-5",
        "２０２５-02-28",
        "2025-02-28\n2025-03-01",
    ],
)
def test_what_has_no_form_of_a_date(text: str) -> None:
    with pytest.raises(NotADate):
        parse_moment(text, ZONE)


@pytest.mark.parametrize(
    "text",
    [
        "2025-02-29",
        "2025-13-01",
        "2025-00-10",
        "31/04/2025",
        "02/28/2025",
        "20252802",
        "2025-02-28 25:70",
        "2025-02-28 24:00",
        "2025-02-28T15:60",
        "2025-02-28T15:30:60",
        "2025-02-28T15:30:00+25:00",
        "2025-02-28T15:30:00+07:60",
        "28/02/2025 24h",
        "0000-00-00",
        "1899-12-31",
        "3000-01-01",
        "01/01/1899",
    ],
)
def test_what_no_calendar_and_no_clock_has(text: str) -> None:
    with pytest.raises(NoSuchDate):
        parse_moment(text, ZONE)


@given(MOMENTS)
@settings(max_examples=100, deadline=None)
def test_what_we_print_we_read(moment: datetime) -> None:
    assert parse_moment(w3c_date(moment), ZONE) == moment.replace(microsecond=0)
    to_the_minute = moment.replace(second=0, microsecond=0)
    assert parse_moment(article_date(moment), ZONE) == to_the_minute
    assert parse_moment(f"{clock_time(moment)} {long_date(moment)}", ZONE) == to_the_minute
    assert parse_moment(short_date(moment), ZONE) == to_the_minute.replace(hour=0, minute=0)


@given(st.text(max_size=30) | st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
@settings(max_examples=100, deadline=None)
def test_any_other_text_is_a_date_or_refused(text: str) -> None:
    try:
        moment = parse_moment(text, ZONE)
    except (NotADate, NoSuchDate):
        return
    assert moment.tzinfo is ZONE
