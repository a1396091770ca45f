"""The previews: articles that are not public, each planned as if it alone of them were."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from hatinh_news.build.crew import Crew
from hatinh_news.build.fingerprints import fingerprints
from hatinh_news.index import alone, index
from hatinh_news.ledger import token
from hatinh_news.model.article import Article, Content
from hatinh_news.model.config import Config, Shown
from hatinh_news.model.page import Plan
from hatinh_news.model.report import Previewed
from hatinh_news.model.site import Index
from hatinh_news.plan import Preview, plan, plan_previews


@dataclass(frozen=True, slots=True)
class Unpublished:
    """What previews are made from: `shown` is the newspaper as a build that shows all of it has it, articles related,
    and `static` are the theme's files."""

    content: Content
    config: Config
    shown: Index
    static: Mapping[str, Path]

    @property
    def articles(self) -> list[Article]:
        """Those that are not public, by their paths."""
        states = self.shown.state_by_path
        return sorted((one for one in self.shown.articles if one.path in states), key=lambda article: article.path)


def previews(of: Unpublished, crew: Crew, key: str) -> tuple[Plan, tuple[Previewed, ...]]:
    """The plan of all previews, whose addresses `key` makes, and what is to be told of each."""
    now, files = crew.request.now, of.static.keys()
    public, _ = index(of.content, of.config, now, Shown(), files)
    newspaper, _ = plan(public, now, files, fingerprints(of.static, crew.request))
    found = list(_previews(of, crew, key))
    return plan_previews(newspaper, found, now, files), tuple(_told(one, of.config) for one in found)


def _previews(of: Unpublished, crew: Crew, key: str) -> Iterator[Preview]:
    """Each in a newspaper of its own, with those of its related articles that are public."""
    now, articles = crew.request.now, of.articles
    for done, article in enumerate(articles, start=1):
        content = alone(of.content, article, now)
        paper, _ = index(content, of.config, now, Shown(drafts=True, future=True, expired=True), of.static.keys())
        known = {one.path: one for one in paper.articles}
        related = [each.path for each in of.shown.related_by_path.get(article.path, ()) if each.path in known]
        paper = replace(paper, related_by_path={article.path: tuple(known[path] for path in related)})
        crew.progress("plan", done, len(articles))
        yield Preview(paper, known[article.path], f"/{token(key, article.path)}/")


def _told(one: Preview, config: Config) -> Previewed:
    article = one.article
    moment = article.live_from.astimezone(config.timezone).isoformat()
    return Previewed(one.url, article.place.path, one.paper.state_by_path[article.path], moment, article.title)
