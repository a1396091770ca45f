"""Rendering: pages as values become bytes, and a page that fails becomes a fault."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from hatinh_news.model.fault import Fault
from hatinh_news.render.theme import Theme, load_theme, template_files, theme_folders

__all__ = [
    "Theme",
    "closures",
    "load_theme",
    "prepare",
    "reach",
    "render_all",
    "template_files",
    "theme_folders",
    "tried",
]

if TYPE_CHECKING:
    from hatinh_news.model.page import Page
    from hatinh_news.model.records import Site

# A build that finds nothing to render should wait neither for records nor for the template engine.


def render_all(theme: Theme, site: "Site", pages: "Sequence[Page]") -> "Iterator[tuple[Page, bytes | Fault]]":
    """Each page with its bytes, or with the fault of its template: one fault for all pages that fail alike."""
    from hatinh_news.render.pages import renderer

    render, known = renderer(theme, site), dict[object, Fault]()
    for page in pages:
        rendered = render(page)
        if isinstance(rendered, Fault):
            alike = (rendered.place, rendered.code, rendered.values[:-1])
            rendered = known.setdefault(alike, rendered)
        yield page, rendered


def prepare(theme: Theme, site: "Site") -> None:
    """Compiles the theme's templates, so that processes which are forked afterwards need not."""
    from hatinh_news.render.press import environment

    environment(theme, site).compile_all()


def closures(theme: Theme) -> Mapping[str, str]:
    """For each template of the theme, and each machine format, a digest of all that can change what it makes."""
    from hatinh_news.render import references

    return references.closures(theme)


def tried(theme: Theme, site: "Site", pages: "Sequence[Page]") -> "Iterator[Fault]":
    """What is wrong with templates that pages want, as far as that can be told without making a page."""
    from hatinh_news.render import trying

    yield from trying.tried(theme, site, pages)


def reach(theme: Theme, template: str) -> list[str]:
    """The templates of the theme that one of them reaches, itself among them; none for a machine format."""
    from hatinh_news.render import references

    return references.reach(theme, template)
