from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hatinh_news.model.config import RelatedSettings
from papers import Paper, Story, paper, under

FOUR = RelatedSettings(limit=4)
FLOOD = "nước lũ sông Ngàn Sâu dâng nhanh nhiều xã Hương Khê bị cô lập"
PORT = "tàu hàng cập cảng Vũng Áng bốc dỡ dăm gỗ và than"
SCHOOL = "học sinh lớp một làm quen thầy cô trong ngày tựu trường"


def others(count: int, text: str = "", **more: object) -> list[Story]:
    """Stories that have nothing to do with any other."""
    return [Story(f"khac-{n:02}", f"{text} chuyện{n} riêng{n} của{n}", n, **more) for n in range(count)]  # type: ignore[arg-type]


def test_what_tells_of_the_same_comes_first_whatever_its_section_or_topics() -> None:
    found = paper(
        Story("toi", f"{FLOOD} đêm qua", 20),
        Story("lu", f"{FLOOD} sáng nay", 5, section="Đời sống"),
        Story("cang", PORT, 19),
        Story("truong", SCHOOL, 21),
        *others(8),
    ).related(FOUR)
    assert under(found, "toi")[0] == "lu"


def test_the_place_of_a_tone_and_capital_letters_make_no_difference() -> None:
    found = paper(
        Story("toi", "công trình thủy lợi Kẻ Gỗ hòa vào kênh chính", 9),
        Story("kia", "CÔNG TRÌNH THUỶ LỢI KẺ GỖ HOÀ VÀO KÊNH CHÍNH", 1),
        *others(8),
    ).related(FOUR)
    assert under(found, "toi")[0] == "kia"


def test_of_two_as_similar_the_one_of_the_same_days_comes_first() -> None:
    found = paper(Story("toi", FLOOD, 200), Story("xua", FLOOD, 100), Story("nay", FLOOD, 199), *others(8)).related(
        RelatedSettings(limit=4, alike=100)
    )
    assert under(found, "toi")[:1] == ["nay"]


def test_shared_topics_bring_together_what_shares_no_word() -> None:
    found = paper(
        Story("toi", "một hai ba bốn", 9, topics=("Thủy lợi",)),
        Story("kia", "năm sáu bảy tám", 1, topics=("Thủy lợi",)),
        *others(8),
    ).related(FOUR)
    assert under(found, "toi")[0] == "kia"


def test_a_topic_that_weighs_nothing_brings_nothing_together() -> None:
    stories = [
        Story("toi", "một hai ba bốn", 9, topics=("Thủy lợi",)),
        Story("kia", "năm sáu bảy tám", 1, topics=("Thủy lợi",), section="Khác"),
        *others(12),
    ]
    assert "kia" not in under(paper(*stories).related(RelatedSettings(limit=4, topics=0)), "toi")


def test_pins_come_first_in_their_order_and_what_is_excluded_never_comes() -> None:
    found = paper(
        Story("toi", FLOOD, 9, first=("khac-07", "rut", "khac-02", "toi"), never=("lu", "khac-02")),
        Story("lu", FLOOD, 8),
        Story("rut", FLOOD, 8, listed=False),
        *others(9),
    ).related(FOUR)
    listed = under(found, "toi")
    assert listed[0] == "khac-07"
    assert not {"lu", "rut", "khac-02", "toi"} & set(listed)


def test_pins_beyond_the_limit_do_not_stand() -> None:
    pins = tuple(f"khac-{n:02}" for n in range(6))
    found = paper(Story("toi", FLOOD, 9, first=pins), *others(6)).related(FOUR)
    assert under(found, "toi") == list(pins[:4])


def test_what_is_much_newer_only_fills_a_list_that_stays_short() -> None:
    found = paper(
        Story("toi", FLOOD, 0), Story("sau", FLOOD, 31), Story("trong", FLOOD, 30), Story("khac", SCHOOL, 40)
    ).related(FOUR)
    assert under(found, "toi") == ["trong", "sau", "khac"]


def test_a_short_list_is_filled_with_the_nearest_of_the_section() -> None:
    found = paper(
        Story("toi", "", 50, section="Xã hội"),
        *(Story(f"muc-{n}", f"riêng{n}", 40 + 2 * n, section="Xã hội") for n in range(7)),
        *others(8, section="Khác"),
    ).related(FOUR)
    assert under(found, "toi") == ["muc-5", "muc-4", "muc-6", "muc-3"]


def test_of_rewrites_of_one_story_a_list_holds_one() -> None:
    tellings = [Story(f"lu-{n}", f"{FLOOD} bản tin số {n}", n) for n in range(6)]
    found = paper(Story("toi", f"{FLOOD} và hồ Bộc Nguyên xả tràn", 3), *tellings, *others(10)).related(FOUR)
    assert len([path for path in under(found, "toi") if path.startswith("lu-")]) == 1


def test_what_is_half_alike_stands_behind_what_is_not_but_is_not_lost() -> None:
    words = FLOOD.split()
    own = [" ".join(f"{letter}{n} {letter}{n}" for letter in "abcdefgh") for n in range(4)]
    halves = [Story(f"nua-{n}", f"{' '.join(words[:8])} {own[n]}", 3 + n) for n in range(4)]
    other = Story("xa", f"{' '.join(words[8:])} một chuyện khác hẳn ở nơi xa", 2)
    found = paper(Story("toi", FLOOD, 9), *halves, other, *others(12)).related(RelatedSettings(limit=5, alike=90))
    listed = under(found, "toi")
    assert {"nua-0", "nua-1", "nua-2", "nua-3", "xa"} == set(listed)
    assert listed.index("xa") <= 2


def test_no_article_stands_in_more_lists_than_it_may_and_those_published_first_keep_it() -> None:
    stories = [Story(f"bai-{n:02}", f"{FLOOD} a{n} b{n} c{n} d{n} e{n} f{n} g{n} h{n} i{n} k{n}", n) for n in range(30)]
    found = paper(*stories).related(RelatedSettings(limit=3, most_lists=5))
    counts = [sum(place in found.list_of(me) for me in range(30)) for place in range(30)]
    assert max(counts) == 5
    assert all(len(found.list_of(me)) == 3 for me in range(30))


def test_a_limit_of_none_gives_empty_lists() -> None:
    found = paper(Story("toi", FLOOD, first=("lu",)), Story("lu", FLOOD)).related(RelatedSettings(limit=0))
    assert under(found, "toi") == []


def test_a_paper_without_articles_and_one_with_a_single_article_have_nothing_to_relate() -> None:
    assert paper().related().lists == []
    assert under(paper(Story("toi", FLOOD)).related(), "toi") == []


papers = st.builds(
    lambda seed, size: Paper(
        {
            f"p{n}": Story(
                f"p{n}",
                " ".join(Random(f"{seed} {n}").choices(FLOOD.split(), k=5)),
                Random(seed + n).randint(0, 80),
                Random(seed - n).choice("XY"),
                listed=Random(seed * n).random() > 0.2,
            )
            for n in range(size)
        }
    ),
    st.integers(0, 10**6),
    st.integers(0, 14),
)


@settings(max_examples=60, deadline=None)
@given(papers)
def test_lists_are_full_wherever_there_are_articles_enough_and_hold_each_once(drawn: Paper) -> None:
    found = drawn.related(FOUR)
    shown = {path for path, story in drawn.stories.items() if story.listed}
    for path in drawn.stories:
        listed = under(found, path)
        assert len(listed) == len(set(listed)) == min(4, len(shown - {path}))
        assert set(listed) <= shown - {path}


@settings(max_examples=30, deadline=None)
@given(papers, st.randoms(use_true_random=False))
def test_the_order_in_which_articles_are_read_makes_no_difference(drawn: Paper, chance: Random) -> None:
    paths = list(drawn.stories)
    chance.shuffle(paths)
    assert Paper({path: drawn.stories[path] for path in paths}).related(FOUR) == drawn.related(FOUR)


@settings(max_examples=40, deadline=None)
@given(papers)
def test_a_new_article_changes_no_list_of_articles_that_are_more_than_newer_days_older(drawn: Paper) -> None:
    """As long as the weights of terms stay: a paper of less than 64 articles has new ones with each."""
    few = RelatedSettings(limit=2, newer_days=5)
    many = {f"q{n:02}": Story(f"q{n:02}", f"{FLOOD} x{n}", n) for n in range(64)}
    before = Paper({**many, **drawn.stories}).related(few)
    after = Paper({**many, **drawn.stories, "moi": Story("moi", FLOOD, 90)}).related(few)
    if before.lexicon.size == after.lexicon.size:
        for path in [*many, *drawn.stories]:
            day = (many.get(path) or drawn.stories[path]).day
            if day < 85 and len(under(before, path)) == 2:
                assert under(after, path) == under(before, path), path


def test_how_many_articles_are_kept_ready_to_be_compared_makes_no_difference(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = paper(*(Story(f"p{n:02}", " ".join(Random(n).choices(FLOOD.split(), k=5)), n) for n in range(20)))
    found = drawn.related(FOUR)
    monkeypatch.setattr("hatinh_news.related.wishes._AT_HAND", 1)
    assert drawn.related(FOUR) == found


def test_where_nothing_changed_all_is_as_it_was() -> None:
    same = paper(Story("toi", FLOOD, 9, first=("khac-01",)), *others(9))
    known = same.related(FOUR)
    assert same.related(FOUR, known, same) is known
