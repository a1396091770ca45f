"""What `check` says of a newspaper: what it would say without a memory, and all that a clean build finds wrong."""

import shutil
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given

from engine.daily import lay_out_daily
from engine.desk import OURS, Desk
from engine.scripts import ALL, EDITS, Step, drawn, steps
from engine.site_edits import mend
from hatinh_news.build import Request
from hatinh_news.build.inspection import inspect
from hatinh_news.desk.checks import check
from hatinh_news.model.errors import CannotBuild
from hatinh_news.model.fault import Fault

FOUND_IN_WHAT_IS_MADE: Final = (
    "over-budget",
    "file-over-budget",
    "template-error",
    "template-missing",
    "template-syntax",
)
"""Codes of what only a build finds, which renders pages and weighs them."""


@drawn(few=4, many=60)
@given(script=steps([*EDITS, *["check"] * 15, *["build"] * 5], longest=10))
def test_what_is_checked_is_what_a_check_without_a_memory_finds_and_what_a_build_tells(script: list[Step]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(lay_out_daily(Path(folder) / "site"), Path(folder) / "clean")
        for name, pick, roll in script:
            if name == "check":
                check_and_compare(desk)
            else:
                ALL[name](desk, pick, roll)
        mend(desk, 0, 0)
        check_and_compare(desk)


def check_and_compare(desk: Desk) -> None:
    """Checks with what is remembered, holds that against a check of a copy, and what was inspected against a build."""
    shutil.rmtree(desk.clean, ignore_errors=True)
    shutil.copytree(desk.site, desk.clean, ignore=shutil.ignore_patterns(*OURS))
    there = replace(desk.request(), site=desk.clean, out=desk.clean_out)
    try:
        expected = told(check(there).faults)
    except CannotBuild:
        for request in (desk.request(), there):
            with pytest.raises(CannotBuild):
                check(request)
        return
    assert told(check(desk.request()).faults) == expected
    assert inspected(desk.request()) == [one for one in desk.build_clean().faults if made_of(one)]


def made_of(fault: str) -> bool:
    return not any(f" {code} " in fault for code in FOUND_IN_WHAT_IS_MADE)


def inspected(request: Request) -> list[str]:
    """Faults before notes, as a report has them."""
    found = inspect(request, lambda sight: sight.inspection().known.faults)
    return told([*(one for one in found if not one.is_note), *(one for one in found if one.is_note)])


def told(faults: "tuple[Fault, ...] | list[Fault]") -> list[str]:
    return [f"{fault.place} {fault.code} {fault.values}" for fault in faults]
