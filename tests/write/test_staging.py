import os
from pathlib import Path

import pytest

from hatinh_news.model.errors import CannotWrite
from hatinh_news.write import faults, place, stage, staging
from newsroom import put


def files(out: Path) -> dict[str, bytes]:
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in sorted(out.rglob("*")) if path.is_file()}


def test_staged_pages_are_seen_when_they_are_placed_and_not_before(tmp_path: Path) -> None:
    put(tmp_path, "index.html", b"yesterday")
    with staging(tmp_path):
        assert stage(tmp_path, "index.html", b"today")
        assert stage(tmp_path, "2025/02/a/index.html", b"new")
        assert (tmp_path / "index.html").read_bytes() == b"yesterday"
        place(tmp_path, ["2025/02/a/index.html", "index.html"])
    assert files(tmp_path) == {"2025/02/a/index.html": b"new", "index.html": b"today"}


def test_a_page_with_the_bytes_it_had_is_not_staged(tmp_path: Path) -> None:
    put(tmp_path, "index.html", b"same")
    with staging(tmp_path):
        assert not stage(tmp_path, "index.html", b"same")


def test_a_build_that_breaks_off_leaves_the_pages_of_yesterday(tmp_path: Path) -> None:
    put(tmp_path, "index.html", b"yesterday")
    with pytest.raises(KeyboardInterrupt), staging(tmp_path):
        stage(tmp_path, "index.html", b"today")
        raise KeyboardInterrupt
    assert files(tmp_path) == {"index.html": b"yesterday"}


def test_what_an_earlier_build_left_staged_is_thrown_away(tmp_path: Path) -> None:
    (tmp_path / ".hatinh-news-staging").mkdir()
    (tmp_path / ".hatinh-news-staging/old").write_bytes(b"half")
    with staging(tmp_path):
        assert files(tmp_path) == {}
    assert list(tmp_path.iterdir()) == []


def test_a_build_that_places_nothing_leaves_no_folder_that_it_made(tmp_path: Path) -> None:
    with staging(tmp_path / "a/public"):
        stage(tmp_path / "a/public", "index.html", b"new")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_stood_empty_before_stays(tmp_path: Path) -> None:
    (tmp_path / "public").mkdir()
    with staging(tmp_path / "public"):
        pass
    assert (tmp_path / "public").is_dir()


def test_a_file_in_the_place_of_a_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"mine")
    with staging(tmp_path), pytest.raises(CannotWrite) as error:
        stage(tmp_path, "a/index.html", b"new")
        place(tmp_path, ["a/index.html"])
    assert error.value.faults[0].kind is faults.NOT_A_FOLDER


def test_a_system_without_sync_places_all_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "sync", raising=False)
    with staging(tmp_path):
        stage(tmp_path, "index.html", b"new")
        place(tmp_path, ["index.html"])
    assert files(tmp_path) == {"index.html": b"new"}
