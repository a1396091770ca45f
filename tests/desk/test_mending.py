"""`check --fix`: what it mends, and that a page says the same afterwards."""

import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hatinh_news.build import Request
from hatinh_news.desk import checks
from hatinh_news.desk.checks.mend import mended_text
from hatinh_news.model.check import CheckSettings
from hatinh_news.read.library import Document, Library
from hatinh_news.read.markdown import to_body
from hatinh_news.text.plain import plain_text
from newsroom import NOW, lay_out

FRONT = "---\n# ghi chú của tòa soạn\ntitle:   Nước về đồng   # giữ nguyên\nsapo: 'Đủ nước'\ndate: 2025-05-20\n---\n"


def fixed(body: str, front: str = FRONT) -> str:
    after = mended_text("thoi-su/bai.md", (front + body).encode(), CheckSettings())
    assert after is not None
    text = after.decode()
    assert text.startswith(front)
    return text.removeprefix(front)


@pytest.mark.parametrize(
    ("typed", "mended"),
    [
        ("Nước  đã   về.\n", "Nước đã về.\n"),
        ("Nước đã về. \n\nLúa xanh.\n", "Nước đã về.\n\nLúa xanh.\n"),
        ("Nước đã về  \nđồng.\n", "Nước đã về  \nđồng.\n"),
        ("Nước đã về , lúa xanh .\n", "Nước đã về, lúa xanh.\n"),
        (unicodedata.normalize("NFD", "Nước đã về.\n"), "Nước đã về.\n"),
        ("Nước\u200b đã\u00ad về.\n", "Nước đã về.\n"),
        ("Nước&nbsp;&nbsp;đã về.\n", "Nước đã về.\n"),
        ("Kh\u0435 Trúc, năm \uff12025.\n", "Khe Trúc, năm 2025.\n"),
        ("Nước đã về.<o:p></o:p>\n", "Nước đã về.\n"),
        ("Về <st1:place>Khe Trúc</st1:place>.\n", "Về Khe Trúc.\n"),
        ('<span style="mso-x: y">Nước</span> đã về.\n', "Nước đã về.\n"),
        ('Ông nói: "Nước đã về".\n', "Ông nói: “Nước đã về”.\n"),
        ('Ông nói: "Nước đã về.\n', 'Ông nói: "Nước đã về.\n'),
        ("[Xã](https://xa.example/t?id=5&fbclid=x&utm_source=y#muc).\n", "[Xã](https://xa.example/t?id=5#muc).\n"),
        ("[Xã](https://xa.example/?gclid=x).\n", "[Xã](https://xa.example/).\n"),
        ("Gõ `a  b` và\n\n    c  d\n\n```\ne  f \n```\n", "Gõ `a  b` và\n\n    c  d\n\n```\ne  f \n```\n"),
        (
            "| Xứ đồng  | Ngày   |\n|---|---|\n| Bàu Sen  | 20/5   |\n",
            "| Xứ đồng  | Ngày   |\n|---|---|\n| Bàu Sen  | 20/5   |\n",
        ),
        ('![Kênh](kenh.jpg "Kênh  chính")\n', '![Kênh](kenh.jpg "Kênh chính")\n'),
        ("Của của bà con.\n", "Của của bà con.\n"),
    ],
)
def test_what_is_safe_is_mended_and_nothing_else_moves(typed: str, mended: str) -> None:
    assert fixed(typed) == mended


def test_line_ends_and_the_mark_of_the_file_stay() -> None:
    raw = b"\xef\xbb\xbf" + (FRONT + "Nước  đã về.\nLúa\tđã  xanh.\n").replace("\n", "\r\n").encode()
    after = mended_text("a.md", raw, CheckSettings())
    assert after == raw.replace("Nước  đã".encode(), "Nước đã".encode()).replace(
        "đã  xanh".encode(), "đã xanh".encode()
    )


@pytest.mark.parametrize(
    ("line", "mended"),
    [
        ("title: Nước  về đồng\n", "title: Nước về đồng\n"),
        ("title: 'Nước \"chạy\" về đồng'\n", "title: 'Nước “chạy” về đồng'\n"),
        ('title: "Nước \\"chạy\\" về đồng"\n', 'title: "Nước “chạy” về đồng"\n'),
        ("title: Nước về đồng.  # nhan đề\n", "title: Nước về đồng  # nhan đề\n"),
        ("title: >-\n  Nước\n  về  đồng.\n", "title: >-\n  Nước\n  về  đồng.\n"),
    ],
)
def test_front_matter_is_mended_as_it_is_written(line: str, mended: str) -> None:
    rest = "date: 2025-05-20\nsapo: Đủ nước\n---\nĐủ nước.\n"
    after = mended_text("a.md", f"---\n{line}{rest}".encode(), CheckSettings())
    assert after == f"---\n{mended}{rest}".encode()


def test_a_rule_that_is_switched_off_mends_nothing() -> None:
    raw = (FRONT + "<!-- check-off: double-space -->\nNước  về.\n").encode()
    assert mended_text("a.md", raw, CheckSettings()) == raw
    assert mended_text("a.md", raw, CheckSettings(off=frozenset({"double-space"}))) == raw


PIECES = st.sampled_from(
    [
        *(
            "Nước",
            "đã",
            "về",
            "đồng",
            "  ",
            " ",
            " ",
            " ",
            "\n",
            "\n\n",
            "  \n",
            " \n",
            ",",
            " ,",
            " .",
            "; ",
            '"',
            '"',
            "'",
        ),
        *(
            "“",
            "”",
            "\u200b",
            "\u00ad",
            "\xa0",
            "\xa0\xa0",
            "&nbsp;",
            "&nbsp;&nbsp;",
            "&amp;",
            "\uff11",
            "kh\u0435",
            "o\u031b\u0301",
        ),
        *(
            "<o:p></o:p>",
            "<o:p>",
            "<st1:x>",
            "<b>",
            '<span style="mso-a:b">x</span>',
            "<!-- ghi chú -->",
            "<!--[if x]>a<![endif]-->",
        ),
        *(
            "`",
            "``",
            "```\n",
            "\n```\n",
            "~~~",
            "    ",
            "\t",
            "- ",
            "1. ",
            "> ",
            "# ",
            "## ",
            "|",
            "|---|",
            "*",
            "**",
            "_",
            "\\",
            "\\\\",
        ),
        *(
            "[a](b.md)",
            "[xã](https://x.vn/?utm_source=a&b=c)",
            "<https://x.vn/?fbclid=1>",
            "https://x.vn/a?gclid=2",
            "[",
            "](",
            ")",
        ),
        *(
            '![ảnh](a.jpg "Chú  thích | Ảnh: A")',
            "![](a.jpg)",
            "[^1]",
            "\n[^1]: Ghi  chú\n",
            "::: hop Hộp\n",
            "\n:::\n",
            "\r\n",
            "---\n",
        ),
    ]
)


@settings(max_examples=100, deadline=None)
@given(st.lists(PIECES, max_size=25).map("".join))
def test_mending_twice_is_mending_once_and_the_page_says_the_same(body: str) -> None:
    raw = (FRONT + body).encode()
    once = mended_text("a.md", raw, CheckSettings())
    if once is None:
        return
    assert mended_text("a.md", once, CheckSettings()) == once
    assert said(once) == said(raw)
    assert once.startswith(FRONT.encode())


def said(raw: bytes) -> str:
    """The words of the page, whatever their marks, spaces and forms of letters."""
    from hatinh_news.read.decode import decode
    from hatinh_news.read.split import split

    parts = split(decode(raw, "a.md"), "a.md")  # type: ignore[arg-type]
    html = to_body(parts.body, 1, Document("a.md", "/"), Library("http://x"))[0].html  # type: ignore[union-attr]
    text = unicodedata.normalize("NFKC", plain_text(html))
    for sign in ("<o:p></o:p>", "<o:p>", "<st1:x>", '<span style="mso-a:b">', "<span style=“mso-a:b”>", "</span>"):
        text = text.replace(sign, "")
    text = re.sub(r"[?&](?:utm_source|fbclid|gclid)=[a-z0-9]", "", text).replace("st1:x", "").replace("?", "&")
    for one, other in (("“", '"'), ("”", '"'), ("‘", "'"), ("’", "'"), ("\u0435", "e")):
        text = text.replace(one, other)
    return "".join(text.split())


def test_files_are_written_whole_and_keep_their_rights(tmp_path: Path) -> None:
    site = lay_out(f"-- content/site.yaml --\ntitle: Báo\n-- content/thoi-su/bai.md --\n{FRONT}Nước  về.\n", tmp_path)
    file = site / "content/thoi-su/bai.md"
    file.chmod(0o640)
    found = checks.check(Request(site, site / "public", NOW))
    done, left = checks.mended(found, CheckSettings())
    assert (done[0].path, left) == ("content/thoi-su/bai.md", [])
    head = "--- a/content/thoi-su/bai.md\n+++ b/content/thoi-su/bai.md\n@@ -4,4 +4,4 @@\n"
    assert done[0].diff == f"{head} sapo: 'Đủ nước'\n date: 2025-05-20\n ---\n-Nước  về.\n+Nước về.\n"
    checks.write_all(site, done, found.files)
    assert file.read_text(encoding="utf-8") == FRONT + "Nước về.\n"
    assert file.stat().st_mode & 0o777 == 0o640
    assert sorted(one.name for one in file.parent.iterdir()) == ["bai.md"]


def test_a_misspelt_key_and_a_topic_spelt_otherwise_are_mended(tmp_path: Path) -> None:
    text = (
        "-- content/site.yaml --\ntitle: Báo\ntopics: [Sức khỏe]\n-- content/thoi-su/bai.md --\n"
        '---\ntitel: Bài # giữ\ndate: 2025-05-20\nsapo: Đủ\ntopics: ["Sức khoẻ", Y tế]\n---\nĐủ nước.\n'
    )
    site = lay_out(text, tmp_path)
    for _ in range(2):
        found = checks.check(Request(site, site / "public", NOW))
        checks.write_all(site, checks.mended(found, CheckSettings())[0], found.files)
    mended = (site / "content/thoi-su/bai.md").read_text(encoding="utf-8")
    assert mended == '---\ntitle: Bài # giữ\ndate: 2025-05-20\nsapo: Đủ\ntopics: ["Sức khỏe", Y tế]\n---\nĐủ nước.\n'


def test_a_key_that_the_file_has_already_is_not_given_to_another(tmp_path: Path) -> None:
    text = "-- content/thoi-su/bai.md --\n---\ntitle: Bài\ntitel: Bài\ndate: 2025-05-20\nsapo: Đủ\n---\nĐủ nước.\n"
    site = lay_out("-- content/site.yaml --\ntitle: Báo\n" + text, tmp_path)
    found = checks.check(Request(site, site / "public", NOW))
    assert checks.mended(found, CheckSettings()) == ([], [])
