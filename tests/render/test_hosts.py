import json
from dataclasses import replace

from hatinh_news.model.hosting import HeaderRules, Icon, Manifest, PlainFile
from hatinh_news.model.records import Site
from hatinh_news.render.hosts import headers, manifest, plain


def test_a_manifest_names_the_newspaper_and_its_icons_below_its_path(site: Site) -> None:
    icons = (Icon("/icon.svg", "any", "image/svg+xml"), Icon("/ảnh.png", "512x512", "image/png", "maskable"))
    assert json.loads(manifest(replace(site, theme_color="#aa0000"), Manifest(icons))) == {
        "name": "Báo Hà Tĩnh",
        "short_name": "Báo Hà Tĩnh",
        "description": "Báo của tỉnh",
        "lang": "vi",
        "id": "/bao/",
        "start_url": "/bao/",
        "scope": "/bao/",
        "display": "minimal-ui",
        "theme_color": "#aa0000",
        "background_color": "#ffffff",
        "icons": [
            {"src": "/bao/icon.svg", "sizes": "any", "type": "image/svg+xml"},
            {"src": "/bao/%E1%BA%A3nh.png", "sizes": "512x512", "type": "image/png", "purpose": "maskable"},
        ],
    }


def test_a_newspaper_that_says_little_has_a_short_manifest(site: Site) -> None:
    assert not json.loads(manifest(replace(site, description=""), Manifest())).keys() & {"description", "icons"}


def test_headers_stand_below_their_paths(site: Site) -> None:
    rules = HeaderRules((("/*", (("X-A", "1"), ("X-B", "2; 3"))), ("/b/*", (("X-C", "4"),))))
    assert headers(site, rules) == "/*\n  X-A: 1\n  X-B: 2; 3\n\n/b/*\n  X-C: 4\n"


def test_a_plain_file_says_what_it_says(site: Site) -> None:
    assert (plain(site, PlainFile()), plain(site, PlainFile("a\n"))) == ("", "a\n")
