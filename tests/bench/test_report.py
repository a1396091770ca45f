from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from chart import alternative, chart
from goals import GOALS, verdicts
from measure import Figures
from report import BEGIN, END, with_parts, write_report
from results import Outcome, Results, Size, load, written
from steps import STEPS
from tables import goal_table, table, tables

from sites import HUGO, OURS


def size(articles: int, ours: float, hugo: float | None) -> Size:
    """All steps alike; `ours` and `hugo` are seconds of either sort and, times a hundred, megabytes."""
    found = {OURS: ours} if hugo is None else {OURS: ours, HUGO: hugo}
    outcomes = {tool: Outcome(Figures(each, each, each * 100, 0.1), articles + 5) for tool, each in found.items()}
    return Size(articles, 3, dict.fromkeys(found, articles), {step.key: outcomes for step in STEPS})


def results(*sizes: Size) -> Results:
    return Results("made up, seed 1", {"processor": "x < y"}, {OURS: "1", HUGO: "2"}, list(sizes))


def test_results_are_the_same_after_they_were_kept(tmp_path: Path) -> None:
    given = results(size(1_000, 1, 2), size(10_000, 1, None))
    (tmp_path / "a.json").write_text(written(given), encoding="utf-8")
    assert load(tmp_path / "a.json") == given


def test_a_table_is_readable_as_it_is() -> None:
    assert table([["a", "b"], ["long", "1"], ["x", "1,000"]]).splitlines() == [
        "| a    |     b |",
        "|------|------:|",
        "| long |     1 |",
        "| x    | 1,000 |",
    ]


def test_each_step_has_a_row_with_ratios() -> None:
    text = tables(results(size(1_000, 1, 4)))
    for step in STEPS:
        (row,) = [line for line in text.splitlines() if line.startswith(f"| {step.words} ")]
        assert row.count("0.250") == 3
        assert row.count("1,005") == 2


def test_without_hugo_only_ours_is_shown() -> None:
    text = tables(results(size(1_000, 1, None)))
    assert "Hugo was not to be had" in text
    assert "| – |" in text.replace("    ", "").replace("  ", " ")


def test_where_hugo_was_only_built_cold_that_stands_for_its_steps() -> None:
    whole = size(100_000, 1, 10)
    steps = {key: found if key == "cold" else {OURS: found[OURS]} for key, found in whole.steps.items()}
    some = Size(whole.articles, 1, whole.made, steps)
    assert some.outcome("body", HUGO) == whole.outcome("cold", HUGO)
    assert "its cold build was measured" in tables(results(some))


@pytest.mark.parametrize(("ours", "met"), [(0.5, "yes"), (0.95, "no")])
def test_a_goal_is_met_or_not(ours: float, met: str) -> None:
    (row,) = [line for line in goal_table(results(size(1_000, ours, 1))).splitlines() if "cold, CPU" in line]
    assert row.endswith(f" {met} |")


def test_goals_at_a_hundred_thousand_articles_are_amounts_and_growth() -> None:
    found = {each.words: each for each in verdicts(results(size(10_000, 1, 10), size(100_000, 9, 100)))}
    assert found["no-op, CPU"].bound == "2 s"
    assert found["no-op, CPU"].met is False
    assert found["cold, peak memory"].found == "900.00 MB"
    assert found["cold, CPU of one article"].found == "0.90 × that at 10,000"
    assert found["cold, CPU of one article"].met is True


def test_a_goal_beside_hugo_is_unknown_without_it() -> None:
    assert {each.met for each in verdicts(results(size(1_000, 1, None)))} == {None}


def test_sizes_without_goals_have_no_table_of_them() -> None:
    assert goal_table(results(size(50, 1, 1))) == ""
    assert {goal.articles for goal in GOALS} == {1_000, 10_000, 100_000}


def test_the_chart_is_well_formed_and_its_text_is_text() -> None:
    given = results(size(1_000, 1, 4), size(10_000, 2, None))
    root = ET.fromstring(chart(given))
    words = [text.text for text in root.iter("{http://www.w3.org/2000/svg}text")]
    assert "1,000 articles" in words
    assert words.count("1.00 s (0.250 ×)") == len(STEPS)
    assert words.count("2.00 s") == len(STEPS)
    bars = [rect for rect in root.iter("{http://www.w3.org/2000/svg}rect") if rect.get("x") == "240"]
    assert len(bars) == 3 * len(STEPS)
    assert "Hugo 4.00 s" in alternative(given)


def test_the_page_gets_new_figures_between_its_markers_and_keeps_the_rest(tmp_path: Path) -> None:
    kept, docs = tmp_path / "results", tmp_path / "docs"
    kept.mkdir()
    docs.mkdir()
    (docs / "benchmarks.md").write_text(f"# Lời\n\n{BEGIN}\n\ncũ\n\n{END}\n\nhết\n", encoding="utf-8")
    (docs / "benchmarks-old.svg").touch()
    (kept / "made-up.json").write_text(written(results(size(1_000, 1, 4))), encoding="utf-8")
    write_report(kept, docs)
    once = (docs / "benchmarks.md").read_text(encoding="utf-8")
    assert once.startswith("# Lời\n")
    assert once.endswith("\n\nhết\n")
    assert "cũ" not in once
    assert "](benchmarks-made-up.svg)" in once
    assert [path.name for path in docs.glob("*.svg")] == ["benchmarks-made-up.svg"]
    write_report(kept, docs)
    assert (docs / "benchmarks.md").read_text(encoding="utf-8") == once


def test_a_page_without_its_markers_is_left_alone() -> None:
    with pytest.raises(ValueError, match="lost its markers"):
        with_parts("# Lời\n", [])


def test_without_results_the_page_says_so() -> None:
    assert "Nothing has been measured yet." in with_parts(f"{BEGIN}{END}", [])
