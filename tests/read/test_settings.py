"""site.yaml as a Config."""

from dataclasses import replace
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from hatinh_news.model.article import Link, Reference
from hatinh_news.model.config import (
    AuthorSettings,
    Config,
    Deployment,
    Imprint,
    Label,
    RelatedSettings,
    SectionSettings,
    TopicSettings,
)
from hatinh_news.model.fault import Place
from hatinh_news.model.strings import ENGLISH, VIETNAMESE
from hatinh_news.read.load import load_settings
from hatinh_news.read.settings import settings
from newsroom import lay_out

FULL = """\
title: Sông La
base_url: https://bao.example/tin/
description: Nhật báo
language: vi
timezone: Asia/Bangkok
paginate_by: 5
permalinks: /:section/:slug/
feed_limit: 7
topic_feeds_from: 3
default_section: Kinh tế
sections:
  - Thời sự
  - {name: Kinh tế, slug: kinh-doanh, description: Tiền}
topics: [{name: Lúa, slug: lua-gao, description: Hạt, parent: Đồng, merged_into: Gạo}]
authors:
  - {name: Lê An, slug: an, role: Phóng viên, email: an@bao.example, phone: 09, links: {name: A, url: https://a.example}}
menus:
  main: [{name: Ảnh, url: /anh/}]
  foot: [{name: Liên hệ, url: /lien-he/}]
related: {limit: 3, threshold: 2, newer_days: 9}
imprint: {publisher: A, governing_body: B, licence: C, editor_in_chief: D, address: E, phone: F, email: G, note: H}
strings: {related: Xem thêm}
extensions: [tu-khoa, advertorial]
deployment: {targets: [nginx, netlify]}
extra: {mau: xanh}
"""


def named(topic: str, column: int) -> Reference:
    line = FULL[: FULL.index("topics:")].count("\n") + 1
    return Reference(topic, Place("content/site.yaml", line, column))


def test_every_setting_has_its_effect() -> None:
    config, faults = settings(FULL)
    assert faults == []
    assert config == Config(
        title="Sông La",
        base_url="https://bao.example/tin",
        description="Nhật báo",
        language="vi",
        timezone=ZoneInfo("Asia/Bangkok"),
        paginate_by=5,
        permalink="/:section/:slug/",
        feed_limit=7,
        topic_feeds_from=3,
        default_section="Kinh tế",
        sections=(SectionSettings("Thời sự"), SectionSettings("Kinh tế", "kinh-doanh", "Tiền")),
        topics=(TopicSettings("Lúa", "lua-gao", "Hạt", named("Đồng", 63), named("Gạo", 82)),),
        authors=(
            AuthorSettings("Lê An", "an", "Phóng viên", "an@bao.example", "09", (Link("A", "https://a.example"),)),
        ),
        menu=(Label("Ảnh", "/anh/"),),
        foot_menu=(Label("Liên hệ", "/lien-he/"),),
        related=RelatedSettings(3, 2, 9),
        imprint=Imprint("A", "B", "C", "D", "E", "F", "G", "H"),
        strings=replace(VIETNAMESE, related="Xem thêm"),
        extensions=("tu-khoa", "advertorial"),
        deployment=Deployment(("nginx", "netlify")),
        extra={"mau": "xanh"},
    )


def test_a_title_is_enough() -> None:
    assert settings("title: Báo\n") == (Config("Báo"), [])


def test_the_language_brings_the_words_of_the_theme() -> None:
    config, faults = settings("language: en\ntitle: Post\nstrings: {newest: Just in}\n")
    assert faults == []
    assert config.strings == replace(ENGLISH, newest="Just in")
    assert config.corrections_heading == ENGLISH.corrections_heading


def test_a_word_that_the_theme_does_not_have_is_told_with_the_nearest() -> None:
    _, [fault] = settings("title: Báo\nstrings: {relatde: Xem thêm}\n")
    assert str(fault.place) == "content/site.yaml:2:11"
    assert "related" in fault.hint()


def test_a_word_of_the_theme_cannot_be_a_list() -> None:
    config, [fault] = settings("title: Báo\nstrings: {related: [Xem, thêm]}\n")
    assert str(fault.place) == "content/site.yaml:2:20"
    assert config.strings == VIETNAMESE


def test_the_command_line_wins_over_base_url() -> None:
    assert settings("title: Báo\nbase_url: https://a.vn\n", "https://b.vn/")[0].base_url == "https://b.vn"


@pytest.mark.parametrize("address", ["abc", "ftp://a.vn", "https://", "https://a.vn/?x=1", "https://[::1"])
def test_what_is_no_address_of_a_site_is_a_fault_on_the_command_line_too(tmp_path: Path, address: str) -> None:
    found = [(str(fault.place), fault.code, fault.is_error) for fault in load_settings(tmp_path, address)[1]]
    assert found == [("--base-url", "bad-base-url", True)]


def test_a_site_without_settings_is_told_so(tmp_path: Path) -> None:
    config, faults = load_settings(tmp_path)
    assert config.title == "Báo điện tử"
    assert [(str(fault.place), fault.code, fault.is_error) for fault in faults] == [
        ("content/site.yaml", "no-site-title", False)
    ]


def test_settings_that_are_no_text_are_a_fault(tmp_path: Path) -> None:
    lay_out("-- content/site.yaml --\n", tmp_path)
    (tmp_path / "content/site.yaml").write_bytes(b"title: \xff")
    assert [(str(fault.place), fault.code) for fault in load_settings(tmp_path)[1]] == [
        ("content/site.yaml:1:8", "not-utf-8")
    ]


def test_settings_that_are_no_yaml_are_one_fault() -> None:
    assert [(str(fault.place), fault.code) for fault in settings("title: a: b")[1]] == [
        ("content/site.yaml:1:9", "yaml-colon")
    ]
