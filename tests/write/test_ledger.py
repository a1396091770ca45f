import sqlite3
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hatinh_news.write import Ledger, digest, file_digest
from hatinh_news.write.ledger import FOLDER, ledger_path


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "site").mkdir()
    return tmp_path / "site"


def filled(site: Path) -> Path:
    """The file of a ledger that knows one output and came to its end."""
    with Ledger(site, site / "public") as ledger:
        ledger.remember({"a/index.html": digest(b"a")})
    return ledger_path(site, site / "public")


def known(site: Path) -> dict[str, str]:
    with Ledger(site, site / "public") as ledger:
        return ledger.earlier


def test_a_first_build_knows_nothing(site: Path) -> None:
    with Ledger(site, site / "public") as ledger:
        assert (ledger.earlier, ledger.interrupted) == ({}, True)


def test_the_next_build_knows_what_this_one_made(site: Path) -> None:
    with Ledger(site, site / "public") as ledger:
        ledger.remember({"b": "2", "a": "1"})
        ledger.remember({"b": "3", "c": "4"})
        ledger.forget(["c", "never there"])
    with Ledger(site, site / "public") as ledger:
        assert list(ledger.earlier.items()) == [("a", "1"), ("b", "3")]
        assert not ledger.interrupted


def test_what_a_build_that_broke_off_made_is_still_known(site: Path) -> None:
    with suppress(KeyboardInterrupt), Ledger(site, site / "public") as ledger:
        ledger.remember({"a": "1"})
        raise KeyboardInterrupt
    with Ledger(site, site / "public") as ledger:
        assert ledger.earlier == {"a": "1"}
        assert ledger.interrupted


def test_two_output_folders_have_two_ledgers(site: Path, tmp_path: Path) -> None:
    filled(site)
    with Ledger(site, site / "preview") as preview, Ledger(site, tmp_path / "www") as outside:
        assert (preview.earlier, outside.earlier) == ({}, {})


def test_a_site_that_moved_with_its_output_folder_still_knows_it(site: Path, tmp_path: Path) -> None:
    filled(site)
    moved = site.rename(tmp_path / "moved")
    assert known(moved) == {"a/index.html": digest(b"a")}


def test_the_cache_folder_stays_out_of_git(site: Path) -> None:
    filled(site)
    assert (site / FOLDER / ".gitignore").read_text() == "*\n"


@pytest.mark.parametrize("content", [b"", b"no database at all" * 100])
def test_a_corrupt_ledger_is_begun_anew(site: Path, content: bytes) -> None:
    filled(site).write_bytes(content)
    assert known(site) == {}
    filled(site)
    assert known(site) != {}


@pytest.mark.parametrize("change", ["PRAGMA user_version = 99", "PRAGMA application_id = 1", "DROP TABLE state"])
def test_a_ledger_of_another_version_or_program_is_begun_anew(site: Path, change: str) -> None:
    database = sqlite3.connect(filled(site))
    database.executescript(change)
    database.close()
    assert known(site) == {}


def test_a_ledger_cut_off_in_the_middle_is_begun_anew(site: Path) -> None:
    with Ledger(site, site / "public") as ledger:
        ledger.remember({f"{number}/index.html": digest(b"x") for number in range(5_000)})
    path = ledger_path(site, site / "public")
    path.write_bytes(path.read_bytes()[:50_000])
    assert known(site) == {}


def test_a_site_that_cannot_be_written_is_built_without_memory(site: Path) -> None:
    (site / FOLDER).write_text("a file where the cache folder would be")
    with Ledger(site, site / "public") as ledger:
        ledger.remember({"a": "1"})
    assert known(site) == {}


@settings(max_examples=50, deadline=None)
@given(st.binary())
def test_a_file_has_the_digest_of_its_bytes(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    path = tmp_path_factory.mktemp("digest") / "file"
    path.write_bytes(content)
    assert file_digest(path) == digest(content)
    assert digest(content + b"!") != digest(content)
