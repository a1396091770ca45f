import subprocess
import sys
from dataclasses import dataclass, fields, replace
from datetime import UTC, datetime, timedelta
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hatinh_news.model.article import Article, Body, Photo
from hatinh_news.model.config import PAPER_ZONE, Label
from hatinh_news.model.digest import name_of
from hatinh_news.model.records import Card

MOMENT = datetime(2025, 2, 28, 15, 30, tzinfo=PAPER_ZONE)
CARD = Card("/a/", "Bài A", "Lời dẫn", MOMENT, Label("Kinh tế", "/kinh-te/"), photo=Photo("/a.jpg", width=3))
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text() | st.binary() | st.floats(allow_nan=False),
    lambda inner: st.tuples(inner, inner) | st.dictionaries(st.text(), inner),
)


@dataclass(frozen=True, slots=True)
class Keyed:
    key: str
    name: str = ""


@given(VALUES, VALUES)
def test_two_values_have_one_name_only_if_they_are_equal(one: object, other: object) -> None:
    if name_of(one) == name_of(other):
        assert one == other


def test_equal_values_have_one_name_whatever_objects_they_are_made_of() -> None:
    title = str("Bài A".encode(), "utf-8")
    assert name_of(replace(CARD, title=title, photo=Photo("/a.jpg", width=3))) == name_of(CARD)
    assert name_of({"b": 1, "a": 2}) == name_of({"a": 2, "b": 1}) == name_of(MappingProxyType({"a": 2, "b": 1}))
    assert name_of(frozenset({"a", "b"})) == name_of({"b", "a"})


@pytest.mark.parametrize("field", [field.name for field in fields(Card)])
def test_every_field_counts(field: str) -> None:
    change: dict[str, Any] = {field: "khác"}
    assert name_of(replace(CARD, **change)) != name_of(CARD)


def test_values_do_not_run_into_one_another() -> None:
    assert (
        len({name_of("a", "b"), name_of("ab"), name_of(("a", "b")), name_of("a", ("b",)), name_of("a", None, "b")}) == 5
    )


def test_records_of_two_kinds_differ_though_their_fields_do_not() -> None:
    assert name_of(Label("a", "b")) != name_of(Keyed("", "a"), "b")
    assert name_of(Body()) != name_of(Photo(""))


def test_a_record_with_a_key_is_named_by_it() -> None:
    assert name_of(Keyed("k", "a")) == name_of(Keyed("k", "b"))
    assert name_of(Keyed("", "a")) != name_of(Keyed("", "b"))


def test_records_in_a_row_are_named_like_records_one_by_one() -> None:
    labels, keyed = (Label("a", "b"), Label("c", "d")), (Keyed("k", "a"), Keyed("", "b"))
    assert name_of(labels) == name_of(list(labels)) != name_of(labels[::-1])
    assert name_of(labels) != name_of([("a", "b"), ("c", "d")]) != name_of(["Label", [("a", "b"), ("c", "d")]])
    assert name_of((Label("a", "b"), Keyed("k"))) != name_of((Label("a", "b"), Label("k", "")))
    assert name_of(keyed) == name_of((Keyed("k", "c"), Keyed("", "b"))) != name_of((Keyed("k", "a"), Keyed("", "c")))


def test_a_moment_is_named_by_its_zone_too() -> None:
    same = MOMENT.astimezone(UTC)
    assert same == MOMENT
    assert name_of(same) != name_of(MOMENT)
    assert name_of(timedelta(1)) != name_of(timedelta(2))


def test_a_name_is_the_same_in_every_process() -> None:
    article = Article("a.md", "/a/", "a", "Bài", MOMENT, MOMENT, "Kinh tế", Body(), extra={"x": [1, 2.5, {"y": None}]})
    program = (
        "from datetime import datetime\n"
        "from hatinh_news.model.article import Article, Body\n"
        "from hatinh_news.model.config import PAPER_ZONE\n"
        "from hatinh_news.model.digest import name_of\n"
        "at = datetime(2025, 2, 28, 15, 30, tzinfo=PAPER_ZONE)\n"
        "extra = {'x': [1, 2.5, {'y': None}]}\n"
        "article = Article('a.md', '/a/', 'a', 'B\\u00e0i', at, at, 'Kinh t\\u1ebf', Body(), extra=extra)\n"
        "print(name_of(article).hex())"
    )
    told = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True).stdout
    assert told.strip() == name_of(article).hex()
