from collections.abc import Callable
from datetime import datetime
from typing import Any

from hatinh_news.model.article import Body, Photo, StandingPage
from hatinh_news.model.records import Text


def test_a_standing_page_shows_what_its_file_says(pages_of: Callable[..., dict[str, Any]], now: datetime) -> None:
    photo = Photo("/a.jpg")
    page = StandingPage(
        "trang/lien-he.md", "/lien-he/", "Liên hệ", Body("<p>Gọi</p>", summary="Gọi"), updated=now, photo=photo,
        template="rieng", lang="en", extra={"x": 1},
    )  # fmt: skip
    planned = pages_of(pages=[page])["/lien-he/"]
    record = planned.record
    assert planned.template == "rieng.html"
    assert (record.title, record.body, record.photo, record.updated) == ("Liên hệ", Text("<p>Gọi</p>"), photo, now)
    assert (record.description, record.head.description, record.head.lang, record.extra) == ("", "Gọi", "en", {"x": 1})
    assert record.head.photo == photo


def test_its_own_description_wins(pages_of: Callable[..., dict[str, Any]]) -> None:
    page = StandingPage("trang/x.md", "/x/", "X", Body(summary="Tóm"), description="Mô tả")
    planned = pages_of(pages=[page])["/x/"]
    assert (planned.template, planned.record.head.description) == ("page.html", "Mô tả")
