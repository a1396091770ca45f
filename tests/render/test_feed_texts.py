"""Whole articles in feeds: what is read away from the site names the site."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from xml.etree import ElementTree as ET

import pytest

from hatinh_news.model.article import Correction, Photo
from hatinh_news.model.feeds import Feed, FeedEntry, FullText
from hatinh_news.model.records import Card, Site, Text
from hatinh_news.render.feed_texts import away_from, content
from hatinh_news.render.feeds import atom, json_feed, rss

NAMES = {"a": "http://www.w3.org/2005/Atom", "content": "http://purl.org/rss/1.0/modules/content/"}
HOSTILE = "<p>]]> &amp; 😀 \x08\x1d\ufffe “x” &lt;script&gt; \ud800</p>"


@pytest.fixture
def entry(new_card: Callable[..., Card], moment: datetime) -> FeedEntry:
    return FeedEntry(new_card(0, "Tên bài"), moment)


@pytest.fixture
def whole(entry: FeedEntry) -> Callable[..., Feed]:
    """A feed of one article with this text."""

    def make(html: str) -> Feed:
        return Feed("/f", "/", "Báo", "", (entry,), (FullText("", None, (), Text(html)),))

    return make


def texts(site: Site, feed: Feed) -> list[str | None]:
    """The text of the article as each of the three formats has it."""
    return [
        ET.fromstring(rss(site, feed).encode("utf-8", "replace")).findtext("channel/item/content:encoded", "", NAMES),
        ET.fromstring(atom(site, feed).encode("utf-8", "replace")).findtext("a:entry/a:content", "", NAMES),
        json.loads(json_feed(site, feed))["items"][0]["content_html"],
    ]


def test_all_formats_carry_the_same_text(site: Site, whole: Callable[..., Feed]) -> None:
    html = '<p>Nước lên <em>nhanh</em> &amp; mạnh.</p>\n<h2 id="a">A</h2>\n'
    assert texts(site, whole(html)) == [html] * 3


def test_whatever_a_text_holds_its_feed_can_be_read(site: Site, whole: Callable[..., Feed]) -> None:
    in_rss, in_atom, in_json = texts(site, whole(HOSTILE))
    assert in_rss == in_atom == in_json == "<p>]]> &amp; 😀  “x” &lt;script&gt; </p>"


def test_an_article_without_text_has_its_sapo_in_json(site: Site, whole: Callable[..., Feed]) -> None:
    [item] = json.loads(json_feed(site, whole("")))["items"]
    assert (item["content_text"], "content_html" in item) == ("Sapo", False)
    assert "content:encoded>" not in rss(site, whole(""))


def test_the_sapo_stands_before_the_text_and_the_text_comes_last(site: Site, whole: Callable[..., Feed]) -> None:
    item = ET.fromstring(rss(site, whole("<p>Lời</p>")))[0].findall("item")[0]
    tags = [child.tag.rpartition("}")[2] for child in item]
    assert tags.index("description") < tags.index("encoded") == len(tags) - 1


def test_a_feed_of_summaries_carries_no_text(site: Site, entry: FeedEntry) -> None:
    feed = Feed("/f", "/", "Báo", "", (entry,))
    assert "encoded>" not in rss(site, feed)
    assert "<content" not in atom(site, feed)
    assert "content_html" not in json_feed(site, feed)


def test_sapo_photo_and_corrections_come_before_the_text(site: Site, entry: FeedEntry, moment: datetime) -> None:
    text = FullText(
        "Lời <dẫn>",
        Photo("/ảnh.jpg", alt='Cảnh "đê"', caption="Đê & sông", credit="An", width=1200, height=800),
        (Correction(moment, "Không phải 5 mà là 6"),),
        Text('<p><a href="content:b.md#x">Bài b</a> <img src="site:/a.jpg"></p>', (("b.md#x", "/2025/b/#x"),)),
    )
    assert content(site, entry, text) == (
        "<p><strong>Lời &lt;dẫn&gt;</strong></p>\n"
        "<p><strong>Thông tin cải chính, xin lỗi</strong></p>\n<p>28/02/2025: Không phải 5 mà là 6</p>\n"
        '<figure><img src="https://x.vn/bao/%E1%BA%A3nh.jpg" alt="Cảnh &quot;đê&quot;" width="1200" height="800">'
        "<figcaption>Đê &amp; sông An</figcaption></figure>\n"
        '<p><a href="https://x.vn/bao/2025/b/#x">Bài b</a> <img src="https://x.vn/bao/a.jpg"></p>'
    )


def test_a_picture_without_words_and_size_has_neither(site: Site, entry: FeedEntry) -> None:
    assert content(site, entry, FullText("", Photo("/a.jpg"), (), Text())) == (
        '<figure><img src="https://x.vn/bao/a.jpg" alt=""></figure>\n'
    )


def test_a_link_to_what_is_not_public_is_left_as_its_words(site: Site, entry: FeedEntry) -> None:
    hidden = Text('<p><a href="content:nhap.md">Bản nháp</a></p>', (("nhap.md", ""),))
    assert content(site, entry, FullText("", None, (), hidden)) == "<p>Bản nháp</p>"


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ('<a href="/b/">', '<a href="https://x.vn/b/">'),
        ('<a href="#muc">', '<a href="https://x.vn/2025/a/#muc">'),
        ('<a href="//y.vn/">', '<a href="//y.vn/">'),
        ('<a href="https://y.vn/?u=/b/">', '<a href="https://y.vn/?u=/b/">'),
        ('<video src="/a.mp4" poster="/a.jpg">', '<video src="https://x.vn/a.mp4" poster="https://x.vn/a.jpg">'),
        (
            '<img srcset="/a-1.jpg 1x, /a-2.jpg 2x">',
            '<img srcset="https://x.vn/a-1.jpg 1x, https://x.vn/a-2.jpg 2x">',
        ),
        ('<img srcset="https://y.vn/a.jpg 1x">', '<img srcset="https://y.vn/a.jpg 1x">'),
        ("<p>href=&quot;/b/&quot;</p>", "<p>href=&quot;/b/&quot;</p>"),
    ],
)
def test_addresses_for_this_host_name_it(given: str, found: str) -> None:
    assert away_from("https://x.vn/2025/a/", given) == found


def test_the_dates_of_a_full_feed_are_those_of_its_entries(site: Site, whole: Callable[..., Feed]) -> None:
    [item] = json.loads(json_feed(replace(site, title="Khác"), whole("<p>x</p>")))["items"]
    assert item["date_modified"] == "2025-02-28T15:30:00+07:00"
