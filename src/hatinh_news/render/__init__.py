"""Rendering: pages as values become bytes, and a page that fails becomes a fault."""

from collections.abc import Iterator, Sequence

from hatinh_news.model.fault import Fault
from hatinh_news.model.page import Page
from hatinh_news.model.records import Site
from hatinh_news.render.theme import Theme, load_theme, template_files, theme_folders

__all__ = ["Theme", "closures", "load_theme", "reach", "render_all", "template_files", "theme_folders"]


def reach(_theme: Theme, template: str) -> list[str]:
    return [template]


def closures(theme: Theme) -> dict[str, str]:
    from hatinh_news.render.formats import FORMATS

    return dict.fromkeys(FORMATS, theme.digest)


def render_all(theme: Theme, site: Site, pages: Sequence[Page]) -> Iterator[tuple[Page, bytes | Fault]]:
    """Each page with its bytes, or with the fault of its template: one fault for all pages that fail alike."""
    # A build that finds nothing to render should not wait for the template engine.
    from hatinh_news.render.pages import render

    known: dict[object, Fault] = {}
    for page in pages:
        rendered = render(theme, site, page)
        if isinstance(rendered, Fault):
            alike = (rendered.place, rendered.code, rendered.values[:-1])
            rendered = known.setdefault(alike, rendered)
        yield page, rendered
