import pickle
from datetime import UTC, datetime, timedelta, timezone

import pytest

from hatinh_news.model.article import Article, Body, Photo
from hatinh_news.model.config import PAPER_ZONE
from hatinh_news.model.frozen import Damaged, freeze, thaw


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
