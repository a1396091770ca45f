"""What a browser is told, by what it asks."""

import json
import re
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from hatinh_news.desk.serve.answers import Answer, Asked, answer, event, kind_of, safe_path, with_script


@dataclass
class Small:
    """A preview of two pages and a film."""

    base_url: str = "http://localhost:8000"
    ready: bool = True
    pages: dict[str, bytes] = field(default_factory=lambda: {"index.html": b"front", "a/index.html": b"a"})
    files: dict[str, Path] = field(default_factory=dict)
    went: dict[str, str] = field(default_factory=dict)
    proofs: dict[str, bytes] = field(default_factory=dict)

    def page(self, path: str) -> bytes | None:
        return self.pages.get(path)

    def proof(self, path: str) -> bytes | None:
        return self.proofs.get(path)

    def missing(self, path: str) -> bytes:
        return f"no {path}".encode()

    def file(self, path: str) -> Path | None:
        return self.files.get(path)

    def moved(self, path: str) -> str:
        return self.went.get(path, "")

    def waiting(self) -> bytes:
        return b"soon"


@pytest.fixture
def small(tmp_path: Path) -> Small:
    film = tmp_path / "phim.mp4"
    film.write_bytes(bytes(range(100)))
    return Small(files={"phim.mp4": film})


def get(shown: Small, target: str, method: str = "GET", **headers: str) -> Answer:
    return answer(Asked(method, target, headers), shown)


def location(told: Answer) -> str:
    assert told.status == 302
    return dict(told.headers)["Location"]


@pytest.mark.parametrize(
    ("target", "body"), [("/", b"front"), ("/a/", b"a"), ("/a/?x=1", b"a"), ("/a/index.html", b"a"), ("/%61/", b"a")]
)
def test_a_page_by_its_address(small: Small, target: str, body: bytes) -> None:
    told = get(small, target)
    assert (told.status, told.kind, told.body) == (200, "text/html; charset=utf-8", body)


def test_a_page_without_its_slash_is_sent_to_it(small: Small) -> None:
    assert location(get(small, "/a?x=1")) == "/a/?x=1"


def test_no_address_sends_to_another_host(small: Small) -> None:
    small.pages["evil.example/index.html"] = b"x"
    assert location(get(small, "//evil.example")) == "/evil.example/"


def test_what_is_not_there_is_told_with_the_papers_own_page(small: Small) -> None:
    told = get(small, "/khong/")
    assert (told.status, told.body) == (404, b"no khong/index.html")
    assert get(small, "/khong").body == b"no khong/index.html"
    assert get(small, "/khong.html").body == b"no khong.html"


def test_an_article_that_moved_is_followed(small: Small) -> None:
    small.went["cu/index.html"] = "bài/index.html"
    assert location(get(small, "/cu/")) == "/b%C3%A0i/"


def test_a_style_that_is_about_to_be_written_is_shown_before(small: Small) -> None:
    small.proofs["css/site.css"] = b"p {}"
    told = get(small, "/css/site.css")
    assert (told.status, told.kind, told.body) == (200, "text/css; charset=utf-8", b"p {}")


def test_who_comes_too_early_waits(small: Small) -> None:
    small.ready = False
    assert (get(small, "/").status, get(small, "/").body) == (503, b"soon")


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PROPFIND"])
def test_nothing_but_reading_is_allowed(small: Small, method: str) -> None:
    told = get(small, "/", method)
    assert (told.status, told.headers) == (405, (("Allow", "GET, HEAD"),))


@pytest.mark.parametrize(
    "target",
    [
        "/../etc/passwd",
        "/%2e%2e/x",
        "/a/..%2f..%2fx",
        "/a/%2e%2e%5cx",
        "/.git/config",
        "/.hatinh-news/x",
        "/a%00.html",
        "/%ff",
        "/c:/x",
        "http://evil.example/",
        "*",
        "",
    ],
)
def test_no_address_leads_out_of_the_folder(small: Small, target: str) -> None:
    assert get(small, target).status == 400


def test_well_known_files_are_served() -> None:
    assert safe_path("/.well-known/security.txt") == ".well-known/security.txt"


class TestBelowAPath:
    @pytest.fixture
    def below(self, small: Small) -> Small:
        small.base_url = "http://localhost:8000/b%C3%A1o"
        return small

    @pytest.mark.parametrize("target", ["/", "/b%C3%A1o"])
    def test_the_root_sends_there(self, below: Small, target: str) -> None:
        assert location(get(below, target)) == "/b%C3%A1o/"

    def test_pages_lie_there(self, below: Small) -> None:
        assert get(below, "/b%C3%A1o/a/").body == b"a"
        assert location(get(below, "/b%C3%A1o/a")) == "/b%C3%A1o/a/"

    @pytest.mark.parametrize("target", ["/a/", "/b%C3%A1ogia/a/"])
    def test_and_nowhere_else(self, below: Small, target: str) -> None:
        assert get(below, target).status == 404

    def test_what_the_preview_needs_lies_at_the_root(self, below: Small) -> None:
        assert get(below, "/_hatinh/live.js").kind == "text/javascript; charset=utf-8"
        assert get(below, "/_hatinh/live.css").status == 200
        assert get(below, "/_hatinh/other").status == 404


class TestPartsOfAFile:
    @pytest.mark.parametrize(
        ("wanted", "start", "length"),
        [
            ("bytes=0-9", 0, 10),
            ("bytes=90-", 90, 10),
            ("bytes=-5", 95, 5),
            ("bytes=95-999", 95, 5),
            ("bytes=-999", 0, 100),
        ],
    )
    def test_a_part(self, small: Small, wanted: str, start: int, length: int) -> None:
        told = get(small, "/phim.mp4", range=wanted)
        assert (told.status, told.start, told.length) == (206, start, length)
        assert dict(told.headers)["Content-Range"] == f"bytes {start}-{start + length - 1}/100"

    @pytest.mark.parametrize("wanted", ["bytes=100-", "bytes=9-3", "bytes=-0"])
    def test_a_part_that_is_not_there(self, small: Small, wanted: str) -> None:
        assert get(small, "/phim.mp4", range=wanted).status == 416

    @pytest.mark.parametrize("wanted", ["", "bytes=-", "bytes=0-1,5-6", "lines=1-2"])
    def test_other_wishes_get_the_whole(self, small: Small, wanted: str) -> None:
        told = get(small, "/phim.mp4", range=wanted)
        assert (told.status, told.kind, told.length) == (200, "video/mp4", 100)


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("css/site.css", "text/css; charset=utf-8"),
        ("js/site.js", "text/javascript; charset=utf-8"),
        ("robots.txt", "text/plain; charset=utf-8"),
        ("sitemap.xml", "application/xml; charset=utf-8"),
        ("kinh-te/rss.xml", "application/rss+xml; charset=utf-8"),
        ("feed.json", "application/feed+json; charset=utf-8"),
        ("favicon.svg", "image/svg+xml; charset=utf-8"),
        ("anh.avif", "image/avif"),
        ("chu.woff2", "font/woff2"),
        ("_redirects", "application/octet-stream"),
    ],
)
def test_every_sort_of_file_has_its_type(path: str, kind: str) -> None:
    assert kind_of(path) == kind


def test_the_script_stands_at_the_end_of_the_body() -> None:
    page = with_script(b"<body>&lt;/body&gt;</body></html>", {"state": 'a "b" <c> & d'})
    before, script, behind = re.split(rb"(<script.*?</script>\n)", page)
    assert (before, behind) == (b"<body>&lt;/body&gt;", b"</body></html>")
    assert b'data-state="a &quot;b&quot; &lt;c> &amp; d"' in script


def test_a_page_without_a_body_has_it_at_its_end() -> None:
    assert with_script(b"text", {}).startswith(b"text<script")


def test_a_message_is_one_line() -> None:
    told = event({"text": "một\nhai"}, "r-3").decode()
    assert told.startswith("id: r-3\ndata: {")
    assert told.endswith("}\n\n")
    assert json.loads(told.split("data: ")[1]) == {"text": "một\nhai"}
