import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from hatinh_news.ledger import FOLDER, Ledger, discard, faults, ledger_path
from hatinh_news.ledger.lock import Lock
from hatinh_news.ledger.store import Store
from hatinh_news.model.article import Body, StandingPage
from hatinh_news.model.errors import CannotWrite
from hatinh_news.model.fault import Place
from hatinh_news.model.frozen import Damaged
from hatinh_news.model.manuscript import Manuscript, manuscript
from newsroom import unmeasured

STAMP = (1, 2, 3, 4)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "site").mkdir()
    return tmp_path / "site"


def filled(site: Path) -> Path:
    """The file of a ledger that knows one output and came to its end."""
    with Ledger(site, site / "public") as ledger:
        ledger.finish({"a/index.html": ("digest", STAMP, b"key", "a.md")}, {"note": [1, "hai"]})
    return ledger_path(site, site / "public")


def known(site: Path) -> dict[str, str]:
    with Ledger(site, site / "public") as ledger:
        return ledger.earlier


def page(path: str = "trang/a.md", title: str = "Trang") -> Manuscript:
    made = StandingPage(path, "/a/", title, Body("<p>Lời.</p>"))
    return manuscript(
        path, f"digest of {title}", made, (faults.OLDER.at(Place(path)),), ("content/a.jpg", "static/b.jpg")
    )


def test_a_first_build_knows_nothing(site: Path) -> None:
    with Ledger(site, site / "public") as ledger:
        assert (ledger.earlier, ledger.finished, ledger.store.note) == ({}, False, None)


def test_the_next_build_knows_what_this_one_made(site: Path) -> None:
    filled(site)
    with Ledger(site, site / "public") as ledger:
        assert ledger.outputs == {"a/index.html": ("digest", STAMP, b"key", "a.md")}
        assert ledger.store.shelf("note") == [1, "hai"]
        assert ledger.store.shelf("nothing") is None
        assert ledger.finished


def test_what_a_build_that_broke_off_announced_is_known_as_ours(site: Path) -> None:
    filled(site)
    for digest in ("two", "three"):
        with Ledger(site, site / "public") as ledger:
            ledger.begin()
            ledger.announce({"a/index.html": digest, "b/index.html": digest})
    with Ledger(site, site / "public") as ledger:
        assert ledger.earlier == {"a/index.html": "digest two three", "b/index.html": "two three"}
        assert not ledger.finished
        ledger.finish({}, {}, drop=["note"])
        assert ledger.store.shelf("note") is None
    assert known(site) == {}


def test_two_output_folders_have_two_ledgers(site: Path, tmp_path: Path) -> None:
    filled(site)
    with Ledger(site, site / "preview") as preview, Ledger(site, tmp_path / "www") as outside:
        assert (preview.earlier, outside.earlier) == ({}, {})


def test_a_site_that_moved_with_its_output_folder_still_knows_it(site: Path, tmp_path: Path) -> None:
    filled(site)
    assert known(site.rename(tmp_path / "moved")) == {"a/index.html": "digest"}


def test_the_cache_folder_stays_out_of_git(site: Path) -> None:
    filled(site)
    assert (site / FOLDER / ".gitignore").read_text() == "*\n"


@pytest.mark.parametrize("content", [b"", b"no database at all" * 100])
def test_a_corrupt_ledger_is_begun_anew_with_a_note(site: Path, content: bytes) -> None:
    filled(site).write_bytes(content)
    with Ledger(site, site / "public") as ledger:
        assert ledger.earlier == {}
        assert ledger.store.note in {faults.CORRUPT.at(ledger.store.place), faults.FOREIGN.at(ledger.store.place)}
    filled(site)
    assert known(site) != {}


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        ("PRAGMA user_version = 1", faults.OLDER),
        ("PRAGMA application_id = 1", faults.FOREIGN),
        ("DROP TABLE shelf", faults.CORRUPT),
    ],
)
def test_a_ledger_of_another_version_or_program_is_begun_anew_with_a_note(
    site: Path, change: str, kind: object
) -> None:
    database = sqlite3.connect(filled(site))
    database.executescript(change)
    database.close()
    with Ledger(site, site / "public") as ledger:
        assert ledger.store.note is not None
        assert ledger.store.note.kind is kind
        assert ledger.earlier == {}


def test_a_ledger_cut_off_in_the_middle_is_damaged_or_known_as_corrupt_and_can_be_discarded(site: Path) -> None:
    with Ledger(site, site / "public") as ledger:
        ledger.finish({f"{number}/index.html": ("digest", None, b"", "") for number in range(5_000)}, {})
    path = ledger_path(site, site / "public")
    path.write_bytes(path.read_bytes()[:50_000])
    try:
        assert known(site) == {}
    except Damaged:
        assert discard(site, site / "public").kind is faults.CORRUPT
    assert known(site) == {}


def test_a_ledger_that_cannot_be_discarded_is_told(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuses(_path: Path, **_given: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "unlink", refuses)
    with pytest.raises(CannotWrite) as error:
        discard(site, site / "public")
    assert error.value.faults[0].kind is faults.CANNOT_WRITE


def test_a_site_that_cannot_be_written_is_built_without_memory_and_without_lock(site: Path) -> None:
    (site / FOLDER).write_text("a file where the cache folder would be")
    with Ledger(site, site / "public") as ledger, Ledger(site, site / "public"):
        ledger.finish({"a": ("digest", None, b"", "")}, {})
        assert ledger.moment() == 0
    assert known(site) == {}


def test_manuscripts_are_remembered_with_all_they_say(site: Path) -> None:
    with Ledger(site, site / "public") as ledger:
        ledger.store.remember([page(), page("trang/b.md", "Trang hai")])
        ledger.store.remember([page("trang/b.md", "Trang ba")])
    with Ledger(site, site / "public") as ledger:
        assert [one.made for one in ledger.store.manuscripts()] == [page().made, page("trang/b.md", "Trang ba").made]
        (one,) = ledger.store.manuscripts(["trang/a.md", "không có"])
        assert one == page()
        both = {"trang/a.md": "digest of Trang", "trang/b.md": "digest of Trang ba"}
        assert ledger.store.sources([*both, "không có"]) == both
        assert ledger.store.sources([*both, *map(str, range(1_000))]) == both
        ledger.store.forget(["trang/a.md", "không có"])
        assert list(ledger.store.sources(list(both))) == ["trang/b.md"]


def test_who_uses_a_file_is_known(site: Path) -> None:
    with Ledger(site, site / "public") as ledger:
        curious = Manuscript("c.md", "", uses=("*",))
        ledger.store.remember([page(), page("b.md"), curious, Manuscript("d.md", "")])
        assert ledger.store.users(frozenset({"static/b.jpg"})) == {"trang/a.md", "b.md", "c.md"}
        assert ledger.store.users(frozenset({"static/x.jpg"})) == {"c.md"}


def test_texts_are_handed_out_in_the_order_that_was_asked_for(site: Path) -> None:
    with Ledger(site, site / "public") as ledger:
        ledger.store.remember([Manuscript("a.md", "", html=b"<p>a"), Manuscript("b.md", "", html=b"<p>b")])
        assert ledger.store.html(["b.md", "a.md", "c.md"]) == [b"<p>b", b"<p>a", b""]


def worded(words: bytes, path: str = "a.md") -> Manuscript:
    return Manuscript(path, "", terms=words)


def test_terms_are_handed_out_in_the_order_that_was_asked_for(site: Path) -> None:
    with Ledger(site, site / "public") as ledger:
        ledger.store.remember([worded(b"a"), worded(b"b", "b.md")])
        assert list(ledger.store.terms(["b.md", "c.md", "a.md"])) == [b"b", b"", b"a"]
        assert ledger.store.former_terms(["b.md", "c.md", "a.md"]) == [b"b", b"", b"a"]


def test_former_terms_are_those_of_the_last_build_that_came_to_its_end(site: Path) -> None:
    with Ledger(site, site / "public") as ledger:
        ledger.store.remember([worded(b"one"), worded(b"gone", "gone.md"), worded(b"same", "same.md")])
        ledger.finish({}, {})
    for words in (b"two", b"three"):
        with Ledger(site, site / "public") as ledger:
            ledger.begin()
            ledger.store.remember([worded(words), worded(b"new", "new.md")])
            ledger.store.forget(["gone.md", "never.md"])
            ledger.store.keep({"note": 1})
    with Ledger(site, site / "public") as ledger:
        paths = ["a.md", "gone.md", "same.md", "never.md"]
        assert list(ledger.store.terms(paths)) == [b"three", b"", b"same", b""]
        assert ledger.store.former_terms(paths) == [b"one", b"gone", b"same", b""]
        ledger.finish({}, {})
        assert ledger.store.former_terms(paths) == [b"three", b"", b"same", b""]


def test_an_article_that_came_back_before_any_build_ended_was_what_it_was_at_first(site: Path) -> None:
    with Ledger(site, site / "public") as ledger:
        ledger.store.remember([worded(b"one")])
        ledger.finish({}, {})
        ledger.store.forget(["a.md"])
        ledger.store.remember([worded(b"two")])
        ledger.store.forget(["a.md"])
        assert ledger.store.former_terms(["a.md"]) == [b"one"]
        assert list(ledger.store.terms(["a.md"])) == [b""]


def test_only_the_end_of_a_build_makes_the_terms_of_today_the_former_ones(site: Path) -> None:
    with Ledger(site, site / "public") as ledger:
        ledger.store.remember([worded(b"one")])
        ledger.store.remember([worded(b"two")])
        ledger.store.keep({"note": 1}, drop=["other"])
        assert ledger.store.former_terms(["a.md"]) == [b"one"]
        ledger.store.keep({}, at_end=True)
        assert ledger.store.former_terms(["a.md"]) == [b"two"]


def test_what_cannot_be_read_is_damaged(site: Path) -> None:
    with Ledger(site, site / "public") as ledger:
        ledger.store._database.execute("INSERT INTO shelf VALUES ('x', x'ff')")
        ledger.store._database.execute("INSERT INTO manuscript VALUES ('x', '', x'', x'', x'80', '')")
        with pytest.raises(Damaged):
            ledger.store.shelf("x")
        with pytest.raises(Damaged):
            list(ledger.store.manuscripts())


def test_a_full_disk_and_other_refusals_are_told_and_damage_is_damage(site: Path) -> None:
    with Ledger(site, site / "public") as ledger:
        database = ledger.store._database
        size = database.execute("PRAGMA page_count").fetchone()[0]
        database.execute(f"PRAGMA max_page_count = {size}")
        with pytest.raises(CannotWrite) as full:
            ledger.store.keep({"big": "x" * 1_000_000})
        assert full.value.faults[0].kind is faults.NO_SPACE
        database.execute("PRAGMA query_only = ON")
        with pytest.raises(CannotWrite) as refused:
            ledger.begin()
        assert refused.value.faults[0].kind is faults.CANNOT_WRITE
        database.execute("PRAGMA query_only = OFF")
        database.set_trace_callback(None)
        with pytest.raises(Damaged):
            ledger.store.remember([Manuscript("a.md", None)])  # type: ignore[arg-type]


def test_a_second_build_is_told_who_holds_the_folder(site: Path) -> None:
    with Ledger(site, site / "public"), pytest.raises(CannotWrite) as error:
        Ledger(site, site / "public")
    (fault,) = error.value.faults
    assert fault.kind is faults.LOCKED
    assert fault.place == Place("public")
    assert f"process {os.getpid()} on " in fault.message()
    with Ledger(site, site / "public"):
        pass


HOLDER = """
import sys
from pathlib import Path
from hatinh_news.ledger.lock import Lock
lock = Lock(Path(sys.argv[1]), Path(sys.argv[1]).parent)
print("held", flush=True)
sys.stdin.read()
"""


def test_a_lock_of_another_process_is_seen_and_ends_with_it(tmp_path: Path) -> None:
    command = [sys.executable, "-c", HOLDER, str(tmp_path / "lock")]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=unmeasured()
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(CannotWrite) as error:
            Lock(tmp_path / "lock", tmp_path)
        assert f"process {holder.pid} on " in error.value.faults[0].message()
        holder.kill()
    Lock(tmp_path / "lock", tmp_path).release()


def test_no_lock_can_be_had_where_no_file_can_be_made(tmp_path: Path) -> None:
    assert Lock.on(tmp_path / "no folder" / "lock", tmp_path) is None


def test_a_database_that_cannot_be_opened_is_replaced_by_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = sqlite3.connect

    def refuses(where: object, **given: object) -> sqlite3.Connection:
        if where != ":memory:":
            raise sqlite3.OperationalError("unable to open database file")
        return real(":memory:")

    monkeypatch.setattr(sqlite3, "connect", refuses)
    store = Store(tmp_path / "x.sqlite3")
    store.keep({"a": 1})
    assert store.shelf("a") == 1
    store.close()
