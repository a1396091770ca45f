"""Files as disks hold them: bytes that are no text, names, links, and things that are no files."""

import os
import socket
import unicodedata
from pathlib import Path

import pytest

from hatinh_news.model.config import Config
from hatinh_news.model.errors import CannotBuild
from hatinh_news.model.fault import Fault
from hatinh_news.read import scan, scan_static
from hatinh_news.read.decode import MAX_BYTES, decode
from hatinh_news.read.load import load
from hatinh_news.read.split import MAX_FRONT_CHARACTERS
from hatinh_news.read.yaml_tree import MAX_DEPTH, MAX_NODES
from newsroom import lay_out, told

GOOD = "-- content/bai.md --\n---\ntitle: Bài\ndate: 2025-02-28\n---\nThân bài.\n"
ARTICLE = "---\ntitle: Bài về mùa gặt\ndate: 2025-02-28\n---\nThân bài.\n"


def codes(site: Path) -> list[tuple[str, str]]:
    return [(str(fault.place), fault.code) for fault in load(site, Config("Báo"), {})[1]]


def put(site: Path, raw: bytes, name: str = "bai.md") -> Path:
    (site / "content").mkdir(exist_ok=True)
    (site / "content" / name).write_bytes(raw)
    return site


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param(ARTICLE.encode("utf-8-sig"), id="with a byte order mark"),
        pytest.param(ARTICLE.replace("\n", "\r\n").encode(), id="with line ends of Windows"),
        pytest.param(ARTICLE.replace("\n", "\r").encode(), id="with line ends of old Macs"),
        pytest.param(unicodedata.normalize("NFD", ARTICLE).encode(), id="in decomposed Unicode"),
        pytest.param(("\n\n" + ARTICLE).encode(), id="with empty lines above"),
        pytest.param(ARTICLE.replace("---\n", "---  \n").encode(), id="with blanks behind the fences"),
    ],
)
def test_what_is_harmless_is_read(tmp_path: Path, raw: bytes) -> None:
    content, faults = load(put(tmp_path, raw), Config("Báo"), {})
    assert faults == []
    assert content.articles[0].title == "Bài về mùa gặt"
    assert content.articles[0].body.html == "<p>Thân bài.</p>\n"


@pytest.mark.parametrize(
    ("raw", "place", "code"),
    [
        pytest.param(ARTICLE.encode("utf-16"), "content/bai.md", "utf-16", id="UTF-16 with its mark"),
        pytest.param(ARTICLE.encode("utf-16-be"), "content/bai.md", "utf-16", id="UTF-16 without its mark"),
        pytest.param(b"---\r\ntitle: B\0\r\n", "content/bai.md:2:9", "null-byte", id="a null byte"),
        pytest.param(
            b"---\ntitle: B\xc3\xa0i \xff\n", "content/bai.md:2:12", "not-utf-8", id="a byte that is no UTF-8"
        ),
        pytest.param(b"\xef\xbb\xbf\xff", "content/bai.md:1:1", "not-utf-8", id="a wrong byte behind the mark"),
        pytest.param(b"a" * (MAX_BYTES + 1), "content/bai.md", "too-large", id="a file of megabytes"),
        pytest.param(b"", "content/bai.md", "empty-file", id="no bytes"),
        pytest.param(
            b"---\n" + b"a: b\n" * (MAX_FRONT_CHARACTERS // 5 + 1) + b"---\n",
            "content/bai.md:1:1",
            "front-matter-too-long",
            id="endless front matter",
        ),
        pytest.param(
            b"---\ntitle: a\nextra: " + b"[" * MAX_DEPTH + b"]" * MAX_DEPTH + b"\n---\n",
            f"content/bai.md:3:{8 + MAX_DEPTH - 1}",
            "yaml-too-deep",
            id="lists in lists in lists",
        ),
        pytest.param(
            b"---\ntitle: a\nextra:\n  a: &a [x, x, x, x, x, x, x, x, x, x]\n"
            + b"".join(b"  %c: &%c [%s]\n" % (c + 1, c + 1, b", ".join([b"*%c" % c] * 10)) for c in b"abcdefgh")
            + b"---\n",
            "content/bai.md:8:10",
            "yaml-too-big",
            id="a billion laughs",
        ),
        pytest.param(b"---\ntitle: *nobody\n---\n", "content/bai.md:2:8", "yaml-alias", id="an alias of nothing"),
        pytest.param(b"---\ntitle: a\n--- b\n---\n", "content/bai.md:3:1", "yaml-documents", id="a second document"),
        pytest.param(b"---\n? a\n", "content/bai.md:1:1", "unclosed-front-matter", id="keys without an end"),
        pytest.param(b"---\n}\n---\n", "content/bai.md:2:1", "yaml-syntax", id="a bracket out of nothing"),
        pytest.param(b"---\n- a\n---\n", "content/bai.md:2:1", "yaml-not-keys", id="a list of nothing"),
    ],
)
def test_what_is_not_readable_is_a_fault(tmp_path: Path, raw: bytes, place: str, code: str) -> None:
    assert codes(put(tmp_path, raw)) == [(place, code)]


def test_a_bomb_of_aliases_stays_within_bounds(tmp_path: Path) -> None:
    raw = b"---\ntitle: a\ndate: 2025-02-28\nextra:\n  a: &a [" + b"x, " * 100 + b"x]\n  b: [*a, *a, *a]\n---\n"
    content, faults = load(put(tmp_path, raw), Config("Báo"), {})
    assert faults == []
    assert len(content.articles[0].extra["b"]) == 3  # type: ignore[arg-type]
    assert MAX_NODES > 400


def test_messages_name_bytes_sizes_and_limits() -> None:
    faults = [
        fault
        for raw in (b"\xff", b"x\0", b"a" * (MAX_BYTES + 1), b"\xff\xfea\0")
        if isinstance(fault := decode(raw, "content/bai.md"), Fault)
    ]
    assert told(faults) == (
        "content/bai.md:1:1: error not-utf-8: the byte FF is not valid UTF-8\n"
        "  save the file again as UTF-8 (old files may be in Windows-1258, TCVN3 or VNI)\n"
        "content/bai.md:1:2: error null-byte: the file holds a null byte: it is damaged, or no text\n"
        "  delete the character at this place, or take the text from an undamaged copy\n"
        "content/bai.md: error too-large: the file has 1000001 bytes; 1000000 is the most for a text\n"
        "  split the article, and keep pictures in files of their own\n"
        "content/bai.md: error utf-16: the file is saved as UTF-16\n"
        "  save it again as UTF-8: in Notepad choose “Save as”, then the encoding UTF-8\n"
    )


def test_a_file_that_may_not_be_read_is_a_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lay_out(GOOD, tmp_path)
    monkeypatch.setattr("builtins.open", _refuse)
    assert codes(tmp_path) == [("content/bai.md", "unreadable")]


def _refuse(*_given: object, **_named: object) -> None:
    raise PermissionError(13, "Permission denied")


def test_what_is_no_file_is_a_fault_and_no_hang(tmp_path: Path) -> None:
    lay_out(GOOD, tmp_path)
    os.mkfifo(tmp_path / "content" / "ống.md")
    with socket.socket(socket.AF_UNIX) as end:
        end.bind(str(tmp_path / "content" / "ổ.md"))
        found = scan(tmp_path)[1]
    assert told(found) == (
        "content/ống.md: error not-a-file: this is no ordinary file but a FIFO\n"
        "  remove it, or put a Markdown file in its place\n"
        "content/ổ.md: error not-a-file: this is no ordinary file but a socket\n"
        "  remove it, or put a Markdown file in its place\n"
    )


@pytest.mark.parametrize(
    ("target", "code"),
    [
        ("../../../outside.md", "link-outside"),
        ("nowhere.md", "link-broken"),
        ("link.md", "link-loop"),
        (".", "link-loop"),
    ],
)
def test_links_that_lead_astray_are_faults(tmp_path: Path, target: str, code: str) -> None:
    (tmp_path / "outside.md").write_text(ARTICLE, encoding="utf-8")
    site = lay_out(GOOD.replace("content/", "content/thoi-su/"), tmp_path / "site")
    (site / "content" / "thoi-su" / "link.md").symlink_to(target)
    assert codes(site) == [("content/thoi-su/link.md", code)]


def test_links_within_the_site_are_followed(tmp_path: Path) -> None:
    site = lay_out(GOOD.replace("content/", "kho/"), tmp_path)
    (site / "content").mkdir()
    (site / "content" / "kho").symlink_to("../kho")
    content, faults = load(site, Config("Báo"), {})
    assert faults == []
    assert [article.path for article in content.articles] == ["kho/bai.md"]


def test_one_name_in_two_unicode_forms_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    for form in ("NFC", "NFD"):
        (tmp_path / "content" / unicodedata.normalize(form, "bài.md")).write_text(ARTICLE, encoding="utf-8")
    assert codes(tmp_path) == [("content/bài.md", "two-forms")]


def test_a_name_that_is_no_utf8_is_a_fault(tmp_path: Path) -> None:
    lay_out(GOOD, tmp_path)
    with open(os.fsencode(tmp_path / "content") + b"/b\xe0i.md", "wb"):  # noqa: PTH123  a name of bytes
        pass
    assert codes(tmp_path) == [("content/b�i.md", "bad-file-name")]


def test_what_editors_programs_leave_about_is_passed_over(tmp_path: Path) -> None:
    for name in (".bai.md.swp", "bai.md~", "#bai.md#", ".DS_Store", ".git/config", "Thumbs.db"):
        lay_out(f"-- content/{name} --\nx", tmp_path)
    assert scan(lay_out(GOOD, tmp_path))[0].markdown == ("bai.md",)
    assert codes(tmp_path) == []


@pytest.mark.parametrize(
    ("site", "message"),
    [
        ("-- a.md --\nx", "there is no folder “content” here"),
        ("-- content/site.yaml --\ntitle: Báo\n", "the folder “content” holds no Markdown files"),
    ],
)
def test_no_content_stops_the_build(tmp_path: Path, site: str, message: str) -> None:
    with pytest.raises(CannotBuild) as caught:
        load(lay_out(site, tmp_path), Config("Báo"), {})
    assert [(fault.code, fault.message()) for fault in caught.value.faults] == [("no-content", message)]


def test_static_files_come_from_the_first_folder_that_has_them(tmp_path: Path) -> None:
    lay_out(
        "-- a/x.css --\na\n-- b/x.css --\nb\n-- b/y.css --\nb\n-- b/.well-known/z --\nb\n-- b/.git/z --\nb", tmp_path
    )
    found, faults = scan_static((tmp_path / "a", tmp_path / "b"), tmp_path)
    assert {url: file.read_text().strip() for url, file in found.items()} == {
        "/.well-known/z": "b",
        "/x.css": "a",
        "/y.css": "b",
    }
    assert faults == []


def test_static_links_that_lead_out_are_not_published(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("x")
    site = lay_out("-- static/a.css --\na", tmp_path / "site")
    (site / "static" / "b.css").symlink_to("../../secret")
    (site / "static" / "c.css").symlink_to("nowhere")
    (site / "static" / "d.css").symlink_to("a.css")
    found, faults = scan_static((site / "static",), site)
    assert list(found) == ["/a.css", "/d.css"]
    assert [(fault.place.path, fault.code) for fault in faults] == [
        ("static/b.css", "link-outside"),
        ("static/c.css", "link-outside"),
    ]
