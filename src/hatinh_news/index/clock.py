"""The clock: what the moment of the build makes of an article."""

from dataclasses import dataclass
from datetime import datetime

from hatinh_news.model.article import Article, State


@dataclass(frozen=True, slots=True)
class Shown:
    """Which articles are shown although they are not published."""

    drafts: bool = False
    future: bool = False
    expired: bool = False

    def shows(self, state: State) -> bool:
        """Whether an article in this state is part of the newspaper of this build."""
        return {"draft": self.drafts, "future": self.future, "expired": self.expired}.get(state, True)


def state(article: Article, now: datetime) -> State:
    """A draft is one at any hour; what expires at `now` has expired, what goes live at `now` is out."""
    if article.draft:
        return "draft"
    if now < article.live_from:
        return "future"
    if article.expires is not None and now >= article.expires:
        return "expired"
    return "published"
