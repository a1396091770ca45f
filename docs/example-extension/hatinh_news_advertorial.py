"""Advertising that looks like an article says that it is none: to readers, to search engines, and in its links."""

import re
from dataclasses import replace

from hatinh_news.extensions import Extension
from hatinh_news.model.article import Article
from hatinh_news.model.page import Page
from hatinh_news.model.records import ArticlePage

LABEL = "Thông tin doanh nghiệp"
"""What the law has us write above a text that somebody has paid for."""

_OUTSIDE = re.compile(rb'<a href="(?=https?://)')


def labelled(article: Article) -> Article:
    """An article with `extra: {advertorial: true}` bears the label, wherever it is shown, and is no top story."""
    if article.extra.get("advertorial") is not True:
        return article
    return replace(article, kicker=LABEL, featured=False)


def not_indexed(page: Page) -> Page:
    """Search engines are asked to leave the page of an advertorial out."""
    record = page.record
    if not isinstance(record, ArticlePage) or record.kicker != LABEL:
        return page
    return replace(page, record=replace(record, head=replace(record.head, indexed=False)))


def sponsored(page: Page, rendered: bytes) -> bytes:
    """Links to other sites are marked as paid for."""
    if not isinstance(page.record, ArticlePage) or page.record.kicker != LABEL:
        return rendered
    return _OUTSIDE.sub(b'<a rel="sponsored" href="', rendered)


def phone(digits: str) -> str:
    """`{{ "02393855678" | phone }}` shows 0239 385 5678."""
    return f"{digits[:4]} {digits[4:7]} {digits[7:]}"


EXTENSION = Extension(
    name="advertorial",
    version="1.0",
    article=labelled,
    page=not_indexed,
    output=sponsored,
    filters={"phone": phone},
)
