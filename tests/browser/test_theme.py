"""How the theme is held to what readers need: access for all, no page too wide, nothing that jumps, little to load."""

import gzip
import re
import time
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import axe_playwright_python
import pytest
from playwright.sync_api import Browser, Page, Route

pytestmark = pytest.mark.browser

FRONT = "/"
ARTICLE = "/2025/08/sau-bao-don-duong-truoc/"
# One page of each kind, and the articles that have most in them.
KINDS = (
    FRONT, ARTICLE, "/2026/05/san-nha-van-hoa-thanh-rap/", "/thoi-su/", "/chu-de/", "/chu-de/mua-mua-bao-2025/",
    "/tac-gia/tran-thi-mai-khe/", "/loat-bai/giu-nuoc-cho-dong-han/", "/luu-tru/", "/luu-tru/2026/10/", "/cai-chinh/",
    "/gioi-thieu/", "/404.html",
)  # fmt: skip
HARD = (
    "/", "/2025/05/dai/", "/2025/04/bang/", "/2025/04/english/", "/2025/04/mot-minh/", "/2025/03/go/", "/2025/02/dung/",
    "/kinh-te/", "/mot-bai/", "/trong/",
    "/tac-gia/nguyen-phuc-cong-tang-ton-nu-hoang-thi-thanh-thuong-huyen-dieu/",
)  # fmt: skip
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
PHONE, DESK = 360, 1280
Scheme = Literal["light", "dark"]

AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js").read_text(encoding="utf-8")
_RUN = """async (runOnly) => {
  const found = await axe.run(document, { runOnly, resultTypes: ["violations"] });
  return found.violations.map((one) => `${one.id}: ${one.help}: ${one.nodes[0].target}`);
}"""
_TOO_WIDE = """() => document.documentElement.scrollWidth > innerWidth"""
_SHIFTS = """() => new Promise((done) => {
  let sum = 0;
  new PerformanceObserver((list) => { for (const shift of list.getEntries()) sum += shift.value; })
    .observe({ type: "layout-shift", buffered: true });
  setTimeout(() => done(sum), 400);
})"""


def opened(browser: Browser, width: int, scheme: Scheme = "light") -> Iterator[Page]:
    with browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme) as context:
        yield context.new_page()


@pytest.fixture(params=[PHONE, DESK], ids=["phone", "desk"])
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    yield from opened(browser, request.param)


@pytest.fixture
def narrow(browser: Browser) -> Iterator[Page]:
    yield from opened(browser, 320)


def violations(page: Page) -> list[str]:
    """What is wrong by day, and what of the colours by night."""
    page.evaluate(AXE)
    by_day = page.evaluate(_RUN, {"type": "tag", "values": WCAG})
    page.emulate_media(color_scheme="dark")
    return [*by_day, *page.evaluate(_RUN, {"type": "rule", "values": ["color-contrast"]})]


@pytest.mark.parametrize("path", KINDS)
def test_a_page_of_each_kind_is_open_to_all(page: Page, address: str, path: str) -> None:
    page.goto(address + path)
    assert violations(page) == []


@pytest.mark.parametrize("path", HARD)
def test_hard_pages_are_open_to_all_on_the_narrowest_phone(narrow: Page, hard_address: str, path: str) -> None:
    narrow.goto(hard_address + path)
    assert not narrow.evaluate(_TOO_WIDE)
    assert violations(narrow) == []


def test_text_of_twice_the_size_stays_in_the_page(browser: Browser, hard_address: str) -> None:
    for page in opened(browser, DESK):
        for path in HARD:
            page.goto(hard_address + path)
            page.evaluate("document.documentElement.style.fontSize = '200%'")
            assert not page.evaluate(_TOO_WIDE), path


@pytest.mark.parametrize("path", [FRONT, ARTICLE, "/thoi-su/"])
def test_nothing_jumps_while_a_page_loads(page: Page, address: str, path: str) -> None:
    page.goto(address + path)
    assert page.evaluate(_SHIFTS) == 0


@pytest.mark.parametrize("path", [FRONT, ARTICLE])
def test_hardly_anything_moves_where_the_face_of_headlines_comes_late(page: Page, address: str, path: str) -> None:
    def late(route: Route) -> None:
        time.sleep(0.3)
        route.continue_()

    page.route("**/*.woff2", late)
    page.goto(address + path)
    assert page.evaluate(_SHIFTS) < 0.01
    assert page.evaluate("document.fonts.check('700 20px Newsreader', 'Ẫộủđơ')")


def test_the_first_screen_of_a_small_phone_leads_on_to_what_is_next(browser: Browser, address: str) -> None:
    with browser.new_context(viewport={"width": 360, "height": 640}) as context:
        page = context.new_page()
        page.goto(address + FRONT)
        photo, headline, following = (
            page.locator(selector).first.bounding_box()
            for selector in (".front-lead img", ".front-lead .card-title", ".front-featured .card-title")
        )
        assert photo is not None
        assert headline is not None
        assert following is not None
        assert photo["y"] < headline["y"] < following["y"] < 640 - 48


def test_lines_of_an_article_have_sixty_to_seventy_characters(browser: Browser, address: str) -> None:
    for page in opened(browser, DESK):
        page.goto(address + ARTICLE)
        characters = page.evaluate(
            """() => {
              const text = document.querySelector(".body > p");
              const range = document.createRange();
              range.selectNodeContents(text);
              const lines = new Set([...range.getClientRects()].map((box) => box.top)).size;
              return text.textContent.length / lines;
            }"""
        )
        assert 45 <= characters <= 70


def test_a_foreign_article_is_marked_and_its_frame_is_not(narrow: Page, hard_address: str) -> None:
    narrow.goto(f"{hard_address}/2025/04/english/")
    language = """(selector) => document.querySelector(selector).closest("[lang]").lang"""
    assert [narrow.evaluate(language, each) for each in ("h1", ".sapo", ".body p")] == ["en"] * 3
    assert [narrow.evaluate(language, each) for each in (".menu", ".trail", "#related-heading", ".foot")] == ["vi"] * 4
    narrow.goto(f"{hard_address}/kinh-te/")
    assert narrow.locator(".card-title[lang=en]").inner_text().endswith("Everybody Knows the Price")


def test_on_paper_the_address_stands_and_what_leads_elsewhere_does_not(narrow: Page, address: str) -> None:
    narrow.goto(address + ARTICLE)
    narrow.emulate_media(media="print")
    shown = {
        selector: narrow.locator(selector).first.is_visible()
        for selector in ("h1", ".body", ".story-date", ".print-only", ".menu", ".share", ".related", ".topics")
    }
    assert [selector for selector, visible in shown.items() if visible] == ["h1", ".body", ".story-date", ".print-only"]
    assert narrow.locator(".print-only").inner_text().endswith(ARTICLE)


def test_without_colours_of_its_own_only_the_section_at_hand_is_marked(browser: Browser, address: str) -> None:
    with browser.new_context(forced_colors="active") as context:
        page = context.new_page()
        page.goto(f"{address}/thoi-su/")
        colour = "(link) => getComputedStyle(link).borderBottomColor"
        marked, other = page.locator(".menu [aria-current]"), page.locator(".menu a:not([aria-current])").first
        paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
        assert marked.evaluate(colour) != paper
        assert other.evaluate(colour) == paper


def test_the_section_at_hand_is_in_sight_in_the_menu_of_a_phone(narrow: Page, address: str) -> None:
    narrow.goto(f"{address}/doi-song/")
    box = narrow.locator(".menu [aria-current]").bounding_box()
    assert box is not None
    assert 0 <= box["x"] < 320 - box["width"]
    assert narrow.evaluate("scrollY") == 0


def test_a_link_to_the_page_can_be_copied(browser: Browser, address: str) -> None:
    with browser.new_context(permissions=["clipboard-read", "clipboard-write"]) as context:
        page = context.new_page()
        page.goto(address + ARTICLE)
        page.locator(".share button").click()
        page.get_by_role("button", name="Đã chép").wait_for()
        assert page.evaluate("navigator.clipboard.readText()") == f"https://songla.example{ARTICLE}"


# What is loaded


def test_what_a_page_weighs(sample: Path) -> None:
    def packed(path: str) -> int:
        return len(gzip.compress((sample / path).read_bytes(), 9))

    assert packed("css/site.css") < 14_000
    assert (sample / "fonts" / "newsreader.woff2").stat().st_size <= 60_000
    assert (sample / "fonts" / "OFL.txt").read_text(encoding="utf-8").count("SIL Open Font License")
    assert max(packed(file.relative_to(sample).as_posix()) for file in sample.glob("202?/*/*/index.html")) < 40_000


def test_no_page_has_styles_or_scripts_in_it(sample: Path, hard: Path) -> None:
    """So that a content policy needs no exception: JSON-LD is data."""
    for file in (*sample.rglob("*.html"), *hard.rglob("*.html")):
        html = re.sub(r'<script type="application/ld\+json">.*?</script>', "", file.read_text(encoding="utf-8"))
        assert not re.search(r"<style|\sstyle=|<script(?![^>]*\ssrc=)|\son\w+=|javascript:", html), file


def test_the_theme_asks_nobody_else(sample: Path) -> None:
    for name in ("css/site.css", "js/site.js"):
        assert "//" not in re.sub(r"^// .*$", "", (sample / name).read_text(encoding="utf-8"), flags=re.MULTILINE)


def test_headlines_are_set_in_one_face_to_the_last_letter(narrow: Page, address: str) -> None:
    """A letter that the face lacks would be drawn by another one, as wide as in it."""
    narrow.goto(address + FRONT)
    letters = "".join(f"{upper.lower()}{upper}" for upper in "AĂÂBCDĐEÊGHIKLMNOÔƠPQRSTUƯVXY")
    lacking = narrow.evaluate(
        """async (letters) => {
          await document.fonts.load("600 40px Newsreader", letters);
          const pen = document.createElement("canvas").getContext("2d");
          const tones = ["", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"];
          const every = [...letters].flatMap((letter) => tones.map((tone) => (letter + tone).normalize()));
          const width = (font, letter) => { pen.font = font; return pen.measureText(letter).width; };
          return every.filter((letter) => [...letter].length === 1 &&
            width("600 40px Newsreader, monospace", letter) === width("600 40px monospace", letter));
        }""",
        letters,
    )
    assert [letter for letter in lacking if unicodedata.normalize("NFD", letter)[0] in "aeiouyAEIOUYdD"] == []
