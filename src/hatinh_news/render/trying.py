"""What can be told of a theme before a page is made: templates that are wanted and not there, or cannot be read."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from hatinh_news.model.fault import Fault
from hatinh_news.model.page import Page
from hatinh_news.model.records import Site
from hatinh_news.render.failures import fault_of
from hatinh_news.render.formats import FORMATS
from hatinh_news.render.press import environment
from hatinh_news.render.references import reached_for_sure
from hatinh_news.render.theme import Theme, winners


def tried(theme: Theme, site: Site, pages: Iterable[Page]) -> Iterator[Fault]:
    """One fault for each template that is not as it must be, with the first page that wants it.

    The program's own templates are what they must be. A template that is there and can be read may fail all the same.
    """
    first: dict[str, Page] = {}
    for page in pages:
        if page.template not in FORMATS:
            first.setdefault(page.template, page)
    files = winners(theme.folders)
    own = {name for name, file in files.items() if Path(file).is_relative_to(theme.folders[0])}
    doubtful = first.keys() - files.keys() | own
    reached = reached_for_sure(theme, first) if own else {name: {name} for name in first}
    told = set[str]()
    for template, page in first.items():
        for name in sorted(reached[template] & doubtful - told):
            told.add(name)
            try:
                environment(theme, site).get_template(name)
            except Exception as error:  # noqa: BLE001 (a template can fail in any way that Python can)
                yield fault_of(error, theme, page)
