"""The index of segments: what goes in comes out, for every word of every article."""

import json
from itertools import pairwise
from unicodedata import normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hatinh_news.model.search import Holds
from hatinh_news.search import Asked, index_files, parting, reworded
from hatinh_news.search.code import LETTERS, letters, sets, some_of
from hatinh_news.text.common import COMMON
from hatinh_news.text.terms import syllables_of
from hatinh_news.text.words import FOLLOWERS, LINKING, Words, bare, form, number, thawed, words

from .reading import Entry, bits_of, entry, followers, some
from .reading import number as number_as_told

LETTER = st.sampled_from([*"aăâbcdđeêghiklmnoôơpqrstuưvxy", *"áàảãạấầẩẫậớờởỡợứừửữựỳỷ", "е", "ß", "가", "7", "_"])
COMMON_WORD = st.sampled_from(["hội", "đồng", "nhân", "dân", "của", "cua", "cũng", "đường", "dương", "năm", "2"])
WORD = st.text(LETTER, min_size=1, max_size=5) | COMMON_WORD
TEXT = st.lists(WORD, max_size=12).map(" ".join)
ARTICLE = st.tuples(TEXT, st.lists(TEXT, max_size=3), st.lists(st.sampled_from(["@a", "#b", "#b-c"]), unique=True))
Given = tuple[str, list[str], list[str]]
HOLDS = st.sampled_from(Holds)


def read(title: str, *texts: str) -> Words:
    return words(syllables_of(title), map(syllables_of, texts))


def told_of(given: list[Given]) -> list[tuple[Words, str]]:
    return [(read(title, *texts), " ".join(names)) for title, texts, names in given]


def files_of(given: list[tuple[Words, str]], parts: int, holds: Holds = Holds.ALL) -> dict[int, str]:
    (files,) = index_files(given, [Asked(holds, parts, 0, len(given))])
    return files


def spoken_of(given: list[Given], holds: Holds) -> dict[str, set[int]]:
    """The articles of each bare word that a segment is to tell of."""
    found: dict[str, set[int]] = {}
    for place, (title, texts, names) in enumerate(given):
        said = (title,) if holds is Holds.TITLES else (title, *texts)
        for word in [bare(word) for text in said for word in syllables_of(text)]:
            if holds is Holds.ALL or (word in COMMON) is (holds is not Holds.RARE):
                found.setdefault(word, set()).add(place)
        for name in names if holds in (Holds.ALL, Holds.RARE) else ():
            found.setdefault(name, set()).add(place)
    return found


@given(st.integers(1, 3_000).flatmap(lambda of: st.tuples(st.just(of), st.sets(st.integers(0, of - 1)))))
def test_numbers_come_out_as_they_went_in(given: tuple[int, set[int]]) -> None:
    of, numbers = given
    assert some(bits_of(letters(some_of(sorted(numbers), of))), of) == sorted(numbers)


def test_all_and_none_are_a_few_bits() -> None:
    assert some_of([], 10_000) == "1"
    assert len(some_of(range(10_000), 10_000)) < 30


@given(st.lists(st.sets(st.integers(0, FOLLOWERS - 1), max_size=FOLLOWERS)))
def test_sets_of_followers_come_out_as_they_went_in(given: list[set[int]]) -> None:
    bits = bits_of(letters(sets(sum(1 << one for one in some) for some in given)))
    assert [followers(bits) for _ in given] == given


def test_letters_need_no_escape() -> None:
    assert len(LETTERS) == 64
    assert json.dumps("".join(LETTERS)) == f'"{"".join(LETTERS)}"'


def test_common_words_are_bare_and_each_is_named_once() -> None:
    assert len(set(COMMON)) == len(COMMON)
    assert [word for word in COMMON if bare(word) != word] == []


@settings(deadline=None)
@given(given=st.lists(ARTICLE, max_size=8), parts=st.integers(1, 5), holds=HOLDS)
def test_every_word_of_every_article_finds_it_and_no_other(given: list[Given], parts: int, holds: Holds) -> None:
    files = files_of(told_of(given), parts, holds)
    assert [*files] == [*range(parts)]
    expected = spoken_of(given, holds)
    assert {word for file in files.values() for word in json.loads(file)} == expected.keys()
    found = {word: entry(files, [*COMMON], word, len(given), holds).articles for word in expected}
    assert found == expected


@settings(deadline=None)
@given(given=st.lists(ARTICLE, max_size=5))
def test_forms_followers_and_titles_are_told_of_each_article(given: list[Given]) -> None:
    files = files_of(told_of(given), 3)

    def told(word: str) -> Entry:
        return entry(files, [*COMMON], bare(word), len(given))

    for place, (title, texts, _) in enumerate(given):
        titled = {bare(word) for word in syllables_of(title)}
        for text in (title, *texts):
            for word in syllables_of(text):
                assert place in told(word).forms[form(word)]
                assert (place in told(word).titles) is (bare(word) in titled)
            for one, other in pairwise(syllables_of(text)):
                behind = told(one).forms[form(one)][place]
                assert (behind is None) is (form(one) in LINKING)
                if behind is not None and form(other) not in LINKING:
                    assert number_as_told(bare(other)) % FOLLOWERS in behind


@settings(deadline=None)
@given(given=st.lists(ARTICLE, min_size=1, max_size=9), cuts=st.sets(st.integers(0, 9)))
def test_periods_tell_what_each_would_tell_by_itself(given: list[Given], cuts: set[int]) -> None:
    found = told_of(given)
    bounds = [*pairwise(sorted({0, len(given), *(cut for cut in cuts if cut < len(given))}))]
    asked = [Asked(Holds.COMMON, 3, start, end) for start, end in bounds]
    one, *others = index_files(found, [Asked(Holds.RARE, 2, 0, len(given)), *asked])
    assert one == files_of(found, 2, Holds.RARE)
    assert others == [files_of(found[start:end], 3, Holds.COMMON) for start, end in bounds]


@given(ARTICLE)
def test_words_are_thawed_as_they_were_frozen(given: Given) -> None:
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
@given(given=st.lists(ARTICLE, max_size=6), other=ARTICLE, parts=st.integers(1, 9), pick=st.integers(0, 5), holds=HOLDS)
def test_other_words_of_an_article_change_their_files_and_no_others(
    given: list[Given], other: Given, parts: int, pick: int, holds: Holds
) -> None:
    found = told_of(given)
    before = files_of(found, parts, holds)
    if not found:
        return
    place = pick % len(found)
    now = read(other[0], *other[1])
    touched = {parting(parts)(word) for word in reworded(found[place][0], now, holds)}
    edited = [*found[:place], (now, found[place][1]), *found[place + 1 :]]
    after = files_of(edited, parts, holds)
    assert {part for part in before if before[part] != after[part]} <= touched
    (some_files,) = index_files(edited, [Asked(holds, parts, 0, len(edited), touched)])
    assert some_files == {part: after[part] for part in touched}
