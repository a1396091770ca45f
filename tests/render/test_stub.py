from html.parser import HTMLParser

import pytest

from hatinh_news.model.records import Site, Stub
from hatinh_news.render.stub import stub


class Reader(HTMLParser):
    """The tags of a page with their attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


def tags(html: str) -> list[tuple[str, dict[str, str | None]]]:
    reader = Reader()
    reader.feed(html)
    return reader.tags


def test_a_stub_sends_readers_and_machines_on(site: Site) -> None:
    html = stub(site, Stub("/2025/02/bài/", "Tên bài"))
    assert html.startswith("<!doctype html>\n")
    found = tags(html)
    assert ("html", {"lang": "vi"}) in found
    assert ("link", {"rel": "canonical", "href": "https://x.vn/bao/2025/02/b%C3%A0i/"}) in found
    assert ("meta", {"http-equiv": "refresh", "content": "0; url=/bao/2025/02/b%C3%A0i/"}) in found
    assert ("meta", {"name": "robots", "content": "noindex"}) in found
    assert ("a", {"href": "/bao/2025/02/b%C3%A0i/"}) in found
    assert "<title>Tên bài</title>" in html


def test_a_stub_may_lead_to_another_host(site: Site) -> None:
    assert ("a", {"href": "https://y.vn/a?b=1&c=2"}) in tags(stub(site, Stub("https://y.vn/a?b=1&c=2", "x")))


@pytest.mark.parametrize("words", ['"><script>', "</title><script>", "\ud800\x08"])
def test_hostile_words_stay_words(site: Site, words: str) -> None:
    html = stub(site, Stub(f"/{words}/", words))
    assert "script" not in {tag for tag, _ in tags(html)}
    assert html.encode("utf-8")
