from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import datetime
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from hatinh_news.index import Shown
from hatinh_news.model.address import collision_key
from hatinh_news.model.article import Alias, Article, Asset, Body, Photo, StandingPage
from hatinh_news.model.config import Config, Imprint, Label
from hatinh_news.model.fault import Fault, Place

SECRET = "BÍ-MẬT-tày-đình"


def test_pages_come_in_the_order_in_which_an_interrupted_write_does_least_harm(
    planned: Callable[..., tuple[Any, list[Fault]]], new_article: Callable[..., Article]
) -> None:
    aliases = (Alias("/cu/", Place("content/a.md")),)
    result, _ = planned(
        [new_article("a", aliases=aliases, topics=("Lũ",))], pages=[StandingPage("trang/x.md", "/x/", "X", Body())]
    )
    templates = [page.template for page in result.pages]
    assert list(dict.fromkeys(templates)) == [
        "article.html", "page.html", "list.html", "corrections.html", "directory.html", "search.html", "home.html",
        "404.html", "stub", "search",
        "rss", "atom", "jsonfeed", "sitemap", "news-sitemap", "robots", "manifest", "plain", "headers",
        "redirect-lines",
    ]  # fmt: skip


def test_the_site_record_says_what_every_page_shows(
    planned: Callable[..., tuple[Any, list[Fault]]], new_article: Callable[..., Article]
) -> None:
    menu, foot = (Label("Menu", "/"),), (Label("Foot", "/"),)
    config = Config("Báo", "https://x.vn", "Về", menu=menu, foot_menu=foot, imprint=Imprint("Cơ quan"), extra={"a": 1})
    site = planned([new_article("a")], config)[0].site
    assert (site.title, site.base_url, site.description, site.language) == ("Báo", "https://x.vn", "Về", "vi")
    assert (site.menu, site.foot_menu, site.imprint, site.extra) == (menu, foot, Imprint("Cơ quan"), {"a": 1})
    assert site.sections == (Label("Thời sự", "/thoi-su/"),)


def test_an_empty_newspaper_has_its_pages_all_the_same(pages_of: Callable[..., dict[str, Any]]) -> None:
    assert sorted(pages_of()) == [
        "/", "/.nojekyll", "/404.html", "/_headers", "/atom.xml", "/cai-chinh/", "/cai-chinh/atom.xml",
        "/cai-chinh/feed.json", "/cai-chinh/rss.xml", "/chu-de/", "/feed.json", "/luu-tru/", "/manifest.webmanifest",
        "/news-sitemap.xml", "/robots.txt", "/rss.xml", "/sitemap.xml", "/tac-gia/", "/tim-kiem/",
        "/tim-kiem/moi/0.json", "/tim-kiem/muc-luc.json",
    ]  # fmt: skip


def words(value: object) -> Iterator[str]:
    """All text in a record, however deep."""
    if isinstance(value, str):
        yield value
    elif is_dataclass(value):
        for one in fields(value):
            yield from words(getattr(value, one.name))
    elif isinstance(value, Mapping):
        for pair in value.items():
            yield from words(pair)
    elif isinstance(value, tuple):
        for one in value:
            yield from words(one)


def secret_article(new_article: Callable[..., Article], slug: str, **how: Any) -> Article:
    body = Body(f"<p>{SECRET}</p>", 9, SECRET, (Photo(f"/{SECRET}.jpg"),), assets=(Asset(SECRET, f"/{SECRET}.jpg"),))
    return new_article(
        slug,
        url=f"/{SECRET}/{slug}/",
        title=SECRET,
        section=SECRET,
        topics=(SECRET, "Chung"),
        authors=(SECRET,),
        series=SECRET,
        body=body,
        aliases=(Alias(f"/{SECRET}-cu/", Place(slug)),),
        **how,
    )


how_hidden = st.sampled_from(["draft", "future", "expired"])


@given(hidden=st.lists(how_hidden, max_size=4), public=st.integers(0, 5))
@settings(max_examples=60, deadline=None)
def test_nothing_of_a_hidden_article_is_in_any_record(
    planned: Callable[..., tuple[Any, list[Fault]]],
    new_article: Callable[..., Article],
    now: datetime,
    hidden: list[str],
    public: int,
) -> None:
    ways: dict[str, dict[str, Any]] = {
        "draft": {"draft": True},
        "future": {"live_from": now.replace(year=2030)},
        "expired": {"expires": now},
    }
    articles = [secret_article(new_article, f"kin-{n}", **ways[how]) for n, how in enumerate(hidden)]
    articles += [new_article(f"bai-{n}", n, topics=("Chung",), series="Chung", authors=("An",)) for n in range(public)]
    result, _ = planned(articles)
    assert not [word for word in words(result) if SECRET in word]


def test_a_preview_shows_them_and_so_the_test_above_can_fail(
    planned: Callable[..., tuple[Any, list[Fault]]], new_article: Callable[..., Article]
) -> None:
    result, _ = planned([secret_article(new_article, "kin", draft=True)], show=Shown(drafts=True))
    assert [word for word in words(result) if SECRET in word]


def test_previews_stand_in_no_feed_and_no_sitemap_and_are_not_indexed(
    planned: Callable[..., tuple[Any, list[Fault]]], new_article: Callable[..., Article]
) -> None:
    articles = [new_article("chua-dang", draft=True, topics=("Kín",)), new_article("bai", topics=("Mở",))]
    result, _ = planned(articles, show=Shown(drafts=True))
    pages = {page.url: page for page in result.pages}
    assert not pages["/2025/chua-dang/"].record.head.indexed
    assert pages["/2025/chua-dang/"].record.state == "draft"
    assert [card.state for card in pages["/thoi-su/"].record.cards] == ["published", "draft"]
    machine = [page for page in result.pages if "." in page.url.rsplit("/", 1)[1] and page.url != "/404.html"]
    assert not [word for page in machine for word in words(page.record) if "chua-dang" in word]
    assert "/chu-de/kin/rss.xml" not in pages
    assert pages["/chu-de/kin/"].record.head.feed_url == ""


some_articles = st.lists(
    st.tuples(
        st.integers(0, 90),
        st.sampled_from(["Thời sự", "Kinh tế", "Trang"]),
        st.lists(st.sampled_from(["Nha Trang", "Nhà Trắng", "Lũ"]), max_size=2),
        st.sampled_from(["bai", "rss.xml", "trang", "x"]),
        st.sampled_from(["", "/thoi-su/", "/cu/", "/2025/", "/2025/bai/", "/cu/bai.html", "/cu/bai.html/x/", "/CU/"]),
    ),
    max_size=12,
)


@given(drawn=some_articles)
@settings(max_examples=100, deadline=None)
def test_no_two_pages_share_a_file_and_no_file_is_a_folder(
    planned: Callable[..., tuple[Any, list[Fault]]], new_article: Callable[..., Article], drawn: list[tuple[Any, ...]]
) -> None:
    articles = [
        new_article(
            f"{slug}-{n % 3}",
            days,
            path=f"{n}.md",
            section=section,
            topics=tuple(topics),
            aliases=(Alias(alias, Place(f"{n}.md")),) if alias else (),
        )
        for n, (days, section, topics, slug, alias) in enumerate(drawn)
    ]
    result, _ = planned(articles, Config("Báo", paginate_by=2))
    files = [collision_key(page.url) for page in result.pages]
    assert len(files) == len(set(files))
    folders = {"/".join(parts[:end]) for file in files if (parts := file.split("/")) for end in range(1, len(parts))}
    assert folders.isdisjoint(files)
    assert {page.record.target for page in result.pages if page.template == "stub"} <= {
        page.url for page in result.pages
    }


def test_the_same_articles_in_any_order_give_the_same_plan(
    planned: Callable[..., tuple[Any, list[Fault]]], new_article: Callable[..., Article]
) -> None:
    articles = [new_article(f"bai-{n}", n % 3, topics=("Lũ",), authors=("An", "Bình")) for n in range(9)]
    assert planned(articles) == planned(articles[::-1])
