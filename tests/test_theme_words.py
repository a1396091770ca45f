"""The words of the theme: in one place, in the newspaper's language, and open to the editors."""

import re
from collections.abc import Iterator
from dataclasses import asdict, fields
from pathlib import Path

import pytest

from hatinh_news.build import Request, build
from hatinh_news.model.config import Shown
from hatinh_news.model.strings import ENGLISH, VIETNAMESE, Strings, strings_in
from newsroom import NOW, TESTS, lay_out, tree

SHOWN = Shown(drafts=True, future=True, expired=True)
TEMPLATES = TESTS.parent / "templates"
SOURCE = TESTS.parent / "src" / "hatinh_news"
_VIETNAMESE_LETTER = re.compile(r"[À-ỹ]")
_ADDRESS = re.compile(r"(?:https?://[\w.]+)?/[\w/.%#-]*")


def built(text: str, folder: Path) -> dict[str, str]:
    site = lay_out(text, folder)
    report = build(Request(site, site / "public", NOW, shown=SHOWN, workers=1))
    assert report.faults == ()
    return {
        path: content.decode("utf-8")
        for path, content in tree(site / "public").items()
        if path.endswith((".html", ".xml", ".json", ".txt")) and not path.startswith("fonts/")
    }


@pytest.fixture(scope="module")
def english(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return built((TESTS / "sites" / "english.txt").read_text(encoding="utf-8"), tmp_path_factory.mktemp("english"))


def test_an_english_newspaper_has_no_vietnamese_word_of_the_theme(english: dict[str, str]) -> None:
    theirs = {words for name, words in asdict(VIETNAMESE).items() if words != getattr(ENGLISH, name)}
    words = re.compile(rf"\b(?:{'|'.join(map(re.escape, theirs))})\b")
    found = {
        (path, words_found)
        for path, content in english.items()
        for bare in [_ADDRESS.sub("", content)]
        for words_found in [*words.findall(bare), *_VIETNAMESE_LETTER.findall(bare)]
    }
    assert found == set()


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("index.html", '<time datetime="2025-07-01">Tuesday, 1 July 2025</time>'),
        ("2025/05/boats/index.html", ">Thursday, 1 May 2025, 15:30 (GMT+7)</time>"),
        ("2025/05/boats/index.html", "Corrections and apologies"),
        ("2025/05/boats/index.html", "Photo: Ann Example"),
        ("2025/05/draft/index.html", "<strong>Draft.</strong> It is not published, and only a preview shows it."),
        ("2025/04/fog/index.html", "This article was retracted"),
        ("luu-tru/2025/05/index.html", '<h1 class="list-title">May 2025</h1>'),
        ("luu-tru/2025/05/trang/1/index.html", "<title>May 2025 - Page 1 - The River Post</title>"),
        ("chu-de/index.html", '<span class="unseen"> article</span>'),
        ("chu-de/boats/index.html", "Timeline"),
        ("news/index.html", '<h1 class="list-title">News</h1>'),
        ("cai-chinh/rss.xml", "<title>Corrections - The River Post</title>"),
        ("404.html", "Page not found"),
    ],
)  # fmt: skip
def test_an_english_newspaper_speaks_english(english: dict[str, str], path: str, words: str) -> None:
    assert words in english[path]


def test_every_string_is_there_in_both_languages() -> None:
    assert all(asdict(VIETNAMESE).values())
    assert all(asdict(ENGLISH).values())
    assert not any(map(_VIETNAMESE_LETTER.search, asdict(ENGLISH).values()))


def sources() -> Iterator[tuple[Path, str]]:
    for path in (*TEMPLATES.rglob("*.html"), *SOURCE.rglob("*.py")):
        yield path, path.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", [field.name for field in fields(Strings)])
def test_every_string_is_used(name: str) -> None:
    by_state = name.removesuffix("_note") in {"draft", "future", "expired"}
    own = SOURCE / "model" / "strings.py"
    assert by_state or any(
        re.search(rf"\b(?:strings|words)\.{name}\b", text) for path, text in sources() if path != own
    )


def test_templates_and_what_makes_pages_write_no_vietnamese_by_themselves() -> None:
    stages = (TEMPLATES, SOURCE / "render", SOURCE / "plan", SOURCE / "index", SOURCE / "read")
    written = re.compile(r'(?:^|[>"\'])[^<>"\'{}#]*[À-ỹ]')
    for path, text in sources():
        if not any(path.is_relative_to(stage) for stage in stages):
            continue
        bare = re.sub(r'"""(?s:.*?)"""|\{#(?s:.*?)#\}|#.*', "", text)
        found = [line for line in bare.splitlines() if written.search(line)]
        assert [line for line in found if "TRUE" not in line and "FALSE" not in line and "Hà Tĩnh" not in line] == []


@pytest.mark.parametrize(
    ("code", "strings"),
    [("vi", VIETNAMESE), ("vi-VN", VIETNAMESE), ("en", ENGLISH), ("en-GB", ENGLISH), ("lo", ENGLISH)],
)
def test_the_language_of_the_newspaper_chooses(code: str, strings: Strings) -> None:
    assert strings_in(code) is strings


def test_editors_put_words_of_their_own_in_their_place(tmp_path: Path) -> None:
    pages = built(
        """
-- content/site.yaml --
title: Báo thử
strings: {newest: Vừa lên trang, topics: Đề tài, page: Tờ}
-- content/2025-05-01-a.md --
---
title: Bài
date: 2025-05-01
topics: [Lúa]
---
Chữ.
-- content/2025-05-02-b.md --
---
title: Bài sau
date: 2025-05-02
---
Chữ.
""",
        tmp_path,
    )
    assert "Đề tài" in pages["chu-de/index.html"]
    assert "Đề tài" in pages["chu-de/lua/index.html"]
    assert "Vừa lên trang" in pages["404.html"]
    assert "Tin mới" not in pages["404.html"]


def test_other_words_make_every_page_anew(tmp_path: Path) -> None:
    text = """
-- content/site.yaml --
title: Báo thử
-- content/2025-05-01-a.md --
---
title: Bài
date: 2025-05-01
---
Chữ.
"""
    built(text, tmp_path)
    site = tmp_path / "content" / "site.yaml"
    site.write_text("title: Báo thử\nstrings: {skip: Nhảy tới bài}\n", encoding="utf-8")
    build(Request(tmp_path, tmp_path / "public", NOW, workers=1))
    assert "Nhảy tới bài" in (tmp_path / "public" / "2025" / "05" / "a" / "index.html").read_text(encoding="utf-8")
