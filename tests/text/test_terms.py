"""What a text is about, as numbers: the same numbers however it is typed, and in whatever process."""

import os
import subprocess
import sys
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hatinh_news.text.terms import SLOTS, spelt, terms, thawed, topic_slot

WORDS = [
    "nước",
    "lũ",
    "sông",
    "Ngàn",
    "Sâu",
    "dâng",
    "nhanh",
    "thuỷ",
    "lợi",
    "Hương",
    "Khê",
    "hoà",
    "quý",
    "khuỷu",
    "tay",
]
TEXTS = st.lists(st.lists(st.sampled_from(WORDS)).map(" ".join) | st.text(), max_size=4)


def slots(*texts: str) -> set[int]:
    return set(terms(texts).slots)


@given(TEXTS)
def test_what_was_frozen_is_thawed_as_it_was(texts: list[str]) -> None:
    found = terms(texts)
    assert thawed(found.frozen()) == found
    assert thawed(found.frozen()).frozen() == found.frozen()


def test_where_nothing_was_frozen_there_are_no_terms() -> None:
    assert thawed(b"") == terms([]) == terms(["", " … — "])


@given(TEXTS)
def test_each_term_stands_once_and_those_that_are_often_there_with_their_counts(texts: list[str]) -> None:
    found = terms(texts)
    counts: dict[int, int] = {}
    for slot, _ in spelt(texts):
        counts[slot] = counts.get(slot, 0) + 1
    told = dict(zip(found.slots, found.counts, strict=True))
    assert told == {slot: min(count, 255) for slot, count in counts.items()}
    assert len(found.slots) == len(set(found.slots))
    assert all(0 <= slot < SLOTS for slot in found.slots)


def test_what_stands_more_often_than_255_times_is_counted_as_255() -> None:
    assert list(terms(["lũ " * 1_000]).counts) == [255, 255]
    assert list(terms(["lũ " * 255]).counts) == [255, 254]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hoà bình", "hòa bình"),
        ("thuỷ lợi", "thủy lợi"),
        ("khoẻ", "khỏe"),
        ("khuỷu tay", "khuýu tay".replace("ý", "ỷ")),
        ("HƯƠNG KHÊ", "Hương Khê"),
        ("ĐƯỜNG", "đường"),
        ("nước lũ, sông; Ngàn Sâu!", "Nước lũ sông Ngàn Sâu"),
    ],
)
def test_the_place_of_a_tone_capitals_and_signs_make_no_difference(one: str, other: str) -> None:
    assert slots(one) == slots(other)


@given(st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join))
def test_composed_and_decomposed_letters_are_the_same(text: str) -> None:
    assert terms([normalize("NFD", text)]) == terms([normalize("NFC", text)])


@pytest.mark.parametrize(("one", "other"), [("hoa", "hòa"), ("hoà", "hoá"), ("ban", "bàn"), ("du", "đu"), ("o", "ơ")])
def test_other_tones_and_letters_are_other_syllables(one: str, other: str) -> None:
    assert slots(one).isdisjoint(slots(other))


def test_the_number_of_a_pair_depends_on_its_order() -> None:
    assert slots("sông Ngàn") != slots("Ngàn sông")
    assert slots("sông Ngàn") & slots("Ngàn sông") == slots("sông", "Ngàn")


def test_no_pair_reaches_from_one_text_into_the_next() -> None:
    assert slots("Ngàn", "Sâu") < slots("Ngàn Sâu")
    assert len(slots("Ngàn Sâu")) == 3


def test_the_number_of_a_topic_is_that_of_no_syllable_of_its_name() -> None:
    assert topic_slot("lũ") not in slots("lũ")
    assert topic_slot("lũ") != topic_slot("hạn")


def test_every_term_is_spelt_as_the_text_has_it() -> None:
    assert [spelling for _, spelling in spelt(["Hoà bình Thuỷ", "lợi"])] == [
        "hoà",
        "bình",
        "thuỷ",
        "hoà bình",
        "bình thuỷ",
        "lợi",
    ]


def test_every_process_gives_the_same_numbers() -> None:
    program = "import sys; from hatinh_news.text.terms import terms; print(terms(sys.argv[1:]).frozen().hex())"
    for seed in ("1", "77"):
        told = subprocess.run(
            [sys.executable, "-c", program, *WORDS, " ".join(WORDS)],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        )
        assert told.stdout.strip() == terms([*WORDS, " ".join(WORDS)]).frozen().hex()


def test_numbers_that_are_not_kept_ready_are_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [f"chữ{number} chưa gặp" for number in range(1_000, 1_020)]
    with monkeypatch.context() as patch:
        patch.setattr("hatinh_news.text.terms._KNOWN", 0)
        found = terms(texts)
    assert terms(texts) == found
