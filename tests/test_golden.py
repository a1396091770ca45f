"""Golden pages: the weekly as the theme shows it, file by file.

`UPDATE_GOLDEN=1 make test` writes them anew; what changed is then read in the diff.
"""

import os
import re
from pathlib import Path

import pytest

from hatinh_news.build import Request, build
from newsroom import NOW, TESTS, lay_out, tree

GOLDEN = TESTS / "golden" / "weekly"

# Names of stylesheets and scripts change with every stroke in them; what is in them is not looked at here.
_FINGERPRINT = re.compile(rb"\.[0-9a-f]{10}\.(css|js)\b")
PAGES = (
    "2025/01/lu-ve/index.html",
    "2025/02/gia-lua/index.html",
    "2025/02/tin-sai/index.html",
    "404.html",
    "_headers",
    "_redirects",
    "atom.xml",
    "cai-chinh/atom.xml",
    "cai-chinh/feed.json",
    "cai-chinh/index.html",
    "cai-chinh/rss.xml",
    "chu-de/index.html",
    "chu-de/nha-trang/index.html",
    "feed.json",
    "gioi-thieu/index.html",
    "index.html",
    "kinh-te/index.html",
    "kinh-te/trang/1/index.html",
    "loat-bai/mua-nuoc/index.html",
    "luu-tru/2025/01/index.html",
    "luu-tru/index.html",
    "manifest.webmanifest",
    "news-sitemap.xml",
    "robots.txt",
    "rss.xml",
    "sitemap.xml",
    "tac-gia/le-thi-hanh/index.html",
    "tin/lu-ve/index.html",
)


@pytest.fixture(scope="module")
def weekly(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    site = lay_out((TESTS / "sites" / "weekly.txt").read_text(encoding="utf-8"), tmp_path_factory.mktemp("weekly"))
    build(Request(site, site / "public", NOW, workers=1))
    made = tree(site / "public").items()
    return {_settled(path.encode()).decode(): _settled(content) for path, content in made}


def _settled(text: bytes) -> bytes:
    return _FINGERPRINT.sub(rb".~.\1", text)


@pytest.mark.parametrize("page", PAGES)
def test_page_is_as_it_was_when_somebody_looked_at_it(page: str, weekly: dict[str, bytes]) -> None:
    if os.environ.get("UPDATE_GOLDEN"):
        _keep(GOLDEN / page, weekly[page])
    assert weekly[page].decode() == (GOLDEN / page).read_text(encoding="utf-8")


def test_the_weekly_has_these_files_and_no_others(weekly: dict[str, bytes]) -> None:
    names = "".join(f"{path}\n" for path in weekly)
    if os.environ.get("UPDATE_GOLDEN"):
        _keep(GOLDEN / "files.txt", names.encode())
    assert names == (GOLDEN / "files.txt").read_text(encoding="utf-8")


def _keep(file: Path, content: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
