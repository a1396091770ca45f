"""The schedule: what the clock alone will change, from what the ledger remembers, and nothing rendered."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from hatinh_news.build import Request
from hatinh_news.build.schedule import Due, schedule
from hatinh_news.build.turns import Clocked, span, turns
from hatinh_news.model.article import Article, Body, Content, Correction
from hatinh_news.model.config import PAPER_ZONE, Config, Shown
from hatinh_news.model.errors import CannotBuild
from hatinh_news.read.article import read_file
from newsroom import NOW, lay_out, tree

from .conftest import Paper

DAY = timedelta(days=1)
TICK = timedelta(microseconds=1)


def due(paper: Paper, until: datetime | None = None) -> list[tuple[str, str, str]]:
    """Moment, what and file of all that is due."""
    found, _ = schedule(Request(paper.site, paper.out, NOW), until)
    return [(f"{one.moment:%d/%m %H:%M:%S.%f}"[:-5], one.what, one.path) for one in found]


def give(paper: Paper, number: int, *lines: str) -> None:
    paper.edit(f"content/bai-{number:02}.md", f"title: Bài {number}\n", f"title: Bài {number}\n{chr(10).join(lines)}\n")


def test_where_nothing_is_due_the_schedule_is_empty(built: Paper) -> None:
    assert due(built) == []


def test_what_is_due_comes_in_order_of_time_and_no_later_than_wanted(built: Paper) -> None:
    give(built, 2, "publish_date: 2025-06-02 08:00", "expiry_date: 2025-06-03 08:00")
    give(built, 3, "corrections: [{date: 2025-06-02 08:00, text: Đúng là ba.}]")
    give(built, 4, "publish_date: 2025-06-02 08:00")
    wanted = [
        ("02/06 08:00:00.0", "live", "content/bai-02.md"),
        ("02/06 08:00:00.0", "live", "content/bai-04.md"),
        ("02/06 08:00:00.0", "correction", "content/bai-03.md"),
        ("03/06 08:00:00.0", "expired", "content/bai-02.md"),
        ("04/06 08:00:00.0", "no-news", "content/bai-04.md"),
    ]
    assert due(built) == wanted
    assert due(built, datetime(2025, 6, 3, 8, 0, tzinfo=PAPER_ZONE)) == wanted[:4]
    assert due(built, NOW) == []


def test_a_turn_names_its_article(built: Paper) -> None:
    give(built, 2, "publish_date: 2025-06-02 08:00", "expiry_date: 2025-06-02 09:00")
    found, faults = schedule(Request(built.site, built.out, NOW))
    moment = datetime(2025, 6, 2, 8, 0, tzinfo=PAPER_ZONE)
    assert found[0] == Due(moment, "live", "content/bai-02.md", "/2025/01/bai-02/", "Bài 2")
    assert faults == ()


def test_drafts_and_what_nobody_would_see_are_not_due(built: Paper) -> None:
    later = "publish_date: 2025-06-02 08:00"
    give(built, 2, later, "draft: true", "corrections: [{date: 2025-06-04, text: a}]")
    give(built, 3, "expiry_date: 2025-06-01 11:00", "corrections: [{date: 2025-06-04, text: a}]")
    give(built, 4, "retracted: Sai.", "corrections: [{date: 2025-06-04, text: a}]")
    give(built, 5, "expiry_date: 2025-06-02 09:00", "corrections: [{date: 2025-06-02 09:00, text: a}]")
    assert due(built) == [("02/06 09:00:00.0", "expired", "content/bai-05.md")]


def test_what_waits_for_its_section_is_not_due(built: Paper) -> None:
    text = "-- content/moi/_index.md --\n---\ntitle: Mới\ndraft: true\n---\n"
    lay_out(f"{text}-- content/moi/bai.md --\n---\ntitle: Bài\ndate: 2025-06-02\n---\n", built.site)
    assert due(built) == []
    assert built.build().due is None
    built.edit("content/moi/_index.md", "draft: true", "draft: false")
    assert [what for _, what, _ in due(built)] == ["live", "no-news"]


def test_pins_come_to_their_fronts_and_go(built: Paper) -> None:
    front = """-- content/_index.md --
---
title: Trang nhất
pin:
  - {article: /2025/01/bai-04/, from: 2025-06-02 08:00, until: 2025-06-03 08:00}
  - {article: bai-05.md, until: 2025-06-02 08:00}
  - {article: khong-co, from: 2025-06-02 08:00}
  - bai-06.md
---
"""
    lay_out(front, built.site)
    moment = datetime(2025, 6, 2, 8, 0, tzinfo=PAPER_ZONE)
    found, _ = schedule(Request(built.site, built.out, NOW))
    assert [(one.moment, one.what, one.path, one.front) for one in found] == [
        (moment, "pinned", "content/bai-04.md", "content/_index.md"),
        (moment, "unpinned", "content/bai-05.md", "content/_index.md"),
        (moment + DAY, "unpinned", "content/bai-04.md", "content/_index.md"),
    ]
    assert built.build().due == moment
    assert built.build(moment).due == moment + DAY
    built.edit("content/_index.md", "pin:", "draft: true\npin:")
    assert due(built) == []
    assert schedule(Request(built.site, built.out, NOW, shown=Shown(drafts=True)))[0] == found


def test_only_what_changed_is_read_and_nothing_is_written(built: Paper, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def counted(path: str, *given: Any) -> Any:
        asked.append(path)
        return read_file(path, *given)

    monkeypatch.setattr("hatinh_news.read.load.read_file", counted)
    before = tree(built.out)
    give(built, 2, "publish_date: 2025-06-02 08:00")
    assert len(due(built)) == 2
    assert asked == ["bai-02.md"]
    assert tree(built.out) == before
    assert not (built.site / "xem-thu").exists()


def test_a_site_that_was_never_built_has_a_schedule_too(paper: Paper) -> None:
    give(paper, 2, "publish_date: 2025-06-02 08:00")
    assert len(due(paper)) == 2
    assert not paper.out.exists()


def test_faults_are_told_as_their_articles_are_missing(built: Paper) -> None:
    give(built, 2, "publish_date: 2025-06-02 08:00", "tilte: Sai")
    found, faults = schedule(Request(built.site, built.out, NOW))
    assert (found, [fault.code for fault in faults]) == ([], ["unknown-key"])


def test_faulty_settings_stop_the_schedule(built: Paper) -> None:
    built.edit("content/site.yaml", "title:", "titel:")
    with pytest.raises(CannotBuild):
        due(built)


def article(**given: Any) -> Article:
    values = {"path": "a.md", "url": "/a/", "slug": "a", "title": "A", "section": "Thời sự", "body": Body()}
    return Article(**{**values, "published": NOW, "live_from": NOW, **given})


def times(one: Article, shown: Shown = Shown()) -> list[tuple[datetime, str]]:
    return [(moment, what) for moment, what, *_ in turns(Clocked(Content((one,)), Config("Báo"), shown))]


def test_an_article_has_its_turns() -> None:
    assert times(article()) == [(NOW, "live"), (NOW + 2 * DAY + TICK, "no-news")]
    assert times(article(expires=NOW + DAY)) == [(NOW, "live"), (NOW + DAY, "expired")]
    assert times(article(retracted="Sai.", expires=NOW + 3 * DAY)) == [(NOW, "live"), (NOW + 3 * DAY, "expired")]
    assert times(article(draft=True)) == []


def test_a_correction_is_a_turn_where_somebody_sees_it() -> None:
    told = (Correction(NOW + DAY, "Sai."),)
    assert (NOW + DAY, "correction") in times(article(corrections=told))
    assert times(article(corrections=told, draft=True)) == []
    assert times(article(corrections=told, draft=True), Shown(drafts=True)) == [(NOW + DAY, "correction")]
    early = article(corrections=told, live_from=NOW + 2 * DAY)
    assert "correction" not in [what for _, what in times(early)]
    assert "correction" in [what for _, what in times(early, Shown(future=True))]


def test_a_build_holds_good_from_one_turn_to_the_next() -> None:
    of = Clocked(Content((article(), article(path="b.md", live_from=NOW + DAY))), Config("Báo"))
    assert span(of, NOW) == (NOW.timestamp(), (NOW + DAY).timestamp())
    assert span(of, NOW - TICK) == (float("-inf"), NOW.timestamp())
    assert span(of, NOW + 9 * DAY) == ((NOW + 3 * DAY + TICK).timestamp(), float("inf"))
    assert span(Clocked(Content(), Config("Báo")), NOW) == (float("-inf"), float("inf"))


def test_an_article_is_news_for_hours_that_pass_where_clocks_are_put_forward(built: Paper) -> None:
    built.edit("content/site.yaml", "title: Báo", "title: Báo\ntimezone: Europe/Berlin")
    give(built, 2, "publish_date: 2025-03-29 10:00")
    live = datetime(2025, 3, 29, 9, 0, tzinfo=UTC)
    last = live + 2 * DAY
    in_news = [True, True, False]
    for moment, wanted in zip((live, last, last + TICK), in_news, strict=True):
        built.build(moment)
        assert ("/bai-02/" in built.page("news-sitemap.xml")) is wanted
    assert built.build(last).due == last + TICK


def test_a_draft_that_is_shown_keeps_its_pins_at_any_hour(built: Paper) -> None:
    give(built, 2, "draft: true", "publish_date: 2025-06-02 08:00", "expiry_date: 2025-06-03 08:00")
    lay_out("-- content/_index.md --\n---\ntitle: Trang nhất\npin: [bai-02.md, /2025/01/bai-02/]\n---\n", built.site)
    for moment in (NOW, NOW + DAY, NOW + 9 * DAY):
        report = built.build(moment, shown=Shown(drafts=True), verify=True)
        assert ([one.code for one in report.faults], report.due) == (["pinned-twice"], None)
