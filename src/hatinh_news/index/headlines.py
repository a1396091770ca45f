"""Headlines that become pictures: of the newest articles those that have no photo to be shared with."""

from collections.abc import Iterable
from itertools import islice

from hatinh_news.model.article import Article
from hatinh_news.model.config import Config


def headlines(newest: Iterable[Article], config: Config) -> frozenset[str]:
    """The paths of these articles; `newest` stands first. A photo that versions are made of is shared itself."""
    images = config.images
    if not images.made or not images.headlines:
        return frozenset()
    listed = (article for article in newest if not article.retracted)
    return frozenset(article.path for article in islice(listed, images.headlines) if not _has_photo(article))


def _has_photo(article: Article) -> bool:
    return article.photo is not None or bool(article.body.photos)
