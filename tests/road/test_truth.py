"""What is true at which moment: corrections, retractions and embargoes, from editors' files to readers' pages."""

import json
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from hatinh_news.build import Request
from hatinh_news.build.survey import survey
from hatinh_news.model.config import PAPER_ZONE, Shown
from newsroom import NOW, lay_out, tree

from .conftest import Paper

SECRET = "zqbimat"
GONE = "content/bai-03/index.md"


def everywhere(paper: Paper, word: str) -> list[str]:
    """The files of public/ that hold a word in their names or in their bytes."""
    return [path for path, content in tree(paper.out).items() if word in path or word.encode() in content]


@pytest.fixture
def with_secrets(built: Paper) -> Paper:
    """An article of a series whose sapo, text, captions and photos hold a word of their own."""
    (built.site / "content/bai-03.md").unlink()
    photo = f'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><!-- {SECRET} --></svg>'
    text = f"""
-- content/bai-03/index.md --
---
title: Bài 3
sapo: Sapo {SECRET}
date: 2025-01-03
section: Kinh tế
topics: [Lúa]
authors: [Lan]
series: Chuyện lúa
aliases: [/cu/bai-ba/]
featured: true
image: anh-{SECRET}.svg
image_alt: Tả {SECRET}
image_caption: Chú thích {SECRET}
image_credit: "Ảnh: {SECRET}"
kicker: Mục {SECRET}
dateline: Nơi {SECRET}
link_title: Ngắn {SECRET}
corrections: [{{date: 2025-01-04, text: Lời {SECRET}}}]
extra: {{khoa: {SECRET}}}
---
Thân {SECRET}. ![Ảnh]({SECRET}-2.svg "Chú thích {SECRET} | Ảnh: {SECRET}")
-- content/bai-03/anh-{SECRET}.svg --
{photo}
-- content/bai-03/{SECRET}-2.svg --
{photo}
"""
    lay_out(text, built.site)
    assert built.build().faults == ()
    assert len(everywhere(built, SECRET)) > 10
    return built


def test_nothing_is_left_of_a_retracted_article_but_the_notice(with_secrets: Paper) -> None:
    paper = with_secrets
    paper.edit(GONE, "series:", "retracted: Nguồn tin sai.\nseries:")
    assert [fault.code for fault in paper.build().faults] == []
    assert everywhere(paper, SECRET) == []
    notice = paper.page("2025/01/bai-03/index.html")
    assert "<h1" in notice
    assert "Nguồn tin sai." in notice
    assert '<meta name="robots" content="noindex">' in notice
    assert "NewsArticle" not in notice
    assert "/2025/01/bai-03/" in paper.page("cu/bai-ba/index.html")


def test_a_retracted_article_is_named_by_its_notice_and_its_old_addresses_alone(with_secrets: Paper) -> None:
    """No list, feed, sitemap, series, topic, author, archive or front page knows its address."""
    paper = with_secrets
    paper.edit(GONE, "series:", "retracted: Nguồn tin sai.\nseries:")
    paper.build()
    assert everywhere(paper, "2025/01/bai-03") == [
        "2025/01/bai-03/index.html",
        "_redirects",
        "cu/bai-ba/index.html",
    ]
    assert "Phần 1/2" in paper.page("2025/01/bai-04/index.html")


def test_what_is_no_longer_retracted_is_back_with_all_it_had(with_secrets: Paper) -> None:
    paper = with_secrets
    before = tree(paper.out)
    paper.edit(GONE, "series:", "retracted: Nguồn tin sai.\nseries:")
    paper.build()
    paper.edit(GONE, "retracted: Nguồn tin sai.\n", "")
    paper.build()
    assert tree(paper.out) == before


def corrected(paper: Paper, moment: str) -> None:
    paper.edit(
        "content/bai-02.md",
        "date: 2025-01-02",
        f"date: 2025-01-02\ncorrections: [{{date: {moment}, text: Đúng là ba.}}]",
    )


def test_a_correction_is_a_note_on_the_page_and_is_told_to_machines(built: Paper) -> None:
    corrected(built, "2025-02-01 09:00")
    built.build()
    page = built.page("2025/01/bai-02/index.html")
    assert '<h2 id="corrections-heading">Thông tin cải chính, xin lỗi</h2>' in page
    assert '<p id="cai_chinh_1"><time datetime="2025-02-01T09:00:00+07:00">01/02/2025:</time> Đúng là ba.</p>' in page
    assert '<meta property="article:modified_time" content="2025-02-01T09:00:00+07:00">' in page
    assert "Cập nhật: <time" in page
    graph = json.loads(page.partition('<script type="application/ld+json">')[2].partition("</script>")[0])["@graph"]
    (news,) = [node for node in graph if node["@type"] == "NewsArticle"]
    assert news["dateModified"] == "2025-02-01T09:00:00+07:00"
    assert [one["text"] for one in news["correction"]] == ["Đúng là ba."]
    assert 'href="/2025/01/bai-02/#cai_chinh_1">Bài 2</a>' in built.page("cai-chinh/index.html")
    assert "<id>https://bao.example/2025/01/bai-02/#cai_chinh_1</id>" in built.page("cai-chinh/atom.xml")
    assert 'href="/cai-chinh/"' in built.page("404.html")


def test_the_heading_of_corrections_is_the_sites_to_choose(built: Paper) -> None:
    corrected(built, "2025-02-01")
    built.edit("content/site.yaml", "title: Báo", "title: Báo\ncorrections_heading: Đính chính & xin lỗi")
    built.build()
    for page in ("2025/01/bai-02/index.html", "cai-chinh/index.html"):
        assert "Đính chính &amp; xin lỗi" in built.page(page)
        assert "Thông tin cải chính" not in built.page(page)


def test_a_correction_appears_at_its_moment_and_not_before(built: Paper) -> None:
    corrected(built, "2025-06-02 09:00")
    report = built.build()
    moment = datetime(2025, 6, 2, 9, 0, tzinfo=PAPER_ZONE)
    assert ([fault.code for fault in report.faults], report.due) == (["future-correction"], moment)
    assert everywhere(built, "Đúng là ba") == []
    assert built.build(moment - timedelta(microseconds=1)).rendered == 0
    report = built.build(moment)
    assert (report.faults, report.due) == ((), None)
    assert "Đúng là ba" in built.page("2025/01/bai-02/index.html")
    built.build(NOW)
    assert everywhere(built, "Đúng là ba") == []


def test_a_link_to_what_is_not_public_comes_to_life_with_it(built: Paper) -> None:
    built.edit("content/bai-02.md", "date: 2025-01-02", "date: 2025-01-02\nrelated: [bai-04.md]")
    links = "[tệp](bai-04.md#muc) [địa chỉ](/2025/01/bai-04/#muc) [đủ](https://bao.example/2025/01/bai-04/)"
    built.edit("content/bai-02.md", "Lời 2.", f"Lời 2. {links}")
    built.edit("content/bai-04.md", "title: Bài 4", "title: Bài 4\npublish_date: 2025-06-02 08:00")
    built.edit("content/bai-04.md", "Lời 4.", "## Mục\n\nLời 4.")
    report = built.build(strict=True)
    assert [note.code for note in report.notes] == ["hidden-related", *["hidden-link"] * 3]
    assert (report.faults, report.refused, report.exit_code) == ((), False, 0)
    assert built.build(strict=True).notes == report.notes
    page = built.page("2025/01/bai-02/index.html")
    assert "bai-04" not in page
    assert "tệp địa chỉ đủ" in page
    built.edit("content/bai-02.md", "Lời 2.", "Lời hai, dài hơn.")
    edited = built.build()
    assert edited.written == 2, "the page, and the index file of its words"
    assert [note.place.column for note in edited.notes] == [11, 25, 50, 77]
    assert "bai-04" not in built.page("2025/01/bai-02/index.html")
    assert built.build(datetime(2025, 6, 2, 8, 0, tzinfo=PAPER_ZONE), strict=True).notes == ()
    assert built.page("2025/01/bai-02/index.html").count("/2025/01/bai-04/#muc") == 2


def test_a_build_that_does_nothing_says_when_the_next_is_due(built: Paper) -> None:
    built.edit("content/bai-02.md", "title: Bài 2", "title: Bài 2\npublish_date: 2025-06-02 08:00")
    due = datetime(2025, 6, 2, 8, 0, tzinfo=PAPER_ZONE)
    assert built.build().due == due
    again = built.build()
    assert (again.rendered, again.due) == (0, due)
    built.edit("content/bai-05.md", "Lời 5.", "Lời năm.")
    edited = built.build()
    assert (edited.rendered, edited.due) == (2, due)
    assert built.build(due).due == due + timedelta(hours=48, microseconds=1)


def test_a_newspaper_of_another_zone_is_due_in_its_own_time(built: Paper, tmp_path: Path) -> None:
    built.edit("content/site.yaml", "title: Báo", "title: Báo\ntimezone: Asia/Tokyo")
    built.edit("content/bai-02.md", "title: Bài 2", "title: Bài 2\npublish_date: 2025-06-02 08:00")
    for report in (built.build(), built.build()):
        assert report.due is not None
        assert report.due.isoformat() == "2025-06-02T08:00:00+09:00"


def test_the_articles_of_a_section_that_is_a_draft_wait_with_it(built: Paper) -> None:
    lay_out(
        f"""
-- content/moi/_index.md --
---
title: Mục {SECRET}
draft: true
---
-- content/moi/bai.md --
---
title: Bài {SECRET}
date: 2025-01-20
---
Lời.
""",
        built.site,
    )
    report = built.build(strict=True)
    assert ([note.code for note in report.notes], report.drafts, report.refused) == (["draft-section"], 1, False)
    assert everywhere(built, SECRET) == []
    listings, _ = survey(Request(built.site, built.out, NOW))
    assert [one.path for one in listings if one.state == "draft"] == ["content/moi/bai.md"]
    built.build(shown=Shown(drafts=True))
    assert "Bản nháp." in built.page("2025/01/bai/index.html")
    built.edit("content/moi/_index.md", "draft: true", "draft: false")
    assert (built.build().faults, built.build().drafts) == ((), 0)
    assert "moi/index.html" in everywhere(built, SECRET)


def test_in_a_newspaper_that_declares_no_section_a_draft_of_one_waits_too(paper: Paper) -> None:
    paper.edit("content/site.yaml", "sections: [Thời sự, Kinh tế]", "")
    lay_out(
        f"""
-- content/moi/_index.md --
---
title: Mục {SECRET}
draft: true
---
-- content/moi/bai.md --
---
title: Bài {SECRET}
date: 2025-01-20
---
Lời.
""",
        paper.site,
    )
    assert [note.code for note in paper.build().notes] == ["draft-section"]
    assert everywhere(paper, SECRET) == []


def test_of_a_retracted_article_no_correction_is_still_to_come(built: Paper) -> None:
    corrected(built, "2025-06-02 09:00")
    built.edit("content/bai-02.md", "title: Bài 2", "title: Bài 2\nretracted: Nguồn tin sai.")
    for moment in (NOW, NOW + timedelta(days=2), NOW):
        report = built.build(moment)
        assert (report.faults, report.due) == ((), None)
