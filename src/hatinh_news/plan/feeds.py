"""Feeds of the newspaper, its sections and its topics; no preview is ever in one."""

from collections.abc import Iterator, Sequence
from itertools import islice

from hatinh_news.model.article import Article
from hatinh_news.model.page import Page
from hatinh_news.model.records import Feed, FeedEntry
from hatinh_news.model.site import Topic
from hatinh_news.plan.edition import Edition
from hatinh_news.text.fold import match_key

FORMATS = (("rss", "rss.xml"), ("atom", "atom.xml"), ("jsonfeed", "feed.json"))


def feeds(paper: Edition) -> Iterator[Page]:
    """Each list in each format, beside the page of the list."""
    entries = {article.path: _entry(paper, article) for article in paper.published(paper.listed)}
    for page_url, title, description, articles in _lists(paper):
        public = (entries[article.path] for article in articles if article.path in entries)
        chosen = tuple(islice(public, paper.index.config.feed_limit))
        for template, file in FORMATS:
            url = f"{page_url}{file}"
            yield Page(url, template, Feed(url, page_url, title, description, chosen))


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


def _entry(paper: Edition, article: Article) -> FeedEntry:
    index = paper.index
    authors = (index.author_by_key[match_key(name)].name for name in article.authors)
    topics = (index.topic_by_key[match_key(name)].name for name in article.topics)
    return FeedEntry(
        card=paper.cards[article.path],
        updated=article.updated or article.published,
        authors=tuple(dict.fromkeys(authors)),
        topics=tuple(dict.fromkeys(topics)),
    )
