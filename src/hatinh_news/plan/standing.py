"""Pages that are no news: about us, contact."""

from collections.abc import Iterator

from hatinh_news.model.article import StandingPage
from hatinh_news.model.page import Page
from hatinh_news.model.records import Head, StandingPageRecord
from hatinh_news.plan.articles import template_file
from hatinh_news.plan.edition import Edition
from hatinh_news.plan.links import text
from hatinh_news.plan.pictures import photo_share


def standing(paper: Edition) -> Iterator[Page]:
    """A page for every file in content/trang/."""
    for page in paper.index.pages:
        yield Page(page.url, template_file(page.template, "page.html"), _record(paper, page))


def _record(paper: Edition, page: StandingPage) -> StandingPageRecord:
    return StandingPageRecord(
        head=Head(
            page.url,
            page.title,
            page.description or page.body.summary,
            page.photo,
            lang=page.lang,
            share=photo_share(page.photo),
        ),
        title=page.title,
        body=text(paper, page.body),
        description=page.description,
        photo=page.photo,
        updated=page.updated,
        extra=page.extra,
    )
