from pathlib import Path

import pytest

from hatinh_news.model.errors import CannotWrite
from hatinh_news.write import check_output, faults


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for name in ("content", "static", "templates"):
        (tmp_path / "bao" / name).mkdir(parents=True)
    return tmp_path / "bao"


@pytest.mark.parametrize("out", ["public", "a/b/c", "../www", "contents"])
def test_a_folder_of_its_own_is_taken(site: Path, out: str) -> None:
    check_output(site, site / out)


@pytest.mark.parametrize(
    "out", [".", "..", "content", "content/public", "static", "static/x", "templates", "../bao", "public/.."]
)
def test_a_folder_that_would_destroy_what_is_read_is_refused(site: Path, out: str) -> None:
    with pytest.raises(CannotWrite) as error:
        check_output(site, site / out)
    assert error.value.faults[0].kind is faults.HOLDS_INPUT


def test_a_link_to_the_content_is_refused(site: Path) -> None:
    (site / "public").symlink_to("content")
    with pytest.raises(CannotWrite, match="content/"):
        check_output(site, site / "public")


def test_a_folder_that_holds_content_kept_elsewhere_is_refused(site: Path, tmp_path: Path) -> None:
    (tmp_path / "disk/content").mkdir(parents=True)
    (site / "content").rmdir()
    (site / "content").symlink_to(tmp_path / "disk/content")
    with pytest.raises(CannotWrite, match="content/"):
        check_output(site, tmp_path / "disk")


def test_a_site_that_is_given_relatively_is_known_again(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(site)
    check_output(Path(), Path("public"))
    with pytest.raises(CannotWrite, match="bao"):
        check_output(Path(), Path())


def test_a_file_is_no_output_folder(site: Path) -> None:
    (site / "public").write_text("a file")
    with pytest.raises(CannotWrite) as error:
        check_output(site, site / "public")
    assert error.value.faults[0].kind is faults.NOT_A_FOLDER
