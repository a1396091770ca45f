"""A check of pictures into which a camera or an agency wrote what they show, and who took them."""

from pathlib import Path

import pytest

from darkroom import photo, saved, with_iptc
from hatinh_news.build import Request
from hatinh_news.desk import checks
from newsroom import NOW, lay_out

pytestmark = pytest.mark.darkroom

SITE = """
-- content/site.yaml --
title: Báo
images: {widths: [20], formats: [jpeg], headlines: 0}
-- content/lu/index.md --
---
title: Lũ về
date: 2025-05-20
sapo: Nước lên nhanh.
image: lu.jpg
image_alt: Nước lũ
---
Nước lên.

![Cầu](cau.jpg)
"""
CAPTION, CREDIT = (2, 120, "Nước tràn qua cầu".encode()), (2, 80, b"Thu Hoai")
UTF8 = (1, 90, b"\x1b%G")
ASKED = {(5, "no-caption"), (5, "no-credit"), (10, "no-caption"), (10, "no-credit")}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = lay_out(SITE, tmp_path / "site")
    plain = saved(photo(40, 30))
    (folder / "content/lu/lu.jpg").write_bytes(plain)
    (folder / "content/lu/cau.jpg").write_bytes(with_iptc(plain, UTF8, CAPTION, CREDIT))
    return folder


def asked(site: Path) -> set[tuple[int, str]]:
    """Where a caption or a credit is missed, twice: the second time from memory."""
    request = Request(site=site, out=site / "public", now=NOW, workers=1)
    first, second = (
        {(one.place.line, one.code) for one in checks.check(request).faults if one.code in ("no-caption", "no-credit")}
        for _ in range(2)
    )
    assert first == second
    return first


def test_what_a_picture_says_itself_is_not_asked_for(site: Path) -> None:
    assert asked(site) == {(5, "no-caption"), (5, "no-credit")}


def test_it_is_asked_for_once_the_picture_says_it_no_more(site: Path) -> None:
    asked(site)
    (site / "content/lu/cau.jpg").write_bytes(saved(photo(44, 30)))
    assert asked(site) == ASKED


def test_a_caption_that_names_its_source_is_a_credit(site: Path) -> None:
    said = (2, 120, "Cầu tràn. Ảnh: Thu Hoài".encode())
    (site / "content/lu/lu.jpg").write_bytes(with_iptc(saved(photo(40, 30)), UTF8, said))
    assert asked(site) == set()


def test_where_builds_look_at_no_picture_the_text_must_say_it(site: Path) -> None:
    asked(site)
    (site / "content/site.yaml").write_text("title: Báo\nimages: {enabled: false}\n", encoding="utf-8")
    assert asked(site) == ASKED
