from decimal import Decimal
from typing import Any

import pytest

from hatinh_news.text.numbers import dong, join_names, number, percent


def test_every_case_of_numbers(numbers_case: dict[str, Any]) -> None:
    value, out = numbers_case["in"], numbers_case["out"]
    if out.endswith("%"):
        assert percent(value) == out
    elif out.endswith("₫"):
        assert dong(value) == " ".join(out.replace("₫", "đồng").split())
    else:
        assert number(value) == out


@pytest.mark.parametrize(
    ("value", "out"),
    [
        (0, "0"),
        (-0.0001, "0"),
        (100, "100"),
        (999, "999"),
        (1500, "1.500"),
        (1500.0, "1.500"),
        (-1234.5, "-1.234,5"),
        (0.1235, "0,124"),
        (1e21, "1.000.000.000.000.000.000.000"),
        (Decimal("12.30"), "12,3"),
    ],
)
def test_numbers_have_points_between_thousands_and_a_comma(value: float | Decimal, out: str) -> None:
    assert number(value) == out


def test_digits_after_the_comma_are_as_many_as_asked_for() -> None:
    assert number(2.567, digits=0) == "3"
    assert number(3.14159, digits=5) == "3,14159"
    assert percent(0.08125) == "8,13%"
    assert percent(1) == "100%"
    assert percent(0.333333, digits=0) == "33%"


def test_the_case_of_a_list(cases: dict[str, Any]) -> None:
    assert join_names(cases["list_join"]["in"]) == cases["list_join"]["out"]


def test_short_lists() -> None:
    assert join_names([]) == ""
    assert join_names(["A"]) == "A"
    assert join_names(["A", "B"]) == "A và B"
    assert join_names(iter(["A", "B", "C"]), last=" hoặc ") == "A, B hoặc C"
