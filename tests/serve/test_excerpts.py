"""The lines around a fault."""

from pathlib import Path

from hatinh_news.desk.serve.excerpts import WIDTH, excerpt, slips
from hatinh_news.model.fault import Kind, Place

TEXT = "---\ntitle: Bài: hai\ndate: mai\n---\nLời.\n"
BAD = Kind("bad", "bad {what}", "mend it")
NOTE = Kind("note", "note", "", "note")
DOUBT = Kind("doubt", "doubt", "", "warning")


def test_two_lines_before_and_behind_and_the_spot_marked() -> None:
    lines = excerpt(TEXT, 3, 7)
    assert [(line.number, line.text, line.mark) for line in lines] == [
        (1, "---", -1),
        (2, "title: Bài: hai", -1),
        (3, "date: mai", 6),
        (4, "---", -1),
        (5, "Lời.", -1),
    ]


def test_a_fault_of_a_whole_line_marks_nothing() -> None:
    assert {line.mark for line in excerpt(TEXT, 2, 0)} == {-1}


def test_of_a_paragraph_what_is_near_is_shown() -> None:
    text = "x" * 1000 + "!" + "y" * 1000
    (line,) = excerpt(text, 1, 1001)
    assert line.text[line.mark] == "!"
    assert len(line.text) == WIDTH + 2
    assert (line.text[0], line.text[-1]) == ("…", "…")


def test_a_line_behind_the_end_has_nothing_around() -> None:
    assert excerpt("một\n", 9, 1) == ()


def test_errors_come_first_and_notes_not_at_all(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(TEXT, encoding="utf-8")
    found = [NOTE.at(Place("a.md")), DOUBT.at(Place("gone.md", 3)), BAD.at(Place("a.md", 3, 7), what="day")]
    first, second = slips(found, tmp_path, str)
    assert (first.place, first.severity, first.message, first.hint) == ("a.md:3:7", "error", "bad day", "mend it")
    assert first.lines[2].text == "date: mai"
    assert (second.severity, second.lines) == ("warning", ())
