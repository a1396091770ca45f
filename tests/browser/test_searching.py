"""What a reader finds: words typed in any way, phrases, filters and pages of results, in a real Chromium."""

import functools
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page

from hatinh_news.build import Request, build
from newsroom import NOW, lay_out

from .conftest import _Server, _Silent

pytestmark = pytest.mark.browser

BASE = "/bao"
SITE = """
-- content/site.yaml --
title: Báo thử
base_url: https://bao.example/bao
sections: [Thời sự, Kinh tế]
-- content/2024-03-01-hoi-dong.md --
---
title: Kỳ họp của Hội đồng nhân dân
section: Thời sự
topics: [Kỳ họp]
---
Các đại biểu bàn việc làm đường liên xã.
-- content/2024-03-02-nhan-dan.md --
---
title: Người dân mở hội
section: Kinh tế
---
Nhân dịp này, cả cánh đồng vào hội, dân làng đua thuyền và ăn mía đường.
-- content/2025-04-01-tram-bom.md --
---
title: Trạm bơm mới
sapo: Nước về đồng nhờ công trình <thuỷ lợi>.
section: Kinh tế
topics: [Nông nghiệp]
---
Công trình thuỷ lợi này có hai máy bơm; dương lịch còn một tháng.
-- content/2025-04-02-canh-cong.md --
---
title: Chuyện người canh cống
section: Kinh tế
topics: [Nông nghiệp]
---
Ông canh cống thủy lợi đã ba mươi năm, ở cạnh rặng dương ven biển.
-- content/2025-05-20-an-tet.md --
---
title: Gói bánh sớm
section: Thời sự
draft: true
---
Lời nháp chưa ai được đọc: bí mật zqx.
-- content/2025-05-21-rut.md --
---
title: Tin sai đã rút
retracted: Nguồn tin sai.
---
Lời sai zqy.
""" + "".join(
    f"""
-- content/2023-01-{day:02}-gia-lua-{day}.md --
---
title: Giá lúa ngày {day}
section: Kinh tế
---
Giá lúa sáng nay. {"Giá lúa gạo tăng. " * (day == 3)}Hết.
"""
    for day in range(1, 26)
)


@pytest.fixture(scope="module")
def paper(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("search")
    site = lay_out(SITE, root / "site")
    assert build(Request(site, root / "www/bao", NOW, workers=1)).faults == ()
    return root / "www"


@pytest.fixture(scope="module")
def root(paper: Path) -> Iterator[str]:
    with _Server(("127.0.0.1", 0), functools.partial(_Silent, directory=str(paper))) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}{BASE}"
        server.shutdown()
        thread.join()


@pytest.fixture(scope="module")
def shared(browser: Browser) -> Iterator[Page]:
    with browser.new_context(viewport={"width": 360, "height": 800}) as context:
        page = context.new_page()
        page.set_default_timeout(20_000)
        yield page


Find = Callable[..., list[str]]


@pytest.fixture
def find(shared: Page, root: str) -> Find:
    """The titles that a query finds, in their order."""

    def find(query: str, more: str = "") -> list[str]:
        shared.goto(f"{root}/tim-kiem/?q={quote(query)}{more}")
        settled(shared)
        return titles(shared)

    return find


SAID = "() => ((said) => said && !said.endsWith('…'))(document.querySelector('.search-status').textContent)"
GROWN = """(before) => document.querySelectorAll('.search-list li').length > before
    || !document.querySelector('.search-rest')"""


def settled(page: Page) -> None:
    """Waits for the first results, then reads on to the end of the page of results, as a reader scrolls."""
    page.wait_for_function(SAID)
    while page.locator(".search-rest").count():
        before = len(titles(page))
        page.evaluate("document.querySelector('.search-rest')?.scrollIntoView()")
        page.wait_for_function(GROWN, arg=before)


def titles(page: Page) -> list[str]:
    return page.locator(".search-list h3").all_inner_texts()


COUNCIL, FAIR = "Kỳ họp của Hội đồng nhân dân", "Người dân mở hội"
PUMP, KEEPER = "Trạm bơm mới", "Chuyện người canh cống"


@pytest.mark.parametrize(
    "query",
    [
        "hoi dong nhan dan",
        "Hội đồng nhân dân",
        "HỘI ĐỒNG NHÂN DÂN",
        "Hô\u0323i đô\u0300ng nhân dân",
        "hội dong NHÂN dan",
        "  hội,  đồng; nhân - dân!  ",
    ],
)
def test_words_are_found_however_they_are_typed_and_side_by_side_first(find: Find, query: str) -> None:
    assert find(query) == [COUNCIL, FAIR]


@pytest.mark.parametrize("query", ['"hoi dong nhan dan"', "“Hội đồng nhân dân”", '"nhân dân" hội'])
def test_a_phrase_is_found_where_its_words_stand_side_by_side(find: Find, query: str) -> None:
    assert find(query) == [COUNCIL]


def test_d_is_found_by_d_and_a_typed_mark_puts_its_own_form_first(find: Find) -> None:
    assert set(find("duong")) == {COUNCIL, FAIR, PUMP, KEEPER}
    assert set(find("đường")[:2]) == {COUNCIL, FAIR}
    assert set(find("dương")[:2]) == {PUMP, KEEPER}
    assert len(find("đường")) == len(find("dương")) == 4


@pytest.mark.parametrize("query", ["thuỷ lợi", "thủy lợi", "thuy loi", "THỦY LỢI"])
def test_the_place_of_a_tone_makes_no_difference(find: Find, query: str) -> None:
    assert find(query) == [KEEPER, PUMP], "the newer first"


def test_titles_weigh_more_than_texts_and_newer_articles_more(find: Find) -> None:
    assert find("hội")[0] in {COUNCIL, FAIR}
    assert find("giá lúa")[0] == "Giá lúa ngày 25"
    assert find("cánh đồng nhân dân") == [FAIR]


def test_names_of_topics_are_found(find: Find) -> None:
    assert find("nong nghiep") == [KEEPER, PUMP]


def test_filters_narrow_what_is_found(find: Find) -> None:
    assert find("hoi", "&chuyen-muc=kinh-te") == [FAIR]
    assert find("duong", "&nam=2024") == [FAIR, COUNCIL]
    assert find("duong", "&chu-de=nong-nghiep") == [KEEPER, PUMP]
    assert find("duong", "&chu-de=nong-nghiep&nam=2024") == []


def test_an_excerpt_is_the_original_text_with_the_words_marked(find: Find, shared: Page) -> None:
    find("thuy loi")
    excerpts = shared.locator(".search-list li > p:not(.search-meta)")
    assert "công trình <thuỷ lợi>." in excerpts.nth(1).inner_text()
    assert excerpts.nth(1).locator("mark").all_inner_texts() == ["thuỷ lợi"]
    assert "canh cống thủy lợi" in excerpts.nth(0).inner_text()
    assert "Kinh tế" in shared.locator(".search-meta").first.inner_text()


def test_results_lead_to_articles_below_the_path_of_the_newspaper(find: Find, shared: Page, root: str) -> None:
    find("trạm bơm")
    link = shared.locator(".search-list a").first
    assert link.get_attribute("href") == f"{BASE}/2025/04/tram-bom/"
    link.click()
    assert shared.locator("h1").inner_text() == PUMP


def test_results_come_a_page_at_a_time_and_the_way_back_leads_back(find: Find, shared: Page) -> None:
    first = find("gia lua")
    assert len(first) == 10
    assert shared.get_by_role("status").inner_text() == "25 bài có “gia lua”."
    shared.get_by_role("link", name="Trang sau").click()
    shared.wait_for_function("() => location.search.includes('trang=2') && document.querySelector('ol')?.start === 11")
    settled(shared)
    second = titles(shared)
    assert len(set(first + second)) == 20
    shared.go_back()
    shared.wait_for_function("() => document.querySelector('ol')?.start === 1")
    settled(shared)
    assert titles(shared) == first
    assert len(find("gia lua", "&trang=3")) == 5
    assert find("gia lua", "&trang=999") == titles(shared)


def test_the_keyboard_alone_searches_and_the_field_keeps_the_focus(find: Find, shared: Page) -> None:
    find("gia lua")
    field = shared.get_by_role("searchbox", name="Từ cần tìm")
    field.fill("trạm bơm")
    field.press("Enter")
    shared.wait_for_function("() => document.querySelectorAll('.search-list li').length === 1")
    assert titles(shared) == [PUMP]
    assert shared.evaluate("document.activeElement.name") == "q"
    assert "q=tr%E1%BA%A1m+b%C6%A1m" in shared.url


def test_the_field_of_the_masthead_leads_to_the_results(shared: Page, root: str) -> None:
    shared.goto(f"{root}/404.html")
    shared.locator(".masthead input[name=q]").fill("tram bom")
    shared.locator(".masthead input[name=q]").press("Enter")
    settled(shared)
    assert titles(shared) == [PUMP]
    assert shared.get_by_role("searchbox", name="Từ cần tìm").input_value() == "tram bom"


@pytest.mark.parametrize("query", ["xyzt", "zqx", "zqy", '"dân nhân"', "duong xyzt zqx"])
def test_what_is_not_there_is_not_found_and_something_else_is_offered(find: Find, shared: Page, query: str) -> None:
    found = find(query)
    said = shared.get_by_role("status").inner_text()
    if query.startswith("duong"):
        assert len(found) == 4
        assert said == "Không có bài nào đủ các từ “duong xyzt zqx”; dưới đây là những bài có nhiều từ nhất."
    else:
        assert found == []
        assert said.startswith("Không tìm thấy bài nào")
    assert shared.locator(".search-else a", has_text="Chủ đề").is_visible()


def test_without_words_nothing_is_asked_for(shared: Page, root: str) -> None:
    asked: list[str] = []
    shared.on("request", lambda request: asked.append(request.url))
    shared.goto(f"{root}/tim-kiem/?q=%26%26%26+-+!")
    shared.wait_for_load_state("networkidle")
    assert not [url for url in asked if url.endswith(".json")]
    assert shared.get_by_role("status").inner_text() == ""


@pytest.mark.parametrize(
    "query", ["<script>alert(1)</script> lúa", '"><img src=x onerror=alert(1)> lúa', "lúa \\ ' ` ${1}"]
)
def test_signs_in_a_query_are_signs(find: Find, shared: Page, query: str) -> None:
    find(query)
    assert shared.locator(".search-found img, .search-found script, .search-status *").count() == 0
    assert shared.get_by_role("searchbox", name="Từ cần tìm").input_value() == query


def test_a_policy_without_exceptions_lets_it_search(browser: Browser, root: str) -> None:
    policy = "default-src 'none'; form-action 'self'; " + "; ".join(
        f"{kind}-src 'self'" for kind in ("script", "style", "img", "font", "connect")
    )
    said: list[str] = []
    with browser.new_context() as context:
        page = context.new_page()
        page.route(
            "**/tim-kiem/?*",
            lambda route: route.fulfill(
                response=(answer := route.fetch()), headers={**answer.headers, "content-security-policy": policy}
            ),
        )
        page.on("console", lambda message: said.append(message.text))
        page.goto(f"{root}/tim-kiem/?q=lua")
        settled(page)
        assert len(titles(page)) == 10
    assert said == []


def test_without_javascript_the_page_says_so_and_offers_other_ways(browser: Browser, root: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{root}/tim-kiem/?q=lua")
        assert page.get_by_text("Tìm kiếm cần JavaScript").is_visible()
        assert (
            page.locator(".search-else").get_by_role("link", name="Lưu trữ").get_attribute("href") == f"{BASE}/luu-tru/"
        )


def test_other_pages_ask_for_nothing_of_the_search(browser: Browser, root: str) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(f"{root}/")
        assert not [url for url in asked if "search" in url or "tim-kiem" in url]
