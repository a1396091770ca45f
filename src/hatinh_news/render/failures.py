"""From an exception in a template to the fault that names its line."""

import traceback
from pathlib import Path

from jinja2 import TemplateNotFound, TemplateSyntaxError, UndefinedError

from hatinh_news.model.fault import Fault, Place
from hatinh_news.model.page import Page
from hatinh_news.render.faults import TEMPLATE_ERROR, TEMPLATE_MISSING, TEMPLATE_SYNTAX
from hatinh_news.render.theme import Theme


def fault_of(error: Exception, theme: Theme, page: Page) -> Fault:
    """What `error` says of a template, at the innermost line of a template that it came through.

    The last value is the page: faults that differ in nothing else are one.
    """
    place = _place(error, theme) or Place(f"templates/{page.template}")
    if isinstance(error, TemplateSyntaxError):
        return TEMPLATE_SYNTAX.at(
            Place(f"templates/{error.name}", error.lineno), reason=_without_stop(error.message or ""), page=page.url
        )
    if isinstance(error, TemplateNotFound):
        return TEMPLATE_MISSING.at(place, name=error.name, page=page.url)
    return TEMPLATE_ERROR.at(place, reason=_reason(error), page=page.url)


def _reason(error: Exception) -> str:
    return _without_stop(str(error) if isinstance(error, UndefinedError) else f"{type(error).__name__}: {error}")


def _without_stop(sentence: str) -> str:
    return sentence.rstrip(". ")


def _place(error: Exception, theme: Theme) -> Place | None:
    """Jinja rewrites tracebacks, so that frames of templates bear the names and lines of their files."""
    for frame, line in reversed(list(traceback.walk_tb(error.__traceback__))):
        file = Path(frame.f_code.co_filename)
        for folder in theme.folders:
            if file.is_relative_to(folder):
                return Place(f"templates/{file.relative_to(folder).as_posix()}", line)
    return None
