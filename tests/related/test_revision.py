from dataclasses import replace
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from hatinh_news.model.config import RelatedSettings
from hatinh_news.related.neighbourhood import neighbourhood
from papers import Paper, Story

SYLLABLES = [f"{first}{rest}" for first in "bcdghlmnt" for rest in ("an", "inh", "ương", "ôi")]
EVENTS = [" ".join(Random(number).sample(SYLLABLES, 6)) for number in range(12)]
SETTINGS = RelatedSettings(limit=4, newer_days=3, alike=70, most_lists=6)


def story(path: str, draw: Random) -> Story:
    """A story of one event or two, mostly in other words than others tell it."""
    events = " ".join(" ".join(draw.sample(draw.choice(EVENTS).split(), 4)) for _ in range(draw.randint(1, 2)))
    text = f"{events}\n{' '.join(draw.choices(SYLLABLES, k=draw.randint(0, 12)))}"
    topics = tuple(draw.sample("abcdef", draw.randint(0, 2)))
    return Story(path, text, draw.choice((draw.uniform(0, 40), draw.randint(0, 40))), draw.choice("xyz"), topics)


def edited(paper: Paper, draw: Random) -> Paper:
    """The paper after one edit of any sort."""
    stories = dict(paper.stories)
    path, other = draw.choice(sorted(stories)), draw.choice(sorted(stories))
    fresh = f"n{draw.randrange(10**6):06}"
    old, new = stories[path], story(fresh, draw)
    edits: tuple[Story | None, ...] = (
        None,
        new,
        replace(new, day=50),
        replace(old, text=new.text),
        replace(old, text=f"{old.text} {draw.choice(SYLLABLES)}"),
        replace(old, topics=new.topics),
        replace(old, day=new.day),
        replace(old, section=new.section),
        replace(old, listed=not old.listed),
        replace(old, first=(other,)),
        replace(old, never=(other,)),
    )
    edit = draw.choice(edits)
    if edit is None:
        del stories[path]
    else:
        stories[edit.path] = edit
    return Paper(stories)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**9), st.integers(66, 80), st.lists(st.integers(1, 3), min_size=1, max_size=4))
def test_whatever_an_editor_does_the_lists_are_those_that_would_be_made_anew(
    seed: int, size: int, rounds: list[int]
) -> None:
    draw = Random(seed)
    paper = Paper({f"p{number:03}": story(f"p{number:03}", draw) for number in range(size)})
    known = paper.related(SETTINGS)
    for edits in rounds:
        before = paper
        for _ in range(edits):
            paper = edited(paper, draw)
        known = paper.related(SETTINGS, neighbourhood(known.plain()), before)
        assert known == paper.related(SETTINGS)
