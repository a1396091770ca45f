"""Files for hosts and browsers, as values."""

from collections.abc import Callable
from typing import Any

import pytest

from hatinh_news.model.config import Config
from hatinh_news.model.hosting import HeaderSettings, StaticFile
from hatinh_news.plan.hosts import everywhere

SECURE = dict(everywhere(secure=True))


def rules(pages: dict[str, Any]) -> dict[str, dict[str, str]]:
    return {path: dict(lines) for path, lines in pages["/_headers"].record.rules}


def test_every_answer_has_the_headers_that_keep_readers_safe() -> None:
    assert SECURE.keys() == {
        "Strict-Transport-Security", "X-Content-Type-Options", "Referrer-Policy", "Permissions-Policy",
        "Content-Security-Policy",
    }  # fmt: skip
    assert "unsafe" not in SECURE["Content-Security-Policy"]


def test_a_newspaper_without_https_is_not_told_to_use_it() -> None:
    plain = dict(everywhere(secure=False))
    assert SECURE.keys() - plain.keys() == {"Strict-Transport-Security"}
    assert "upgrade-insecure-requests" not in plain["Content-Security-Policy"]


def test_a_wish_takes_the_place_of_a_header_an_empty_one_takes_it_away() -> None:
    found = dict(
        everywhere(secure=True, wished=(("referrer-policy", "same-origin"), ("Permissions-Policy", ""), ("X-A", "1")))
    )
    assert found["Referrer-Policy"] == "same-origin"
    assert "Permissions-Policy" not in found
    assert found["X-A"] == "1"
    assert len(found) == len(SECURE)


def test_headers_are_set_below_the_path_of_the_newspaper(pages_of: Callable[..., dict[str, Any]]) -> None:
    wishes = HeaderSettings(by_path=(("/tai-lieu/*", (("X-Robots-Tag", "noindex"),)),))
    found = rules(pages_of(config=Config("Báo", "https://x.vn/bao", headers=wishes), files=["/fonts/a.woff2"]))
    assert list(found) == ["/bao/*", "/bao/anh/*", "/bao/fonts/*", "/bao/tai-lieu/*"]
    assert found["/bao/tai-lieu/*"] == {"X-Robots-Tag": "noindex"}


def test_what_is_called_after_its_content_is_kept_for_ever(pages_of: Callable[..., dict[str, Any]]) -> None:
    found = rules(pages_of(fingerprints={"/css/a.css": StaticFile("/css/a.1234.css")}))
    assert list(found) == ["/*", "/css/a.1234.css", "/anh/*"]
    assert found["/css/a.1234.css"] == {"Cache-Control": "public, max-age=31536000, immutable"}
    assert "Cache-Control" not in found["/*"], "some hosts join the values of two rules"


def test_a_newspaper_may_want_no_headers(pages_of: Callable[..., dict[str, Any]]) -> None:
    assert "/_headers" not in pages_of(config=Config("Báo", headers=HeaderSettings(wanted=False)))


@pytest.mark.parametrize(
    "file", ["/robots.txt", "/_headers", "/.nojekyll", "/manifest.webmanifest", "/sitemap.xml", "/rss.xml"]
)
def test_a_file_of_ones_own_takes_the_place_of_the_programs(pages_of: Callable[..., dict[str, Any]], file: str) -> None:
    assert file in pages_of()
    assert file not in pages_of(files=[file])


def test_only_icons_that_are_there_are_told(pages_of: Callable[..., dict[str, Any]]) -> None:
    manifest = pages_of(files=["/icon-192.png", "/anh.png"])["/manifest.webmanifest"].record
    assert [(icon.url, icon.sizes, icon.type) for icon in manifest.icons] == [("/icon-192.png", "192x192", "image/png")]


def test_the_logo_is_told_where_it_is(planned: Callable[..., Any]) -> None:
    assert planned(files=["/icon-512.png"])[0].site.logo == "/icon-512.png"
    assert planned()[0].site.logo == ""
    assert planned(config=Config("Báo", logo="https://y.vn/l.png"))[0].site.logo == "https://y.vn/l.png"
