"""`--verify` after all sorts of edits: damage that was planted is found, told and mended, and nothing else is."""

import marshal
import random
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

import pytest

from engine.content_edits import CONTENT_EDITS
from engine.daily import lay_out_daily
from engine.desk import Desk
from engine.scripts import SOAK
from hatinh_news.build import build
from hatinh_news.ledger import ledger_path
from hatinh_news.model.digest import digest
from hatinh_news.model.stamp import stamp_of
from newsroom import tree

QUIET: Final = ("edit body", "retitle", "retopic", "redate", "delete article", "alias", "add article", "replace photo")
SPOILT: Final = "hỏng".encode()


@contextmanager
def memory(desk: Desk) -> Iterator[sqlite3.Connection]:
    """The open ledger of the desk's newspaper."""
    database = sqlite3.connect(ledger_path(desk.site, desk.out))
    with database:
        yield database
    database.close()


def pages(desk: Desk) -> list[Path]:
    return sorted(desk.out.rglob("index.html"))


def change_a_page(desk: Desk, chance: random.Random) -> str:
    page = chance.choice(pages(desk))
    page.write_bytes(SPOILT)
    return f"verify-output-altered public/{page.relative_to(desk.out)}"


def remove_a_page(desk: Desk, chance: random.Random) -> str:
    page = chance.choice(pages(desk))
    page.unlink()
    return f"verify-output-altered public/{page.relative_to(desk.out)}"


def change_a_page_and_the_memory_of_it(desk: Desk, chance: random.Random) -> str:
    """As a build would leave it that renders a page wrongly: only another rendering tells."""
    page = chance.choice(pages(desk))
    page.write_bytes(SPOILT)
    path = page.relative_to(desk.out).as_posix()
    with memory(desk) as database:
        (shelf,) = database.execute("SELECT value FROM shelf WHERE name = 'outputs'").fetchone()
        outputs: dict[str, Any] = marshal.loads(shelf)
        outputs[path] = (digest(SPOILT), stamp_of(page.stat()), *outputs[path][2:])
        database.execute("UPDATE shelf SET value = ? WHERE name = 'outputs'", (marshal.dumps(outputs, 2),))
    return f"verify-page-differs public/{path}"


def change_a_remembered_text(desk: Desk, chance: random.Random) -> str:
    """As if a file of content/ had been read wrongly: only another reading tells."""
    with memory(desk) as database:
        path = chance.choice([path for (path,) in database.execute("SELECT path FROM html ORDER BY path")])
        database.execute("UPDATE html SET html = ? WHERE path = ?", (SPOILT, path))
    return f"verify-text-differs content/{path}"


PLANTED: Final[tuple[Callable[[Desk, random.Random], str], ...]] = (
    change_a_page,
    remove_a_page,
    change_a_page_and_the_memory_of_it,
    change_a_remembered_text,
)


@pytest.mark.parametrize("seed", range(10 if SOAK else 1))
@pytest.mark.parametrize("plant", PLANTED, ids=lambda plant: plant.__name__)
def test_planted_damage_is_found_told_and_mended(
    plant: Callable[[Desk, random.Random], str], seed: int, tmp_path: Path
) -> None:
    chance = random.Random(seed)
    desk = Desk(lay_out_daily(tmp_path / "site", short_news=6), tmp_path / "clean")
    for name in chance.sample(QUIET, 3):
        desk.build()
        CONTENT_EDITS[name](desk, chance.randrange(99), chance.randrange(99))
    sound = desk.build_and_compare()
    right = tree(desk.out)
    planted = plant(desk, chance)
    found = build(desk.request(verify=True))
    differences = [f"{fault.code} {fault.place}" for fault in found.faults if fault.code.startswith("verify-")]
    assert differences == [planted]
    assert (found.exit_code, len(found.faults) + len(found.notes)) == (1, len(sound.faults) + 1)
    assert tree(desk.out) == right
    desk.build_believing_nothing()
