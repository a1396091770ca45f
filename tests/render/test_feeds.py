import json
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from xml.etree import ElementTree as ET

import pytest

from hatinh_news.model.article import Photo
from hatinh_news.model.feeds import Feed, FeedEntry
from hatinh_news.model.page import Page
from hatinh_news.model.records import Card, Site
from hatinh_news.render import Theme, render_all
from hatinh_news.render.feeds import atom, json_feed, rss

NAMES = {
    "a": "http://www.w3.org/2005/Atom",
    "dc": "http://purl.org/dc/elements/1.1/",
    "media": "http://search.yahoo.com/mrss/",
}
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
HOSTILE = ("a\x08b", "]]>", "<script>alert(1)</script>", "😀 & “x”", "\ud800", "", "\x1d", "\"'")


@pytest.fixture
def feed(new_card: Callable[..., Card], moment: datetime) -> Feed:
    photo = Photo("/ảnh.jpg", caption="Chú thích", credit="Người chụp", width=1200, height=800)
    newest = FeedEntry(new_card(0, "Tên & bài", "Sapo", photo), moment, ("Nguyễn A", "Trần B"), ("Lũ", "Bão"))
    older = FeedEntry(new_card(1), moment + timedelta(hours=3))
    return Feed("/thoi-su/rss.xml", "/thoi-su/", "Thời sự - Báo Hà Tĩnh", "Tin thời sự", (newest, older))


@pytest.fixture
def empty() -> Feed:
    return Feed("/rss.xml", "/", "Báo Hà Tĩnh", "")


def text(element: ET.Element, path: str) -> str | None:
    return element.findtext(path, namespaces=NAMES)


def test_an_rss_channel_introduces_itself(site: Site, feed: Feed) -> None:
    root = ET.fromstring(rss(site, feed))
    assert (root.tag, root.get("version")) == ("rss", "2.0")
    channel = root[0]
    assert text(channel, "title") == "Thời sự - Báo Hà Tĩnh"
    assert text(channel, "link") == "https://x.vn/bao/thoi-su/"
    assert text(channel, "description") == "Tin thời sự"
    assert text(channel, "language") == "vi"
    assert text(channel, "lastBuildDate") == "Fri, 28 Feb 2025 18:30:00 +0700"
    itself = channel.find("a:link", NAMES)
    assert itself is not None
    assert itself.attrib == {
        "href": "https://x.vn/bao/thoi-su/rss.xml",
        "rel": "self",
        "type": "application/rss+xml",
    }


def test_an_rss_item_says_all_that_its_card_does(site: Site, feed: Feed, moment: datetime) -> None:
    item = ET.fromstring(rss(site, feed)).findall("channel/item")[0]
    assert text(item, "title") == "Tên & bài"
    assert text(item, "link") == text(item, "guid") == "https://x.vn/bao/2025/02/bai-0/"
    assert [guid.attrib for guid in item.findall("guid")] == [{"isPermaLink": "true"}]
    assert text(item, "description") == "Sapo"
    assert [name.text for name in item.findall("dc:creator", NAMES)] == ["Nguyễn A", "Trần B"]
    assert [name.text for name in item.findall("category")] == ["Lũ", "Bão"]
    assert parsedate_to_datetime(text(item, "pubDate") or "") == moment
    photo = item.find("media:content", NAMES)
    assert photo is not None
    assert photo.attrib == {
        "url": "https://x.vn/bao/%E1%BA%A3nh.jpg",
        "medium": "image",
        "width": "1200",
        "height": "800",
    }
    assert text(photo, "media:description") == "Chú thích"
    assert text(photo, "media:credit") == "Người chụp"


def test_a_photo_of_unknown_size_has_none_in_rss(
    site: Site, feed: Feed, new_card: Callable[..., Card], moment: datetime
) -> None:
    entry = FeedEntry(new_card(photo=Photo("/a.jpg")), moment)
    photo = ET.fromstring(rss(site, replace(feed, entries=(entry,)))).find(".//media:content", NAMES)
    assert photo is not None
    assert photo.attrib == {"url": "https://x.vn/bao/a.jpg", "medium": "image"}
    assert len(photo) == 0


def test_an_empty_rss_feed_has_no_date(site: Site, empty: Feed) -> None:
    channel = ET.fromstring(rss(site, empty))[0]
    assert channel.find("lastBuildDate") is None
    assert text(channel, "description") == "Báo Hà Tĩnh"


def test_an_atom_feed_introduces_itself(site: Site, feed: Feed) -> None:
    root = ET.fromstring(atom(site, feed))
    assert root.tag == "{http://www.w3.org/2005/Atom}feed"
    assert root.get(XML_LANG) == "vi"
    assert text(root, "a:id") == "https://x.vn/bao/thoi-su/"
    assert text(root, "a:title") == "Thời sự - Báo Hà Tĩnh"
    assert text(root, "a:subtitle") == "Tin thời sự"
    assert text(root, "a:updated") == "2025-02-28T18:30:00+07:00"
    assert text(root, "a:author/a:name") == "Báo Hà Tĩnh"
    assert {link.get("rel"): link.get("href") for link in root.findall("a:link", NAMES)} == {
        "alternate": "https://x.vn/bao/thoi-su/",
        "self": "https://x.vn/bao/thoi-su/rss.xml",
    }


def test_an_atom_entry_says_all_that_its_card_does(site: Site, feed: Feed) -> None:
    newest, older = ET.fromstring(atom(site, feed)).findall("a:entry", NAMES)
    assert text(newest, "a:id") == "https://x.vn/bao/2025/02/bai-0/"
    assert text(newest, "a:title") == "Tên & bài"
    assert text(newest, "a:summary") == "Sapo"
    assert text(newest, "a:published") == "2025-02-28T15:30:00+07:00"
    assert [name.text for name in newest.findall("a:author/a:name", NAMES)] == ["Nguyễn A", "Trần B"]
    assert [category.get("term") for category in newest.findall("a:category", NAMES)] == ["Lũ", "Bão"]
    assert text(older, "a:published") == "2025-02-27T15:30:00+07:00"
    assert text(older, "a:updated") == "2025-02-28T18:30:00+07:00"


def test_an_empty_atom_feed_is_older_than_everything(site: Site, empty: Feed) -> None:
    root = ET.fromstring(atom(site, empty))
    assert text(root, "a:updated") == "1970-01-01T00:00:00Z"
    assert root.find("a:subtitle", NAMES) is None


def test_a_json_feed_introduces_itself(site: Site, feed: Feed) -> None:
    parsed = json.loads(json_feed(site, feed))
    del parsed["items"]
    assert parsed == {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Thời sự - Báo Hà Tĩnh",
        "home_page_url": "https://x.vn/bao/thoi-su/",
        "feed_url": "https://x.vn/bao/thoi-su/rss.xml",
        "description": "Tin thời sự",
        "language": "vi",
        "authors": [{"name": "Báo Hà Tĩnh", "url": "https://x.vn/bao/"}],
    }


def test_a_json_item_says_all_that_its_card_does(site: Site, feed: Feed) -> None:
    newest, older = json.loads(json_feed(site, feed))["items"]
    assert newest == {
        "id": "https://x.vn/bao/2025/02/bai-0/",
        "url": "https://x.vn/bao/2025/02/bai-0/",
        "title": "Tên & bài",
        "summary": "Sapo",
        "content_text": "Sapo",
        "image": "https://x.vn/bao/%E1%BA%A3nh.jpg",
        "date_published": "2025-02-28T15:30:00+07:00",
        "date_modified": "2025-02-28T15:30:00+07:00",
        "authors": [{"name": "Nguyễn A"}, {"name": "Trần B"}],
        "tags": ["Lũ", "Bão"],
    }
    assert not older.keys() & {"image", "authors", "tags"}


def test_an_empty_json_feed_has_items_all_the_same(site: Site, empty: Feed) -> None:
    parsed = json.loads(json_feed(site, empty))
    assert parsed["items"] == []
    assert "description" not in parsed


@pytest.mark.parametrize("words", HOSTILE)
@pytest.mark.parametrize("template", ["rss", "atom", "jsonfeed"])
def test_hostile_words_break_no_feed(
    site: Site, new_card: Callable[..., Card], moment: datetime, template: str, words: str
) -> None:
    photo = Photo(f"/{words}.jpg", caption=words, credit=words)
    card = replace(new_card(0, words, words, photo), url=f"/{words}/")
    feed = Feed("/f", "/", words, words, (FeedEntry(card, moment, (words,), (words,)),))
    [(_, rendered)] = render_all(Theme(()), replace(site, title=words), [Page("/f", template, feed)])
    assert isinstance(rendered, bytes)
    assert b"\x08" not in rendered
    assert b"<script>" not in rendered or template == "jsonfeed"
    parsed = json.loads(rendered) if template == "jsonfeed" else ET.fromstring(rendered)
    assert len(parsed) > 0
