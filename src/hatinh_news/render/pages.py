"""One page: a template for readers, or a machine format."""

from hatinh_news.model.fault import Fault
from hatinh_news.model.page import Page
from hatinh_news.model.records import Site
from hatinh_news.render.failures import fault_of
from hatinh_news.render.formats import FORMATS
from hatinh_news.render.press import environment
from hatinh_news.render.theme import Theme


def render(theme: Theme, site: Site, page: Page) -> bytes | Fault:
    """The bytes of a page, or the fault of its template."""
    write = FORMATS.get(page.template)
    if write:
        return write(site, page.record).encode("utf-8", "replace")
    try:
        html = environment(theme, site).get_template(page.template).render(page=page.record)
    except Exception as error:  # noqa: BLE001 (a template can fail in any way that Python can)
        return fault_of(error, theme, page)
    return (html.rstrip("\n") + "\n").encode("utf-8", "replace")
