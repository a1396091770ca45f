import sys
from pathlib import Path

import pytest
import run
from corpus import articles
from material import Material, lay_out
from results import Size, load

from sites import OURS, Site, hugo_program


@pytest.fixture
def measured_sizes(monkeypatch: pytest.MonkeyPatch) -> list[tuple[list[str], int, int, frozenset[str]]]:
    """What would have been measured: tools, articles, runs, and the tools that only build cold."""
    asked: list[tuple[list[str], int, int, frozenset[str]]] = []

    def size(sites: list[Site], material: Material, runs: int, only_cold: frozenset[str]) -> Size:
        asked.append(([site.tool for site in sites], material.count, runs, only_cold))
        return Size(material.count, runs, {}, {})

    monkeypatch.setattr(run, "size", size)
    monkeypatch.setattr(run, "LARGE", 30)
    return asked


def started(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> None:
    monkeypatch.setattr(sys, "argv", ["run.py", *arguments])
    run.main()


def test_hugo_is_found_in_its_environment(tmp_path: Path) -> None:
    program = tmp_path / "lib" / "python3.13" / "site-packages" / "hugo" / "binaries" / "hugo"
    program.parent.mkdir(parents=True)
    program.touch()
    assert hugo_program(tmp_path) == program


def test_without_hugo_this_program_is_measured_alone_and_that_is_said(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    measured_sizes: list[tuple[list[str], int, int, frozenset[str]]],
) -> None:
    kept = tmp_path / "results" / "made-up.json"
    monkeypatch.setattr(run, "tables", lambda _results: "the tables")
    started(
        monkeypatch, "--sizes", "10,40", "--hugo", str(tmp_path / "none"), "--work", str(tmp_path), "--keep", str(kept)
    )
    said = capsys.readouterr()
    assert "this program is measured alone" in said.err
    assert said.out == "the tables\n"
    assert [asked[:3] for asked in measured_sizes] == [([OURS], 10, 3), ([OURS], 40, 1)]
    assert measured_sizes[0][3] == frozenset()
    assert load(kept).source == "made up, seed 1"
    assert list(tmp_path.glob("bench-*")) == [], "its sites are gone"


def test_a_folder_is_measured_and_stays_as_it_is(
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    measured_sizes: list[tuple[list[str], int, int, frozenset[str]]],
) -> None:
    lay_out(articles(8), 8, [tmp_path / "given"])
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "given").rglob("*")}
    monkeypatch.setattr(run, "tables", lambda results: results.source)
    started(monkeypatch, "--articles", str(tmp_path / "given"), "--sizes", "5", "--hugo", str(tmp_path))
    assert measured_sizes[0][1] == 5
    assert {path: path.stat().st_mtime_ns for path in (tmp_path / "given").rglob("*")} == before


def test_what_goes_wrong_is_said_in_a_line(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match=r"No figures: .* has no articles"):
        started(monkeypatch, "--articles", str(tmp_path), "--hugo", str(tmp_path))
