"""Previews: one article that is not public at an address of its own, and nothing of any other."""

import json
import re
import stat
import tempfile
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Final

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hatinh_news.build import Previews, Request, Shown, build
from hatinh_news.ledger import preview_key, token
from hatinh_news.model.errors import CannotBuild, CannotWrite
from hatinh_news.model.fault import Fault
from hatinh_news.model.report import Report
from newsroom import NOW, lay_out, tree

KEY: Final = "0123456789abcdef0123456789abcdef"
WAITING: Final = Shown(drafts=True, future=True)
SVG: Final = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><!-- {} --></svg>'

SITE: Final = f"""
-- content/site.yaml --
title: Báo
base_url: https://bao.example/ha-tinh
sections: [Thời sự]
-- content/tac-gia/lan/_index.md --
---
title: Lan
image: lan.svg
---
-- content/tac-gia/lan/lan.svg --
{SVG.format("portrait of Lan")}
-- content/trang/gioi-thieu.md --
---
title: Giới thiệu
---
-- content/bai-ngo.md --
---
title: Bài ngỏ
date: 2025-05-01
topics: [Lúa]
series: Chuyện lúa
image: /lua.svg
---
Lúa ngoài đồng.
-- static/lua.svg --
{SVG.format("rice")}
-- static/robots.txt --
User-agent: *
-- content/nhap/index.md --
---
title: Bài nháp
sapo: Lời dẫn của bài nháp.
date: 2025-05-20
draft: true
topics: [Lúa, Chuyện kín]
authors: [Lan, Huệ]
series: Chuyện lúa
image: anh mở.svg
---
Xem [bài ngỏ](../bai-ngo.md#muc), [chính bài này](index.md), [lại bài này](/2025/05/nhap/#cuoi),
[bài hẹn](../hen.md), [địa chỉ bài hẹn](/2025/06/hen/), [giới thiệu](/gioi-thieu/), [đơn](don.pdf)
và [trang khác](https://khac.example/).

![Ruộng](/lua.svg) ![Đồng](anh%20m%E1%BB%9F.svg)

## Cuối
-- content/nhap/anh mở.svg --
{SVG.format("its own photo")}
-- content/nhap/don.pdf --
%PDF-1.4
-- content/hen.md --
---
title: Bài hẹn zqhen
date: 2025-06-02 08:00
topics: [Chủ đề zqhen]
series: Chuyện lúa
authors: [Tác giả zqhen]
aliases: [/cu-zqhen/]
---
Lời zqhen.
-- content/qua.md --
---
title: Bài quá hạn zqqua
date: 2025-01-02
expiry_date: 2025-03-01
---
Lời zqqua.
"""


class Desk:
    """A newspaper, and the folder of its previews."""

    def __init__(self, folder: Path) -> None:
        self.site, self.public, self.out = folder / "site", folder / "site/public", folder / "site/xem-rieng"

    def build(self, now: datetime = NOW, **choices: Any) -> Report:
        return build(replace(Request(self.site, self.public, now, workers=1), **choices))

    def preview(self, now: datetime = NOW, key: str = KEY, **choices: Any) -> Report:
        asked = Request(self.site, self.out, now, shown=WAITING, workers=1, previews=Previews(self.public, key))
        return build(replace(asked, **choices))

    def refused(self, out: Path, **choices: Any) -> Fault:
        """Why previews are not built into a folder."""
        with pytest.raises((CannotWrite, CannotBuild)) as caught:
            self.preview(out=out, **choices)
        return caught.value.faults[0]

    def page(self, path: str) -> str:
        """The preview of a file of content/."""
        return (self.out / token(KEY, path) / "index.html").read_text(encoding="utf-8")

    def edit(self, path: str, old: str, new: str) -> None:
        file = self.site / "content" / path
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = Desk(tmp_path)
    lay_out(SITE, desk.site)
    return desk


def holding(files: Mapping[str, bytes], word: str) -> list[str]:
    return [path for path, content in files.items() if word in path or word.encode() in content]


def links(html: str) -> dict[str, str]:
    """Where words lead."""
    return {words: url for url, words in re.findall(r'<a[^>]* href="([^"]*)"[^>]*>([^<]*)</a>', html)}


# What there is


def test_every_article_that_waits_has_a_page_of_its_own_and_nothing_else_has_one(desk: Desk) -> None:
    report = desk.preview()
    assert report.faults == ()
    assert [(one.path, one.state, one.title) for one in report.previews] == [
        ("content/hen.md", "future", "Bài hẹn zqhen"),
        ("content/nhap/index.md", "draft", "Bài nháp"),
    ]
    assert [one.url for one in report.previews] == [f"/{token(KEY, 'hen.md')}/", f"/{token(KEY, 'nhap/index.md')}/"]
    pages = {path for path in tree(desk.out) if path.endswith(".html")}
    assert pages == {"index.html", "404.html", *(f"{one.url.strip('/')}/index.html" for one in report.previews)}


def test_an_article_whose_time_is_over_has_one_only_where_somebody_asks(desk: Desk) -> None:
    desk.preview()
    assert holding(tree(desk.out), "zqqua") == []
    report = desk.preview(shown=Shown(drafts=True, future=True, expired=True))
    assert [one.state for one in report.previews] == ["future", "draft", "expired"]
    assert "Bản xem trước – không còn trên báo." in desk.page("qua.md")


def test_no_feed_no_map_no_list_and_no_data_for_machines_is_made(desk: Desk) -> None:
    desk.preview()
    files = tree(desk.out)
    assert {path for path in files if path.endswith((".xml", ".json", ".webmanifest", ".txt"))} == {"robots.txt"}
    assert holding(files, "ld+json") == []
    assert holding(files, 'rel="canonical"') == []
    assert holding(files, "<meta property=") == []
    assert not (desk.site / "addresses.txt").exists()


def test_where_nothing_waits_the_folder_is_empty_but_for_what_keeps_engines_out(desk: Desk) -> None:
    for path in ("nhap/index.md", "hen.md"):
        (desk.site / "content" / path).unlink()
    report = desk.preview()
    assert report.previews == ()
    assert report.exit_code == 0
    assert (desk.out / "robots.txt").read_text(encoding="utf-8") == "User-agent: *\nDisallow: /\n"


def test_engines_are_kept_out_three_times_and_no_address_travels_on(desk: Desk) -> None:
    desk.preview()
    for path, content in tree(desk.out).items():
        if path.endswith(".html"):
            assert b'<meta name="robots" content="noindex, nofollow, noarchive">' in content
            assert b'<meta name="referrer" content="no-referrer">' in content
    headers = (desk.out / "_headers").read_text(encoding="utf-8")
    assert "X-Robots-Tag: noindex, nofollow, noarchive" in headers
    assert "Referrer-Policy: no-referrer" in headers
    assert "img-src 'self' data: https://bao.example;" in headers


def test_the_top_of_the_folder_and_wrong_addresses_lead_nowhere(desk: Desk) -> None:
    desk.preview()
    for name in ("index.html", "404.html"):
        text = (desk.out / name).read_text(encoding="utf-8")
        assert "href" not in text
        assert token(KEY, "hen.md") not in text


def test_a_banner_says_that_it_is_not_published_and_when_it_will_be(desk: Desk) -> None:
    desk.preview()
    assert "Bản xem trước – chưa xuất bản." in desk.page("nhap/index.md")
    assert "Bản nháp." in desk.page("nhap/index.md")
    assert 'Hẹn đăng: <time datetime="2025-06-02T08:00:00+07:00">Thứ Hai, 02/06/2025, 08:00' in desk.page("hen.md")
    desk.edit("site.yaml", "title:", "language: en\ntitle:")
    desk.preview()
    assert "Preview – not published." in desk.page("hen.md")
    assert "To be published: " in desk.page("hen.md")


# Where its links lead


def test_links_lead_to_the_newspaper_to_the_page_itself_or_are_left_as_words(desk: Desk) -> None:
    desk.preview()
    html = desk.page("nhap/index.md")
    found = links(html)
    paper = "https://bao.example/ha-tinh"
    assert found["bài ngỏ"] == f"{paper}/2025/05/bai-ngo/#muc"
    assert found["giới thiệu"] == f"{paper}/gioi-thieu/"
    assert found["Lúa"] == f"{paper}/chu-de/lua/"
    assert found["Chuyện lúa"] == f"{paper}/loat-bai/chuyen-lua/"
    assert found["trang khác"] == "https://khac.example/"
    assert (found["chính bài này"], found["lại bài này"]) == ("./", "./#cuoi")
    assert found.keys().isdisjoint({"bài hẹn", "địa chỉ bài hẹn", "Chuyện kín", "Huệ"})
    assert "bài hẹn, địa chỉ bài hẹn," in html
    assert "<span>Chuyện kín</span>" in html
    assert "<b>Huệ</b>" in html
    assert "/2025/06/hen/" not in html
    assert not re.search(r'(?:href|src)="/', html)


def test_files_of_its_own_lie_beside_it_and_the_theme_s_above(desk: Desk) -> None:
    desk.preview()
    page = desk.out / token(KEY, "nhap/index.md") / "index.html"
    html = page.read_text(encoding="utf-8")
    named = [url for url in re.findall(r'(?:href|src)="(\.[^"#]+)"', html) if url != "./"]
    for url in named:
        assert (page.parent / re.sub(r"%[0-9A-F]{2}", "?", url)).parent.is_dir()
    assert "./2025/05/nhap/anh%20m%E1%BB%9F.svg" in named
    assert named.count("../lua.svg") == 1
    assert links(html)["đơn"] == "./2025/05/nhap/don.pdf"
    beside = sorted(path for path in tree(page.parent) if path != "index.html")
    assert beside == ["2025/05/nhap/anh mở.svg", "2025/05/nhap/don.pdf"]
    assert 'src="https://bao.example/ha-tinh/tac-gia/lan/lan.svg"' in html
    assert holding(tree(desk.out), "portrait of Lan") == []
    assert (desk.out / "lua.svg").read_text(encoding="utf-8") == SVG.format("rice") + "\n"


def test_it_is_part_of_the_series_that_is_public(desk: Desk) -> None:
    desk.preview()
    assert "Phần 2/2" in desk.page("nhap/index.md")
    assert "Phần 2/2" in desk.page("hen.md")
    assert 'rel="prev" href="https://bao.example/ha-tinh/2025/05/bai-ngo/"' in desk.page("hen.md")


def test_a_draft_of_a_section_that_is_a_draft_is_shown_in_it(desk: Desk) -> None:
    muc = "-- content/muc-kin/_index.md --\n---\ntitle: Mục kín\ndraft: true\n---\n"
    bai = "-- content/muc-kin/bai.md --\n---\ntitle: Bài trong mục\ndate: 2025-05-02\n---\nLời.\n"
    nho = "-- content/nho.md --\n---\ntitle: Bài nhờ\ndate: 2025-05-02\nsection: muc-kin\ndraft: true\n---\nLời.\n"
    lay_out(muc + bai + nho, desk.site)
    paths = ["muc-kin/bai.md", "nho.md"]
    assert {f"content/{path}" for path in paths} <= {one.path for one in desk.preview().previews}
    assert all("<span>Mục kín</span>" in desk.page(path) for path in paths)
    assert holding(tree(desk.out), "Mục kín") == sorted(f"{token(KEY, path)}/index.html" for path in paths)


def test_what_a_draft_says_of_an_author_a_topic_or_a_series_is_not_told(desk: Desk) -> None:
    for path in ("tac-gia/hue", "chu-de/chuyen-kin", "loat-bai/chuyen-lua"):
        name = {"tac-gia/hue": "Huệ", "chu-de/chuyen-kin": "Chuyện kín"}.get(path, "Chuyện lúa")
        role = "role: zqvai\n" if path == "tac-gia/hue" else ""
        text = f"---\ntitle: {name.upper()}\n{role}draft: true\ndescription: zqloi\n---\nzqthan\n"
        lay_out(f"-- content/{path}/_index.md --\n{text}", desk.site)
    desk.preview()
    assert [holding(tree(desk.out), word) for word in ("zqvai", "zqloi", "zqthan", "HUỆ")] == [[], [], [], []]


def test_a_retracted_draft_shows_its_notice_and_none_of_its_photos(desk: Desk) -> None:
    desk.edit("nhap/index.md", "draft: true", "draft: true\nretracted: Nguồn tin sai.")
    desk.preview()
    assert "Nguồn tin sai." in desk.page("nhap/index.md")
    assert holding(tree(desk.out), "its own photo") == []


# Addresses


def test_addresses_stay_as_long_as_the_key_does_and_say_nothing(desk: Desk) -> None:
    first = [one.url for one in desk.preview().previews]
    desk.edit("hen.md", "Lời zqhen.", "Lời khác.")
    desk.edit("nhap/index.md", "title: Bài nháp", "title: Tên khác\nslug: ten-khac")
    assert [one.url for one in desk.preview().previews] == first
    assert all(re.fullmatch("/[a-z2-7]{32}/", url) for url in first)


def test_another_key_gives_other_addresses_and_the_old_ones_go(desk: Desk) -> None:
    first = {one.url for one in desk.preview().previews}
    second = {one.url for one in desk.preview(key="f" * 32).previews}
    assert first.isdisjoint(second)
    assert not any((desk.out / url.strip("/")).exists() for url in first)


def test_the_site_draws_a_key_that_only_its_owner_reads_and_git_passes_over(desk: Desk) -> None:
    first = desk.preview(key="").previews
    file = desk.site / ".hatinh-news/preview-key"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert re.fullmatch("[0-9a-f]{64}\n", file.read_text(encoding="ascii"))
    assert (file.parent / ".gitignore").read_text(encoding="utf-8") == "*\n"
    assert list(file.parent.glob("preview-key?*")) == []
    assert desk.preview(key="").previews == first
    assert desk.preview(key=file.read_text(encoding="ascii")).previews == first


def test_a_key_that_could_be_guessed_is_refused(desk: Desk) -> None:
    fault = desk.refused(desk.out, key="mật khẩu")
    assert (fault.code, fault.place.path) == ("preview-key-short", "HATINH_NEWS_PREVIEW_KEY")
    (desk.site / ".hatinh-news").mkdir(exist_ok=True)
    (desk.site / ".hatinh-news/preview-key").write_text("\n", encoding="utf-8")
    fault = desk.refused(desk.out, key="")
    assert (fault.code, fault.place.path) == ("preview-key-short", ".hatinh-news/preview-key")


def test_a_key_that_cannot_be_kept_is_a_fault(desk: Desk) -> None:
    (desk.site / ".hatinh-news").write_text("a file", encoding="utf-8")
    assert desk.refused(desk.out, key="").code == "preview-key-not-kept"


def test_on_a_disk_without_second_names_the_key_is_kept_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    assert preview_key(tmp_path) == preview_key(tmp_path)


def test_of_two_builds_that_draw_a_key_at_once_the_first_counts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".hatinh-news").mkdir()
    file = tmp_path / ".hatinh-news/preview-key"
    link = Path.hardlink_to

    def late(self: Path, target: Path) -> None:
        file.write_text(KEY, encoding="ascii")
        link(self, target)

    monkeypatch.setattr(Path, "hardlink_to", late)
    assert preview_key(tmp_path) == KEY


# Never mixed with the newspaper


def test_the_newspaper_is_not_touched_and_builds_of_both_find_nothing_to_do(desk: Desk) -> None:
    assert desk.build().faults == ()
    before = tree(desk.public)
    assert desk.preview().faults == ()
    after = desk.build()
    assert (after.written, after.rendered) == (0, 0)
    assert tree(desk.public) == before
    again = desk.preview()
    assert (again.written, again.rendered, again.removed) == (0, 0, 0)
    assert len(again.previews) == 2


@pytest.mark.parametrize("folder", ["", "..", "content", "content/x", "static/x", "templates"])
def test_previews_are_never_built_where_a_build_reads(desk: Desk, folder: str) -> None:
    assert desk.refused(desk.site / folder).code == "output-holds-input"


@pytest.mark.parametrize("folder", ["public", "public/xem", ".hatinh-news", ".hatinh-news/xem"])
def test_previews_are_never_mixed_with_the_newspaper_or_its_memory(desk: Desk, folder: str) -> None:
    fault = desk.refused(desk.site / folder)
    assert fault.code == "preview-mixed"
    assert dict(fault.values)["folder"] == folder.partition("/")[0]


def test_previews_are_never_built_around_the_newspaper(desk: Desk) -> None:
    public = desk.out / "bao"
    assert desk.refused(desk.out, previews=Previews(public, KEY)).code == "preview-mixed"


def test_a_folder_with_something_else_in_it_is_refused(desk: Desk) -> None:
    desk.out.mkdir()
    (desk.out / ".hatinh-news-staging").mkdir()
    assert desk.preview().exit_code == 0
    other = desk.site / "anh-cuoi"
    other.mkdir()
    (other / "anh.jpg").touch()
    assert desk.refused(other).code == "preview-not-empty"
    assert [file.name for file in other.iterdir()] == ["anh.jpg"]


@pytest.mark.parametrize("folder", ["xem-rieng", "xem-rieng/bao"])
def test_the_newspaper_is_never_built_among_previews(desk: Desk, folder: str) -> None:
    desk.preview()
    before = tree(desk.out)
    with pytest.raises(CannotWrite) as caught:
        desk.build(out=desk.site / folder)
    assert caught.value.faults[0].code == "output-is-preview"
    assert tree(desk.out) == before


# From build to build


def test_what_is_published_or_deleted_loses_its_preview(desk: Desk) -> None:
    desk.preview()
    (desk.site / "content/hen.md").unlink()
    assert desk.preview().removed == 1
    assert holding(tree(desk.out), "zqhen") == []
    desk.edit("nhap/index.md", "draft: true\n", "")
    assert desk.preview().previews == ()
    assert holding(tree(desk.out), "nhap") == []


def test_the_clock_takes_a_preview_away(desk: Desk) -> None:
    report = desk.preview()
    assert report.due is not None
    assert [one.path for one in desk.preview(report.due).previews] == ["content/nhap/index.md"]
    assert holding(tree(desk.out), "zqhen") == [f"{token(KEY, 'nhap/index.md')}/index.html"]


def test_an_old_preview_goes_though_it_was_altered_or_nobody_remembers_it(desk: Desk) -> None:
    desk.preview()
    page = desk.out / token(KEY, "hen.md") / "index.html"
    page.write_text("altered", encoding="utf-8")
    (desk.site / "content/hen.md").unlink()
    assert desk.preview().faults == ()
    assert not page.exists()
    stale = desk.out / token(KEY, "no-more.md")
    stale.mkdir()
    (stale / "index.html").touch()
    for ledger in (desk.site / ".hatinh-news").glob("ledger-*"):
        ledger.unlink()
    desk.preview(now=NOW + timedelta(minutes=1))
    assert not stale.exists()


def test_an_edit_makes_its_own_preview_anew_and_no_other(desk: Desk) -> None:
    desk.preview()
    desk.edit("hen.md", "Lời zqhen.", "Lời mới.")
    report = desk.preview()
    assert (report.rendered, report.written) == (1, 1)
    assert "Lời mới." in desk.page("hen.md")


def test_an_incremental_build_equals_a_clean_one_and_nothing_is_told_to_differ(desk: Desk) -> None:
    desk.preview()
    desk.edit("hen.md", "[Chủ đề zqhen]", "[Lúa]")
    desk.edit("bai-ngo.md", "title: Bài ngỏ", "title: Bài ngỏ khác")
    desk.preview()
    clean = desk.site / "sach"
    desk.preview(out=clean)
    assert tree(desk.out) == tree(clean)
    assert desk.preview(verify=True).faults == ()


def test_with_strict_a_fault_writes_nothing(desk: Desk) -> None:
    desk.edit("nhap/index.md", "draft: true", "drafft: true")
    report = desk.preview(strict=True)
    assert report.refused
    assert not desk.out.exists()
    assert desk.preview().exit_code == 1


def test_an_article_whose_address_another_has_gets_no_preview_but_a_fault(desk: Desk) -> None:
    desk.edit("nhap/index.md", "draft: true", "draft: true\nslug: bai-ngo")
    report = desk.preview()
    assert [one.path for one in report.previews] == ["content/hen.md"]
    assert [fault.code for fault in report.faults] == ["address-taken"]


def test_a_theme_that_lets_search_engines_in_gets_no_preview_out(desk: Desk) -> None:
    lay_out("-- templates/article.html --\n<!doctype html><p>{{ page.headline }}</p>", desk.site)
    report = desk.preview()
    assert [(fault.code, fault.place.path) for fault in report.faults] == [
        ("preview-indexed", "templates/article.html")
    ]
    assert holding(tree(desk.out), "Bài nháp") == []


# Nothing of another


STATES: Final = {
    "public": "lang: vi",
    "draft": "draft: true",
    "future": "publish_date: 2025-07-01",
    "expired": "expiry_date: 2025-05-31",
    "retracted": "retracted: Sai.",
    "draft, retracted": "draft: true\nretracted: Sai.",
}
COUNT: Final = 5


def secret(number: int, state: str, *, shared: int) -> str:
    """An article that names every other in all ways it can, and holds words of its own in all that it says."""
    word, others = f"zq{number}x", [other for other in range(COUNT) if other != number]
    seen = [f"[bài](../zq{other}x/index.md) [bài](/2025/05/zq{other}x/) [bài](/cu-zq{other}x/)" for other in others]
    seen += [f"[mục](/chu-de/zq{other}x/) [ảnh](/2025/05/zq{other}x/anh.svg)" for other in others]
    return f"""
-- content/zq{number}x/index.md --
---
title: Nhan đề {word}
sapo: Sapo {word}
date: 2025-05-0{number + 1}
topics: [{word}, Chung {shared}]
authors: [Tác giả {word}, Chung]
series: Loạt {shared}
aliases: [/cu-{word}/]
related: [{", ".join(f"zq{other}x/index.md" for other in others)}]
image: anh.svg
image_caption: Chú thích {word}
kicker: Mục {word}
link_title: Ngắn {word}
corrections: [{{date: 2025-05-20, text: Đúng là {word}}}]
{STATES[state]}
---
Lời {word}. {" ".join(seen)} ![Ảnh](anh.svg "Chú thích {word}")
-- content/zq{number}x/anh.svg --
{SVG.format(word)}
"""


@settings(deadline=None, max_examples=10, suppress_health_check=[HealthCheck.too_slow])
@given(
    states=st.lists(st.sampled_from([*STATES, "draft", "future"]), min_size=COUNT, max_size=COUNT),
    shared=st.integers(0, COUNT - 1),
)
def test_whoever_has_one_address_finds_nothing_of_another_article(states: list[str], shared: int) -> None:
    texts = [secret(number, state, shared=shared % 2) for number, state in enumerate(states)]
    yaml = "-- content/site.yaml --\ntitle: Báo\nbase_url: https://bao.example\nsections: [Thời sự]\n"
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(Path(folder))
        lay_out(yaml + "".join(texts), desk.site)
        report = desk.preview(shown=Shown(drafts=True, future=True, expired=True))
        hidden = [number for number, state in enumerate(states) if state not in {"public", "retracted"}]
        assert [one.path for one in report.previews] == [f"content/zq{number}x/index.md" for number in hidden]
        names = {number: token(KEY, f"zq{number}x/index.md") for number in hidden}
        for path, content in tree(desk.out).items():
            own = next((number for number, name in names.items() if path.startswith(name)), None)
            for other in hidden:
                if other != own:
                    assert f"zq{other}x" not in path
                    assert f"zq{other}x".encode() not in content, f"{path} names article {other}"
                    assert names[other].encode() not in content
        for number in hidden:
            assert f"Nhan đề zq{number}x" in desk.page(f"zq{number}x/index.md")


def test_the_key_shows_in_no_request_that_is_printed(tmp_path: Path) -> None:
    assert KEY not in repr(Request(tmp_path, tmp_path, NOW, previews=Previews(tmp_path, KEY)))
    assert json.dumps(token(KEY, "a.md")) != json.dumps(token(KEY, "A.md"))
