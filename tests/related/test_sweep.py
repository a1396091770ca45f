"""The rankings of all articles at once are those of each by itself."""

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from hatinh_news.model.config import RelatedSettings
from hatinh_news.related.sweep import rank_all
from papers import Paper, Story, alone

WORDS = ["nước", "lũ", "sông", "ngàn", "sâu", "dâng", "nhanh", "nhiều", "xã", "hương", "khê"]


def drawn(seed: int, size: int) -> Paper:
    """Stories of few words, some of one moment, some that no list may show."""
    draw = Random(seed)
    stories = [
        Story(
            f"p{number:02}",
            " ".join(draw.choices(WORDS, k=draw.randint(0, 7))),
            draw.choice((draw.randint(0, 9), draw.uniform(0, 60))),
            topics=tuple(draw.sample("abc", draw.randint(0, 2))),
            listed=draw.random() > 0.2,
        )
        for number in range(size)
    ]
    return Paper({story.path: story for story in stories})


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**6), st.integers(0, 25), st.sampled_from([0, 1, 2]), st.sampled_from([0, 3, 50]))
def test_a_sweep_ranks_as_each_would_be_ranked_alone(seed: int, size: int, limit: int, newer: int) -> None:
    given_ = RelatedSettings(limit=limit, newer_days=newer, threshold=1)
    found = drawn(seed, size).related(given_)
    ranking = alone(found)
    each = [ranking.rank(me, ranking.similar(me)) for me in range(size)]
    assert rank_all(found.line, found.vectors, given_) == each
