"""The lists and explanations that docs/related.md prints are those of the sample newspaper."""

import re
import shlex
from pathlib import Path

import pytest

from hatinh_news.cli import main

ROOT = Path(__file__).resolve().parent.parent
PAGE = (ROOT / "docs/related.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^    \$ hatinh-news (.+)\n((?:    [^$\n].*\n|\n)+)", PAGE, re.MULTILINE)


def test_five_lists_are_printed_each_with_an_explanation() -> None:
    commands = [command.split()[0] for command, _ in BLOCKS]
    assert commands == ["related", "explain"] * 5


@pytest.mark.parametrize(("command", "printed"), BLOCKS, ids=[command for command, _ in BLOCKS])
def test_what_is_printed_is_what_the_command_says(
    command: str, printed: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.delenv("HATINH_NEWS_LANG", raising=False)
    assert main([*shlex.split(command), "--out", str(tmp_path / "public")]) == 0
    said = capsys.readouterr().out
    assert said.strip() == re.sub(r"^    ", "", printed, flags=re.MULTILINE).strip()
