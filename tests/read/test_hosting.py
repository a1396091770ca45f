"""Headers, budgets and colours in site.yaml."""

import pytest

from hatinh_news.model.hosting import KB, Budgets, HeaderSettings
from hatinh_news.read.settings import settings


def faults_of(text: str) -> list[tuple[str, str]]:
    return [
        (str(fault.place).removeprefix("content/site.yaml:"), fault.code)
        for fault in settings(f"title: Báo\n{text}")[1]
    ]


@pytest.mark.parametrize(
    ("given", "size"),
    [
        ("40 KB", 40 * KB), ("40kb", 40 * KB), ("1.5 MB", 1536 * KB), ("1,5 MB", 1536 * KB), ("900", 900),
        ("900 B", 900), ("off", 0), ("false", 0), ("0", 0),
    ],
)  # fmt: skip
def test_a_budget_is_a_number_of_bytes(given: str, size: int) -> None:
    config, faults = settings(f"title: Báo\nbudgets: {{css: '{given}'}}\n")
    assert faults == []
    assert config.budgets == Budgets(css=size)


@pytest.mark.parametrize("given", ["nhẹ", "-1 KB", "4 GB", "1e3", "KB"])
def test_what_is_no_size_is_told(given: str) -> None:
    assert faults_of(f"budgets: {{css: {given}}}\n") == [("2:16", "bad-size")]


def test_an_unknown_budget_is_told() -> None:
    assert faults_of("budgets: {cs: 1 KB}\n") == [("2:11", "unknown-key")]


def test_headers_are_for_every_answer_or_for_those_below_a_path() -> None:
    text = "headers:\n  X-A: 'a: b'\n  Permissions-Policy: ''\n  /tai-lieu/*: {X-B: 1, X-C: '2'}\n"
    config, faults = settings(f"title: Báo\n{text}")
    assert faults == []
    assert config.headers == HeaderSettings(
        everywhere=(("X-A", "a: b"), ("Permissions-Policy", "")),
        by_path=(("/tai-lieu/*", (("X-B", "1"), ("X-C", "2"))),),
    )


def test_headers_can_be_switched_off() -> None:
    assert settings("title: Báo\nheaders: false\n")[0].headers == HeaderSettings(wanted=False)
    assert settings("title: Báo\nheaders: true\n")[0].headers == HeaderSettings()


def test_what_can_be_no_header_is_told_each_at_its_place() -> None:
    text = "headers:\n  X A: 1\n  X-B: đủ\n  /tai liệu: {X-C: 1}\n  /b/: 5\n  X-D: [1]\n"
    assert faults_of(text) == [
        ("3:3", "bad-header"), ("4:8", "bad-header"), ("5:3", "bad-header"), ("6:8", "not-keys"), ("7:8", "not-text"),
    ]  # fmt: skip


def test_a_header_cannot_smuggle_in_another() -> None:
    config, faults = settings('title: Báo\nheaders: {X-A: "1\\nX-B: 2"}\n')
    assert faults == []
    assert config.headers.everywhere == (("X-A", "1 X-B: 2"),)


def test_headers_are_a_group_of_keys() -> None:
    assert faults_of("headers: [a]\n") == [("2:10", "not-keys")]
    assert faults_of("headers: vâng\n") == [("2:10", "not-a-flag")]


@pytest.mark.parametrize("given", ["red", "'#12345'", "'#1234567'", "'#ggaabb'"])
def test_what_is_no_colour_is_told(given: str) -> None:
    assert faults_of(f"theme_color: {given}\n") == [("2:14", "bad-color")]


def test_colour_and_logo_are_the_newspapers_own() -> None:
    config, faults = settings("title: Báo\ntheme_color: '#AA0000'\nlogo: /anh/logo.png\nfeed_content: full\n")
    assert (config.theme_color, config.logo, config.feed_content, faults) == ("#AA0000", "/anh/logo.png", "full", [])


def test_feeds_are_full_or_of_summaries() -> None:
    assert faults_of("feed_content: some\n") == [("2:15", "not-one-of")]
