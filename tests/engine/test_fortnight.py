"""A fortnight of a newspaper that nobody edits: what the clock changes is what the schedule says, to the minute."""

import os
import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

import pytest

from hatinh_news.build import Request, build
from hatinh_news.build.schedule import Due, schedule
from hatinh_news.model.config import PAPER_ZONE
from hatinh_news.model.report import Report
from newsroom import lay_out, tree

BEGIN: Final = datetime(2025, 6, 1, 0, 0, tzinfo=PAPER_ZONE)
END: Final = BEGIN + timedelta(days=14)
TICK: Final = timedelta(microseconds=1)
MINUTE: Final = timedelta(minutes=1)
MINUTES: Final = 400 if os.environ.get("SOAK") else 12

PAPER: Final = """
-- content/site.yaml --
title: Báo
base_url: https://bao.example
sections: [Thời sự, Kinh tế]
-- content/_index.md --
---
title: Trang nhất
pin:
  - {article: cho-que.md, from: 2025-06-03 06:00, until: 2025-06-05 06:00}
  - {article: hen-gio.md, from: 2025-06-03 05:30, until: 2025-06-12 21:45}
front: {featured: 2}
---
-- content/kinh-te/_index.md --
---
title: Kinh tế
pin: [{article: cho-que.md, until: 2025-06-09 00:00}]
---
-- content/cu.md --
---
title: Bài cũ
date: 2025-05-01 08:00
section: Thời sự
topics: [Lúa]
---
Chuyện cũ. Xem [bài hẹn](hen-gio.md) và [bài mật](mat.md).
-- content/cho-que.md --
---
title: Chợ quê
date: 2025-05-20 08:00
section: Kinh tế
topics: [Lúa, Chợ]
series: Chợ
corrections:
  - {date: 2025-05-21, text: Đã cải chính.}
  - {date: 2025-06-06 10:10, text: Sẽ cải chính zqsau.}
---
Chợ họp sớm.
-- content/hen-gio.md --
---
title: Hẹn giờ zqhen
date: 2025-06-03 05:30
section: Kinh tế
topics: [Chợ mới]
series: Chợ
authors: [Lan]
---
Bài hẹn giờ zqhen.
-- content/mat.md --
---
title: Bài mật zqmat
date: 2025-05-30
publish_date: 2025-06-07 17:00:30
expiry_date: 2025-06-11 09:00
section: Thời sự
topics: [Lúa]
aliases: [/mat-cu/]
---
Bài mật zqmat.
-- content/cung-phut.md --
---
title: Cùng phút
date: 2025-06-07 17:00:30
section: Thời sự
---
Hai bài lên cùng lúc.
-- content/rut.md --
---
title: Bài bị rút
date: 2025-06-02 11:00
expiry_date: 2025-06-13 23:59
section: Thời sự
retracted: Nguồn tin sai.
---
Không còn zqrut.
-- content/nhap.md --
---
title: Nháp zqnhap
date: 2025-06-04 07:00
section: Thời sự
draft: true
---
Không bao giờ lên zqnhap.
-- content/mui-gio.md --
---
title: Giờ quốc tế
date: 2025-06-08T23:30:00Z
section: Thời sự
---
Bài đề giờ của múi khác.
"""
SECRETS: Final = {
    "zqhen": ("2025-06-03 05:30", ""),
    "zqmat": ("2025-06-07 17:00:30", "2025-06-11 09:00"),
    "zqsau": ("2025-06-06 10:10", ""),
    "zqrut": ("", ""),
    "zqnhap": ("", ""),
}
"""Words that readers may see from one moment until before another; an empty first one: never."""


@dataclass(frozen=True, slots=True)
class Fortnight:
    """A newspaper, the folder that is built again and again, and what the schedule said before it began."""

    site: Path
    out: Path
    due: tuple[Due, ...]

    @property
    def moments(self) -> list[datetime]:
        return sorted({due.moment for due in self.due})

    def build(self, now: datetime, out: str = "public") -> Report:
        return build(Request(self.site, self.site / out, now, workers=1))


@pytest.fixture
def fortnight(tmp_path: Path) -> Fortnight:
    site = lay_out(PAPER, tmp_path)
    found, faults = schedule(Request(site, site / "public", BEGIN), END)
    assert [str(fault.place) + fault.code for fault in faults if fault.is_error] == []
    return Fortnight(site, site / "public", tuple(found))


def visible(word: str, now: datetime) -> bool:
    """Whether readers may see a word at a moment."""
    since, until = SECRETS[word]
    return bool(since) and moment(since) <= now and (not until or now < moment(until))


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=PAPER_ZONE)


def seen(files: dict[str, bytes]) -> set[str]:
    """The secret words that stand in names or bytes of files."""
    return {
        word for word in SECRETS if any(word in path or word.encode() in content for path, content in files.items())
    }


def between(moments: list[datetime], chance: random.Random) -> Iterator[datetime]:
    """Minutes of the fortnight in order: those around each due moment, and others drawn by chance."""
    near = {at + step for at in moments for step in (-MINUTE, MINUTE)}
    drawn = {BEGIN + chance.randrange(14 * 24 * 60) * MINUTE for _ in range(MINUTES)}
    return iter(sorted(near | drawn))


def test_the_schedule_of_the_fortnight_has_every_kind_of_turn(fortnight: Fortnight) -> None:
    assert {due.what for due in fortnight.due} == {"live", "correction", "pinned", "unpinned", "no-news", "expired"}
    assert len(fortnight.moments) > 12


def test_at_every_due_moment_something_changes_and_a_tick_before_nothing_does(fortnight: Fortnight) -> None:
    fortnight.build(BEGIN)
    before = tree(fortnight.out)
    for number, at in enumerate(fortnight.moments):
        report = fortnight.build(at - TICK)
        assert (report.rendered, report.written, report.removed, report.due) == (0, 0, 0, at), f"before {at}"
        assert tree(fortnight.out) == before, f"before {at}"
        report = fortnight.build(at)
        after = tree(fortnight.out)
        assert after != before, f"at {at}"
        assert report.due == (*fortnight.moments, report.due)[number + 1]
        assert seen(after) == {word for word in SECRETS if visible(word, at)}, f"at {at}"
        before = after


def test_at_no_other_minute_would_a_build_from_nothing_be_another(fortnight: Fortnight) -> None:
    """The folder that was last built at a due moment is what a new folder would be at any minute until the next."""
    waiting = fortnight.moments
    fortnight.build(BEGIN)
    for number, minute in enumerate(between(waiting, random.Random(14))):
        while waiting and waiting[0] <= minute:
            fortnight.build(waiting.pop(0))
        fortnight.build(minute, f"other-{number}")
        assert tree(fortnight.site / f"other-{number}") == tree(fortnight.out), f"at {minute}"
