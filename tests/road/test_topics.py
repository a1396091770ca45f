"""Whole builds in which topics are merged, put below others, or become timelines."""

import re
from datetime import timedelta
from pathlib import Path

import pytest

from hatinh_news.build import Request, spots
from hatinh_news.build.explain import explain
from newsroom import NOW, lay_out, tree

from .conftest import Paper
from .test_incremental import clean

SEED = """
-- content/mua-{0}.md --
---
title: Mưa {0}
date: 2025-02-0{0} 0{0}:30
topics: [Mưa lũ{1}]
---
Lời.
"""


def rain(paper: Paper, count: int = 3, more: str = "") -> None:
    lay_out("".join(SEED.format(number, more) for number in range(1, count + 1)), paper.site)


def topic(paper: Paper, slug: str, front: str) -> None:
    lay_out(f"-- content/chu-de/{slug}/_index.md --\n---\n{front}\n---\nLời giới thiệu.\n", paper.site)


def test_a_topic_merged_in_a_second_build_sends_readers_on(built: Paper, tmp_path: Path) -> None:
    built.edit("content/site.yaml", "title: Báo", "title: Báo\npaginate_by: 2")
    rain(built, 5)
    built.build()
    assert "Mưa 5" in built.page("chu-de/mua-lu/index.html")
    assert "Mưa 1" in built.page("chu-de/mua-lu/trang/1/index.html")
    topic(built, "mua-lu", "title: Mưa lũ\nmerged_into: lúa")
    assert built.build().faults == ()
    for page in ("chu-de/mua-lu/index.html", "chu-de/mua-lu/trang/1/index.html"):
        assert 'http-equiv="refresh" content="0; url=/chu-de/lua/"' in built.page(page)
    assert built.page("chu-de/mua-lu/rss.xml") == built.page("chu-de/lua/rss.xml")
    assert "Mưa 5" in built.page("chu-de/lua/index.html")
    assert 'href="/chu-de/lua/"' in built.page("2025/02/mua-1/index.html")
    assert "mua-lu" not in built.page("chu-de/index.html") + built.page("sitemap.xml")
    assert tree(built.out) == clean(built, tmp_path)
    assert built.build().rendered == 0


def test_a_merge_that_is_taken_back_gives_the_topic_its_page_again(built: Paper, tmp_path: Path) -> None:
    rain(built)
    built.build()
    before = tree(built.out)
    built.edit("content/site.yaml", "title: Báo", "title: Báo\ntopics: [{name: mưa lũ, merged_into: Lúa}]")
    built.build()
    assert tree(built.out) != before
    built.edit("content/site.yaml", "\ntopics: [{name: mưa lũ, merged_into: Lúa}]", "")
    built.build()
    assert tree(built.out) == before


def test_the_text_of_an_article_on_a_merged_topic_costs_its_own_page(built: Paper, tmp_path: Path) -> None:
    rain(built)
    topic(built, "mua-lu", "title: Mưa lũ\nmerged_into: Lúa")
    built.build()
    built.edit("content/mua-1.md", "Lời.", "Lời. [→](chu-de/mua-lu/_index.md)")
    assert built.build().rendered == 1
    assert 'href="/chu-de/lua/"' in built.page("2025/02/mua-1/index.html")
    built.edit("content/mua-1.md", "[→]", "[→→]")
    assert built.build().rendered == 1
    assert tree(built.out) == clean(built, tmp_path)


def test_a_topic_put_below_another_costs_the_pages_that_show_it(built: Paper, tmp_path: Path) -> None:
    rain(built)
    topic(built, "mua-lu", "title: Mưa lũ")
    built.build()
    built.edit("content/chu-de/mua-lu/_index.md", "title: Mưa lũ", "title: Mưa lũ\nparent: LÚA")
    assert built.build().rendered == 3  # its own, its parent's, and the directory
    assert '<a href="/chu-de/lua/">Lúa</a>' in built.page("chu-de/mua-lu/index.html")
    assert '<a href="/chu-de/mua-lu/">Mưa lũ</a>' in built.page("chu-de/lua/index.html")
    assert built.page("chu-de/index.html").count('href="/chu-de/mua-lu/"') == 2
    assert tree(built.out) == clean(built, tmp_path)


def test_a_timeline_tells_day_by_day_and_costs_its_own_pages(built: Paper, tmp_path: Path) -> None:
    rain(built)
    topic(built, "mua-lu", "title: Mưa lũ")
    built.build()
    built.edit("content/mua-2.md", "date: 2025-02-02 02:30", "date: 2025-02-01 23:30")
    built.build()
    built.edit("content/chu-de/mua-lu/_index.md", "title: Mưa lũ", "title: Mưa lũ\ntimeline: có")
    assert built.build().rendered == 1
    page = built.page("chu-de/mua-lu/index.html")
    found = re.findall(r"Thứ Bảy, 01/02/2025|Thứ Hai, 03/02/2025|Mưa \d(?=</a>)", page)
    assert found == ["Thứ Bảy, 01/02/2025", "Mưa 1", "Mưa 2", "Thứ Hai, 03/02/2025", "Mưa 3"]
    assert "Diễn biến" in page
    assert tree(built.out) == clean(built, tmp_path)


def test_a_new_article_on_a_topic_changes_no_page_of_topics_alike(built: Paper, tmp_path: Path) -> None:
    rain(built, 4, ", Đê điều, Hồ đập")
    built.build()
    assert 'href="/chu-de/ho-dap/"' in built.page("chu-de/de-dieu/index.html")
    before = built.page("chu-de/de-dieu/index.html")
    lay_out(SEED.format(5, ""), built.site)
    built.build()
    assert built.page("chu-de/de-dieu/index.html") == before
    assert tree(built.out) == clean(built, tmp_path)


def test_a_slip_is_told_at_its_line_by_every_build_and_moves_with_it(built: Paper) -> None:
    rain(built, 4)
    lay_out(SEED.format(5, ", Chuyện lua").replace("Mưa lũ, ", ""), built.site)
    built.edit("content/site.yaml", "title: Báo", "title: Báo\ntopics: [Chuyện lúa]")
    for _ in range(2):
        (fault,) = built.build().faults
        assert (fault.code, str(fault.place)) == ("topic-perhaps", "content/mua-5.md:4:10")
    built.edit("content/mua-5.md", "title:", "# ghi chú\ntitle:")
    assert [str(fault.place) for fault in built.build().faults] == ["content/mua-5.md:5:10"]
    assert built.build(strict=True).refused
    built.edit("content/site.yaml", "Chuyện lúa", "Chuyện lúa, {name: Chuyện lua, slug: lua-cu}")
    assert built.build().faults == ()


@pytest.mark.parametrize(
    ("slug", "front"),
    [
        ("mua-lu", "title: Mưa lũ\nmerged_into: Lúa"),
        ("mua-lu", "title: Mưa lũ\nparent: Lúa\ntimeline: true"),
        ("lua", "title: Lúa\nparent: Mưa lũ"),
        ("lua", "title: Lúa\nmerged_into: Không có"),
    ],
)
def test_whatever_becomes_of_topics_the_tree_is_that_of_a_clean_build(
    built: Paper, tmp_path: Path, slug: str, front: str
) -> None:
    rain(built, 3, ", Lúa")
    built.build()
    topic(built, slug, front)
    later = NOW + timedelta(days=1)
    built.build(later)
    assert tree(built.out) == clean(built, tmp_path, later)


def test_of_very_many_slips_only_the_first_are_told_with_their_line(
    built: Paper, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(spots, "MOST", 1)
    built.edit("content/site.yaml", "title: Báo", "title: Báo\ntopics: [Nông thôn mới, Cải cách hành chính]")
    built.edit("content/bai-01.md", "topics: [Lúa", "topics: [Nong thon moi, Cải cách hàh chính, Lúa")
    assert sorted(fault.place.line for fault in built.build().faults) == [0, 6]


def test_the_redirect_of_a_merged_topic_is_explained_by_its_page(built: Paper) -> None:
    topic(built, "lua-nep", "title: Lúa nếp\nmerged_into: Lúa")
    built.build()
    found = explain(Request(built.site, built.out, NOW, workers=1), "/chu-de/lua-nep/")
    assert ("content/chu-de/lua-nep/_index.md", "text") in [(one.name, one.role) for one in found.inputs]
