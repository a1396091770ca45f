"""Cards: an article as all other pages show it, made once."""

from hashlib import blake2b

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
    url, title, sapo = article.url, article.link_title or article.title, summary(article)
    published, section, kicker = article.published, section_label(index, article), article.kicker
    photo, state = lead_photo(article), index.state_by_path.get(article.path, "published")
    moment = (published.isoformat(), str(published.tzinfo))
    key = _digest(url, title, sapo, *moment, section.name, section.url, kicker, state, *_fields(photo))
    return Card(url, title, sapo, published, section, kicker, photo, state, key)


def _fields(photo: Photo | None) -> tuple[str, ...]:
    if photo is None:
        return ()
    return photo.url, photo.alt, photo.caption, photo.credit, str(photo.width), str(photo.height)


def _digest(*fields: str) -> str:
    """Fields are told apart by their lengths: no character is safe from standing in a title."""
    joined = "".join([f"{len(field)}:{field}" for field in fields])
    return blake2b(joined.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
