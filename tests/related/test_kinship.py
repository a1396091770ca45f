"""Why one article stands under another, or why it does not."""

from array import array
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hatinh_news.model.config import RelatedSettings
from hatinh_news.related import Kinship, entries, kinship
from hatinh_news.related.neighbourhood import Neighbourhood
from hatinh_news.text.terms import topic_slot
from papers import Paper, Story, alone, paper

FLOOD = "nước lũ sông Ngàn Sâu dâng nhanh nhiều xã Hương Khê bị cô lập"
HALF = "nước lũ sông Ngàn Sâu dâng nhanh"
OWN = {path: " ".join(f"{path}{n}" for n in range(30)) for path in "abcdefghijklmnopqrs"}
SMALL = RelatedSettings(limit=2)


def told(path: str, day: float, text: str = HALF, **more: object) -> Story:
    """A story that shares half of what the flood is about, and tells as much of its own."""
    return Story(path, f"{text} {OWN[path[0]]} {OWN[path[0]]}", day, **more)  # type: ignore[arg-type]


def asked(found: Neighbourhood, me: str, other: str) -> Kinship:
    places = found.line.paths.index
    return kinship(found, places(me), places(other))


def reason(found: Neighbourhood, me: str, other: str) -> tuple[str, int, int]:
    """The reason, the rank, and the position."""
    kin = asked(found, me, other)
    return kin.reason, kin.rank, kin.position


def others(count: int, **more: object) -> list[Story]:
    return [Story(f"z{n:02}", f"chuyện{n} của{n}", n, **more) for n in range(count)]  # type: ignore[arg-type]


FLOODS = paper(
    Story("toi", FLOOD, 40, first=("z03",), never=("b",)),
    told("a", 39, FLOOD),
    told("b", 38, FLOOD),
    told("c", 37, FLOOD, listed=False),
    told("d", 71, FLOOD),
    told("e", 70, FLOOD),
    Story("xa", "chẳng ai hay chẳng ai hay", 36),
    *others(9),
)


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        ("z03", ("pinned", 0, 1)),
        ("a", ("ranked", 1, 2)),
        ("toi", ("itself", 0, 0)),
        ("c", ("retracted", 0, 0)),
        ("b", ("excluded", 2, 0)),
        ("d", ("newer", 0, 0)),
        ("xa", ("unlike", 0, 0)),
        ("e", ("outranked", 3, 0)),
    ],
)
def test_each_reason(other: str, expected: tuple[str, int, int]) -> None:
    assert reason(FLOODS.related(SMALL), "toi", other) == expected


def test_what_only_fills_the_list() -> None:
    found = paper(Story("toi", FLOOD, 5, section="A"), Story("gan", "gì khác", 4, section="A"), *others(9))
    kin = asked(found.related(SMALL), "toi", "gan")
    assert (kin.reason, kin.position, kin.rank, kin.score, kin.shared) == ("padding", 1, 0, 0, {})


def test_what_stands_in_enough_lists_already() -> None:
    tellers = [told(path, n + 1, FLOOD) for n, path in enumerate("abcdefgh")]
    found = paper(Story("lu", f"{FLOOD} {FLOOD}", 0), *tellers, *others(9, section="Khác")).related(
        RelatedSettings(limit=1, most_lists=3)
    )
    reasons = [reason(found, story.path, "lu")[0] for story in tellers]
    assert "crowded" in reasons
    assert reasons.count("ranked") == 3
    kin = asked(found, tellers[reasons.index("crowded")].path, "lu")
    assert (kin.rank, kin.position) == (1, 0)


def test_what_another_tells_that_stands_there() -> None:
    twins = [Story(path, f"{FLOOD} và đêm qua {path}", day) for path, day in (("a", 9), ("b", 8))]
    found = paper(Story("toi", FLOOD, 10), *twins, *(told(path, 7) for path in "cde"), *others(9)).related(SMALL)
    kin = asked(found, "toi", "b")
    assert (kin.reason, kin.rank, kin.position) == ("retold", 2, 0)
    assert kin.rival == found.line.paths.index("a")
    assert asked(found, "toi", "a").reason == "ranked"


def test_what_is_not_even_among_three_lists_is_outranked() -> None:
    found = paper(Story("toi", FLOOD, 40), *(told(path, 39, FLOOD) for path in "abcdefgh"), *others(9))
    reasons = [reason(found.related(SMALL), "toi", path) for path in "abcdefgh"]
    assert sorted(rank for _, rank, _ in reasons) == [0, 0, 1, 2, 3, 4, 5, 6]
    assert {why for why, rank, _ in reasons if rank == 0} == {"outranked"}


def test_the_numbers_are_those_of_the_terms_and_topics_that_both_share() -> None:
    found = paper(
        Story("toi", "lũ lụt", 9, topics=("Lũ",)), Story("kia", "lũ lên", 8.5, topics=("Lũ",)), *others(9)
    ).related(SMALL)
    kin = asked(found, "toi", "kia")
    assert topic_slot("Lũ") in kin.shared
    assert len(kin.shared) == 2
    assert kin.similarity == sum(kin.shared.values())
    assert list(kin.shared.values()) == sorted(kin.shared.values(), reverse=True)
    assert kin.factor == 200
    assert kin.score == kin.similarity * 200 // 100


def test_a_retelling_that_fills_a_short_list_is_told_as_padding() -> None:
    floods = [Story(path, FLOOD, 99 - n) for n, path in enumerate(("toi", "a", "b"))]
    found = paper(*floods, *others(9)).related(SMALL)
    assert [(reason(found, "toi", path)[0]) for path in ("a", "b")] == ["ranked", "padding"]
    me = found.line.paths.index("toi")
    assert [why for _, _, why in entries(found, me)] == ["ranked", "padding"]


papers = st.builds(
    lambda seed, size: Paper(
        {
            f"p{n}": Story(
                f"p{n}",
                " ".join(Random(f"{seed} {n}").choices(FLOOD.split(), k=6)),
                Random(seed + n).randint(0, 80),
                Random(seed - n).choice("XY"),
                topics=tuple("ab"[: Random(n - seed).randint(0, 2)]),
                listed=Random(seed * n).random() > 0.2,
                first=(f"p{(seed + n) % 20}",) if n % 5 == 0 else (),
                never=(f"p{(seed + n) % 17}",) if n % 4 == 0 else (),
            )
            for n in range(size)
        }
    ),
    st.integers(0, 10**6),
    st.integers(0, 24),
)


@settings(max_examples=40, deadline=None)
@given(papers, st.sampled_from([1, 3, 1_000]))
def test_what_is_told_agrees_with_the_lists(drawn: Paper, most: int) -> None:
    found = drawn.related(RelatedSettings(limit=3, most_lists=most))
    ranking = alone(found)
    for me in range(len(found.line.paths)):
        listed, similar = found.list_of(me), ranking.similar(me)
        ranked = dict(zip(array("I", found.ranked[me][0]), array("I", found.ranked[me][1]), strict=True))
        told = {}
        for other in range(len(found.line.paths)):
            kin = kinship(found, me, other)
            assert kin.position == (listed.index(other) + 1 if other in listed else 0)
            assert kin.rank == ([*ranked].index(other) + 1 if other in ranked else 0)
            assert (kin.similarity if kin.similarity >= 20_000 and me != other else 0) == similar.get(other, 0)
            assert kin.score == ranked.get(other, kin.score)
            assert (kin.reason in {"pinned", "ranked", "padding"}) == (kin.position > 0)
            assert (kin.rival is not None) == (kin.reason == "retold")
            told[other] = (other, ranked.get(other, 0), kin.reason)
        assert entries(found, me) == [told[other] for other in listed]
