from collections.abc import Callable

from hypothesis import given, settings
from hypothesis import strategies as st

from hatinh_news.model.article import Article, Profile
from hatinh_news.model.config import Config, TopicSettings
from hatinh_news.model.fault import Fault
from hatinh_news.model.site import Index
from hatinh_news.text.fold import match_key


def urls(found: Index) -> dict[str, str]:
    return {topic.name: topic.url for topic in found.topics}


def with_topics(*topics: TopicSettings) -> Config:
    return Config("Báo", topics=topics)


def test_spellings_are_one_topic_under_the_commonest_name(
    indexed: Callable[..., tuple[Index, list[Fault]]], new_article: Callable[..., Article]
) -> None:
    spellings = ["Văn hoá", "Văn hóa", "Văn hóa", "văn HÓA"]
    articles = [new_article(f"bai-{n}", n, topics=(name,)) for n, name in enumerate(spellings)]
    found, faults = indexed(articles)
    assert urls(found) == {"Văn hóa": "/chu-de/van-hoa/"}
    assert found.topics[0].articles == found.articles
    assert not faults


def test_of_two_spellings_as_common_capitals_come_first(
    indexed: Callable[..., tuple[Index, list[Fault]]], new_article: Callable[..., Article]
) -> None:
    articles = [new_article("a", topics=("ÁO",)), new_article("b", topics=("áo",))]
    first, second = indexed(articles)[0], indexed(articles[::-1])[0]
    assert urls(first) == urls(second)
    assert [topic.name for topic in first.topics] == ["ÁO"]


def test_site_yaml_and_the_topics_own_page_spell_the_name(
    indexed: Callable[..., tuple[Index, list[Fault]]],
    new_article: Callable[..., Article],
    new_profile: Callable[..., Profile],
) -> None:
    articles = [new_article("a", topics=("kỳ họp", "lũ lụt"))]
    config = with_topics(TopicSettings("Kỳ họp", "kh", "Của báo"))
    own = new_profile("topic", "lu", "Lũ lụt", description="Của trang")
    found, faults = indexed(articles, config, profiles=[own])
    assert urls(found) == {"Kỳ họp": "/chu-de/kh/", "Lũ lụt": "/chu-de/lu/"}
    assert [topic.description for topic in found.topics] == ["Của báo", "Của trang"]
    assert not faults


def test_a_page_finds_its_topic_by_its_folder_where_the_title_differs(
    indexed: Callable[..., tuple[Index, list[Fault]]],
    new_article: Callable[..., Article],
    new_profile: Callable[..., Profile],
) -> None:
    own = new_profile("topic", "ky-hop", "Kỳ họp HĐND tỉnh")
    found, _ = indexed([new_article("a", topics=("Kỳ họp",)), new_article("b", topics=("Giá",))], profiles=[own])
    assert urls(found) == {"Giá": "/chu-de/gia/", "Kỳ họp HĐND tỉnh": "/chu-de/ky-hop/"}
    topic = found.topics[1]
    assert [one.slug for one in topic.articles] == ["a"]
    assert found.topic_by_key[match_key("Kỳ họp")] == found.topic_by_key[match_key("kỳ họp HĐND tỉnh")] == topic


def test_a_topic_with_a_page_and_no_articles_exists(
    indexed: Callable[..., tuple[Index, list[Fault]]], new_profile: Callable[..., Profile]
) -> None:
    found, _ = indexed(profiles=[new_profile("topic", "x", "Chưa có bài")])
    assert urls(found) == {"Chưa có bài": "/chu-de/x/"}


def test_a_topic_named_twice_in_one_article_lists_it_once(
    indexed: Callable[..., tuple[Index, list[Fault]]], new_article: Callable[..., Article]
) -> None:
    found, _ = indexed([new_article("a", topics=("Hoà", "hòa"))])
    assert len(found.topics[0].articles) == 1


def test_twins_get_readable_addresses_and_a_warning(
    indexed: Callable[..., tuple[Index, list[Fault]]], new_article: Callable[..., Article]
) -> None:
    articles = [new_article("cu", 9, topics=("Nhà Trắng",)), new_article("moi", 1, topics=("Nha Trang",))]
    found, faults = indexed(articles)
    assert urls(found)["Nhà Trắng"] == "/chu-de/nha-trang/"
    assert urls(found)["Nha Trang"] not in ("/chu-de/nha-trang/", "/chu-de//")
    (fault,) = faults
    assert (fault.code, fault.is_error, fault.place.path) == ("twin-slug", False, "content/moi.md")


def test_a_declared_topic_keeps_the_slug_from_an_older_one(
    indexed: Callable[..., tuple[Index, list[Fault]]], new_article: Callable[..., Article]
) -> None:
    articles = [new_article("cu", 9, topics=("Nhà Trắng",)), new_article("moi", 1, topics=("Nha Trang",))]
    found, _ = indexed(articles, with_topics(TopicSettings("Nha Trang")))
    assert urls(found)["Nha Trang"] == "/chu-de/nha-trang/"
    assert urls(found)["Nhà Trắng"] == "/chu-de/nhaf-trawngs/"


def test_two_declared_topics_with_one_slug_are_an_error_that_names_both(
    indexed: Callable[..., tuple[Index, list[Fault]]],
) -> None:
    found, faults = indexed(config=with_topics(TopicSettings("Nha Trang"), TopicSettings("Nhà Trắng", "nha-trang")))
    (fault,) = faults
    assert (fault.code, fault.is_error) == ("same-slug", True)
    assert {"Nha Trang", "Nhà Trắng"} <= {value for _, value in fault.values}
    assert len(set(urls(found).values())) == 2


def test_three_twins_all_get_addresses(
    indexed: Callable[..., tuple[Index, list[Fault]]], new_article: Callable[..., Article]
) -> None:
    articles = [
        new_article(f"bai-{n}", 9 - n, topics=(name,)) for n, name in enumerate(["★", "☆", "✪", "Ma", "Má", "MÀ"])
    ]
    found, _ = indexed(articles)
    assert len(set(urls(found).values())) == 6
    assert all(url.count("/") == 3 and not url.endswith("//") for url in urls(found).values())
    assert [url for url in urls(found).values() if url.startswith("/chu-de/chu-de-")]


def test_a_topic_declared_twice_counts_once(indexed: Callable[..., tuple[Index, list[Fault]]]) -> None:
    found, faults = indexed(config=with_topics(TopicSettings("Hoà", "mot"), TopicSettings("hòa", "hai")))
    assert urls(found) == {"Hoà": "/chu-de/mot/"}
    assert [fault.code for fault in faults] == ["named-twice"]


def test_a_second_page_of_a_topic_is_an_error_at_the_second(
    indexed: Callable[..., tuple[Index, list[Fault]]], new_profile: Callable[..., Profile]
) -> None:
    found, faults = indexed(profiles=[new_profile("topic", "b", "Lũ"), new_profile("topic", "a", "lũ")])
    (fault,) = faults
    assert (fault.code, fault.place.path) == ("second-profile", "content/topic/b/_index.md")
    assert urls(found) == {"lũ": "/chu-de/a/"}


def test_topics_stand_in_dictionary_order(
    indexed: Callable[..., tuple[Index, list[Fault]]], new_article: Callable[..., Article]
) -> None:
    found, _ = indexed([new_article("a", topics=("Đất", "Dân", "Ô", "An", "Ăn", "Zebra", "Ơn"))])
    assert [topic.name for topic in found.topics] == ["An", "Ăn", "Dân", "Đất", "Ô", "Ơn", "Zebra"]


spelling = st.sampled_from(["Nha Trang", "Nhà Trắng", "nhà trắng", "Nhá Tráng", "Hoà", "Hòa", "Hóa", "★", "☆"])


@given(
    old=st.lists(st.tuples(st.integers(10, 20), spelling), min_size=1, max_size=6),
    new=st.lists(st.tuples(st.integers(1, 9), spelling), max_size=6),
)
@settings(max_examples=100, deadline=None)
def test_newer_articles_change_no_topics_address(
    indexed: Callable[..., tuple[Index, list[Fault]]],
    new_article: Callable[..., Article],
    old: list[tuple[int, str]],
    new: list[tuple[int, str]],
) -> None:
    before = [new_article(f"cu-{n}", days, topics=(name,)) for n, (days, name) in enumerate(old)]
    after = before + [new_article(f"moi-{n}", days, topics=(name,)) for n, (days, name) in enumerate(new)]
    known = {topic.key: topic.url for topic in indexed(before)[0].topics}
    now_known = {topic.key: topic.url for topic in indexed(after)[0].topics}
    assert known.items() <= now_known.items()
    assert len(set(now_known.values())) == len(now_known)
