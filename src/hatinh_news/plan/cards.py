"""Cards: an article as all other pages show it, made once."""

from hatinh_news.model.article import Article, Photo
from hatinh_news.model.config import Label
from hatinh_news.model.records import Card
from hatinh_news.model.site import Index
from hatinh_news.text.fold import match_key


def cards(index: Index) -> dict[str, Card]:
    """The card of every article by its path."""
    return {article.path: _card(index, article) for article in index.articles}


def section_label(index: Index, article: Article) -> Label:
    """The section of an article."""
    section = index.section_by_key[match_key(article.section)]
    return Label(section.name, section.url)


def summary(article: Article) -> str:
    """The sapo, else the beginning of the text."""
    return article.sapo or article.body.summary


def lead_photo(article: Article) -> Photo | None:
    """The article's own picture, else the first in its text."""
    return article.photo or next(iter(article.body.photos), None)


def _card(index: Index, article: Article) -> Card:
    return Card(
        url=article.url,
        title=article.link_title or article.title,
        sapo=summary(article),
        published=article.published,
        section=section_label(index, article),
        kicker=article.kicker,
        photo=lead_photo(article),
        state=index.state_by_path.get(article.path, "published"),
    )
