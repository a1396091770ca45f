from collections.abc import Callable
from datetime import datetime
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from hatinh_news.index import Shown
from hatinh_news.model.article import Article, Body, Profile, StandingPage
from hatinh_news.model.fault import Fault
from hatinh_news.model.site import Author, Index, Section, Series, Topic


def test_what_is_not_public_is_named_in_hidden_only(
    indexed: Callable[..., tuple[Index, list[Fault]]], new_article: Callable[..., Article], now: datetime
) -> None:
    articles = [
        new_article("ra"),
        new_article("nhap", draft=True, section="Bí mật", topics=("Bí mật",), authors=("Bí mật",), series="Bí mật"),
    ]
    found, faults = indexed(articles)
    assert [one.slug for one in found.articles] == ["ra"]
    assert found.hidden == {"nhap.md"}
    assert (found.topics, found.authors, found.series) == ((), (), ())
    assert not faults
    assert [one.name for one in found.sections] == ["Thời sự"]
    assert not found.state_by_path


def test_a_flag_shows_drafts_and_says_that_they_are(
    indexed: Callable[..., tuple[Index, list[Fault]]], new_article: Callable[..., Article]
) -> None:
    found, _ = indexed([new_article("nhap", draft=True), new_article("ra")], show=Shown(drafts=True))
    assert found.state_by_path == {"nhap.md": "draft"}
    assert len(found.articles) == 2
    assert not found.hidden


def test_a_retracted_article_keeps_its_page_and_its_names_but_stands_in_no_list(
    indexed: Callable[..., tuple[Index, list[Fault]]], new_article: Callable[..., Article]
) -> None:
    gone = new_article("gone", retracted="Sai.", topics=("Lũ",), authors=("An",), series="Loạt")
    found, _ = indexed([gone, new_article("other")])
    assert gone in found.articles
    assert found.topic_by_key["lu\u0303"].articles == ()
    lists: tuple[Section | Topic | Author | Series, ...]
    lists = (*found.sections, *found.topics, *found.authors, *found.series)
    assert [one.slug for named in lists for one in named.articles] == ["other"]


def test_series_are_read_from_the_beginning(
    indexed: Callable[..., tuple[Index, list[Fault]]],
    new_article: Callable[..., Article],
    new_profile: Callable[..., Profile],
) -> None:
    articles = [new_article("hai", 1, series="Loạt bài"), new_article("mot", 2, series="loạt bài")]
    about = new_profile("series", "loat-bai", "Loạt bài", description="Về")
    found, _ = indexed(articles, profiles=[about])
    (series,) = found.series
    assert [one.slug for one in series.articles] == ["mot", "hai"]
    assert (series.url, series.description, series.profile) == ("/loat-bai/loat-bai/", "Về", about)


def test_home_and_standing_pages_are_handed_on(
    indexed: Callable[..., tuple[Index, list[Fault]]], new_profile: Callable[..., Profile]
) -> None:
    home = new_profile("home", "", "Trang chủ")
    pages = [StandingPage("trang/b.md", "/b/", "B", Body()), StandingPage("trang/a.md", "/a/", "A", Body())]
    found, _ = indexed(profiles=[home], pages=pages)
    assert found.home == home
    assert [page.path for page in found.pages] == ["trang/a.md", "trang/b.md"]


names = st.sampled_from(["Lũ", "lũ", "Hoà", "hòa", "Nha Trang", "Nhà Trắng", "★"])


@given(
    spelled=st.lists(st.tuples(st.integers(0, 5), st.lists(names, max_size=3), st.booleans()), max_size=8),
    chance=st.randoms(use_true_random=False),
)
@settings(max_examples=60, deadline=None)
def test_the_index_does_not_depend_on_the_order_of_the_input(
    indexed: Callable[..., tuple[Index, list[Fault]]],
    new_article: Callable[..., Article],
    spelled: list[tuple[int, list[str], bool]],
    chance: Random,
) -> None:
    articles = [
        new_article(f"bai-{number}", days, topics=tuple(topics), authors=tuple(topics[:1]), draft=draft)
        for number, (days, topics, draft) in enumerate(spelled)
    ]
    shuffled = list(articles)
    chance.shuffle(shuffled)
    assert indexed(shuffled) == indexed(articles)
