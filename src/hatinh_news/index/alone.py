"""One article that is not public, among those that are: nothing of any other is there."""

from datetime import datetime

from hatinh_news.index.clock import state
from hatinh_news.model.article import Article, Content, Profile
from hatinh_news.text.fold import match_key


def alone(content: Content, article: Article, now: datetime) -> Content:
    """What is public at `now`, and `article`; of the pages that are drafts only that of its own section.

    An index of it knows no topic, series or author that only other articles name, and numbers no part of theirs.
    """
    return Content(
        tuple(one for one in content.articles if one.path == article.path or state(one, now) == "published"),
        tuple(one for one in content.pages if not one.draft),
        tuple(one for one in content.profiles if not one.draft or _is_section_of(one, article)),
    )


def _is_section_of(profile: Profile, article: Article) -> bool:
    return profile.kind == "section" and match_key(profile.name) == match_key(article.section)
