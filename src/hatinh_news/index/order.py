"""The orders in which articles stand: both are total, so the same articles always give the same list."""

from collections.abc import Iterable

from hatinh_news.model.article import Article


def newest_first(articles: Iterable[Article]) -> tuple[Article, ...]:
    """By date of publication downwards; articles of one moment by address, upwards."""
    by_url = sorted(articles, key=lambda article: (article.url, article.path))
    return tuple(sorted(by_url, key=lambda article: article.published, reverse=True))


def oldest_first(articles: Iterable[Article]) -> tuple[Article, ...]:
    """By date of publication upwards; articles of one moment by address, upwards."""
    return tuple(sorted(articles, key=lambda article: (article.published, article.url, article.path)))
