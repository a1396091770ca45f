from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from compiling import compiled_once
from hatinh_news.build import Request, build
from hatinh_news.model.report import Report
from newsroom import NOW, TESTS, lay_out

PAPER = """
-- content/site.yaml --
title: Báo
base_url: https://bao.example
sections: [Thời sự, Kinh tế]
-- content/tac-gia/lan/_index.md --
---
title: Lan
---
-- content/trang/gioi-thieu.md --
---
title: Giới thiệu
---
Về báo.
""" + "".join(
    f"""
-- content/bai-{number:02}.md --
---
title: Bài {number}
description: Lời dẫn {number}
date: 2025-01-{number:02}
section: {"Kinh tế" if number % 2 else "Thời sự"}
topics: [Lúa{", Gạo" if number == 5 else ""}]
authors: [Lan]
{"series: Chuyện lúa" if number in (3, 4, 5) else "series:"}
---
Lời {number}. Xem [giới thiệu](trang/gioi-thieu.md) và [bài đầu](bai-01.md).
"""
    for number in range(1, 13)
)


class Paper:
    """A newspaper that is built again and again."""

    def __init__(self, folder: Path) -> None:
        self.site, self.out = folder / "site", folder / "site/public"
        lay_out(PAPER, self.site)

    def build(self, now: datetime = NOW, **choices: Any) -> Report:
        return build(replace(Request(self.site, self.out, now, workers=1), **choices))

    def edit(self, path: str, old: str, new: str) -> None:
        file = self.site / path
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new), encoding="utf-8")

    def page(self, path: str) -> str:
        return (self.out / path).read_text(encoding="utf-8")


@pytest.fixture
def paper(tmp_path: Path) -> Paper:
    return Paper(tmp_path)


@pytest.fixture
def built(paper: Paper) -> Paper:
    """The newspaper, built once."""
    assert paper.build().faults == ()
    return paper


__all__ = ["TESTS", "Callable", "Paper", "compiled_once"]
