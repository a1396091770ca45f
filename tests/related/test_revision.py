import sys
from collections.abc import Callable
from dataclasses import replace
from random import Random
from typing import TypeAlias

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.scripts import drawn
from hatinh_news.model.config import RelatedSettings
from hatinh_news.related.glossary import kept_up
from hatinh_news.related.neighbourhood import Neighbourhood, Words, neighbourhood
from hatinh_news.related.relate import relate
from hatinh_news.related.revision import revision
from papers import Paper, Story, paper, under

SYLLABLES = [f"{first}{rest}" for first in "bcdghklmnrstvx" for rest in ("an", "inh", "ương", "ôi", "ao", "út")]
EVENTS = [" ".join(Random(number).sample(SYLLABLES, 6)) for number in range(18)]
SETTINGS = RelatedSettings(limit=4, newer_days=3, alike=70, most_lists=6)
FLOOD = "nước lũ sông Ngàn Sâu dâng nhanh nhiều xã Hương Khê bị cô lập " * 2

Stories: TypeAlias = dict[str, Story]


def story(path: str, draw: Random) -> Story:
    """A story of one event or two, mostly in other words than others tell it."""
    events = " ".join(" ".join(draw.sample(draw.choice(EVENTS).split(), 4)) for _ in range(draw.randint(1, 2)))
    text = f"{events}\n{' '.join(draw.choices(SYLLABLES, k=draw.randint(0, 12)))}"
    topics = tuple(draw.sample("abcdef", draw.randint(0, 2)))
    return Story(path, text, draw.choice((draw.uniform(0, 40), draw.randint(0, 40))), draw.choice("xyz"), topics)


def stories(size: int, draw: Random, name: str = "p") -> Paper:
    return Paper({path: story(path, draw) for path in (f"{name}{number:03}" for number in range(size))})


def one_article(found: Stories, draw: Random) -> None:
    """Any edit of one article."""
    path, other = draw.choice(sorted(found)), draw.choice(sorted(found))
    old, new = found[path], story(f"n{draw.randrange(10**6):06}", draw)
    edit = draw.choice(
        (
            None,
            new,
            replace(new, day=50),
            replace(old, text=new.text),
            replace(old, text=f"{old.text} {draw.choice(SYLLABLES)}"),
            replace(old, text=""),
            replace(old, text=found[other].text),
            replace(old, topics=new.topics),
            replace(old, day=new.day),
            replace(old, day=found[other].day),
            replace(old, section=new.section),
            replace(old, slug=f"{draw.choice('ao')}-{path}"),
            replace(old, listed=not old.listed),
            replace(old, first=(other,)),
            replace(old, never=(other,)),
            replace(old, first=(), never=()),
        )
    )
    if edit is None:
        del found[path]
    else:
        found[edit.path] = edit


def a_topic_of_another_key(found: Stories, draw: Random) -> None:
    """As when its spelling changes, or it becomes part of another."""
    old, new = draw.choice("abcdef"), draw.choice("abcg")
    for path, each in found.items():
        found[path] = replace(each, topics=tuple({new if topic == old else topic: None for topic in each.topics}))


def a_day_that_goes(found: Stories, draw: Random) -> None:
    day = int(found[draw.choice(sorted(found))].day)
    for path in [path for path, each in found.items() if int(each.day) == day and len(found) > 1]:
        del found[path]


def a_day_of_news(found: Stories, draw: Random) -> None:
    day = draw.choice((50, draw.randint(0, 40)))
    for _ in range(draw.randint(2, 15)):
        new = replace(story(f"n{draw.randrange(10**6):06}", draw), day=day)
        found[new.path] = new


def a_section_of_another_name(found: Stories, draw: Random) -> None:
    old, new = draw.choice("xyz"), draw.choice("xyzw")
    found.update({path: replace(each, section=new) for path, each in found.items() if each.section == old})


EDITS: list[Callable[[Stories, Random], None]] = [
    *[one_article] * 8,
    a_topic_of_another_key,
    a_day_that_goes,
    a_day_of_news,
    a_section_of_another_name,
]


def edited(paper: Paper, draw: Random, edit: Callable[[Stories, Random], None] | None = None) -> Paper:
    """The paper after one edit of any sort."""
    found = dict(paper.stories)
    (edit or draw.choice(EDITS))(found, draw)
    return Paper(found)


def kept(known: Neighbourhood) -> Neighbourhood:
    """As the ledger gives it back."""
    return neighbourhood(known.plain())


def at_work(seed: int, size: int, rounds: list[int]) -> None:
    """A paper is edited and revised, round by round, and each time held against what would be made anew."""
    draw = Random(seed)
    now = stories(size, draw)
    known = now.related(SETTINGS)
    for edits in rounds:
        before = now
        for _ in range(edits):
            now = edited(now, draw)
        known = now.related(SETTINGS, kept(known), before)
        assert known == now.related(SETTINGS)


seeds = st.integers(0, 10**9)
days = st.lists(st.integers(1, 3), min_size=1, max_size=4)


@drawn(few=30, many=1_000)
@given(seeds, st.integers(66, 80), days)
def test_whatever_an_editor_does_the_lists_are_those_that_would_be_made_anew(
    seed: int, size: int, rounds: list[int]
) -> None:
    at_work(seed, size, rounds)


@pytest.fixture
def tireless(monkeypatch: pytest.MonkeyPatch) -> None:
    """However much changed, it is revised as long as the lexicon is made from as many articles."""
    for verb in (revision, kept_up):
        monkeypatch.setattr(sys.modules[verb.__module__], "FEW", 10**9)


@pytest.mark.usefixtures("tireless")
@drawn(few=40, many=1_000)
@given(seeds, st.integers(66, 80), days)
def test_that_holds_as_well_where_so_much_changed_that_it_is_not_worth_it(
    seed: int, size: int, rounds: list[int]
) -> None:
    at_work(seed, size, rounds)


@drawn(few=5, many=300)
@given(seeds, st.integers(1, 9), st.booleans())
def test_a_paper_that_grows_from_nothing_is_at_every_step_what_would_be_made_anew(
    seed: int, at_once: int, newest: bool
) -> None:
    draw = Random(seed)
    now = Paper()
    known = now.related(SETTINGS)
    while len(now.stories) < 100:
        before = now
        new = [story(f"p{len(now.stories) + number:03}", draw) for number in range(at_once)]
        new = [replace(each, day=40 + len(now.stories)) if newest else each for each in new]
        now = Paper({**now.stories, **{each.path: each for each in new}})
        known = now.related(SETTINGS, kept(known), before)
        if len(now.stories) > 60 or len(now.stories) % 9 == 0:
            assert known == now.related(SETTINGS)


@drawn(few=3, many=100)
@given(seeds)
def test_a_paper_that_shrinks_to_nothing_is_at_every_step_what_would_be_made_anew(seed: int) -> None:
    draw = Random(seed)
    now = stories(84, draw)
    known = now.related(SETTINGS)
    while now.stories:
        before = now
        gone = draw.sample(sorted(now.stories), min(len(now.stories), draw.randint(1, 3)))
        now = Paper({path: each for path, each in now.stories.items() if path not in gone})
        known = now.related(SETTINGS, kept(known), before)
        assert known == now.related(SETTINGS)


@pytest.mark.parametrize("edit", [*dict.fromkeys(EDITS)])
def test_each_sort_of_edit_gives_what_would_be_made_anew(edit: Callable[[Stories, Random], None]) -> None:
    for seed in range(12):
        draw = Random(seed)
        before = stories(90, draw)
        now = edited(before, draw, edit)
        assert now.related(SETTINGS, before.related(SETTINGS), before) == now.related(SETTINGS)


def test_a_paper_of_which_no_article_is_known_is_made_anew() -> None:
    before, now = stories(80, Random(1)), stories(80, Random(2), "q")
    assert now.related(SETTINGS, before.related(SETTINGS), before) == now.related(SETTINGS)


@pytest.mark.parametrize(
    "other",
    [
        RelatedSettings(limit=5, newer_days=3, alike=70, most_lists=6),
        RelatedSettings(limit=4, newer_days=2, alike=70, most_lists=6),
        RelatedSettings(limit=4, newer_days=3, alike=30, most_lists=6),
        RelatedSettings(limit=4, newer_days=3, alike=70, most_lists=5),
        RelatedSettings(limit=4, newer_days=3, alike=70, most_lists=6, threshold=30),
        RelatedSettings(limit=4, newer_days=3, alike=70, most_lists=6, topics=10),
        RelatedSettings(limit=4, newer_days=3, alike=70, most_lists=6, freshness=0),
        RelatedSettings(limit=0),
    ],
)
def test_what_is_known_by_other_settings_counts_for_nothing(other: RelatedSettings) -> None:
    before = stories(80, Random(3))
    assert before.related(SETTINGS, before.related(other), before) == before.related(SETTINGS)
    now = edited(before, Random(4))
    assert now.related(other, before.related(SETTINGS), before) == now.related(other)


def test_few_edits_cost_no_work_that_is_for_all(monkeypatch: pytest.MonkeyPatch) -> None:
    """As in a paper that tells of many things, and of each a few times."""
    told = [Story(f"p{n:03}", f"chuyện{n // 4} riêng{n} của{n // 4} ai{n}", n) for n in range(120)]
    before = paper(*told)
    reworded = replace(told[10], text="chuyện3 của3 việc khác")
    now = Paper({**before.stories, "p010": reworded, "moi": Story("moi", "chuyện3 của3 chuyện29 của29", 121)})
    known = before.related(SETTINGS)
    expected = now.related(SETTINGS)
    monkeypatch.setattr(sys.modules[relate.__module__], "_made_anew", None)
    assert now.related(SETTINGS, known, before) == expected


def test_where_nothing_changed_all_is_as_it_is_known() -> None:
    now = stories(80, Random(6))
    known = now.related(SETTINGS)
    again = now.related(SETTINGS, kept(known), now)
    assert again == known
    assert again.lexicon.packed() == known.lexicon.packed()


def words_of(now: Paper, before: Paper) -> Words:
    return Words(now.words, before.words)


@pytest.mark.parametrize(
    "many",
    [
        {f"p{number:03}": "khác hẳn" for number in range(70)},  # the lexicon would have to be counted anew
        {f"p{number:03}": "khác hẳn" for number in range(130, 199)},  # so many would have to be weighed anew
    ],
)
def test_many_changes_are_worth_making_all_anew(many: dict[str, str]) -> None:
    draw = Random(7)
    before = Paper({each.path: replace(each, day=n) for n, each in enumerate(stories(200, draw).stories.values())})
    now = Paper({path: replace(each, text=many.get(path, each.text)) for path, each in before.stories.items()})
    assert revision(now.line(), words_of(now, before), before.related(SETTINGS)) is None
    assert now.related(SETTINGS, before.related(SETTINGS), before) == now.related(SETTINGS)


def test_an_article_that_stands_in_very_many_rankings_is_worth_making_all_anew() -> None:
    """Its going leaves too many rankings short."""
    settings = RelatedSettings(limit=1, most_lists=1_000, freshness=0)
    tellers = [Story(f"p{n:03}", f"riêng{n} riêng{n} {EVENTS[n % 12]}", n / 50) for n in range(180)]
    before = paper(*tellers, Story("moi", " ".join(EVENTS) * 2, 99), *(Story(f"z{n}", "", 98) for n in range(30)))
    before = Paper({path: replace(each, day=each.day) for path, each in before.stories.items()})
    known = before.related(replace(settings, newer_days=365))
    now = Paper({path: each for path, each in before.stories.items() if path != "moi"})
    assert now.related(known.settings, known, before) == now.related(known.settings)


def test_padding_that_was_ranked_as_well_is_still_padding() -> None:
    """A retelling comes back as the nearest in time, until something nearer comes that tells of nothing like it."""
    settings = RelatedSettings(limit=2)
    tellings = [Story(path, FLOOD, day, section="Lũ") for path, day in (("toi", 50), ("kia", 49), ("xua", 47))]
    before = paper(*(Story(f"q{n:02}", f"chuyện{n} của{n}", n / 100, "Khác") for n in range(95)), *tellings)
    known = before.related(settings)
    assert under(known, "toi") == ["kia", "xua"]
    now = Paper({**before.stories, "moi": Story("moi", "một tin khác hẳn đây mà", 48, section="Lũ")})
    assert under(now.related(settings, known, before), "toi") == ["kia", "moi"]
    assert now.related(settings, known, before) == now.related(settings)


OTHERS = [Story(f"q{n:02}", f"chuyện{n} của{n}", 100 + n, "Khác") for n in range(80)]
ME = Story("toi", "một tin chẳng giống tin nào", 5, "Lũ")
LATER = [Story(f"sau-{n}", "", 100 + n, "Lũ") for n in range(4)]

RARE = {
    "pins go": (
        [replace(ME, first=("q07", "q09")), *OTHERS],
        {"toi": ME},
    ),
    "what was excluded is so no more": (
        [replace(ME, never=("sau-0",)), *LATER, *OTHERS],
        {"toi": ME},
    ),
    "a pin is another": (
        [replace(ME, first=("q07",)), *OTHERS],
        {"toi": replace(ME, first=("q09",))},
    ),
    "what fills a list that is short comes long after": (
        [ME, Story("xua", "", 1, "Lũ"), Story("sau", "", 300, "Lũ", listed=False)],
        {"sau": Story("sau", "", 300, "Lũ")},
    ),
    "what is much newer fills a list, and something nearer comes": (
        [ME, *LATER, *OTHERS],
        {"moi": Story("moi", "", 99, "Lũ")},
    ),
    "of two as near in time the other comes first by its address": (
        [ME, Story("a", "", 4, "Lũ"), Story("b", "", 6, "Lũ"), *OTHERS],
        {"a": Story("a", "", 4, "Lũ", slug="z")},
    ),
}
"""Papers before and after what seldom happens, each with the articles that are others afterwards."""


@pytest.mark.parametrize("name", RARE)
def test_what_seldom_happens_gives_another_list_and_the_one_that_would_be_made_anew(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = RelatedSettings(limit=2)
    then, changed = RARE[name]
    before = paper(*then)
    now = Paper({**before.stories, **changed})
    known, expected = before.related(settings), now.related(settings)
    assert under(known, "toi") != under(expected, "toi")
    monkeypatch.setattr(sys.modules[relate.__module__], "_made_anew", None)
    assert now.related(settings, known, before) == expected
