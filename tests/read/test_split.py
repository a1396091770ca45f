"""Front matter and body, told apart quickly and with care."""

from hypothesis import given, settings
from hypothesis import strategies as st

from hatinh_news.read import split


@given(
    st.lists(
        st.sampled_from(("---", "---", "\n", "\n", "--- ", "---\t", "----", " ", "title: a", "a", "\u00a0")),
        max_size=12,
    )
)
@settings(max_examples=300, deadline=None)
def test_the_quick_look_sees_what_the_careful_one_sees(pieces: list[str]) -> None:
    text = "".join(["---\n", *pieces])
    parts = split._split_plainly(text)
    assert parts is None or parts == split._split_lines(text.split("\n"), "content/a.md")


def test_a_usual_file_needs_only_the_quick_look() -> None:
    assert split._split_plainly("---\na: b\n---\n\nĐoạn.\n") == split.Parts("a: b", 2, "\nĐoạn.\n", 4)
