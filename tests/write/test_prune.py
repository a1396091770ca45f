from importlib import import_module
from pathlib import Path

import pytest

from hatinh_news.model.digest import digest
from hatinh_news.model.errors import CannotWrite
from hatinh_news.write import faults, in_the_way, prune
from newsroom import put


def built(out: Path, *paths: str) -> dict[str, str]:
    """Files of an earlier build, each holding its own path, as the ledger knows them."""
    for path in paths:
        put(out, path, path.encode())
    return {path: digest(path.encode()) for path in paths}


def files(out: Path) -> list[str]:
    return sorted(path.relative_to(out).as_posix() for path in out.rglob("*") if not path.is_dir())


def folders(out: Path) -> list[str]:
    return sorted(path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_dir())


def test_what_is_no_longer_planned_goes_with_the_folders_it_leaves_empty(tmp_path: Path) -> None:
    earlier = built(tmp_path, "index.html", "2025/02/a/index.html", "2025/02/b/index.html", "2024/12/c/index.html")
    gone, found = prune(tmp_path, earlier, ["index.html", "2025/02/a/index.html"])
    assert (gone, found) == (["2024/12/c/index.html", "2025/02/b/index.html"], ())
    assert files(tmp_path) == ["2025/02/a/index.html", "index.html"]
    assert folders(tmp_path) == ["2025", "2025/02", "2025/02/a"]


def test_files_that_we_never_made_stay(tmp_path: Path) -> None:
    earlier = built(tmp_path, "a/index.html")
    (tmp_path / "a/ghi-chu.txt").write_text("mine")
    (tmp_path / "CNAME").write_text("mine")
    (tmp_path / "empty").mkdir()
    prune(tmp_path, earlier, [])
    assert files(tmp_path) == ["CNAME", "a/ghi-chu.txt"]
    assert "empty" in folders(tmp_path)


def test_a_file_that_somebody_changed_is_left_and_told(tmp_path: Path) -> None:
    earlier = built(tmp_path, "a/index.html")
    (tmp_path / "a/index.html").write_text("edited")
    gone, (found,) = prune(tmp_path, earlier, [])
    assert gone == []
    assert (found.kind, found.place.path) == (faults.EDITED, f"{tmp_path.name}/a/index.html")
    assert files(tmp_path) == ["a/index.html"]


@pytest.mark.parametrize("path", ["a/index.html", "a"])
def test_a_folder_or_link_in_the_place_of_our_file_is_left_and_told(tmp_path: Path, path: str) -> None:
    (tmp_path / "a/index.html").mkdir(parents=True)
    gone, found = prune(tmp_path, {path: digest(b"")}, [])
    assert (gone, len(found)) == ([], 1)
    assert (tmp_path / "a/index.html").is_dir()


def test_a_file_that_cannot_be_read_is_left_and_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuses(_path: Path) -> str:
        raise PermissionError

    monkeypatch.setattr(import_module("hatinh_news.write.prune"), "file_digest", refuses)
    gone, found = prune(tmp_path, built(tmp_path, "a"), [])
    assert (gone, len(found)) == ([], 1)


def test_a_file_that_is_gone_already_is_forgotten(tmp_path: Path) -> None:
    earlier = built(tmp_path, "a/index.html", "b/index.html")
    (tmp_path / "a/index.html").unlink()
    (tmp_path / "a").rmdir()
    (tmp_path / "a").write_text("a file now")
    (tmp_path / "b/index.html").unlink()
    assert prune(tmp_path, earlier, []) == (["a/index.html", "b/index.html"], ())
    assert files(tmp_path) == ["a"]
    assert folders(tmp_path) == []


def test_nothing_is_removed_through_a_link_that_leads_out(tmp_path: Path) -> None:
    out, elsewhere = tmp_path / "public", tmp_path / "elsewhere"
    earlier = built(elsewhere, "index.html")
    out.mkdir()
    (out / "a").symlink_to(elsewhere)
    gone, _ = prune(out, {"a/index.html": earlier["index.html"]}, [])
    assert gone == ["a/index.html"]
    assert files(elsewhere) == ["index.html"]


def test_a_file_that_may_not_be_removed_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuses(_path: Path, *, missing_ok: bool) -> None:
        raise PermissionError

    earlier = built(tmp_path, "a")
    monkeypatch.setattr(Path, "unlink", refuses)
    with pytest.raises(CannotWrite) as error:
        prune(tmp_path, earlier, [])
    assert error.value.faults[0].kind is faults.NO_PERMISSION


def test_the_cheap_case_is_that_nothing_is_in_the_way() -> None:
    assert in_the_way(["a/index.html"], ["a/index.html", "b/index.html"]) == []


def test_an_old_file_is_in_the_way_of_a_new_folder_and_an_old_folder_of_a_new_file() -> None:
    earlier = ["bai", "trang/3/index.html", "khac/index.html"]
    planned = ["bai/index.html", "trang/3", "index.html"]
    assert in_the_way(earlier, planned) == ["bai", "trang/3/index.html"]
