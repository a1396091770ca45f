"""Pages of articles."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from hatinh_news.model.article import Article, Body
from hatinh_news.model.page import Page
from hatinh_news.model.records import ArticlePage, Head, SeriesPart
from hatinh_news.model.site import Series
from hatinh_news.plan.cards import lead_photo, summary
from hatinh_news.plan.edition import Edition
from hatinh_news.plan.links import text
from hatinh_news.plan.names import label
from hatinh_news.text.count import reading_minutes


def articles(paper: Edition) -> Iterator[Page]:
    """A page for every article; that of a retracted one shows the notice instead of the text."""
    series_by_path = _series_by_path(paper.index.series)
    for article in paper.index.articles:
        template = template_file(article.template, "article.html")
        if article.retracted:
            yield Page(article.url, template, _notice(paper, article))
            continue
        record = _article(paper, article, series_by_path.get(article.path))
        yield Page(article.url, template, record, article.path, article.body.html_digest)


def template_file(chosen: str, usual: str) -> str:
    """The template that front matter names, with or without its ending."""
    if not chosen:
        return usual
    return chosen if chosen.endswith(".html") else f"{chosen}.html"


def _article(paper: Edition, article: Article, series: tuple[Series, int] | None) -> ArticlePage:
    state = paper.index.state_by_path.get(article.path, "published")
    section = paper.sections[article.section]
    return ArticlePage(
        head=Head(
            url=article.url,
            title=article.title,
            description=summary(article),
            photo=lead_photo(article),
            trail=(section,),
            section_url=section.url,
            indexed=state == "published",
            lang=article.lang,
        ),
        headline=article.title,
        section=section,
        published=article.published,
        body=text(paper, article.body),
        words=article.body.words,
        minutes=reading_minutes(article.body.words),
        sapo=article.sapo,
        kicker=article.kicker,
        dateline=article.dateline,
        updated=article.changed(paper.now),
        photo=article.photo,
        topics=paper.topics.of(article.topics),
        authors=paper.authors.of(article.authors),
        series=_part(paper, *series) if series is not None else None,
        related=paper.cards_of(paper.index.related_by_path.get(article.path, ())),
        corrections=article.told(paper.now),
        state=state,
        due=article.live_from if state == "future" else None,
        extra=article.extra,
    )


def _notice(paper: Edition, article: Article) -> ArticlePage:
    """What is left of a retracted article: nothing that a template could show by mistake."""
    bare = replace(article, sapo="", kicker="", dateline="", photo=None, body=Body(), extra={})
    page = _article(paper, bare, None)
    head = replace(page.head, description=article.retracted, indexed=False)
    return replace(page, head=head, retracted=article.retracted)


def _series_by_path(all_series: Sequence[Series]) -> dict[str, tuple[Series, int]]:
    """The series of each article that is part of one, and its place there, from 0."""
    return {part.path: (series, place) for series in all_series for place, part in enumerate(series.articles)}


def _part(paper: Edition, series: Series, place: int) -> SeriesPart:
    parts, numbers = series.articles, series.numbers
    return SeriesPart(
        series=label(series),
        number=numbers[place],
        total=numbers[-1],
        previous=paper.cards[parts[place - 1].path] if place else None,
        next=paper.cards[parts[place + 1].path] if place + 1 < len(parts) else None,
    )
