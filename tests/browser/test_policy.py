"""The headers that the newspaper asks hosts for, sent with every answer: nothing of its pages is against them."""

from pathlib import Path

import pytest
from host import serving
from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

FILM = "2026/05/san-nha-van-hoa-thanh-rap/"
GALLERY = "2025/08/sau-bao-don-duong-truoc/"


def complaints(browser: Browser, address: str) -> list[str]:
    """What the browser says of a page while it is read to its end."""
    page = browser.new_page()
    told: list[str] = []
    page.on("console", lambda message: told.append(message.text))
    page.on("pageerror", lambda error: told.append(str(error)))
    page.goto(address)
    page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
    page.wait_for_load_state("networkidle")
    if page.evaluate("[...document.styleSheets].filter((sheet) => sheet.cssRules.length).length") == 0:
        told.append("there is no style")
    page.close()
    return told


@pytest.mark.parametrize("path", ["", FILM, GALLERY, "chu-de/", "khong-co/"])
def test_no_page_is_against_the_policy(browser: Browser, sample: Path, path: str) -> None:
    with serving(sample, 0) as host:
        found = [each for each in complaints(browser, f"{host}/{path}") if "404" not in each]
    assert found == []


def test_a_page_that_is_against_the_policy_is_found(browser: Browser, sample: Path, tmp_path: Path) -> None:
    (tmp_path / "_headers").write_text((sample / "_headers").read_text(encoding="utf-8"), encoding="utf-8")
    (tmp_path / "404.html").write_text("<style>p { color: red }</style><p>x", encoding="utf-8")
    with serving(tmp_path, 0) as host:
        found = " ".join(complaints(browser, f"{host}/"))
    assert "Content Security Policy" in found
