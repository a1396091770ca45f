"""Topics below others, and topics that became part of others."""

from collections.abc import Callable, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hatinh_news.model.article import Alias, Article, Profile, Reference
from hatinh_news.model.config import Config, TopicSettings
from hatinh_news.model.fault import Fault, Place
from hatinh_news.model.site import Index, Topic
from hatinh_news.text.fold import match_key

Indexed = Callable[..., tuple[Index, list[Fault]]]
NewArticle = Callable[..., Article]
NewProfile = Callable[..., Profile]

SAID = Place("content/site.yaml", 7, 3)


def to(name: str) -> Reference:
    return Reference(name, SAID)


def with_topics(*topics: TopicSettings) -> Config:
    return Config("Báo", topics=topics)


def slugs(articles: Sequence[Article]) -> list[str]:
    return [article.slug for article in articles]


def found(index: Index, name: str) -> Topic:
    return index.topic_by_key[match_key(name)]


def codes(faults: Sequence[Fault]) -> list[str]:
    return [fault.code for fault in faults]


def test_a_parent_is_found_by_any_spelling(indexed: Indexed, new_article: NewArticle, new_profile: NewProfile) -> None:
    own = new_profile("topic", "kham", "Khám bệnh", parent=to("SỨC KHOẺ"))
    index, faults = indexed([new_article("a", topics=("Sức khỏe", "khám bệnh"))], profiles=[own])
    assert found(index, "Khám bệnh").parent == found(index, "Sức khỏe").key
    assert found(index, "Sức khỏe").parent == ""
    assert not faults


def test_site_yaml_declares_parents_too_and_the_topics_own_page_comes_first(
    indexed: Indexed, new_article: NewArticle, new_profile: NewProfile
) -> None:
    config = with_topics(TopicSettings("Lúa", parent=to("Chợ")), TopicSettings("Cam", parent=to("Chợ")))
    own = new_profile("topic", "cam", "Cam", parent=to("Vườn"))
    index, faults = indexed([new_article("a", topics=("Lúa", "Cam", "Chợ", "Vườn"))], config, profiles=[own])
    assert [found(index, name).parent for name in ("Lúa", "Cam")] == [match_key("Chợ"), match_key("Vườn")]
    assert not faults


def test_a_parent_that_nobody_knows_counts_for_nothing_and_is_told_where_it_is_named(
    indexed: Indexed, new_profile: NewProfile
) -> None:
    profiles = [new_profile("topic", "lu", "Lũ", parent=to("Thiên tay")), new_profile("topic", "tt", "Thiên tai")]
    index, (fault,) = indexed(profiles=profiles)
    assert found(index, "Lũ").parent == ""
    assert (fault.code, fault.place, fault.is_error) == ("unknown-topic", SAID, False)
    assert "Thiên tai" in fault.hint()


def test_a_topic_is_never_proposed_as_its_own_parent(indexed: Indexed, new_profile: NewProfile) -> None:
    _, (fault,) = indexed(profiles=[new_profile("topic", "lu", "Lũ lụt", parent=to("Lũ lụy"))])
    assert "Lũ lụt" not in fault.hint()


@pytest.mark.parametrize("key", ["parent", "merged_into"])
def test_a_circle_is_told_once_and_undone_and_what_leads_into_it_still_counts(
    indexed: Indexed, new_profile: NewProfile, key: str
) -> None:
    ways = {"Lúa": "Gạo", "Gạo": "Cơm", "Cơm": "Lúa", "Rơm": "Lúa"}
    profiles = [new_profile("topic", f"t{n}", name, **{key: to(ways[name])}) for n, name in enumerate(ways)]
    index, (fault,) = indexed(profiles=profiles)
    assert fault.code == "topic-circle"
    assert fault.message().endswith("Cơm → Lúa → Gạo → Cơm")
    assert [found(index, name).name for name in ("Lúa", "Gạo", "Cơm")] == ["Lúa", "Gạo", "Cơm"]
    assert (found(index, "Rơm").parent or found(index, "Rơm").key) == match_key("Lúa")


def test_a_merged_topics_articles_are_on_the_other_each_once_and_in_order(
    indexed: Indexed, new_article: NewArticle
) -> None:
    articles = [
        new_article("a", 4, topics=("Nước sạch",)),
        new_article("b", 3, topics=("Nước máy", "Nước sạch")),
        new_article("c", 2, topics=("nước MÁY",)),
        new_article("d", 1, topics=("Nước sạch",)),
        new_article("e", 1, topics=("Nước máy",), retracted="Sai"),
    ]
    index, faults = indexed(articles, with_topics(TopicSettings("Nước máy", merged_into=to("Nước sạch"))))
    assert slugs(found(index, "Nước sạch").articles) == ["d", "c", "b", "a"]
    assert found(index, "Nước máy") is found(index, "Nước sạch")
    assert [topic.name for topic in index.topics] == ["Nước sạch"]
    (merged,) = index.merged
    assert (merged.url, merged.into, merged.count) == ("/chu-de/nuoc-may/", match_key("Nước sạch"), 2)
    assert not faults


def test_chains_of_merges_end_at_the_last(indexed: Indexed, new_article: NewArticle) -> None:
    config = with_topics(
        TopicSettings("Ba", merged_into=to("Hai")), TopicSettings("Hai", merged_into=to("Một")), TopicSettings("Một")
    )
    index, faults = indexed([new_article("a", topics=("Ba",)), new_article("b", 2, topics=("Hai",))], config)
    assert {found(index, name).name for name in ("Một", "Hai", "Ba")} == {"Một"}
    assert slugs(found(index, "Ba").articles) == ["a", "b"]
    assert {one.url: one.into for one in index.merged} == dict.fromkeys(
        ("/chu-de/ba/", "/chu-de/hai/"), match_key("Một")
    )
    assert not faults


def test_a_topic_can_become_part_of_one_that_has_no_articles_yet(indexed: Indexed, new_article: NewArticle) -> None:
    config = with_topics(TopicSettings("Mới"), TopicSettings("Cũ", merged_into=to("mới")))
    index, _ = indexed([new_article("a", topics=("Cũ",))], config)
    assert slugs(found(index, "Mới").articles) == ["a"]


def test_children_and_parents_of_a_merged_topic_are_those_of_the_other(
    indexed: Indexed, new_profile: NewProfile
) -> None:
    profiles = [
        new_profile("topic", "con", "Con", parent=to("Cũ")),
        new_profile("topic", "cu", "Cũ", merged_into=to("Mới"), parent=to("Ông")),
        new_profile("topic", "moi", "Mới"),
        new_profile("topic", "ong", "Ông"),
    ]
    index, faults = indexed(profiles=profiles)
    assert (found(index, "Con").parent, found(index, "Mới").parent) == (match_key("Mới"), "")
    assert not faults


def test_a_topic_below_what_became_part_of_it_stands_in_a_circle(indexed: Indexed, new_profile: NewProfile) -> None:
    profiles = [
        new_profile("topic", "moi", "Mới", parent=to("Cũ")),
        new_profile("topic", "cu", "Cũ", merged_into=to("Mới")),
    ]
    index, faults = indexed(profiles=profiles)
    assert codes(faults) == ["topic-circle"]
    assert found(index, "Mới").parent == ""


def test_the_slug_of_a_merged_topics_page_stays_its_own(
    indexed: Indexed, new_article: NewArticle, new_profile: NewProfile
) -> None:
    """A topic that comes later and would have that address stands elsewhere, and is told why."""
    aliases = (Alias("/tag/lut/", SAID),)
    own = new_profile("topic", "lu-lut", "Lụt lội", merged_into=to("Thiên tai"), aliases=aliases)
    articles = [new_article("a", 2, topics=("Thiên tai",)), new_article("b", 1, topics=("Lũ lụt",))]
    index, faults = indexed(articles, profiles=[own])
    assert found(index, "Lũ lụt").url == "/chu-de/lux-lutj/"
    (merged,) = index.merged
    assert (merged.url, merged.page, merged.aliases) == ("/chu-de/lu-lut/", own.path, aliases)
    assert codes(faults) == ["twin-slug"]


def test_a_merged_topic_whose_slug_is_that_of_its_topic_needs_no_redirect_from_there(
    indexed: Indexed, new_article: NewArticle, new_profile: NewProfile
) -> None:
    config = with_topics(TopicSettings("Lũ", "lu"))
    own = new_profile("topic", "lu", "Lụt", merged_into=to("Lũ"))
    for known in (config, Config("Báo")):
        index, faults = indexed([new_article("a", topics=("Lũ",))], known, profiles=[own])
        assert found(index, "Lũ").url == "/chu-de/lu/"
        assert index.merged[0].url == "/chu-de/lutj/"
        assert not faults


def test_two_declared_topics_with_one_slug_are_told_though_one_is_merged(
    indexed: Indexed, new_profile: NewProfile
) -> None:
    config = with_topics(TopicSettings("Lũ", "lu"), TopicSettings("Bão"))
    _, faults = indexed((), config, profiles=[new_profile("topic", "lu", "Lụt", merged_into=to("Bão"))])
    assert codes(faults) == ["same-slug"]


names = st.sampled_from(["Nha Trang", "Nhà Trắng", "Nhá Tráng", "Hoà", "Hóa", "★", "☆", "Lúa"])


@given(
    uses=st.lists(st.tuples(st.integers(1, 20), names), min_size=1, max_size=8),
    old=names,
    new=names,
)
@settings(max_examples=150, deadline=None)
def test_a_merge_in_site_yaml_moves_no_other_topic_and_keeps_the_address_of_the_merged(
    indexed: Indexed, new_article: NewArticle, uses: list[tuple[int, str]], old: str, new: str
) -> None:
    articles = [new_article(f"bai-{n}", days, topics=(name,)) for n, (days, name) in enumerate(uses)]
    before = {topic.key: topic.url for topic in indexed(articles)[0].topics}
    after, _ = indexed(articles, with_topics(TopicSettings(old, merged_into=to(new))))
    urls = {topic.key: topic.url for topic in after.topics}
    urls |= {match_key(old): one.url for one in after.merged}
    assert before.items() <= urls.items()
    assert {article.slug for topic in after.topics for article in topic.articles} == {one.slug for one in articles}
