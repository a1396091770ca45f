import os
from pathlib import Path

import pytest

from hatinh_news.model.stamp import is_racy, stamp_of

SECOND = 1_000_000_000
NOW = 1_700_000_000 * SECOND


def test_a_stamp_changes_with_size_time_and_file(tmp_path: Path) -> None:
    file = tmp_path / "a"
    file.write_text("one")
    first = stamp_of(file.stat())
    os.utime(file, ns=(1, 1))
    touched = stamp_of(file.stat())
    file.with_name("b").write_text("one")
    file.with_name("b").replace(file)
    assert len({first, touched, stamp_of(file.stat())}) == 3


@pytest.mark.parametrize(
    ("content", "status", "racy"),
    [
        (NOW - SECOND + 1, NOW - SECOND + 1, False),
        (NOW - 1, NOW - SECOND + 1, True),
        (NOW - SECOND + 1, NOW - 1, True),
        (NOW + SECOND + 1, NOW - SECOND, True),
        (NOW - SECOND, NOW - SECOND, True),
        (NOW - 3 * SECOND, NOW - 3 * SECOND, False),
    ],
    ids=["a second ago", "written just now", "moved just now", "from the future", "a coarse disk", "coarse, long ago"],
)
def test_a_file_that_changed_just_now_may_change_again_unseen(content: int, status: int, *, racy: bool) -> None:
    assert is_racy((3, content, status, 7), NOW) is racy
