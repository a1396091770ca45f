import pickle
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest

from hatinh_news.model.article import Article, Body, Photo
from hatinh_news.model.config import PAPER_ZONE
from hatinh_news.model.frozen import Damaged, freeze, thaw

MOMENT = datetime(2025, 2, 28, 15, 30, tzinfo=PAPER_ZONE)


class Stranger:
    def __reduce__(self) -> tuple[object, tuple[str]]:
        return print, ("hello",)


@pytest.mark.parametrize("zone", [PAPER_ZONE, UTC, timezone(timedelta(hours=7))])
def test_a_record_comes_back_as_it_was(zone: timezone) -> None:
    moment = datetime(2025, 2, 28, 15, 30, tzinfo=zone)
    body = Body("<p>", 1, photos=(Photo("/a.jpg"),))
    article = Article("a.md", "/a/", "a", "Bài", moment, moment, "Kinh tế", body, extra={"x": [1, None, "y"]})
    back = thaw(freeze(article))
    assert back == article
    assert back.published.tzinfo == moment.tzinfo


@pytest.mark.parametrize("value", [Stranger(), print, pickle.loads, Photo.__init__, pytest])
def test_nothing_but_our_nouns_comes_out(value: object, capsys: pytest.CaptureFixture[str]) -> None:
    try:
        frozen = pickle.dumps(value)
    except TypeError:
        frozen = pickle.dumps(print)
    with pytest.raises(Damaged, match="none of ours"):
        thaw(frozen)
    assert capsys.readouterr().out == ""


def test_a_function_of_ours_is_no_noun() -> None:
    with pytest.raises(Damaged, match="none of ours"):
        thaw(pickle.dumps(freeze))


def test_articles_that_are_thawed_share_the_names_that_they_have_alike() -> None:
    photo = Photo("/a.jpg", "Chợ sớm", "Chợ " + "sớm".casefold(), "Ảnh: An")
    article = Article(
        "a.md", "/a/", "a", "A", MOMENT, MOMENT, "Kinh tế", Body(), topics=("Giá gạo",), authors=("Lê An",), photo=photo
    )
    one, other = thaw(freeze(article)), thaw(freeze(replace(article, path="b.md", extra={"a": 1})))
    assert one == article
    assert other.extra == {"a": 1}
    assert one.section is other.section
    assert one.topics[0] is other.topics[0]
    assert one.authors[0] is other.authors[0]
    assert one.photo.caption is one.photo.alt
    assert one.extra is thaw(freeze(article)).extra
