"""A build that believes nothing: what it finds is told, mended, and the exit code says so."""

import marshal
import os
import sqlite3
import sys
import time

import pytest

from hatinh_news import read
from hatinh_news.build import faults
from hatinh_news.ledger import ledger_path
from hatinh_news.model.frozen import freeze, thaw
from hatinh_news.model.stamp import stamp_of
from newsroom import lay_out, tree

from .conftest import Paper


def test_a_sound_memory_is_found_sound(built: Paper) -> None:
    report = built.build(verify=True)
    assert (report.faults, report.exit_code) == ((), 0)
    assert (report.rendered, report.written) == (report.pages, 0)
    assert built.build().rendered == 0


def test_what_was_edited_since_is_no_difference(built: Paper) -> None:
    built.edit("content/bai-02.md", "title: Bài 2", "title: Bài hai")
    built.edit("content/bai-03.md", "\nLời", "\nLời mới")
    lay_out("-- templates/404.html --\nkhông có\n", built.site)
    assert built.build(verify=True).faults == ()
    assert "Bài hai" in built.page("2025/01/bai-02/index.html")


def test_files_changed_in_the_output_folder_are_told_and_mended(built: Paper) -> None:
    before = tree(built.out)
    (built.out / "index.html").write_text("ai đó sửa")
    (built.out / "css/site.css").unlink()
    report = built.build(verify=True)
    assert [(str(fault.place), fault.kind) for fault in report.faults] == [
        ("public/css/site.css", faults.OUTPUT_ALTERED),
        ("public/index.html", faults.OUTPUT_ALTERED),
    ]
    assert report.exit_code == 1
    assert tree(built.out) == before
    assert built.build().faults == ()


def test_a_text_that_was_remembered_wrongly_is_told_and_read_again(built: Paper) -> None:
    with sqlite3.connect(ledger_path(built.site, built.out)) as database:
        database.execute("UPDATE html SET html = x'78' WHERE path = 'bai-02.md'")
    database.close()
    report = built.build(verify=True)
    assert [(str(fault.place), fault.kind) for fault in report.faults] == [("content/bai-02.md", faults.TEXT_DIFFERS)]
    assert built.build(verify=True).faults == ()


def test_a_change_that_hides_behind_its_stamp_is_told_and_read(built: Paper, monkeypatch: pytest.MonkeyPatch) -> None:
    file = built.site / "content/bai-02.md"
    time.sleep(0.05)  # until the disk's clock can tell its changes apart, and its stamp is believed
    built.build()
    stamp = file.stat()
    built.edit("content/bai-02.md", "\nLời 2", "\nLài 2")

    def same_as_before(status: os.stat_result) -> tuple[int, int, int, int]:
        if status.st_ino == stamp.st_ino:
            status = stamp
        return status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino

    monkeypatch.setattr(sys.modules[read.Tree.__module__], "stamp_of", same_as_before)
    assert built.build().rendered == 0
    report = built.build(verify=True)
    assert [(str(fault.place), fault.kind) for fault in report.faults] == [("content/bai-02.md", faults.UNSEEN_CHANGE)]
    assert "Lài 2" in built.page("2025/01/bai-02/index.html")


def test_a_page_that_comes_out_differently_is_told(built: Paper) -> None:
    """As when a template asks for the time: the ledger is made to say that other bytes came of the same key."""
    with sqlite3.connect(ledger_path(built.site, built.out)) as database:
        (value,) = database.execute("SELECT value FROM shelf WHERE name = 'outputs'").fetchone()
        outputs = marshal.loads(value)
        digest, _, key, source = outputs["404.html"]
        stamp = stamp_of((built.out / "404.html").stat())
        outputs["404.html"] = ("0" * len(digest), stamp, key, source)
        database.execute("UPDATE shelf SET value = ? WHERE name = 'outputs'", (marshal.dumps(outputs, 2),))
    database.close()
    report = built.build(verify=True)
    assert [(str(fault.place), fault.kind) for fault in report.faults] == [("public/404.html", faults.PAGE_DIFFERS)]
    assert thaw(freeze(report.faults)) == report.faults
