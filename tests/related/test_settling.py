"""Nobody stands in more lists than it may, and those published first have the first choice."""

from array import array
from collections import Counter
from collections.abc import Sequence
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from hatinh_news.model.config import RelatedSettings
from hatinh_news.related.neighbourhood import Neighbourhood
from papers import Paper, Story, paper, under

WORDS = ["lũ", "hạn", "gạo", "cá", "than", "tàu", "trường", "chợ", "cầu", "đường"]


def stories(seed: int, size: int) -> Paper:
    draw = Random(seed)
    found = [
        Story(
            f"p{number:02}",
            " ".join(draw.choices(WORDS, k=6)),
            draw.randint(0, 60),
            first=(f"p{draw.randrange(size):02}",) if draw.random() < 0.1 else (),
        )
        for number in range(size)
    ]
    return paper(*found)


def lists(rows: Sequence[bytes]) -> list[list[int]]:
    return [array("I", row).tolist() for row in rows]


def pinned(found: Neighbourhood, me: int, other: int) -> bool:
    return other in found.line.first.get(me, ())


papers = st.builds(stories, st.integers(0, 10**6), st.integers(0, 30))


@settings(max_examples=60, deadline=None)
@given(papers, st.integers(0, 5), st.integers(1, 8))
def test_only_pins_stand_in_more_lists_than_they_may(drawn: Paper, limit: int, most: int) -> None:
    found = drawn.related(RelatedSettings(limit=limit, most_lists=most))
    counts = Counter(
        other for me, row in enumerate(lists(found.lists)) for other in row if not pinned(found, me, other)
    )
    assert max(counts.values(), default=0) <= most


@settings(max_examples=60, deadline=None)
@given(papers, st.integers(1, 8))
def test_only_who_wished_for_the_crowded_has_another_list_than_it_wished_for(drawn: Paper, most: int) -> None:
    found = drawn.related(RelatedSettings(limit=3, most_lists=most))
    wished, settled = lists(found.wished), lists(found.lists)
    counts = Counter(place for row in settled for place in row)
    for wish, row in zip(wished, settled, strict=True):
        assert wish == row or any(counts[place] >= most for place in set(wish) - set(row))


@settings(max_examples=40, deadline=None)
@given(papers)
def test_where_everybody_may_stand_everywhere_all_get_what_they_wish(drawn: Paper) -> None:
    found = drawn.related(RelatedSettings(limit=3, most_lists=1_000))
    assert found.lists == found.wished


def test_those_published_first_keep_the_crowded() -> None:
    flood = "nước lũ dâng nhanh nước lũ dâng nhanh"
    tellers = [Story(f"p{n}", f"{flood} a{n} b{n} c{n} d{n} e{n} a{n} b{n} c{n} d{n} e{n}", n) for n in range(1, 6)]
    others = [Story(f"z{n:02}", f"chuyện{n}", n, "Khác") for n in range(20)]
    found = paper(Story("lu", flood, 0), *tellers, *others).related(RelatedSettings(limit=1, most_lists=2))
    assert [path for path in found.line.paths if under(found, path) == ["lu"]] == ["p1", "p2"]


def test_what_is_taken_instead_may_become_crowded_in_its_turn() -> None:
    """All would have the first, then the second, and so on; who comes last has nothing left to take."""
    found = paper(*(Story(f"p{n}") for n in range(5))).related(RelatedSettings(limit=1, most_lists=1))
    assert lists(found.wished) == [[1], [0], [0], [0], [0]]
    assert lists(found.lists) == [[1], [0], [3], [2], []]
