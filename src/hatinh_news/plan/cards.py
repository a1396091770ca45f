"""Cards: an article as all other pages show it, made once."""

import marshal
from collections.abc import Mapping
from dataclasses import fields
from hashlib import blake2b
from operator import attrgetter
from typing import Final

from hatinh_news.model.article import Article, Photo, State
from hatinh_news.model.config import Label
from hatinh_news.model.records import Card
from hatinh_news.model.site import Index

_FIELDS: Final = attrgetter(*(field.name for field in fields(Photo)))


def cards(index: Index, sections: Mapping[str, Label]) -> dict[str, Card]:
    """The card of every article by its path; `sections` are found by what articles call them."""
    states = index.state_by_path
    usual = index.config.language
    return {
        article.path: _card(article, sections[article.section], states.get(article.path, "published"), usual)
        for article in index.articles
    }


def summary(article: Article) -> str:
    """The sapo, else the beginning of the text."""
    return article.sapo or article.body.summary


def lead_photo(article: Article) -> Photo | None:
    """The article's own picture, else the first in its text."""
    return article.photo or (article.body.photos[0] if article.body.photos else None)


def _card(article: Article, section: Label, state: State, usual: str) -> Card:
    url, title, sapo = article.url, article.link_title or article.title, summary(article)
    published, kicker, photo = article.published, article.kicker, lead_photo(article)
    moment = (published.isoformat(), str(published.tzinfo))
    picture = _FIELDS(photo) if photo is not None else ()
    lang = article.lang if article.lang != usual else ""
    key = _digest(url, title, sapo, *moment, section.name, section.url, kicker, state, lang, *picture)
    return Card(url, title, sapo, published, section, kicker, photo, state, key, lang)


def _digest(*values: str | int) -> str:
    """Format 0 of marshal tells values apart by their kinds and lengths: any character may stand in a title."""
    return blake2b(marshal.dumps(values, 0), digest_size=16).hexdigest()
