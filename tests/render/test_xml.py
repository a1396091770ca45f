import re
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hatinh_news.render.xml import clean, document, element, escape, parent


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\x08b\x1dc", "abc"),
        ("a\ud800b\udfffc", "abc"),
        ("\ufffe\uffff\x00", ""),
        ("tab\tđầu\r\n😀", "tab\tđầu\r\n😀"),
    ],
)
def test_forbidden_characters_are_dropped(text: str, expected: str) -> None:
    assert clean(text) == expected


def test_every_mark_is_escaped() -> None:
    assert escape('<a & "b"> ]]>') == "&lt;a &amp; &quot;b&quot;&gt; ]]&gt;"


def test_an_element_without_text_is_closed_at_once() -> None:
    assert element("link", href="/a&b", rel="self") == '<link href="/a&amp;b" rel="self"/>'
    assert element("title", "A & B", lang="vi") == '<title lang="vi">A &amp; B</title>'


def test_a_parent_leaves_out_empty_children() -> None:
    assert parent("a", "", "<b/>", "", x=1) == '<a x="1">\n<b/>\n</a>'


@settings(max_examples=100, deadline=None)
@given(st.text(st.characters(codec=None)), st.text(st.characters(codec=None)))
def test_any_text_is_parsed_again(text: str, attribute: str) -> None:
    root = ET.fromstring(document(element("a", text, b=attribute)).encode("utf-8"))
    assert (root.text or "") == re.sub("\r\n?", "\n", clean(text))
    assert root.get("b") is not None


@given(st.text(st.characters(codec=None)))
def test_only_characters_that_xml_forbids_are_dropped(text: str) -> None:
    forbidden = {*map(chr, range(32)), *map(chr, range(0xD800, 0xE000)), "\ufffe", "\uffff"} - {*"\t\n\r"}
    assert clean(text) == "".join(character for character in text if character not in forbidden)


def test_every_character_that_xml_forbids_is_dropped() -> None:
    forbidden = [*range(9), 11, 12, *range(14, 32), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF]
    assert not any(clean(chr(number)) for number in forbidden)
