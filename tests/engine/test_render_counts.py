"""What an edit costs: how many pages are rendered after it, no more than those on which it can be seen."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Final

import pytest

from engine.content_edits import append, set_key, toggle_key
from engine.daily import lay_out_daily, picture
from engine.desk import Desk
from hatinh_news.build import Shown, build

EVERYTHING: Final = -1
"""All pages that a clean build renders, but files of the search index that say what they said."""

INDEX: Final = 4
"""Files that hold the words of the daily; where articles come or go, so do their addresses and the counts of months."""

SOME: Final = 3
"""As many of these hold all that a few words change."""

OLD: Final = "content/thoi-su/2025-01-05-lu-ve.md"


def write(path: str, text: str) -> Callable[[Desk], None]:
    return lambda desk: _written(desk.site / path, text)


def _written(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def key(path: str, name: str, value: str) -> Callable[[Desk], None]:
    return lambda desk: set_key(desk.site / path, name, value)


def setting(name: str, value: str) -> Callable[[Desk], None]:
    return key("content/site.yaml", name, value)


def added(path: str, text: str) -> Callable[[Desk], None]:
    return lambda desk: append(desk.site / path, text)


def photo(path: str, width: int, height: int) -> Callable[[Desk], None]:
    def replaced(desk: Desk) -> None:
        (desk.site / path).write_bytes(picture(width, height, 7))

    return replaced


def choice(name: str, value: object) -> Callable[[Desk], None]:
    return lambda desk: setattr(desk, name, value)


def nothing(_desk: Desk) -> None:
    return


# A page that chooses an include while it is rendered depends on all templates: the daily has one such.
COSTS: Final[dict[str, tuple[Callable[[Desk], None], int]]] = {
    "nothing": (nothing, 0),
    "a touch": (lambda desk: (desk.site / OLD).touch(), 0),
    "the body of an old article": (added(OLD, "Thêm một câu."), 1 + SOME),
    "the body of the newest article": (lambda desk: append(newest(desk), "Thêm một câu."), 1 + SOME),
    "the title of an old article": (key(OLD, "title", "Lũ lên"), 19 + INDEX),
    "the topics of an old article": (key(OLD, "topics", "[Lũ lụt]"), 3 + SOME),
    "the date of an old article, by a minute": (key(OLD, "date", "2025-01-05 06:31"), 13),
    "an old article goes": (lambda desk: (desk.site / OLD).unlink(), 27 + INDEX + 2),
    "a draft is published": (
        lambda desk: toggle_key(desk.site / "content/thoi-su/nhap.md", "draft", "true"),
        22 + INDEX + 2,
    ),
    "a draft's body": (added("content/thoi-su/nhap.md", "Thêm."), 0),
    "a new article": (
        write("content/thoi-su/2025-06-01-moi.md", "---\ntitle: Tin mới\ntopics: [Chợ]\n---\nLời.\n"),
        22 + INDEX + 2,
    ),
    "an alias": (key(OLD, "aliases", "[/tin/lu-ve, /tin/lu]"), 2),
    "a standing page's text": (added("content/trang/gioi-thieu.md", "Thêm."), 1),
    "a topic's words": (added("content/chu-de/nha-trang/_index.md", "Thêm."), 1),
    "a pin on a section": (key("content/kinh-te/_index.md", "pin", "[lu-ve]"), 1),
    "a pin on the front page": (key("content/_index.md", "pin", "[{article: lu-ve, position: 9}]"), 1),
    "the shape of the front page": (key("content/_index.md", "front", "{newest: 3, blocks: [Kinh tế]}"), 1),
    "a photo of other size": (photo("content/thoi-su/2025-01-20-sau-lu/cau-tam.png", 99, 33), 1),
    "a photo of the same size": (photo("content/thoi-su/2025-01-20-sau-lu/cau-tam.png", 48, 32), 0),
    "a static file": (write("static/bang.csv", "a;b"), 0),
    "a stylesheet": (write("static/css/bao.css", "body { color: #321 }"), EVERYTHING),
    "an article is broken": (write(OLD, "---\ntitel: x\n---\n"), 27 + INDEX + 2),
    "a template of one page": (added("templates/khung-hep.html", "<!-- x -->"), 2),
    "an include of one page": (added("templates/goi-y.html", "<!-- x -->"), 2),
    "an include that is chosen while rendering": (added("templates/chan-kinh-te.html", "<!-- x -->"), 1),
    "a template that nobody uses": (write("templates/khong-ai.html", "x"), 1),
    "the frame of every page": (
        write("templates/footer.html", "<footer>Chân trang</footer>"),
        69,
    ),
    "the title of the newspaper": (setting("title", "Báo mới"), EVERYTHING),
    "the imprint": (setting("imprint", "{note: Mới}"), EVERYTHING),
    "the length of feeds": (setting("feed_limit", "4"), 30),
    "another base URL": (choice("base_url", "https://khac.example"), EVERYTHING),
    "an hour passes": (lambda desk: setattr(desk, "now", desk.now + timedelta(hours=1)), 0),
    "drafts are shown": (choice("shown", Shown(drafts=True)), 19),
}
"""For each edit of the daily, how many pages and machine files it renders anew."""


def newest(desk: Desk) -> Path:
    return next(desk.site.glob("content/*/2025-06-01-tin-0.md"))


@pytest.mark.parametrize("name", COSTS)
def test_an_edit_renders_only_what_it_can_be_seen_on(name: str, tmp_path: Path) -> None:
    edit, cost = COSTS[name]
    desk = Desk(lay_out_daily(tmp_path / "site"), tmp_path / "clean")
    whole = build(desk.request()).rendered
    edit(desk)
    report = build(desk.request())
    assert report.rendered == (whole - INDEX if cost == EVERYTHING else cost)
