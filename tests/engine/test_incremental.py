"""Incremental equals clean: whatever happens between builds, public/ holds what a clean build makes, byte for byte."""

import random
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given

from engine.content_edits import CONTENT_EDITS, set_key
from engine.daily import NOW, lay_out_briefs, lay_out_daily
from engine.desk import Desk
from engine.scripts import ALL, EDITS, SOAK, Step, drawn, perform, steps
from engine.site_edits import ACCIDENTS
from hatinh_news.build import Shown
from newsroom import tree

RELATING = (
    "add article",
    "reword",
    "reword",
    "tell another story",
    "retopic",
    "redate",
    "move to another section",
    "delete article",
    "draft on or off",
    "other slug",
    "pin",
    "exclude",
    "retract",
    "relate topics",
)
"""Edits that may change lists of related articles."""


@contextmanager
def a_daily() -> Iterator[Desk]:
    with tempfile.TemporaryDirectory() as folder:
        yield Desk(lay_out_daily(Path(folder) / "site"), Path(folder) / "clean")


@drawn(few=12, many=200)
@given(script=steps())
def test_after_any_script_the_site_is_as_a_clean_build_makes_it(script: list[Step]) -> None:
    with a_daily() as desk:
        perform(desk, script)


@drawn(few=4, many=60)
@given(script=steps([*CONTENT_EDITS, *["build"] * 12]))
def test_after_any_day_in_the_newsroom_the_site_is_as_a_clean_build_makes_it(script: list[Step]) -> None:
    with a_daily() as desk:
        perform(desk, script)


@drawn(few=3, many=60)
@given(script=steps([*RELATING, *["build"] * 4, "build strictly", "die"]))
def test_lists_of_related_articles_are_kept_up_as_a_clean_build_makes_them(script: list[Step]) -> None:
    """At a newspaper of more than 64 articles: with fewer, what terms weigh is found anew by every build."""
    with tempfile.TemporaryDirectory() as folder:
        perform(Desk(lay_out_daily(Path(folder) / "site", 72), Path(folder) / "clean"), script)


@drawn(few=5, many=60)
@given(script=steps([*EDITS, *["die"] * 40]))
def test_however_often_builds_are_killed_the_next_one_is_right(script: list[Step]) -> None:
    with a_daily() as desk:
        perform(desk, script)


@drawn(few=3, many=40)
@given(script=steps([*CONTENT_EDITS, *["build strictly"] * 30]))
def test_strict_builds_write_all_or_nothing(script: list[Step]) -> None:
    """At a newspaper without a fault, until an edit brings one."""
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(lay_out_briefs(Path(folder) / "site", 40), Path(folder) / "clean")
        set_key(desk.site / "content/site.yaml", "topics", "[{name: Nhà Trắng, slug: toa-bach-oc}]")
        assert desk.build(strict=True).exit_code == 0
        for name, pick, roll in [*script, ("build strictly", 0, 0), ("mend", 0, 0), ("build strictly", 0, 0)]:
            ALL[name](desk, pick, roll)


@drawn(few=2, many=40)
@given(script=steps([*EDITS, *["build", "build elsewhere"] * 10], longest=10))
def test_a_newspaper_built_into_two_folders_is_right_in_both(script: list[Step]) -> None:
    """Each folder has a ledger and choices of its own; edits come between builds of one, of the other, or of both."""
    with a_daily() as here:
        there = Desk(here.site, here.clean, "public-preview", shown=Shown(True, True, True), broken=here.broken)
        here.build()
        there.build()
        for name, pick, roll in [*script, ("mend", 0, 0), ("build", 0, 0), ("build elsewhere", 0, 0)]:
            if name == "build elsewhere":
                there.build_and_compare()
            else:
                ALL[name](here, pick, roll)
        here.build_believing_nothing()
        there.build_believing_nothing()


def test_the_clock_goes_to_every_moment_at_which_articles_come_and_go(tmp_path: Path) -> None:
    """Forwards and backwards, to the stroke and just beside it."""
    chance = random.Random(20250601)
    desk = Desk(lay_out_daily(tmp_path / "site"), tmp_path / "clean")
    for number, file in enumerate(desk.articles()[:9]):
        with_times = {"publish_date": NOW + timedelta(days=number), "expiry_date": NOW + timedelta(days=2 * number + 3)}
        for key, moment in with_times.items():
            set_key(file, key, f"{moment:%Y-%m-%d %H:%M}")
    days = [NOW + timedelta(days=number) for number in range(-12, 21)]
    moments = [day + tick * timedelta(microseconds=1) for day in days for tick in (-1, 0, 1)]
    for moment in chance.sample(moments, len(moments) if SOAK else 7):
        desk.now = moment
        if chance.random() < 0.3:
            CONTENT_EDITS["edit body"](desk, chance.randrange(99), chance.randrange(99))
        desk.build_and_compare()


@pytest.mark.parametrize("name", [*EDITS, *ACCIDENTS])
def test_after_each_edit_alone(name: str, tmp_path: Path) -> None:
    desk = Desk(lay_out_daily(tmp_path / "site", short_news=4), tmp_path / "clean")
    perform(desk, [(name, 5, 8), *[("build", 0, 0), (name, 5, 9)] * SOAK], "verify" if SOAK else "build")


@pytest.mark.parametrize("name", [name for name in EDITS if name not in {"touch", "mend"}])
def test_each_edit_edits_something(name: str, tmp_path: Path) -> None:
    """An edit that does nothing would prove nothing."""
    desk = Desk(lay_out_daily(tmp_path / "site"), tmp_path / "clean")
    before = (tree(desk.site), desk.now, desk.base_url, desk.shown)
    for pick in range(3):
        ALL[name](desk, pick, 7)
    assert (tree(desk.site), desk.now, desk.base_url, desk.shown) != before


def test_what_somebody_changed_in_public_is_made_again(tmp_path: Path) -> None:
    desk = Desk(lay_out_daily(tmp_path / "site"), tmp_path / "clean")
    desk.build()
    page = desk.out / "2025/01/lu-ve/index.html"
    made = page.read_bytes()
    page.write_bytes(made.swapcase())
    desk.build_and_compare()
    assert page.read_bytes() == made


def test_what_somebody_changed_in_public_is_not_removed_with_its_article(tmp_path: Path) -> None:
    desk = Desk(lay_out_daily(tmp_path / "site"), tmp_path / "clean")
    desk.build()
    page = desk.out / "2025/01/lu-ve/index.html"
    page.write_text("ai đó sửa", encoding="utf-8")
    (desk.site / "content/thoi-su/2025-01-05-lu-ve.md").unlink()
    desk.build()
    assert page.read_text(encoding="utf-8") == "ai đó sửa"
