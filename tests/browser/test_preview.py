"""A preview as its reader sees it, on a host that knows nothing of the newspaper."""

import shutil
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from host import serving
from playwright.sync_api import Browser

from hatinh_news.build import Previews, Request, Shown, build
from newsroom import TESTS

from .conftest import NOW

pytestmark = pytest.mark.browser

WITH_PHOTOS = "content/the-thao/2026/2026-10-29-chung-ket-giai-bong-da-cac-thon/index.md"


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A host whose folder /kin/ holds previews, and the way to that of an article with photos."""
    folder = tmp_path_factory.mktemp("previews")
    site, out = folder / "site", folder / "host/kin"
    shutil.copytree(TESTS.parent / "content", site / "content")
    article = site / WITH_PHOTOS
    article.write_text(article.read_text(encoding="utf-8").replace("---\n", "---\ndraft: true\n", 1), encoding="utf-8")
    asked = Previews(site / "public", "0123456789abcdef" * 2)
    report = build(Request(site, out, NOW, shown=Shown(drafts=True, future=True), workers=1, previews=asked))
    assert report.faults == ()
    shutil.copy(out / "_headers", folder / "host")
    return folder / "host", next(f"kin{one.url}" for one in report.previews if one.path == WITH_PHOTOS)


def test_a_preview_below_a_path_of_another_host_has_its_look_its_photos_and_its_banner(
    browser: Browser, preview: tuple[Path, str]
) -> None:
    folder, path = preview
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    with serving(folder, 0) as host:
        lost = []
        ours = urlsplit(host).netloc
        page.on("response", lambda answer: lost.append(answer.url) if answer.status >= 400 else None)
        page.route(lambda url: urlsplit(url).netloc != ours, lambda route: route.abort())
        page.goto(f"{host}/{path}")
        page.wait_for_load_state("networkidle")
        banner = page.locator(".banner")
        assert "Bản xem trước – chưa xuất bản." in banner.inner_text()
        assert banner.evaluate("element => getComputedStyle(element).backgroundColor") != "rgba(0, 0, 0, 0)"
        assert "Newsreader" in page.locator("h1").evaluate("element => getComputedStyle(element).fontFamily")
        photos = page.locator(".story figure img")
        for photo in photos.all():
            photo.scroll_into_view_if_needed()
        page.wait_for_load_state("networkidle")
        assert photos.count() > 1
        assert all(photo.evaluate("element => element.naturalWidth > 0") for photo in photos.all())
        assert lost == []
    page.close()
