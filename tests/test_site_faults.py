"""Faults of a whole site, against the spec; and no kind of fault without its case."""

import sys
from pathlib import Path

from hatinh_news.build import Request, build
from hatinh_news.messages import translator
from hatinh_news.model.fault import Kind, in_order
from newsroom import NOW, TESTS, Case, lay_out, parametrized, told

BASE = """
-- content/site.yaml --
title: Báo
base_url: https://bao.example
sections: [Thời sự, Kinh tế]
-- content/a.md --
---
title: Bài A
date: 2025-01-01
---
Lời A.
"""


def faults_of(site: str, folder: Path) -> str:
    """All that building the site has to say, in Vietnamese."""
    lay_out(BASE, folder)
    lay_out(site, folder)
    report = build(Request(folder, folder / "public", NOW, workers=1))
    return told(in_order([*report.faults, *report.notes]), translator("vi"))


@parametrized("sites")
def test_faults_of_a_site_are_told_as_in_the_spec(case: Case, tmp_path: Path) -> None:
    assert faults_of(case.given, tmp_path) == case.expected


def test_every_kind_of_fault_has_a_case() -> None:
    """In a spec, or by its code or name in the tests of its stage."""
    looked_at = "".join(
        file.read_text(encoding="utf-8")
        for folder in ("spec", "read", "write", "ledger", "road", "desk", "links", ".")
        for file in sorted((TESTS / folder).iterdir())
        if file.suffix in {".md", ".py"}
    )
    modules = [module for name, module in sys.modules.items() if name.startswith("hatinh_news.") and "faults" in name]
    kinds = {name: kind for module in modules for name, kind in vars(module).items() if isinstance(kind, Kind)}
    assert len(kinds) > 100
    assert [name for name, kind in kinds.items() if kind.code not in looked_at and name not in looked_at] == []
