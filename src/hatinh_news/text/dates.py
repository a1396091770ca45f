"""Moments as the paper prints them, and as editors type them."""

import re
from datetime import date, datetime, timedelta, timezone
from functools import lru_cache
from zoneinfo import ZoneInfo

WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ Nhật")
WEEKDAYS_SHORT = ("T2", "T3", "T4", "T5", "T6", "T7", "CN")
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def weekday(day: date) -> str:
    """`Thứ Sáu`."""
    return WEEKDAYS[day.weekday()]


def weekday_short(day: date) -> str:
    """`T6`."""
    return WEEKDAYS_SHORT[day.weekday()]


def article_date(moment: datetime) -> str:
    """`Thứ Sáu, 28/02/2025, 15:30 (GMT+7)`."""
    return f"{day_date(moment)}, {clock_time(moment)} ({zone_name(moment)})"


def zone_name(moment: datetime) -> str:
    """`GMT+7`."""
    return _zone_name(_offset(moment))


@lru_cache(32)
def _zone_name(offset: str) -> str:
    """`GMT+7` for `+07:00`, `GMT+5:30` for `+05:30`."""
    hours, minutes = offset[1:].split(":")
    return f"GMT{offset[0]}{int(hours)}:{minutes}" if int(minutes) else f"GMT{offset[0]}{int(hours)}"


def day_date(day: date) -> str:
    """`Thứ Sáu, 28/02/2025`."""
    return f"{weekday(day)}, {short_date(day)}"


def short_date(day: date) -> str:
    """`28/02/2025`."""
    return f"{day.day:02}/{day.month:02}/{day.year:04}"


def long_date(day: date) -> str:
    """`Ngày 28 tháng 2 năm 2025`."""
    return f"Ngày {day.day} tháng {day.month} năm {day.year}"


def month(year: int, number: int) -> str:
    """`Tháng 2/2025`."""
    return f"Tháng {number}/{year}"


def clock_time(moment: datetime) -> str:
    """`15:30`."""
    return f"{moment.hour:02}:{moment.minute:02}"


def rss_date(moment: datetime) -> str:
    """`Fri, 28 Feb 2025 15:30:00 +0700`, in English as RFC 822 wants it."""
    day = f"{_DAYS[moment.weekday()]}, {moment.day:02} {_MONTHS[moment.month - 1]} {moment.year:04}"
    return f"{day} {clock_time(moment)}:{moment.second:02} {_offset(moment).replace(':', '')}"


def w3c_date(moment: datetime) -> str:
    """`2025-02-28T15:30:00+07:00`, to the second."""
    written = moment.isoformat(timespec="seconds")
    return written if len(written) == _USUAL else f"{written[:19]}{_offset(moment)}"


_USUAL = len("2025-02-28T15:30:00+07:00")  # longer where an offset has seconds, shorter where there is none


def _offset(moment: datetime) -> str:
    """`+07:00`, without the seconds that offsets had a hundred years ago."""
    offset = moment.utcoffset()
    if offset is None:
        raise ValueError(f"{moment} has no zone")
    return _written(offset)


@lru_cache(128)
def _written(offset: timedelta) -> str:
    hours, minutes = divmod(abs(offset) // timedelta(minutes=1), 60)
    return f"{'-' if offset < timedelta() else '+'}{hours:02}:{minutes:02}"


def relative_time(elapsed: timedelta) -> str:
    """`5 phút trước`: how long ago, in the largest unit that fits."""
    minutes = elapsed // timedelta(minutes=1)
    if minutes < 1:
        return "Vừa xong"
    if minutes < 60:
        return f"{minutes} phút trước"
    if minutes < 24 * 60:
        return f"{minutes // 60} giờ trước"
    return "Hôm qua" if elapsed.days == 1 else f"{elapsed.days} ngày trước"


class NotADate(ValueError):
    """The text has no form of a date that we read."""


class NoSuchDate(ValueError):
    """The text has the form of a date, but no calendar has the day or no clock the time."""


_YEARS = range(1900, 3000)
_ISO = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
    r"(?:[T ](?:[01][0-9]|2[0-3]):[0-9]{2}(?::[0-9]{2})?(?:Z|[+-][0-9]{2}:[0-5][0-9])?)?"
)

# The other forms are rare, and to make these ready takes longer than to read a hundred articles: that is left to `re`,
# which remembers them.
_YEAR_FIRST = r"(?=[0-9]{4}[-/.]|[0-9]{8}(?![0-9]))([0-9]{4})([-/.]?)([0-9]{1,2})\2([0-9]{1,2})(?![0-9])"
_DAY_FIRST = r"([0-9]{1,2})(?:([-/.])|\s+tháng\s+)([0-9]{1,2})(?(2)\2|(?:\s+năm\s+|\s*[,/-]\s*|\s+))([0-9]{4})(?![0-9])"
_BEFORE = r"\A(?:(?:thứ\s+[^\s,]+|chủ\s+nhật|T[2-7]|CN)(?:\s*,\s*|\s+))?(?:ngày\s+)?"
_HOUR = r"\s*(?:giờ|h|g)\s*"
_CLOCK = rf"""(?:
        (?: T | \s*(?:[,|–]|-(?=\s))\s* | \s+ ) (?:lúc\s+)?
        (?P<hour>[0-9]{{1,2}})
        (?:
            : (?P<minute>[0-9]{{2}}) (?: : (?P<second>[0-9]{{2}}) (?: [.,] (?P<fraction>[0-9]+) )? )?
          | {_HOUR} (?: (?P<past>[0-9]{{1,2}}) (?:\s*(?:phút|p|'))? )?
        )
        (?:
            \s* \(?
            (?P<offset> Z | (?:GMT|UTC)? (?P<sign>[+-]) (?P<hours>[0-9]{{1,2}}) (?: :? (?P<minutes>[0-9]{{2}}) )? )
            \)?
        )?
    )?"""
_CLOCK_FIRST = (
    rf"\A(?:lúc\s+)?([0-9]{{1,2}}(?::[0-9]{{2}}(?::[0-9]{{2}})?|{_HOUR}(?:[0-9]{{1,2}}(?:\s*phút)?)?))"
    r"(?:\s*[,|–-]\s*|\s+)(\S.*)"
)


def parse_moment(text: str, zone: ZoneInfo) -> datetime:
    """The moment that an editor typed, in the paper's zone, which is also meant where no zone is typed.

    Raises NotADate or NoSuchDate.
    """
    moment = _read_iso(text) or _read(text)
    if moment.year not in _YEARS:
        raise NoSuchDate(f"no year of ours: {text}")
    return moment.astimezone(zone) if moment.tzinfo else moment.replace(tzinfo=zone)


def _read_iso(text: str) -> datetime | None:
    """The usual forms, at once; None when a closer look is needed."""
    try:
        return datetime.fromisoformat(text) if _ISO.fullmatch(text) else None
    except ValueError:
        return None


def _read(text: str) -> datetime:
    from hatinh_news.text.clean import clean_line

    words = re.sub(_CLOCK_FIRST, r"\2 \1", clean_line(text), count=1, flags=re.IGNORECASE)
    words = re.sub(_BEFORE, "", words, count=1, flags=re.IGNORECASE)
    if day := re.match(_YEAR_FIRST, words):
        numbers = day.group(1, 3, 4)
    elif day := re.match(_DAY_FIRST, words, re.IGNORECASE):
        numbers = day.group(4, 3, 1)
    else:
        raise NotADate(f"not a date: {text}")
    clock = re.compile(_CLOCK, re.IGNORECASE | re.VERBOSE).fullmatch(words, day.end())
    if clock is None:
        raise NotADate(f"not a time: {text}")
    year, month, day_of_month = map(int, numbers)
    try:
        return datetime(year, month, day_of_month, *_time(clock), tzinfo=_zone(clock))
    except ValueError:
        raise NoSuchDate(f"no such day or time: {text}") from None


def _time(clock: re.Match[str]) -> tuple[int, int, int, int]:
    minute = int(clock["minute"] or clock["past"] or 0)
    return int(clock["hour"] or 0), minute, int(clock["second"] or 0), int((clock["fraction"] or "0")[:6].ljust(6, "0"))


def _zone(clock: re.Match[str]) -> timezone | None:
    if not clock["offset"]:
        return None
    hours, minutes = int(clock["hours"] or 0), int(clock["minutes"] or 0)
    if minutes > 59:
        raise ValueError(minutes)
    return timezone(timedelta(hours=hours, minutes=minutes) * (-1 if clock["sign"] == "-" else 1))
