"""Hooks at work: each extension in order takes what the one before it returned; what goes wrong becomes a fault."""

import traceback
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from hatinh_news.extensions.extension import Extension
from hatinh_news.extensions.faults import FAILED_ARTICLE, FAILED_PAGE
from hatinh_news.extensions.find import SETTINGS
from hatinh_news.model.article import Article
from hatinh_news.model.fault import Fault
from hatinh_news.model.page import Page

T = TypeVar("T", Article, Page, bytes)


class _Failed(Exception):
    """What an extension did wrong; internal, where it becomes a fault."""


def apply_article(extensions: Sequence[Extension], article: Article) -> Article | Fault:
    """The article as the extensions leave it, or the fault of the one that failed."""
    for each in extensions:
        if each.article:
            try:
                article = _kept(_called(each.article, Article, article), article, "path")
            except _Failed as failed:
                return FAILED_ARTICLE.at(article.place, name=each.name, reason=failed)
    return article


def apply_page(extensions: Sequence[Extension], page: Page) -> Page | Fault:
    """The page as it shall be rendered, or the fault of the extension that failed, whose last value is the page."""
    for each in extensions:
        if each.page:
            try:
                page = _kept(_called(each.page, Page, page), page, "url")
            except _Failed as failed:
                return FAILED_PAGE.at(SETTINGS, name=each.name, reason=failed, page=page.url)
    return page


def apply_output(extensions: Sequence[Extension], page: Page, rendered: bytes) -> bytes | Fault:
    """The bytes as they shall be written, or the fault of the extension that failed, whose last value is the page."""
    for each in extensions:
        if each.output:
            try:
                rendered = _called(each.output, bytes, page, rendered)
            except _Failed as failed:
                return FAILED_PAGE.at(SETTINGS, name=each.name, reason=failed, page=page.url)
    return rendered


def _called(hook: Callable[..., object], wanted: type[T], *given: object) -> T:
    try:
        result = hook(*given)
    except Exception as error:
        raise _Failed(_reason(error)) from error
    if not isinstance(result, wanted):
        raise _Failed(f"it returned {type(result).__name__} in place of {wanted.__name__}")
    return result


def _kept(result: T, given: T, part: str) -> T:
    if getattr(result, part) != getattr(given, part):
        raise _Failed(f"it changed “{part}” to {getattr(result, part)!r}")
    return result


def _reason(error: Exception) -> str:
    """The exception, and the innermost line that raised it, by the name of its file alone."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    words = "".join(traceback.format_exception_only(error)).partition("\n")[0]
    return f"{words} ({Path(frame.filename).name}, line {frame.lineno})"
