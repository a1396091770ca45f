"""Which articles are nearest, and that one more finds the place that it would have had."""

from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hatinh_news.model.config import RelatedSettings
from hatinh_news.related.postings import some_postings
from hatinh_news.related.ranking import DAY, Ranking, factor, factors, inserted
from papers import Paper, Story, alone

SETTINGS = RelatedSettings(limit=2, newer_days=4)


def ranking(days: list[int], unlisted: set[int], settings: RelatedSettings = SETTINGS) -> Ranking:
    """Articles of these days, of which nobody knows what they are about."""
    stories = [
        Story(f"p{number}", day=day, listed=number not in unlisted, slug=f"s{97 * number % 101:03}")
        for number, day in enumerate(days)
    ]
    line = Paper({story.path: story for story in stories}).line()
    return Ranking(line, [], some_postings([], ()), settings, factors(settings.freshness))


rankings = st.builds(ranking, st.lists(st.integers(0, 9), min_size=2, max_size=12), st.sets(st.integers(0, 11)))
seeds = st.integers(0, 10**6)


def similarities(among: Ranking, me: int, draw: Random) -> dict[int, int]:
    """Few different ones, so that time and address decide as well."""
    return {other: draw.choice((30_000, 60_000)) for other in range(len(among.line.paths)) if other != me}


@given(rankings, seeds)
def test_one_more_article_finds_the_place_that_it_would_have_had(among: Ranking, seed: int) -> None:
    draw = Random(seed)
    me, other = draw.sample(range(len(among.line.paths)), 2)
    similar = similarities(among, me, draw)
    without = among.rank(me, {each: found for each, found in similar.items() if each != other})
    assert inserted(among, without, me, other, similar[other]) == among.rank(me, similar)


@given(rankings, seeds)
def test_the_order_in_which_articles_are_found_makes_no_difference(among: Ranking, seed: int) -> None:
    draw = Random(seed)
    similar = similarities(among, 0, draw)
    shuffled = draw.sample(list(similar.items()), len(similar))
    assert among.rank(0, dict(shuffled)) == among.rank(0, similar)


def test_a_ranking_is_three_lists_deep_and_holds_none_that_no_list_may_show() -> None:
    among = ranking([5] * 9 + [20], {3})
    places, scores = (memoryview(row).cast("I").tolist() for row in among.rank(0, similarities(among, 0, Random(1))))
    assert among.depth == len(places) == len(scores) == 6
    assert not {0, 9, among.line.paths.index("p3")} & set(places)
    assert scores == sorted(scores, reverse=True)


def test_of_two_with_one_score_the_nearer_in_time_comes_first_then_the_one_whose_address_does() -> None:
    among = ranking([0, 80, 70, 90, 80], set(), RelatedSettings(limit=4, newer_days=99))
    line = among.line
    me = line.paths.index("p0")
    places = memoryview(among.rank(me, dict.fromkeys(set(range(5)) - {me}, 40_000))[0]).cast("I").tolist()
    keys = [(line.times[place] - line.times[me], line.urls[place]) for place in places]
    assert keys == sorted(keys)
    assert len(set(keys)) == 4


def test_what_was_not_similar_enough_is_not_similar() -> None:
    stories = [Story("a", "lũ lụt lũ lụt", 1), Story("b", "lũ lụt lũ lụt", 2), Story("c", "hạn hán hạn hán", 3)]
    paper = Paper({story.path: story for story in stories})
    for threshold, found in ((0, {1}), (95, {1}), (102, set())):
        related = paper.related(RelatedSettings(threshold=threshold))
        assert set(alone(related).similar(0)) == found


@pytest.mark.parametrize("freshness", [0, 50, 300])
def test_time_adds_the_more_the_nearer_and_after_a_month_nothing(freshness: int) -> None:
    table = factors(freshness)
    found = [factor(table, day * DAY) for day in range(40)]
    assert found[:2] == [100 + freshness] * 2
    assert all(earlier >= later for earlier, later in pairwise(found))
    assert found[30:] == [100] * 10
    assert factor(table, 2 * DAY - 1) == found[1]
