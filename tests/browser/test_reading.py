"""What a reader sees: front, article and topic, on a phone and on a desk, with and without JavaScript."""

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route

pytestmark = pytest.mark.browser

FRONT = "/"
TOPIC = "/chu-de/phong-chong-thien-tai/"
GALLERY = "/2025/08/sau-bao-don-duong-truoc/"
FILM = "/2026/05/san-nha-van-hoa-thanh-rap/"
LONG_HEADLINE = "/2026/05/nhung-chuyen-tau-ve-ga-yen-trung/"
PAGES = (
    FRONT,
    TOPIC,
    GALLERY,
    FILM,
    LONG_HEADLINE,
    "/thoi-su/",
    "/chu-de/",
    "/chu-de/mua-mua-bao-2025/",
    "/tac-gia/",
    "/tac-gia/tran-thi-mai-khe/",
    "/loat-bai/giu-nuoc-cho-dong-han/",
    "/luu-tru/",
    "/gioi-thieu/",
    "/404.html",
)
WIDTHS = (320, 360, 1280)
_LINKS = re.compile(r'(?:href|src)="([^"]*)"')


@pytest.fixture(params=WIDTHS)
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    with browser.new_context(viewport={"width": request.param, "height": 800}) as context:
        yield context.new_page()


@pytest.mark.parametrize("path", PAGES)
def test_a_page_opens_whole_and_asks_nobody_else(page: Page, address: str, path: str) -> None:
    asked: list[str] = []
    failed: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("response", lambda response: failed.append(response.url) if response.status >= 400 else None)
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(address + path)
    page.evaluate("for (const image of document.images) image.loading = 'eager'")
    page.wait_for_function("[...document.images].every((image) => image.complete)")
    assert [url for url in asked if not url.startswith(address)] == []
    assert (failed, said) == ([], [])
    assert page.evaluate("[...document.images].filter((image) => !image.naturalWidth).map((image) => image.src)") == []


@pytest.mark.parametrize("path", PAGES)
def test_a_page_fits_its_width(page: Page, address: str, path: str) -> None:
    page.goto(address + path)
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


@pytest.mark.parametrize("path", PAGES)
def test_a_page_has_one_h1_and_no_gaps_below_it(page: Page, address: str, path: str) -> None:
    page.goto(address + path)
    levels = page.evaluate("[...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map((heading) => +heading.tagName[1])")
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels[levels.index(1) :]))


@pytest.mark.parametrize("path", PAGES)
def test_ids_are_used_once(page: Page, address: str, path: str) -> None:
    page.goto(address + path)
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map((element) => element.id)")
    assert len(ids) == len(set(ids))


def test_an_article_stands_in_the_order_of_a_newspaper(page: Page, address: str) -> None:
    page.goto(address + GALLERY)
    order = page.evaluate(
        """["nav.trail", "h1", ".sapo", ".body", ".topics", "[data-related]", "footer.foot"].map(
            (selector) => document.querySelector(selector).getBoundingClientRect().top)"""
    )
    assert order == sorted(order)


def test_seven_articles_to_read_on_each_one_link(page: Page, address: str) -> None:
    page.goto(address + GALLERY)
    cards = page.locator("[data-related] article")
    assert cards.count() == 7
    assert page.locator("[data-related] article a").count() == 7


def test_the_headline_is_in_the_first_screen(page: Page, address: str) -> None:
    page.goto(address + FRONT)
    box = page.locator("main h1, main h2").first.bounding_box()
    lead = page.locator("main article a").first.bounding_box()
    assert box is not None
    assert lead is not None
    assert min(box["y"], lead["y"]) < 800


def test_all_is_readable_without_javascript(browser: Browser, address: str) -> None:
    with browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 800}) as context:
        page = context.new_page()
        page.goto(address + FILM)
        assert page.locator("h1").is_visible()
        assert page.locator("a.play").get_attribute("href") == "https://www.youtube.com/watch?v=aqz-KE-bpKQ"


def test_a_film_is_asked_for_only_after_a_click(browser: Browser, address: str) -> None:
    with browser.new_context(viewport={"width": 360, "height": 800}) as context:
        page = context.new_page()
        asked: list[str] = []

        def refuse(route: Route) -> None:
            asked.append(route.request.url)
            route.abort()

        context.route(re.compile("youtube"), refuse)
        page.goto(address + FILM)
        assert asked == []
        page.locator("a.play").click()
        page.locator("iframe").wait_for(state="attached")
        assert "https://www.youtube-nocookie.com/embed/aqz-KE-bpKQ" in asked[0]


def test_the_skip_link_is_the_first_stop(browser: Browser, address: str) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(address + FRONT)
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.getAttribute('href')") == "#main"
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "main"


def test_every_address_that_a_page_links_to_answers(sample: Path) -> None:
    """Every page of the sample newspaper, by its files: links and pictures lead somewhere."""
    dead: set[tuple[str, str]] = set()
    for file in sample.rglob("*.html"):
        for url in _LINKS.findall(file.read_text(encoding="utf-8")):
            if url.startswith("/") and not url.startswith("//"):
                path = sample / unquote(urlsplit(url).path).lstrip("/")
                if not (path.is_file() or (path / "index.html").is_file()):
                    dead.add((file.relative_to(sample).as_posix(), url))
    assert dead == set()


def test_readers_of_a_merged_topic_come_to_the_other(page: Page, address: str) -> None:
    page.goto(f"{address}/chu-de/suc-khoe/")
    page.wait_for_url(f"{address}/chu-de/cham-soc-suc-khoe/")
    assert page.locator("h1").inner_text() == "Chăm sóc sức khỏe"


def test_a_timeline_has_its_days_as_headings_in_order(page: Page, address: str) -> None:
    page.goto(f"{address}/chu-de/mua-mua-bao-2025/")
    days = page.locator("h3 time").evaluate_all("(times) => times.map((time) => time.dateTime)")
    assert days == ["2025-08-27", "2025-10-18", "2025-10-31", "2025-11-04"]
    assert page.locator(".trail a").all_inner_texts() == ["Chủ đề", "Phòng chống thiên tai"]
