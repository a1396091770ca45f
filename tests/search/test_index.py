"""The index of a segment: what goes in comes out, for every word of every article."""

import json
from itertools import pairwise
from unicodedata import normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hatinh_news.search import index_files, parting, reworded
from hatinh_news.search.code import LETTERS, MANY, ascending, sets
from hatinh_news.text.terms import syllables_of
from hatinh_news.text.words import FOLLOWERS, LINKING, Words, bare, form, number, thawed, words

from .reading import articles, entry, followers, growing
from .reading import number as number_as_told

LETTER = st.sampled_from([*"aăâbcdđeêghiklmnoôơpqrstuưvxy", *"áàảãạấầẩẫậớờởỡợứừửữựỳỷ", "е", "ß", "가", "7", "_"])
WORD = st.text(LETTER, min_size=1, max_size=5)
TEXT = st.lists(WORD, max_size=12).map(" ".join)
ARTICLE = st.tuples(TEXT, st.lists(TEXT, max_size=3), st.lists(st.sampled_from(["@a", "#b", "#b-c"]), unique=True))


def read(title: str, *texts: str) -> Words:
    return words(syllables_of(title), map(syllables_of, texts))


@given(st.sets(st.integers(0, 300_000)))
def test_growing_numbers_come_out_as_they_went_in(numbers: set[int]) -> None:
    assert growing(ascending(sorted(numbers))) == sorted(numbers)


@given(st.lists(st.sets(st.integers(0, FOLLOWERS - 1), max_size=MANY)))
def test_sets_of_followers_come_out_as_they_went_in(given: list[set[int]]) -> None:
    assert list(followers(sets(sum(1 << one for one in some) for some in given))) == given


def test_a_set_of_many_followers_may_have_any() -> None:
    (found,) = followers(sets([(1 << MANY + 1) - 1]))
    assert found == set(range(FOLLOWERS))


def test_letters_need_no_escape() -> None:
    assert len(LETTERS) == 93
    assert json.dumps("".join(LETTERS)) == f'"{"".join(LETTERS)}"'


@settings(deadline=None)
@given(given=st.lists(ARTICLE, max_size=8), parts=st.integers(1, 5))
def test_every_word_of_every_article_finds_it_and_no_other(
    given: list[tuple[str, list[str], list[str]]], parts: int
) -> None:
    found = [read(title, *texts) for title, texts, _ in given]
    files = index_files([(one, " ".join(names)) for one, (_, _, names) in zip(found, given, strict=True)], parts)
    assert [*files] == [*range(parts)]
    expected: dict[str, set[int]] = {}
    for place, (title, texts, names) in enumerate(given):
        for word in [bare(word) for text in (title, *texts) for word in syllables_of(text)] + names:
            expected.setdefault(word, set()).add(place)
    assert {word for file in files.values() for word in json.loads(file)} == expected.keys()
    assert {word: articles(files, word) for word in expected} == expected


@settings(deadline=None)
@given(given=st.lists(ARTICLE, max_size=5))
def test_forms_followers_and_titles_are_told_of_each_article(given: list[tuple[str, list[str], list[str]]]) -> None:
    files = index_files([(read(title, *texts), "") for title, texts, _ in given], 3)
    for place, (title, texts, _) in enumerate(given):
        for word in syllables_of(title):
            assert place in growing(entry(files, bare(word))[form(word)][2])
        for text in (title, *texts):
            syllables = syllables_of(text)
            for one, other in pairwise(syllables):
                lists = entry(files, bare(one))[form(one)]
                if form(one) in LINKING or form(other) in LINKING:
                    continue
                behind = dict(zip(growing(lists[0]), followers(lists[1]), strict=True))
                assert number_as_told(bare(other)) % FOLLOWERS in behind[place]


@given(ARTICLE)
def test_words_are_thawed_as_they_were_frozen(given: tuple[str, list[str], list[str]]) -> None:
    found = read(given[0], *given[1])
    thawed_ = thawed(found.frozen())
    assert (thawed_.forms, tuple(thawed_.followers), thawed_.titled) == (found.forms, found.followers, found.titled)


def test_nothing_is_known_of_an_article_without_words() -> None:
    assert thawed(b"") == Words((), ())


@given(WORD)
def test_marks_and_their_unicode_form_make_no_difference_to_a_bare_word(word: str) -> None:
    (one,), (other,) = syllables_of(word), syllables_of(normalize("NFD", word))
    assert (bare(one), form(one)) == (bare(other), form(other))
    assert bare(bare(one)) == bare(one)
    assert form(form(one)) == form(one)
    assert bare(form(one)) == bare(one)
    assert number(one) == number_as_told(one)


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("đường", "duong"),
        ("thuỷ", "thuy"),
        ("nguyễn", "nguyen"),
        ("ơ", "o"),
        ("việt", "viet"),
        ("가", "가"),
        ("café", "cafe"),
    ],
)
def test_bare_words(word: str, found: str) -> None:
    assert bare(word) == found


@pytest.mark.parametrize(("one", "other"), [("thuỷ", "thủy"), ("hoà", "hòa"), ("khoẻ", "khỏe"), ("uý", "úy")])
def test_old_and_new_places_of_a_tone_are_one_form(one: str, other: str) -> None:
    assert form(one) == form(other)
    assert form(one) != form(bare(one))


@settings(deadline=None)
@given(given=st.lists(ARTICLE, max_size=6), other=ARTICLE, parts=st.integers(1, 9), pick=st.integers(0, 5))
def test_other_words_of_an_article_change_their_files_and_no_others(
    given: list[tuple[str, list[str], list[str]]],
    other: tuple[str, list[str], list[str]],
    parts: int,
    pick: int,
) -> None:
    found = [(read(title, *texts), " ".join(names)) for title, texts, names in given]
    before = index_files(found, parts)
    if not found:
        return
    place = pick % len(found)
    now = read(other[0], *other[1])
    touched = {parting(parts)(word) for word in reworded(found[place][0], now)}
    edited = [*found[:place], (now, found[place][1]), *found[place + 1 :]]
    after = index_files(edited, parts)
    assert {part for part in before if before[part] != after[part]} <= touched
    assert index_files(edited, parts, touched) == {part: after[part] for part in touched}
