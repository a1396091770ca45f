"""Numbers and lists as a Vietnamese newspaper writes them."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decimal import Decimal

_DIGITS = 400  # a float has at most 309 before the point
_SWAPPED = str.maketrans(".,", ",.")


def number(value: "float | Decimal", digits: int = 3) -> str:
    """`1.234.567,891`: at most so many digits after the comma, and no idle zeros."""
    if type(value) is int and digits >= 0:
        return f"{value:,}".translate(_SWAPPED)
    from decimal import ROUND_HALF_UP, Context, Decimal

    exact = Context(prec=_DIGITS, rounding=ROUND_HALF_UP)
    rounded = Decimal(str(value)).quantize(Decimal(1).scaleb(-digits), context=exact)
    if not rounded:
        return "0"
    whole, _, fraction = f"{rounded:,f}".partition(".")
    return f"{whole}.{fraction}".rstrip("0").rstrip(".").translate(_SWAPPED)


def percent(share: "float | Decimal", digits: int = 2) -> str:
    """`8,05%` for 0.0805."""
    from decimal import Decimal

    return f"{number(Decimal(str(share)) * 100, digits)}%"


def dong(amount: "float | Decimal") -> str:
    """`1.500.000 đồng`, the currency in a word, as newspapers print it."""
    return f"{number(amount)} đồng"


def join_names(names: Iterable[str], last: str = " và ") -> str:
    """`A, B và C`."""
    *others, final = names or [""]
    return last.join([", ".join(others), final]) if others else final
