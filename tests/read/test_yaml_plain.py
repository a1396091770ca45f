"""Plain front matter: what is read without the parser, and that it makes the parser's nodes."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hatinh_news.model.fault import Fault
from hatinh_news.read import yaml_plain, yaml_tree
from hatinh_news.read.yaml_nodes import Mapping, Scalar, Sequence

PIECES = (
    "title: ", "date: ", "a: ", "b: ", "_x1: ", "topics: ", "x", "Hà Tĩnh", "2025-02-28", "T10:00:00+07:00", "true",
    "~", "1.5", '"', "'", '"a"', '"Hà: Tĩnh"', '" a  b "', "[", "]", "[a, b]", '["a", b]', "[]", "[a,]", "[a, ]",
    '[ "a" ]', '["a, b]", c-d]', ", ", ",", " ", "  ", "\t", "\n", "\n\n", "\n ", "\n  - a", "\n- a", ":", ": ",
    " :", "#", " #", "-", "- ", "? ", "|", ">", "&a ", "*a", "!", "%", "@", "`", "{", "}", "{a: b}", "\\", "\\n",
    "--- ", "\n---", "\n...", "\u00a0", "\u2028", "\u0085", "\ufeff", "😀", "\u007f", "e\u0301", "<<: ", "=", "ấ: ",
)  # fmt: skip

texts = st.lists(st.sampled_from(PIECES), max_size=14).map("".join)
values = st.lists(st.sampled_from(PIECES[6:]), min_size=1, max_size=4).map("".join)
entries = st.tuples(st.sampled_from(("a: ", "b: ", "_c:  ", "d1: ", "title: ")), values).map("".join)
lines = st.lists(entries, max_size=5).map("\n".join)


@given(st.one_of(texts, lines))
@settings(max_examples=400, deadline=None)
def test_plain_text_makes_the_nodes_and_places_of_the_parser(text: str) -> None:
    tree = yaml_plain.plain_mapping(text, 2)
    assert tree is None or tree == yaml_tree.parse(text, "content/a.md", 2)


def test_a_usual_front_matter_is_plain() -> None:
    text = 'title: "Một: hai"\n\ndate: 2025-02-28T10:00:00+07:00\ntopics: ["a, b", c d]\nnone: []\n'
    assert yaml_plain.plain_mapping(text, 2) == Mapping(
        (
            (Scalar("title", True, 2, 1), Scalar("Một: hai", False, 2, 8)),
            (Scalar("date", True, 4, 1), Scalar("2025-02-28T10:00:00+07:00", True, 4, 7)),
            (Scalar("topics", True, 5, 1), Sequence((Scalar("a, b", False, 5, 10), Scalar("c d", True, 5, 18)), 5, 9)),
            (Scalar("none", True, 6, 1), Sequence((), 6, 7)),
        ),
        2,
        1,
    )


@pytest.mark.parametrize(
    "text",
    [
        "a: b\na: c",
        "a: b: c",
        "a: b # c",
        "a:\n  - b",
        "a: [b, [c]]",
        "a: [b,]",
        "a: [b",
        'a: "b\\n"',
        "a: 'b'",
        "a: b\n  c",
        "a: b\u00a0c",
        "lời: a",
        "a: &b c",
        "x" * 20_000,
    ],
)
def test_what_is_not_plain_is_left_to_the_parser(text: str) -> None:
    assert yaml_plain.plain_mapping(text, 1) is None


@pytest.mark.parametrize("text", ["", "\n\n", "# a", "~"])
def test_a_text_without_keys_is_an_empty_mapping(text: str) -> None:
    assert yaml_plain.parse(text, "content/a.md", 2) == Mapping((), 2, 1)


def test_a_character_that_yaml_does_not_allow_is_a_fault() -> None:
    fault = yaml_plain.parse("a: \x01", "content/a.md", 2)
    assert isinstance(fault, Fault)
    assert (fault.code, str(fault.place)) == ("yaml-syntax", "content/a.md:2")
