from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from hatinh_news.index.clock import state
from hatinh_news.model.article import Article
from hatinh_news.model.config import Shown

MINUTE = timedelta(minutes=1)


def test_an_article_is_out_from_its_minute_on(new_article: Callable[..., Article], now: datetime) -> None:
    assert state(new_article("a", live_from=now), now) == "published"
    assert state(new_article("a", live_from=now + MINUTE), now) == "future"


def test_an_article_expires_at_its_minute(new_article: Callable[..., Article], now: datetime) -> None:
    assert state(new_article("a", expires=now), now) == "expired"
    assert state(new_article("a", expires=now + MINUTE), now) == "published"


def test_a_draft_is_a_draft_whatever_its_dates_say(new_article: Callable[..., Article], now: datetime) -> None:
    assert state(new_article("a", draft=True, live_from=now + MINUTE), now) == "draft"
    assert state(new_article("a", draft=True, expires=now), now) == "draft"


@pytest.mark.parametrize("name", ["draft", "future", "expired"])
def test_each_flag_shows_its_own_state_only(name: str) -> None:
    flag = {"draft": "drafts"}.get(name, name)
    shown = Shown(**{flag: True})
    assert [one for one in ("draft", "future", "expired", "published") if shown.shows(one)] == [name, "published"]
