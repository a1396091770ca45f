import errno
import os
import sys
from pathlib import Path

import pytest

from hatinh_news.model.digest import digest
from hatinh_news.model.errors import CannotWrite
from hatinh_news.write import faults, place, stage, stage_copy, staging
from newsroom import put


def refusal(error: pytest.ExceptionInfo[CannotWrite]) -> tuple[str, str]:
    (fault,) = error.value.faults
    return fault.code, fault.place.path


def copy_file(source: Path, out: Path, path: str) -> bool:
    """Copies one file as a build does; False when it held the same bytes already."""
    with staging(out):
        name, staged = stage_copy(source, out, path)
        assert name == digest(source.read_bytes())
        place(out, [path] if staged else [])
    return staged


def test_a_file_and_its_folders_are_made(tmp_path: Path) -> None:
    assert put(tmp_path / "public", "2025/02/bai/index.html", b"<p>")
    assert (tmp_path / "public/2025/02/bai/index.html").read_bytes() == b"<p>"


def test_a_file_that_holds_the_same_bytes_is_not_touched(tmp_path: Path) -> None:
    put(tmp_path, "a.html", b"same")
    os.utime(tmp_path / "a.html", (1, 1))
    assert not put(tmp_path, "a.html", b"same")
    assert (tmp_path / "a.html").stat().st_mtime == 1


@pytest.mark.parametrize("content", [b"new!", b"longer than before"])
def test_a_file_that_holds_other_bytes_is_replaced(tmp_path: Path, content: bytes) -> None:
    put(tmp_path, "a.html", b"old!")
    assert put(tmp_path, "a.html", content)
    assert (tmp_path / "a.html").read_bytes() == content


def test_no_temporary_file_stays(tmp_path: Path) -> None:
    put(tmp_path, "a.html", b"x")
    assert [path.name for path in tmp_path.iterdir()] == ["a.html"]


def test_a_name_as_long_as_the_disk_allows_can_be_written(tmp_path: Path) -> None:
    name = "đ" * 125 + ".html"
    assert put(tmp_path, name, b"x")


def test_a_reader_never_sees_half_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, "a.html", b"yesterday")

    def breaks_off(part: str, _content: bytes) -> None:
        Path(part).write_bytes(b"tod")
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(sys.modules[stage.__module__], "_write", breaks_off)
    with pytest.raises(CannotWrite) as error:
        put(tmp_path, "a.html", b"today")
    assert refusal(error) == (faults.NO_SPACE.code, f"{tmp_path.name}/a.html")
    assert (tmp_path / "a.html").read_bytes() == b"yesterday"
    assert [path.name for path in tmp_path.iterdir()] == ["a.html"]


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (errno.EDQUOT, faults.NO_SPACE),
        (errno.EACCES, faults.NO_PERMISSION),
        (errno.EROFS, faults.NO_PERMISSION),
        (errno.EIO, faults.CANNOT_WRITE),
    ],
)
def test_what_the_disk_refuses_is_told_by_its_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, kind: object
) -> None:
    def refuses(_part: str, _content: bytes) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(sys.modules[stage.__module__], "_write", refuses)
    with pytest.raises(CannotWrite) as error:
        put(tmp_path, "a.html", b"x")
    assert error.value.faults[0].kind is kind
    assert "{" not in str(error.value)


def test_a_name_too_long_for_the_disk_is_told(tmp_path: Path) -> None:
    with pytest.raises(CannotWrite) as error:
        put(tmp_path, "x" * 300, b"x")
    assert error.value.faults[0].kind is faults.NAME_TOO_LONG


@pytest.mark.parametrize("path", ["a/index.html", "a/b/index.html"])
def test_a_file_where_a_folder_must_be_is_named(tmp_path: Path, path: str) -> None:
    (tmp_path / "a").write_bytes(b"mine")
    with pytest.raises(CannotWrite) as error:
        put(tmp_path, path, b"x")
    assert refusal(error) == (faults.NOT_A_FOLDER.code, f"{tmp_path.name}/a")
    assert (tmp_path / "a").read_bytes() == b"mine"


def test_a_folder_where_a_file_must_be_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.html").mkdir()
    with pytest.raises(CannotWrite) as error:
        put(tmp_path, "a.html", b"x")
    assert refusal(error) == (faults.FOLDER_IN_THE_WAY.code, f"{tmp_path.name}/a.html")


@pytest.mark.parametrize("link", ["a", "a/b"])
def test_nothing_is_written_through_a_link_that_leads_out(tmp_path: Path, link: str) -> None:
    out, elsewhere = tmp_path / "public", tmp_path / "elsewhere"
    elsewhere.mkdir()
    (out / link).parent.mkdir(parents=True)
    (out / link).symlink_to(elsewhere)
    with pytest.raises(CannotWrite) as error:
        put(out, f"{link}/index.html", b"x")
    assert refusal(error)[0] == faults.LEADS_OUT.code
    assert f"public/{link}" in error.value.faults[0].hint()
    assert list(elsewhere.iterdir()) == []


@pytest.mark.parametrize("path", ["../a.html", "a/../../b.html", "/etc/a.html"])
def test_a_path_that_leads_out_is_refused(tmp_path: Path, path: str) -> None:
    with pytest.raises(CannotWrite) as error:
        put(tmp_path / "public", path, b"x")
    assert error.value.faults[0].kind is faults.LEADS_OUT


def test_a_link_that_stays_inside_is_followed(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "a").symlink_to("b")
    assert put(tmp_path, "a/index.html", b"x")
    assert (tmp_path / "b/index.html").read_bytes() == b"x"


def test_the_output_folder_itself_may_be_a_link(tmp_path: Path) -> None:
    (tmp_path / "disk").mkdir()
    (tmp_path / "public").symlink_to("disk")
    assert put(tmp_path / "public", "a/index.html", b"x")
    assert (tmp_path / "disk/a/index.html").read_bytes() == b"x"


def test_a_link_in_the_place_of_a_file_is_replaced_and_never_written_through(tmp_path: Path) -> None:
    outside = tmp_path / "outside.html"
    outside.write_bytes(b"mine")
    (tmp_path / "public").mkdir()
    (tmp_path / "public/a.html").symlink_to(outside)
    assert put(tmp_path / "public", "a.html", b"mine")
    assert outside.read_bytes() == b"mine"
    assert not (tmp_path / "public/a.html").is_symlink()


def test_a_photo_is_copied_and_left_alone_the_second_time(tmp_path: Path) -> None:
    photo = tmp_path / "anh.jpg"
    photo.write_bytes(b"jpeg" * 1_000_000)
    assert copy_file(photo, tmp_path / "public", "2025/anh.jpg")
    assert (tmp_path / "public/2025/anh.jpg").read_bytes() == photo.read_bytes()
    assert not copy_file(photo, tmp_path / "public", "2025/anh.jpg")


@pytest.mark.parametrize("content", [b"gif", b"jpg!"])
def test_a_photo_that_changed_is_copied_again(tmp_path: Path, content: bytes) -> None:
    photo = tmp_path / "anh.jpg"
    photo.write_bytes(b"jpeg")
    copy_file(photo, tmp_path / "public", "anh.jpg")
    photo.write_bytes(content)
    assert copy_file(photo, tmp_path / "public", "anh.jpg")
    assert (tmp_path / "public/anh.jpg").read_bytes() == content


def test_a_photo_that_is_gone_is_told_with_its_name(tmp_path: Path) -> None:
    with pytest.raises(CannotWrite) as error:
        copy_file(tmp_path / "anh.jpg", tmp_path / "public", "2025/anh.jpg")
    assert refusal(error) == (faults.CANNOT_READ.code, "public/2025/anh.jpg")
    assert "anh.jpg" in error.value.faults[0].message()


def test_a_photo_that_does_not_fit_leaves_nothing_half_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks_off(*_given: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    (tmp_path / "anh.jpg").write_bytes(b"anh")
    monkeypatch.setattr(sys.modules[stage.__module__], "_copy", breaks_off)
    with pytest.raises(CannotWrite) as error:
        copy_file(tmp_path / "anh.jpg", tmp_path / "public", "2025/anh.jpg")
    assert error.value.faults[0].kind is faults.NO_SPACE
    assert not (tmp_path / "public").exists()
