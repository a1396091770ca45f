"""What a reader finds in a newspaper of many years, and what that takes: first what is new, rare or in titles."""

import functools
import threading
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, urlsplit

import pytest
from playwright.sync_api import Browser, Page

from hatinh_news.build import Request, build
from hatinh_news.model.search import Holds
from hatinh_news.plan import segments
from newsroom import NOW, lay_out

from .conftest import _Server, _Silent
from .test_searching import SAID, settled, titles

pytestmark = pytest.mark.browser

TEXTS = {
    (2020, 3): ("Chuyện chợ quê", "Sáng nay giá vàng tăng, ai cũng bàn. Tiếng lóng: hiếmzq."),
    (2021, 5): ("Giá vàng trong năm", "Người bán nhiều hơn người mua."),
    (2022, 4): ("Mùa cam ở Vũ Quang", "Quả chín vàng, giá rẻ."),
    (2025, 5): ("Phiên chợ hôm nay", "Hôm nay giá vàng giảm nhẹ."),
}
SITE = "-- content/site.yaml --\ntitle: Báo thử\nbase_url: https://bao.example\n" + "".join(
    f"""
-- content/{year}-{month:02}-10-tin-{year}-{month}.md --
---
title: {title}
---
{text} Bà con ra đồng gặt lúa.
"""
    for year in range(2020, 2026)
    for month in range(1, 13 if year < 2025 else 6)
    for title, text in [TEXTS.get((year, month), (f"Tin số {year}{month:02}", "Trời đẹp."))]
)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder: Path = tmp_path_factory.mktemp("years")
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(segments, "_ONE_SEGMENT", 10)
        patched.setattr(segments, "_NEW_AT_LEAST", 5)
        patched.setattr(segments, "_MOST_IN_A_PERIOD", 12)
        patched.setattr(segments, "_IN_A_PART", dict.fromkeys(Holds, 5))
        assert build(Request(lay_out(SITE, folder / "site"), folder / "www", NOW, workers=1)).faults == ()
    with _Server(("127.0.0.1", 0), functools.partial(_Silent, directory=str(folder / "www"))) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    with browser.new_context(viewport={"width": 360, "height": 800}) as context:
        page = context.new_page()
        page.set_default_timeout(20_000)
        yield page


def fetched(page: Page) -> list[str]:
    """The paths that a page fetches from now on."""
    paths: list[str] = []
    page.on("request", lambda request: paths.append(urlsplit(request.url).path))
    return paths


def search(page: Page, root: str, query: str, more: str = "") -> tuple[list[str], str]:
    page.goto(f"{root}/tim-kiem/?q={quote(query)}{more}")
    settled(page)
    return titles(page), page.get_by_role("status").inner_text()


def folders(paths: list[str]) -> set[str]:
    return {path.split("/")[2] for path in paths if path.startswith("/tim-kiem/") and "bai-" not in path} - {""}


def test_a_search_reads_what_is_new_and_titles_first_and_goes_on_when_asked(page: Page, root: str) -> None:
    paths = fetched(page)
    found, said = search(page, root, "giá vàng")
    assert found == ["Giá vàng trong năm", "Phiên chợ hôm nay"]
    assert said == "Ít nhất 2 bài có “giá vàng”. Bài trước tháng 1/2024 mới được tìm theo tựa và từ hiếm."
    assert folders(paths) == {"muc-luc.json", "moi", "tua", "2024-01"}
    page.get_by_role("link", name="Tìm tiếp trong các bài cũ hơn").click()
    page.wait_for_function("() => location.search.includes('sau=1') && document.querySelector('ol')")
    settled(page)
    assert titles(page) == found, "an article in which the words stand apart waits"
    assert "Bài trước tháng 1/2021" in page.get_by_role("status").inner_text()
    page.get_by_role("link", name="Tìm tiếp trong các bài cũ hơn").click()
    page.wait_for_function("() => location.search.includes('sau=2') && document.querySelector('ol')")
    settled(page)
    assert titles(page) == [*found, "Chuyện chợ quê", "Mùa cam ở Vũ Quang"]
    assert page.get_by_role("status").inner_text() == "4 bài có “giá vàng”."
    assert page.locator(".search-older").count() == 0


def test_a_rare_word_is_found_in_all_years_at_once(page: Page, root: str) -> None:
    paths = fetched(page)
    assert search(page, root, "hiemzq") == (["Chuyện chợ quê"], "1 bài có “hiemzq”.")
    assert folders(paths) == {"muc-luc.json", "moi", "cu"}


def test_a_rare_word_leads_to_the_period_of_its_articles_alone(page: Page, root: str) -> None:
    paths = fetched(page)
    assert search(page, root, "chợ hiếmzq vàng") == (["Chuyện chợ quê"], "1 bài có “chợ hiếmzq vàng”.")
    assert folders(paths) == {"muc-luc.json", "moi", "cu", "tua", "2020-01"}


def test_of_a_year_its_own_period_alone_is_read(page: Page, root: str) -> None:
    paths = fetched(page)
    assert search(page, root, "giá vàng", "&nam=2020") == (["Chuyện chợ quê"], "1 bài có “giá vàng”.")
    assert folders(paths) == {"muc-luc.json", "moi", "tua", "2020-01"}


def test_where_no_article_has_all_words_it_is_not_said_of_those_that_were_not_read(page: Page, root: str) -> None:
    _, said = search(page, root, "cam vàng giảm")
    assert said.startswith("Chưa thấy bài nào đủ các từ")
    _, said = search(page, root, "cam vàng giảm", "&sau=9")
    assert said.startswith("Không có bài nào đủ các từ")


def test_pages_of_articles_are_fetched_as_the_reader_comes_to_them(page: Page, root: str) -> None:
    paths = fetched(page)
    page.goto(f"{root}/tim-kiem/?q={quote('gặt lúa')}")
    page.wait_for_function(SAID)
    assert len(titles(page)) == 5
    assert len([path for path in paths if path.startswith("/2")]) == 5
    settled(page)
    assert len(titles(page)) == 10
    assert len([path for path in paths if path.startswith("/2")]) == 10


def test_every_article_comes_once_over_all_pages_of_results(page: Page, root: str) -> None:
    found: list[str] = []
    for number in range(1, 8):
        some, _ = search(page, root, "gặt lúa", f"&trang={number}")
        found += some
    assert len(found) == len(set(found)) == 65
    assert found[0] == "Phiên chợ hôm nay", "the newest first"
