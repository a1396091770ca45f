"""What `check` finds, in planted faults and in texts that are as they should be."""

import re
from pathlib import Path

import newsroom
from hatinh_news.build import Request
from hatinh_news.desk import checks
from hatinh_news.desk.checks import letters
from hatinh_news.desk.checks.sheet import Sheet
from newsroom import NOW, Case, lay_out, parametrized

SETTINGS = "-- content/site.yaml --\ntitle: Báo\ncheck: {body_words: 0}\n"
ROOT = Path(newsroom.__file__).parents[1]


def typed(text: str) -> str:
    return re.sub(r"\{U\+([0-9A-F]+)\}", lambda found: chr(int(found[1], 16)), text)


def site(text: str, folder: Path) -> Path:
    return lay_out(typed(text if "-- content/site.yaml --" in text else SETTINGS + text), folder)


def checked(folder: Path) -> checks.Findings:
    return checks.check(Request(site=folder, out=folder / "public", now=NOW))


def told(found: checks.Findings) -> str:
    return "".join(f"{fault.place}: {fault.kind.severity} {fault.code}\n" for fault in found.faults)


def test_letters_that_are_passed_over_at_a_glance_have_nothing_wrong_with_them() -> None:
    for letter in map(chr, range(0xD800)):
        if letters._ODD.search(letter) is None:
            sheet = Sheet("a.md", f"a{letter}b {letter}", 0, prose=letter)
            assert [*letters._form(sheet), *letters._alphabets(sheet)] == [], hex(ord(letter))
            assert [*letters._widths(sheet), *letters._unseen(sheet)] == [], hex(ord(letter))


@parametrized("checks")
def test_a_text_is_told_what_is_wrong_with_it(case: Case, tmp_path: Path) -> None:
    assert told(checked(site(case.given, tmp_path))) == case.expected
