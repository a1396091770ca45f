"""The simple road through a text: what it takes, and that it comes out where the reference does."""

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hatinh_news.model.article import Body
from hatinh_news.model.fault import Fault
from hatinh_news.read.library import Document, Library
from hatinh_news.read.markdown.body import begin
from hatinh_news.read.markdown.reference import reference_body
from hatinh_news.read.markdown.simple import simple_body
from newsroom import Case, cases

JPEG = bytes.fromhex("ffd8ffc0001108 01e0 0280 03011100021100031100ffd9")
DOCUMENT = Document("thoi-su/bai.md", "/2025/02/bai/")

BEGINNINGS = (
    "# ", "## ", "###### ", "####### ", "#", "#thẻ", "#\t", "- ", "-", "-a", "--", "---", "***", "* ", "*a", "**",
    "_ ", "+ ", "+84", "1. ", "1) ", "1.", "12.5", "1986. ", "> ", ">", "| ", "|-", "|---|", "::: hop", ":::", ": ",
    "===", "=", "```", "~~~", "~~", "    ", " ", "\t", "\u00a0", "\u3000", "[a]: /b", "[^1]: c", "[", "<div>", "<",
    "!", "![", "“", "–", "…", "(", "\\", "&nbsp;", "&", "Chữ ", "đ", "<!-- more -->", "<!--", "-->", '"', "'", "0",
    "٣. ", "::", "^[", "\ufeff",
)  # fmt: skip
PIECES = (
    " ", "  ", "a", "Hà Tĩnh", "ấ", "e\u0301", "1", "9", ".", "..", "...", "....", "?..", "!....", "????", "!!!!",
    "?!?!?!", ",,", ",,,", "+-", "-", "--", "---", "----", " -- ", " --- ", "(c)", "(C)", "(tm)", "(TM)", "(r)",
    "(R)", "(", ")", "?…", '"', "'", '" ', ' "', " '", "' ", '""', '1""', "“", "”", "‘", "’", "…", "–", "\u00a0",
    "\u2009", "\u3000", "\t", "$", "€", "*", "**", "_", "__", "`", "``", "~~", "~", "[", "]", "](", "](/x/)", "![",
    "^", "^[", "[^1]", "\\", "\\*", '\\"', "\\\n", "<", ">", "<b>", "<https://a.vn>", "</p>", "&", "&amp;", "&lt;",
    "&#65;", "&quot;", "& ", "#", " #", " ##", "|", ":", "=", "https://a.vn/x_y", "/chu-de/x/", "{", "}", "@", "%",
    ";", "!", "x\ny", " \n", "  \n", "\n ", "<!--more-->", "_x_", "![a](anh.jpg)", '![a](anh.jpg "b | c")',
    "![](/chung/bien.jpg)", '![a "b" c...](/chung/bien.jpg "d... \'e\'")', "![a](thieu.jpg)", "![a](//x.vn/a.jpg)",
    "![a](http://x.vn/a.jpg)", "![a](anh.jpg 'b')", "![a](anh.jpg (b))", "![*a*](anh.jpg)", '![a](anh.jpg  "b")',
    '![a](anh.jpg "b" )', "![a](<anh.jpg>)", "![a](anh.jpg#b)", "![a\nb](anh.jpg)", '![a](anh.jpg "")', "![a] (b)",
    "[a](/b/)", "[a](anh.jpg)", "[a](b.md#c)", "[a](javascript:b)", "[![a](anh.jpg)](/b/)", "[a][b]", "![a]()",
    "![a](..)", "![a](.)",
)  # fmt: skip


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder = tmp_path_factory.mktemp("site")
    for name in ("anh.jpg", "bien.jpg"):
        (folder / name).write_bytes(JPEG)
    return Library(
        "https://bao.example",
        {"thoi-su/anh.jpg": str(folder / "anh.jpg")},
        {"/chung/bien.jpg": folder / "bien.jpg"},
    )


def by_simple(text: str, library: Library) -> tuple[Body, list[Fault]] | None:
    reading, more = begin(text, 5, DOCUMENT, library)
    body = simple_body(more, reading)
    return None if body is None else (body, reading.faults)


def by_reference(text: str, library: Library) -> tuple[Body, list[Fault]]:
    reading, more = begin(text, 5, DOCUMENT, library)
    return reference_body(more, reading), reading.faults


def agree(text: str, library: Library) -> bool:
    simple = by_simple(text, library)
    return simple is None or simple == by_reference(text, library)


@st.composite
def line(draw: st.DrawFn) -> str:
    beginning = draw(st.sampled_from(("", "", "Chữ", *BEGINNINGS)))
    return beginning + "".join(draw(st.lists(st.sampled_from(PIECES), max_size=6)))


texts = st.lists(
    st.tuples(line(), st.sampled_from(("\n", "\n\n", "\n\n", "\n \t\n", "\n\n\n"))),
    max_size=6,
).map(lambda lines: "".join(piece for pair in lines for piece in pair))


LIST_BEGINNINGS = (
    "- ", "- ", "* ", "1. ", "2. ", "1) ", "> ", "> ", "> ", "", "# ", "-  ", "  - ", ">", "- - ", "1. - ", "> # ",
)  # fmt: skip
LIST_WORDS = (
    "a", "*b*", "c ", "d  ", "![a](anh.jpg)", "1. e", "-f", "12 g", "...", "|", "---", "===", "<!-- more -->", "",
)  # fmt: skip
list_lines = st.tuples(
    st.sampled_from(LIST_BEGINNINGS), st.sampled_from(LIST_WORDS), st.sampled_from(("\n", "\n", "\n\n", "\n \n"))
).map("".join)


@given(st.lists(list_lines, max_size=7).map("".join))
@settings(max_examples=200, deadline=None)
def test_lists_and_quotations_are_the_parsers(library: Library, text: str) -> None:
    assert agree(text, library)


@given(texts)
@settings(max_examples=300, deadline=None)
def test_both_roads_come_out_at_the_same_body_and_faults(library: Library, text: str) -> None:
    assert agree(text, library)


@given(st.lists(st.sampled_from((*PIECES[:54], "x")), max_size=12).map("".join))
@settings(max_examples=200, deadline=None)
def test_typography_is_the_parsers(library: Library, text: str) -> None:
    assert agree(f"x{text}y\n", library)


@pytest.mark.parametrize("case", [*cases("markdown"), *cases("commonmark")], ids=lambda case: case.title)
def test_the_specs_do_not_depend_on_the_road(case: Case, library: Library) -> None:
    assert agree(case.given, library)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n \t\n",
        "Một đoạn.\n\n## Tiêu đề\nĐoạn *hai*, dòng một\ndòng hai.\n",
        '![a](anh.jpg "b | c")\n\n"Trích" -- rồi...\n',
        "Mở bài.\n\n<!-- more -->\n\nThân bài: R&D, 1.200 người, +84 913, -không, #thẻ.\n",
        "# Một\n- hai *đậm*\n- ba\n\nvà\n\n1. bốn\n2. năm\n\n> sáu\n> [bảy](/x/)\n\n7) tám\n\n> chín\n\n- mười\n",
        "![mất](thieu.jpg)\n\nTrước ![mất](/thieu.jpg) sau [đây](/x/)\n",
    ],
)
def test_texts_of_simple_blocks_take_the_simple_road(library: Library, text: str) -> None:
    assert by_simple(text, library) == by_reference(text, library)


@pytest.mark.parametrize(
    "text",
    [
        "- một\n  - hai\n",
        "- một\n\n- hai\n",
        "- một\nhai\n",
        "- một\n* hai\n",
        "- một\n\n1. hai\n",
        "- một\n# hai\n",
        "- - một\n",
        "- ![a](anh.jpg)\n",
        "một\n- hai\n",
        "1. một\n1) hai\n",
        "- \n",
        "> một\nhai\n",
        ">\n> một\n",
        "> # một\n",
        "> một  \n> hai\n",
        "    một\n",
        "một\n===\n",
        "một\n---\n",
        "```\nmột\n```\n",
        "::: hop\nmột\n:::\n",
        "a | b\n--|--\n",
        "[a]: /b/\n",
        "một[^1]\n",
        "một\rhai\n",
        "một\u00a0\n",
        "# Hai #\n",
    ],
)
def test_any_other_text_is_left_to_the_reference(library: Library, text: str) -> None:
    assert by_simple(text, library) is None


def test_reading_a_plain_article_imports_no_parser() -> None:
    program = """
import sys
from hatinh_news.read.article import Rules, read_file
from hatinh_news.read.library import Library
from hatinh_news.read.settings import settings

rules = Rules(settings("")[0], Library("https://bao.example"), {"thoi-su": "Thời sự"})
text = '---\\ntitle: "Tên"\\ndate: 2025-02-28\\ntopics: ["a"]\\n---\\n\\nĐoạn "một"...\\n'
article, faults = read_file("thoi-su/ten-bai.md", text.encode(), rules)
assert article and not faults
print(*{"markdown_it", "mdit_py_plugins", "yaml", "slugify", "imagesize"} & set(sys.modules))
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("\n", "")
