import sys
from pathlib import Path

import pytest
from machine import machine
from measure import RunError, measured

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="memory and time are asked of /proc")

CHILD = """
import os, time
child = os.fork()
if child == 0:
    big = bytearray(os.urandom(1)) * 80_000_000
    while time.process_time() < 0.4:
        pass
    os._exit(0)
os.waitpid(child, 0)
print("xong")
"""


def test_what_children_use_is_counted(tmp_path: Path) -> None:
    figures, said = measured([sys.executable, "-c", CHILD], tmp_path / "log")
    assert said == "xong\n"
    assert figures.cpu_s >= 0.4
    assert figures.peak_mb >= 80


def test_a_program_that_fails_gives_no_figures_but_its_last_words(tmp_path: Path) -> None:
    with pytest.raises(RunError, match=r"exit code 3\n(.|\n)*hỏng"):
        measured([sys.executable, "-c", "import sys; print('hỏng', file=sys.stderr); sys.exit(3)"], tmp_path / "log")


def test_what_ran_it_is_told(tmp_path: Path) -> None:
    told = machine(tmp_path)
    assert all(told.values())
    assert f"{sys.version_info[0]}.{sys.version_info[1]}." in told["interpreter"]
