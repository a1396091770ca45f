"""Names that resemble others are told where they are probably slips, and hardly where they are not."""

import time
from collections.abc import Callable, Mapping

import pytest

from hatinh_news.model.article import Article, Reference
from hatinh_news.model.config import AuthorSettings, Config, TopicSettings
from hatinh_news.model.fault import Fault, Place
from hatinh_news.model.site import Index

Indexed = Callable[..., tuple[Index, list[Fault]]]
NewArticle = Callable[..., Article]
Told = Callable[..., list[tuple[str, str]]]


@pytest.fixture
def told(indexed: Indexed, new_article: NewArticle) -> Told:
    """What is said of topics that so many articles name."""

    def run(counts: Mapping[str, int], *declared: str) -> list[tuple[str, str]]:
        articles = [
            new_article(f"bai-{place}-{n}", place + n / 100, topics=(name,))
            for place, (name, count) in enumerate(counts.items())
            for n in range(count)
        ]
        _, faults = indexed(articles, Config("Báo", topics=tuple(map(TopicSettings, declared))))
        values = [dict(fault.values) for fault in faults if fault.code == "topic-perhaps"]
        return [(one["name"], one["nearest"]) for one in values]

    return run


@pytest.mark.parametrize("slip", ["Nong thon moi", "nông thôn moi", "Nông thốn mới", "Nông thô mới"])
def test_a_rare_name_that_is_like_a_commoner_one(told: Told, slip: str) -> None:
    assert told({"Nông thôn mới": 7, slip: 1}) == [(slip, "Nông thôn mới")]


def test_it_is_told_at_each_of_the_few_articles(told: Told) -> None:
    assert len(told({"Nông thôn mới": 7, "Nong thon moi": 2})) == 2
    assert told({"Nông thôn mới": 7, "Nong thon moi": 3}) == []


def test_the_same_for_a_declared_name_that_is_hardly_used(told: Told) -> None:
    assert told({"Cải cách hàh chính": 1}, "Cải cách hành chính") == [("Cải cách hàh chính", "Cải cách hành chính")]


def test_declaring_a_name_silences(told: Told) -> None:
    assert told({"Nông thôn mới": 7, "Nông thôn mời": 1}, "Nông thôn mời") == []


@pytest.mark.parametrize(
    ("rare", "common"),
    [
        ("Biến động", "Biển Đông"),
        ("Phủ nhận", "Phu nhân"),
        ("Thới Bình", "Thái Bình"),
        ("Đại hội khóa XV", "Đại hội khóa XIV"),
        ("Năm học 2024-2025", "Năm học 2025-2026"),
        ("Quốc lộ 8A", "Quốc lộ 8B"),
        ("Vòng loại bảng A", "Vòng loại bảng B"),
    ],
)
def test_true_twins_and_what_is_counted_are_spared(told: Told, rare: str, common: str) -> None:
    others = {"Bảng A và B": 3, "Quốc lộ 8A, 8B": 1}
    assert told({common: 9, rare: 1, **others}) == []


def test_a_word_that_other_names_have_too_is_no_slip(told: Told) -> None:
    assert told({"Khởi động xuân": 9, "Khởi độn xuân": 1}) == [("Khởi độn xuân", "Khởi động xuân")]
    assert told({"Khởi động xuân": 9, "Khởi độn xuân": 1, "Độn thổ": 1}) == []


def test_tone_twins_that_are_both_well_used_are_told_nothing(indexed: Indexed, new_article: NewArticle) -> None:
    names = ("Nhà Trắng", "Nha Trang")
    articles = [new_article(f"{n}-{place}", n, topics=(names[place],)) for n in range(5) for place in range(2)]
    index, faults = indexed(articles)
    assert len({topic.url for topic in index.topics}) == 2
    assert not faults


def test_where_a_slip_is_told_the_address_of_twins_is_not_told_besides(
    indexed: Indexed, new_article: NewArticle
) -> None:
    """Not of the older one either, which is the slip here and has the better address."""
    articles = [new_article("cu", 99, topics=("Nong thon moi",))]
    articles += [new_article(f"moi-{n}", n, topics=("Nông thôn mới",)) for n in range(5)]
    _, (fault,) = indexed(articles)
    assert (fault.code, fault.place.path) == ("topic-perhaps", "content/cu.md")


def test_what_is_like_a_merged_name_is_perhaps_what_that_became(indexed: Indexed, new_article: NewArticle) -> None:
    merged = TopicSettings("Phòng khám lưu động", merged_into=Reference("Sức khỏe", Place("content/site.yaml")))
    articles = [new_article("a", topics=("Phong kham luu dong",)), new_article("b", topics=("Sức khỏe",))]
    _, (fault,) = indexed(articles, Config("Báo", topics=(merged,)))
    assert dict(fault.values) == {"name": "Phong kham luu dong", "nearest": "Sức khỏe", "count": "1"}


def test_the_same_of_authors(indexed: Indexed, new_article: NewArticle) -> None:
    articles = [new_article(f"bai-{n}", n, authors=("Trần Thị Mai Khê", "Phan Thu Hà")) for n in range(6)]
    articles += [new_article("khe", authors=("Trần Thị Mai Khe",)), new_article("pham", authors=("Phạm Thu Hà",))]
    articles.append(new_article("khac", authors=("Phạm Văn Lý",)))
    _, (fault,) = indexed(articles)
    assert (fault.code, dict(fault.values)["name"], fault.place.path) == (
        "author-perhaps",
        "Trần Thị Mai Khe",
        "content/khe.md",
    )
    _, faults = indexed(articles, Config("Báo", authors=(AuthorSettings("Trần Thị Mai Khe", "khe"),)))
    assert not faults


def test_two_thousand_topics_are_not_compared_with_one_another(indexed: Indexed, new_article: NewArticle) -> None:
    def spent(size: int) -> float:
        topics = [f"Chuyện xóm {n:05}".translate(str.maketrans("0123456789", "bcdghklmnt")) for n in range(size)]
        articles = [new_article(f"bai-{n}", n, topics=tuple(topics[n : n + 2])) for n in range(size)]
        start = time.process_time()
        indexed(articles)
        return time.process_time() - start

    spent(100)
    assert spent(4_000) < 12 * spent(1_000)
