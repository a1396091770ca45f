"""Fronts over time: pins come and go with the clock, and everything behind the fronts stands still."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from hatinh_news.model.config import PAPER_ZONE, Shown
from newsroom import NOW, lay_out, tree

from .conftest import Paper
from .test_incremental import clean

SECOND = timedelta(seconds=1)


def at(day: int, hour: int = 0) -> datetime:
    return datetime(2025, 6, day, hour, tzinfo=PAPER_ZONE)


def order(page: str) -> list[str]:
    """The articles of a page by their slugs, as they come."""
    links = [piece.split("/")[1] for piece in page.split('href="/2025/')[1:]]
    return list(dict.fromkeys(links))


PINS = """
-- content/_index.md --
---
title: Trang nhất
pin:
  - {article: bai-01, position: 1, from: 2025-06-02 06:00, until: 2025-06-03}
  - {article: bai-03, position: 2, until: 2025-06-02 06:00}
---
-- content/kinh-te/_index.md --
---
title: Kinh tế
pin: {article: bai-03, from: 2025-06-02 18:00}
---
-- content/chu-de/lua/_index.md --
---
title: Lúa
pin: {article: content/bai-02.md, position: 2, until: 2025-06-03 06:00}
---
"""


def test_pins_come_and_go_at_their_moments_and_between_these_a_build_has_nothing_to_do(
    paper: Paper, tmp_path: Path
) -> None:
    lay_out(PINS, paper.site)
    steps = [
        (at(1, 12), ["index.html", "kinh-te/index.html", "chu-de/lua/index.html"]),
        (at(2, 6), ["index.html"]),
        (at(2, 18), ["kinh-te/index.html"]),
        (at(3), ["index.html"]),
        (at(3, 6), ["chu-de/lua/index.html"]),
    ]
    for number, (moment, changed) in enumerate(steps):
        if number:
            assert paper.build(moment - SECOND).rendered == 0
        before = tree(paper.out) if number else {}
        report = paper.build(moment)
        after = tree(paper.out)
        assert report.faults == report.notes == ()
        assert number == 0 or report.rendered == len(changed)
        assert number == 0 or [path for path in after if before.get(path) != after[path]] == changed
        assert after == clean(paper, tmp_path / str(number), moment)
        assert paper.build(moment).rendered == 0


def test_each_front_has_its_pins_in_place(paper: Paper) -> None:
    lay_out(PINS, paper.site)
    paper.build(at(1, 12))
    assert order(paper.page("index.html"))[:3] == ["bai-12", "bai-03", "bai-11"]
    assert order(paper.page("chu-de/lua/index.html"))[:3] == ["bai-12", "bai-02", "bai-11"]
    paper.build(at(2, 18))
    assert order(paper.page("index.html"))[:3] == ["bai-01", "bai-12", "bai-11"]
    assert order(paper.page("kinh-te/index.html"))[:3] == ["bai-03", "bai-11", "bai-09"]
    assert 'class="card card-lead' in paper.page("kinh-te/index.html").split('href="/2025/01/bai-03')[0]
    assert "bai-01" in paper.page("rss.xml"), "feeds go by date"


WAITING = """
-- content/_index.md --
---
title: Trang nhất
pin:
  - {article: hen-gio, position: 1}
  - {article: nhap, position: 2}
  - {article: da-go, position: 3}
  - {article: het-han, position: 4}
  - {article: nhap, position: 5, until: 2025-05-01}
---
""" + "".join(
    f"-- content/{slug}.md --\n---\ntitle: Bài {slug}\ndate: 2025-01-20\n{key}\n---\nLời.\n"
    for slug, key in (
        ("hen-gio", "publish_date: 2025-06-02 06:00"),
        ("nhap", "draft: true"),
        ("da-go", "retracted: Nguồn tin sai."),
        ("het-han", "expiry_date: 2025-05-01"),
    )
)


def test_a_pin_whose_article_is_not_public_is_a_note_and_comes_by_itself(paper: Paper, tmp_path: Path) -> None:
    lay_out(WAITING, paper.site)
    for _ in range(2):
        report = paper.build(at(2, 6) - SECOND, strict=True)
        assert [(str(note.place), note.code, note.kind.severity) for note in report.notes] == [
            (f"content/_index.md:{line}:15", "pin-not-shown", "note") for line in (4, 5, 6, 7)
        ]
        assert (report.faults, report.refused, report.exit_code) == ((), False, 0)
        assert not {"hen-gio", "nhap", "da-go", "het-han"} & set(order(paper.page("index.html")))
    report = paper.build(at(2, 6), strict=True)
    assert order(paper.page("index.html"))[0] == "hen-gio"
    assert [note.code for note in report.notes] == ["no-author", *["pin-not-shown"] * 3]
    assert tree(paper.out) == clean(paper, tmp_path, at(2, 6))
    paper.edit("content/nhap.md", "draft: true", "draft: false")
    paper.build(at(2, 6))
    assert order(paper.page("index.html"))[:2] == ["hen-gio", "nhap"]


def test_a_preview_shows_pinned_drafts_in_their_places(paper: Paper) -> None:
    lay_out(WAITING, paper.site)
    report = paper.build(shown=Shown(drafts=True, future=True, expired=True))
    assert order(paper.page("index.html"))[:3] == ["hen-gio", "nhap", "bai-12"]
    assert order(paper.page("index.html"))[3] == "het-han"
    assert [note.message() for note in report.notes] == ["the pin “da-go” is not shown: the article is retracted"]


def test_a_wrong_pin_leaves_the_front_page_as_it_is_without_an_editor(paper: Paper) -> None:
    lay_out("-- content/_index.md --\n---\ntitle: x\npin: {article: bai-01, position: x}\n---\n", paper.site)
    report = paper.build()
    assert [fault.code for fault in report.faults] == ["not-a-number"]
    assert order(paper.page("index.html"))[0] == "bai-12"


# Lists that stand still

LENGTH = 10
FIRST = 400
LISTS = ("thoi-su", "chu-de/lua", "chu-de/gao", "tac-gia/lan", "luu-tru/2025/05")


def many(numbers: range) -> str:
    """Articles of two sections and three topics, one every eight hours, the first in January."""
    start = datetime(2025, 1, 10, tzinfo=PAPER_ZONE)
    return "".join(
        f"""
-- content/{number:04}.md --
---
title: Bài số {number}
date: {start + timedelta(hours=8 * number):%Y-%m-%d %H:%M}
section: {"Kinh tế" if number < FIRST and number % 3 == 0 else "Thời sự"}
topics: [{"Lúa, Gạo" if number >= FIRST or number % 2 else "Cá"}]
authors: [{"Lan" if number >= FIRST or number % 5 else "Huệ"}]
---
Lời {number}.
"""
        for number in numbers
    )


@pytest.fixture
def large(paper: Paper) -> Paper:
    for file in paper.site.glob("content/bai-*.md"):
        file.unlink()
    settings = f"sections: [Thời sự, Kinh tế]\npaginate_by: {LENGTH}\nrelated: {{limit: 0}}\n"
    lay_out(f"-- content/site.yaml --\ntitle: Báo\nbase_url: https://bao.example\n{settings}", paper.site)
    lay_out(many(range(FIRST)), paper.site)
    lay_out("-- content/thoi-su/_index.md --\n---\ntitle: Thời sự\npin: [0001, 0200]\n---\n", paper.site)
    assert paper.build().faults == ()
    return paper


def additions(paper: Paper, numbers: range) -> Iterator[set[str]]:
    """The files that are new or other after each article is added, without those of the search index."""
    for number in numbers:
        before = tree(paper.out)
        lay_out(many(range(number, number + 1)), paper.site)
        paper.build()
        after = tree(paper.out)
        assert before.keys() <= after.keys()
        yield {path for path in after if before.get(path) != after[path] and not path.startswith("tim-kiem/")}


def fronts_and_feeds(number: int) -> set[str]:
    """All that a new article changes always: its page, the fronts of its lists, what counts or lists everything."""
    moment = datetime(2025, 1, 10, tzinfo=PAPER_ZONE) + timedelta(hours=8 * number)
    fed = ("", "thoi-su/", "chu-de/lua/", "chu-de/gao/")
    return {
        f"{moment:%Y/%m}/{number:04}/index.html",
        *("index.html", "404.html", "luu-tru/index.html", "chu-de/index.html", "tac-gia/index.html", "sitemap.xml"),
        *(f"{name}/index.html" for name in LISTS),
        *(f"{folder}{feed}" for folder in fed for feed in ("rss.xml", "atom.xml", "feed.json")),
    }


def test_a_new_article_changes_the_fronts_and_once_in_a_pages_length_what_they_hand_over(large: Paper) -> None:
    pages = len(tree(large.out))
    handed: list[str] = []
    for number, changed in zip(
        range(FIRST, FIRST + LENGTH), additions(large, range(FIRST, FIRST + LENGTH)), strict=True
    ):
        always = fronts_and_feeds(number)
        assert always <= changed
        assert len(changed - always) <= 2 * len(LISTS)
        handed += sorted(changed - always)
    last = {name: max(int(file.parent.name) for file in large.out.glob(f"{name}/trang/*/index.html")) for name in LISTS}
    assert sorted(handed) == sorted(
        f"{name}/trang/{page}/index.html" for name in LISTS for page in (last[name], last[name] - 1)
    ), "the page that is new, and the one behind it, whose link to newer articles led to the front"
    assert pages > 550


def test_a_new_month_changes_of_the_months_before_it_one_link(large: Paper) -> None:
    first_of_june = next(number for number in range(FIRST, 9999) if "2025-06" in many(range(number, number + 1)))
    assert "2025-05-31" in many(range(first_of_june - 1, first_of_june))
    (changed,) = additions(large, range(first_of_june, first_of_june + 1))
    archive = {path for path in changed if path.startswith("luu-tru/")}
    assert archive == {"luu-tru/index.html", "luu-tru/2025/05/index.html", "luu-tru/2025/06/index.html"}
    (changed,) = additions(large, range(first_of_june + 1, first_of_june + 2))
    archive = {path for path in changed if path.startswith("luu-tru/")}
    assert archive == {"luu-tru/index.html", "luu-tru/2025/06/index.html"}


def test_a_pin_on_an_old_article_leaves_its_numbered_page_alone(large: Paper, tmp_path: Path) -> None:
    before = tree(large.out)
    assert order(large.page("thoi-su/index.html"))[:3] == ["0001", "0200", "0398"]
    assert "0001" in order(large.page("thoi-su/trang/1/index.html"))
    large.edit("content/thoi-su/_index.md", "[0001, 0200]", "[{article: 0002, position: 3}]")
    assert large.build().rendered == 1
    assert [path for path, content in tree(large.out).items() if before.get(path) != content] == ["thoi-su/index.html"]
    assert tree(large.out) == clean(large, tmp_path, NOW)
