"""How an article stands: whether readers would see it, in words for its editor."""

from collections.abc import Mapping
from datetime import datetime

from hatinh_news.desk.serve.notes import Standing
from hatinh_news.model.article import Article
from hatinh_news.text.dates import article_date


def standing_of(article: Article, now: datetime) -> Standing | None:
    """What there is to say of an article from `now` on; None for one that is there and stays."""
    if not article.draft and article.expires is None and article.live_from <= now:
        return None
    return Standing(article.path, article.draft, article.live_from, article.expires)


def standing_text(standing: Standing, now: datetime, words: Mapping[str, str]) -> str:
    """Draft, or to come, or over; nothing where readers see the article."""
    if standing.draft:
        return words["draft"]
    if standing.expires is not None and standing.expires <= now:
        return words["expired"].format(moment=article_date(standing.expires))
    if standing.live_from > now:
        return words["future"].format(moment=article_date(standing.live_from))
    return ""
