"""A newspaper to write for, and the command that writes."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from hatinh_news import cli
from newsroom import lay_out

SITE = """
-- content/site.yaml --
title: Báo
base_url: https://bao.example
sections:
  - {name: Thời sự, slug: thoi-su}
  - {name: Kinh tế, slug: kinh-te}
  - {name: Kinh doanh, slug: kinh-doanh}
topics: [Nông thôn mới]
authors: [Trần Thị Mai Khê]
-- content/thoi-su/2025/2025-01-01-bai-a.md --
---
title: Bài A
topics: [nông thôn mới, "Dân ca ví, giặm", Nông sản]
authors: [Phan Đình Lâm]
series: Giữ nước
aliases: [/cu/bai-a/]
---
Lời A.
-- content/trang/gioi-thieu.md --
---
title: Giới thiệu
---
Chúng tôi.
"""

Typed = Callable[..., tuple[int, Any]]


@pytest.fixture(autouse=True)
def _clean_process(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Messages are English, the clock stands, and the command runs in a folder of its own."""
    monkeypatch.setenv("HATINH_NEWS_LANG", "en")
    monkeypatch.setenv("LANGUAGE", "restored after the test")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1740731400")  # 2025-02-28 15:30 in Hà Tĩnh
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.delenv("EDITOR", raising=False)
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return lay_out(SITE, tmp_path / "bao")


@pytest.fixture
def new(capsys: pytest.CaptureFixture[str]) -> Typed:
    """Types `hatinh-news new … --json`; what comes back is the exit code and what was said."""

    def typed(title: str, site: Path, *options: str) -> tuple[int, Any]:
        code = cli.main(["new", title, str(site), *options, "--json"])
        return code, json.loads(capsys.readouterr().out)

    return typed
