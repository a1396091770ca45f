"""What an editor sees who writes, saves and looks: the real program, and a real Chromium."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from newsroom import lay_out
from serving import SITE, Serving

pytestmark = pytest.mark.browser

ARTICLE = "content/thoi-su/bai-1.md"
ADDRESS = "/2025/05/bai-1/"
MORE = """
-- content/thoi-su/nhap.md --
---
title: Bài còn viết
date: 2025-05-20 08:00
draft: true
---
Chưa xong.
-- content/thoi-su/hen.md --
---
title: Bài hẹn giờ
date: 2025-06-02 06:30
---
Mai mới đăng.
-- content/thoi-su/het.md --
---
title: Bài hết hạn
date: 2025-05-02
expiry_date: 2025-05-10 17:00
---
Qua rồi.
-- static/css/site.css --
body { color: rgb(1, 2, 3) }
"""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    site = lay_out(SITE + MORE, tmp_path_factory.mktemp("viet") / "site")
    running = Serving(site, "--now", "2025-06-01T12:00", "--expired")
    yield running
    running.stop()


@pytest.fixture
def page(browser: Browser, desk: Serving) -> Iterator[Page]:
    with browser.new_context(viewport={"width": 360, "height": 600}, base_url=desk.address) as context:
        page = context.new_page()
        page.set_default_timeout(20_000)
        wrong: list[str] = []
        page.on("pageerror", lambda error: wrong.append(str(error)))
        yield page
        assert wrong == []


def listening(page: Page, address: str) -> None:
    """Opens a page and waits until it hears of changes."""
    with page.expect_response(lambda answer: "/_hatinh/events" in answer.url):
        page.goto(address)


def test_what_is_saved_appears_where_the_reader_was(desk: Serving, page: Page) -> None:
    long = "\n\n".join(f"Đoạn {number}." for number in range(200))
    desk.write(ARTICLE, f"{(desk.site / ARTICLE).read_text(encoding='utf-8')}\n{long}\n\nCâu cuối.\n")
    desk.shows(ADDRESS, "Câu cuối.")
    listening(page, ADDRESS)
    page.evaluate("scrollTo(0, 2500)")
    desk.edit(ARTICLE, "Đoạn 100.", "Đoạn một trăm.")
    expect(page.get_by_text("Đoạn một trăm.")).to_have_count(1, timeout=20_000)
    page.wait_for_function("scrollY === 2500")


def test_a_style_is_put_in_without_loading_the_page(desk: Serving, page: Page) -> None:
    listening(page, ADDRESS)
    page.evaluate("window.stayed = true")
    desk.write("static/css/site.css", "body { color: rgb(9, 8, 7) }\n")
    page.wait_for_function("getComputedStyle(document.body).color === 'rgb(9, 8, 7)'")
    assert page.evaluate("window.stayed") is True
    page.wait_for_function("document.querySelectorAll('link[rel=stylesheet]').length === 1")


def test_a_fault_lies_over_the_page_until_it_is_mended(desk: Serving, page: Page) -> None:
    listening(page, ADDRESS)
    desk.edit(ARTICLE, "date: 2025-05-01", "date: hôm qua")
    over = page.get_by_role("alertdialog")
    expect(over).to_contain_text(f"{ARTICLE}:4:7", timeout=20_000)
    expect(over.locator("mark")).to_have_text("h")
    expect(over).to_contain_text("gợi ý")
    expect(page.get_by_role("heading", name="Bài 1")).to_be_attached()
    page.keyboard.press("Escape")
    expect(over).to_have_count(0)
    desk.edit(ARTICLE, "date: hôm qua", "date: 2025-05-01")
    expect(page.get_by_role("button", name="Tờ báo có lỗi")).to_have_count(0, timeout=20_000)


def test_the_page_goes_where_its_article_goes(desk: Serving, page: Page) -> None:
    listening(page, "/2025/05/bai-2/")
    desk.edit("content/thoi-su/bai-2.md", "title: Bài 2", "title: Bài 2\nslug: nhan-de-moi")
    page.wait_for_url("**/2025/05/nhan-de-moi/")


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("/2025/05/nhap/", "Bản nháp"),
        ("/2025/06/hen/", "Hẹn giờ: bạn đọc thấy bài này từ Thứ Hai, 02/06/2025, 06:30"),
        ("/2025/05/het/", "Hết hạn: bạn đọc không còn thấy bài này từ Thứ Bảy, 10/05/2025, 17:00"),
    ],
)
def test_a_bar_says_what_readers_do_not_see(page: Page, address: str, words: str) -> None:
    page.goto(address)
    expect(page.locator("hatinh-preview #bar")).to_contain_text(words, timeout=20_000)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_a_page_that_readers_see_has_no_bar(page: Page) -> None:
    listening(page, "/gioi-thieu/")
    expect(page.locator("hatinh-preview #bar")).to_have_count(0)


def test_a_missing_page_comes_as_soon_as_it_is_written(desk: Serving, page: Page) -> None:
    listening(page, "/2025/05/sap-viet/")
    desk.write("content/thoi-su/sap-viet.md", "---\ntitle: Sắp viết\ndate: 2025-05-30\n---\nĐã viết.\n")
    expect(page.get_by_text("Đã viết.")).to_be_visible(timeout=20_000)


def test_two_browsers_see_the_same(desk: Serving, browser: Browser, page: Page) -> None:
    listening(page, "/2025/05/bai-3/")
    with browser.new_context(base_url=desk.address) as context:
        other = context.new_page()
        listening(other, "/2025/05/bai-3/")
        desk.edit("content/thoi-su/bai-3.md", "Lời 3", "Lời chung")
        for each in (page, other):
            expect(each.get_by_text("Lời chung")).to_have_count(1, timeout=20_000)


def test_it_says_when_nobody_builds_any_more(browser: Browser, tmp_path: Path) -> None:
    desk = Serving(lay_out(SITE, tmp_path))
    with browser.new_context(base_url=desk.address) as context:
        page = context.new_page()
        listening(page, "/")
        desk.stop()
        expect(page.locator("hatinh-preview #lost")).to_be_visible(timeout=20_000)
