"""Cases of Vietnamese from tests/cases: a test with an argument `slug_case` runs once for each case under `slug`."""

from pathlib import Path
from typing import Any

import pytest
import yaml

CASES: dict[str, list[Any]] = yaml.safe_load((Path(__file__).parents[1] / "cases" / "vi_cases.yaml").read_text("utf-8"))


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    for name in metafunc.fixturenames:
        section, _, kind = name.rpartition("_")
        if kind == "case":
            metafunc.parametrize(name, CASES[section], ids=str)


@pytest.fixture
def cases() -> dict[str, Any]:
    return CASES
