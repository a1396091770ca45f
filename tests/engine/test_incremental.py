"""Incremental equals clean: whatever happens between builds, public/ holds what a clean build makes, byte for byte."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given

from engine.content_edits import CONTENT_EDITS
from engine.daily import lay_out_daily
from engine.desk import Desk
from engine.scripts import ALL, EDITS, SOAK, Step, drawn, perform, steps
from engine.site_edits import ACCIDENTS, SITE_EDITS
from newsroom import tree


@contextmanager
def a_daily() -> Iterator[Desk]:
    with tempfile.TemporaryDirectory() as folder:
        yield Desk(lay_out_daily(Path(folder) / "site"), Path(folder) / "clean")


@drawn(few=16, many=400)
@given(script=steps())
def test_after_any_script_the_site_is_as_a_clean_build_makes_it(script: list[Step]) -> None:
    with a_daily() as desk:
        perform(desk, script)


@drawn(few=4, many=100)
@given(script=steps([*CONTENT_EDITS, *["build"] * 12]))
def test_after_any_day_in_the_newsroom_the_site_is_as_a_clean_build_makes_it(script: list[Step]) -> None:
    with a_daily() as desk:
        perform(desk, script)


@drawn(few=5, many=100)
@given(script=steps([*EDITS, *["die"] * 40]))
def test_however_often_builds_are_killed_the_next_one_is_right(script: list[Step]) -> None:
    with a_daily() as desk:
        perform(desk, script)


@pytest.mark.parametrize("name", [*EDITS, *ACCIDENTS])
def test_after_each_edit_alone(name: str, tmp_path: Path) -> None:
    desk = Desk(lay_out_daily(tmp_path / "site"), tmp_path / "clean")
    perform(desk, [(name, 5, 8), *[("build", 0, 0), (name, 5, 9)] * SOAK])


@pytest.mark.parametrize("name", [name for name in CONTENT_EDITS | SITE_EDITS if name not in {"touch", "mend"}])
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
