"""One page: a template for readers, or a machine format."""

from collections.abc import Callable

from hatinh_news.model.fault import Fault
from hatinh_news.model.page import Page
from hatinh_news.model.records import Site
from hatinh_news.render.engine import Engine
from hatinh_news.render.formats import FORMATS
from hatinh_news.render.press import environment
from hatinh_news.render.theme import Theme


def renderer(theme: Theme, site: Site) -> Callable[[Page], bytes | Fault]:
    """What makes the bytes of a page, or the fault of its template."""
    engine: Engine | None = None

    def render(page: Page) -> bytes | Fault:
        nonlocal engine
        write = FORMATS.get(page.template)
        if write:
            return write(site, page.record).encode("utf-8", "replace")
        try:
            engine = engine or environment(theme, site)
            html = engine.get_template(page.template).render(page=page.record)
        except Exception as error:  # noqa: BLE001 (a template can fail in any way that Python can)
            from hatinh_news.render.failures import fault_of

            return fault_of(error, theme, page)
        return (html.rstrip("\n") + "\n").encode("utf-8", "replace")

    return render
