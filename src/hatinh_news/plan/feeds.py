"""Feeds of the newspaper, its sections and its topics; no preview is ever in one."""

from collections.abc import Iterator, Sequence
from itertools import islice

from hatinh_news.model.article import Article
from hatinh_news.model.feeds import Feed, FeedEntry, FullText
from hatinh_news.model.page import Page
from hatinh_news.model.site import Topic
from hatinh_news.plan.edition import Edition
from hatinh_news.plan.links import text

FORMATS = (("rss", "rss.xml"), ("atom", "atom.xml"), ("jsonfeed", "feed.json"))


def feeds(paper: Edition) -> Iterator[Page]:
    """Each list in each format, beside the page of the list.

    Where a merged topic had feeds, or a list that stands elsewhere now, there are those of its topic or list, which
    name their own address: programs that read feeds follow no page that sends readers on.
    """
    states, limit = paper.index.state_by_path, paper.index.config.feed_limit
    full = paper.index.config.feed_content == "full"
    entries: dict[str, FeedEntry] = {}
    earlier = _earlier(paper)
    for page_url, title, description, articles in _lists(paper):
        public = tuple(islice((article for article in articles if article.path not in states), limit))
        chosen = tuple(_entry(paper, article, entries) for article in public)
        texts, named, carried = _texts(paper, public) if full else ((), "", ())
        for template, file in FORMATS:
            url = f"{page_url}{file}"
            feed = Feed(url, page_url, title, description, chosen, texts)
            for address in (url, *(f"{old}{file}" for old in earlier.get(page_url, ()))):
                yield Page(address, template, feed, text_digest=named, carried=carried)


def _texts(paper: Edition, articles: Sequence[Article]) -> tuple[tuple[FullText, ...], str, tuple[str, ...]]:
    """What a feed carries of whole articles, the name of all their texts, and where these are found."""
    texts = (
        FullText(article.sapo, article.photo, article.told(paper.now), text(paper, article.body))
        for article in articles
    )
    named = " ".join(article.body.html_digest for article in articles)
    return tuple(texts), named, tuple(article.path for article in articles)


def _earlier(paper: Edition) -> dict[str, list[str]]:
    """Where else a list stood, by its address: topics that were merged into it, and itself before it moved."""
    index = paper.index
    earlier: dict[str, dict[str, None]] = {}
    for one in index.merged:
        earlier.setdefault(index.topic_by_key[one.into].url, {})[one.url] = None
    taken = {one.url for one in index.sections} | {one.url for one in index.topics}
    for each in index.former or ():
        line = each.recorded
        is_front = line.kind in {"section", "topic"} and "/trang/" not in line.url
        if is_front and each.state == "here" and line.url not in taken:
            earlier.setdefault(each.url, {})[line.url] = None
    return {url: list(old) for url, old in earlier.items()}


def topic_has_feed(paper: Edition, topic: Topic) -> bool:
    """Whether a topic has articles enough for a feed of its own."""
    return len(paper.published(topic.articles)) >= max(1, paper.index.config.topic_feeds_from)


def _lists(paper: Edition) -> Iterator[tuple[str, str, str, Sequence[Article]]]:
    """Address, title, description and articles of every list that has feeds."""
    index, title = paper.index, paper.index.config.title
    yield "/", title, index.config.description, paper.listed
    for section in index.sections:
        yield section.url, f"{section.name} - {title}", section.description, section.articles
    for topic in index.topics:
        if topic_has_feed(paper, topic):
            yield topic.url, f"{topic.name} - {title}", topic.description, topic.articles


def _entry(paper: Edition, article: Article, entries: dict[str, FeedEntry]) -> FeedEntry:
    """The entry of an article: the newest articles stand in several lists, and most in none."""
    if (made := entries.get(article.path)) is not None:
        return made
    made = entries[article.path] = FeedEntry(
        card=paper.cards[article.path],
        updated=article.changed(paper.now) or article.published,
        authors=tuple(dict.fromkeys(author.name for author in paper.authors.of(article.authors))),
        topics=tuple(dict.fromkeys(topic.name for topic in paper.topics.of(article.topics))),
    )
    return made
