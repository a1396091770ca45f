import pytest

from hatinh_news.desk.front import blocks, front_matter

FRONT = """
# về bài này
title: A

sapo: |
  dòng một

  dòng hai
topics:
- X
# giữa danh sách
- Y
ban_do: co
updated: 2025-01-01
# cuối cùng"""


def test_each_key_keeps_its_lines_and_remarks() -> None:
    found = blocks(FRONT)
    assert found == {
        "title": "\n# về bài này\ntitle: A",
        "description": "\nsapo: |\n  dòng một\n\n  dòng hai",
        "topics": "topics:\n- X\n# giữa danh sách\n- Y",
        "ban_do": "ban_do: co",
        "updated": "updated: 2025-01-01\n# cuối cùng",
    }


def test_front_matter_has_one_order_and_own_keys_come_last() -> None:
    keys = [line.split(":")[0] for line in front_matter(blocks(FRONT)).split("\n") if line[:1].isalpha()]
    assert keys == ["title", "sapo", "updated", "topics", "ban_do"]


@pytest.mark.parametrize("front", ["", "\n", "# chỉ có ghi chú", "  lạc lõng"])
def test_nothing_makes_no_blocks(front: str) -> None:
    assert blocks(front) == {}
