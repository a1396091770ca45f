"""The embargo: whatever is edited and however the clock goes, no byte of what is not public is in public/."""

import tempfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Final, TypeAlias

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.daily import NOW
from engine.desk import Desk
from engine.scripts import drawn
from engine.secrets import FATES, MAY_BE_FAULTY, PAGES, SECRETS, SETTINGS, Newspaper, Secret, leaks
from engine.site_edits import record_addresses
from hatinh_news.build import Shown

EVERYTHING: Final = Shown(drafts=True, future=True, expired=True)

Step: TypeAlias = tuple[str, int, int]


def decide(newspaper: Newspaper, desk: Desk, pick: int, roll: int) -> None:
    """Gives an article another fate, at some hour around now."""
    number = pick % SECRETS
    fate = FATES[roll % len(FATES)]
    if fate in {"faulty", "deleted"}:
        number = MAY_BE_FAULTY
    hour = (desk.now - NOW) // timedelta(hours=1) + roll // 7 % 100 - 50
    newspaper.secrets[number] = replace(newspaper.secrets[number], fate=fate, hour=hour, corrected=hour + pick % 9)


def change_of_mind(newspaper: Newspaper, desk: Desk, pick: int, roll: int) -> None:
    """A build of what was decided is killed or, strict, refused; then something else is decided."""
    decide(newspaper, desk, pick, roll)
    newspaper.write(desk.site)
    if roll % 2:
        desk.build_and_die(pick % 400)
    else:
        desk.build(strict=True)
    decide(newspaper, desk, pick, roll // len(FATES))


def edit(newspaper: Newspaper, _desk: Desk, pick: int, roll: int) -> None:
    """Changes a text and nothing else: then only its own page is planned."""
    number = pick % (SECRETS + 1)
    if number == SECRETS:
        newspaper.edits += 1 + roll
    else:
        newspaper.secrets[number] = replace(newspaper.secrets[number], edits=roll)


def withdraw(newspaper: Newspaper, _desk: Desk, pick: int, _roll: int) -> None:
    newspaper.drafts ^= {PAGES[pick % len(PAGES)]}


def configure(newspaper: Newspaper, _desk: Desk, pick: int, _roll: int) -> None:
    newspaper.settings = SETTINGS[pick % len(SETTINGS)]


def record(newspaper: Newspaper, desk: Desk, pick: int, roll: int) -> None:
    """From now on hosts are told where old addresses lead, and which are over."""
    newspaper.recorded = True
    record_addresses(desk, pick, roll)


def wait(_newspaper: Newspaper, desk: Desk, pick: int, roll: int) -> None:
    """Lets time pass, or goes back in it."""
    desk.now += timedelta(minutes=pick % 60, hours=roll % 90 - 30)


def preview(_newspaper: Newspaper, desk: Desk, pick: int, _roll: int) -> None:
    """Shows everything, in a folder of its own or in the very one that is then published."""
    out = desk.out if pick % 2 else desk.site / "xem-thu"
    desk.build(out=out, shown=EVERYTHING)


def die(_newspaper: Newspaper, desk: Desk, pick: int, _roll: int) -> None:
    desk.build_and_die(pick % 400)


STEPS: Final[Mapping[str, Callable[[Newspaper, Desk, int, int], None]]] = {
    "decide": decide, "change of mind": change_of_mind, "edit": edit, "withdraw": withdraw, "configure": configure,
    "record": record, "wait": wait, "preview": preview, "die": die,
}  # fmt: skip
_NUMBERS: Final = st.integers(0, 9999)
SCRIPTS: Final = st.lists(
    st.tuples(st.sampled_from([*STEPS, "decide", "decide", "edit", "wait"]), _NUMBERS, _NUMBERS),
    min_size=1,
    max_size=16,
)


def build_and_look(newspaper: Newspaper, desk: Desk) -> None:
    newspaper.write(desk.site)
    desk.build()
    assert leaks(newspaper, desk.out, desk.now) == []


@drawn(few=12, many=1000)
@given(script=SCRIPTS)
def test_no_byte_of_what_is_not_public_is_in_public(script: list[Step]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        newspaper, desk = Newspaper(), Desk(Path(folder) / "site", Path(folder) / "clean")
        build_and_look(newspaper, desk)
        for name, pick, roll in script:
            STEPS[name](newspaper, desk, pick, roll)
            build_and_look(newspaper, desk)
        desk.build_and_compare()


@pytest.mark.parametrize("fate", FATES)
@pytest.mark.parametrize("number", [0, 4, 5])
def test_an_article_of_any_fate_keeps_its_secrets_and_its_notice(tmp_path: Path, fate: str, number: int) -> None:
    newspaper, desk = Newspaper(), Desk(tmp_path / "site", tmp_path / "clean")
    build_and_look(newspaper, desk)
    if fate in {"faulty", "deleted"} and number != MAY_BE_FAULTY:
        return
    newspaper.secrets[number] = Secret(number, fate, 1 if fate == "later" else 0)  # type: ignore[arg-type]
    build_and_look(newspaper, desk)
    desk.build(shown=EVERYTHING)
    build_and_look(newspaper, desk)


@pytest.mark.parametrize("kind", PAGES)
def test_drafts_of_pages_keep_their_secrets_and_those_of_their_children(tmp_path: Path, kind: str) -> None:
    newspaper, desk = Newspaper(), Desk(tmp_path / "site", tmp_path / "clean")
    build_and_look(newspaper, desk)
    newspaper.drafts.add(kind)
    build_and_look(newspaper, desk)
    newspaper.secrets = [replace(secret, fate="draft") for secret in newspaper.secrets]
    newspaper.drafts.update(PAGES)
    build_and_look(newspaper, desk)
