"""The clock: what the moment of the build makes of an article."""

from datetime import datetime

from hatinh_news.model.article import Article, State


def state(article: Article, now: datetime) -> State:
    """A draft is one at any hour; what expires at `now` has expired, what goes live at `now` is out."""
    if article.draft:
        return "draft"
    if now < article.live_from:
        return "future"
    if article.expires is not None and now >= article.expires:
        return "expired"
    return "published"
