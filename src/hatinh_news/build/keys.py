"""Keys: what a page was made from, in one name. A page whose key is the one in the ledger need not be made again."""

from collections.abc import Mapping

from hatinh_news.model.digest import name_of
from hatinh_news.model.page import Page
from hatinh_news.model.records import Site


class Keys:
    """The keys of pages made by one engine with one theme for one site; `closures` are the digests of templates."""

    def __init__(self, engine: bytes, site: Site, closures: Mapping[str, str], theme: str) -> None:
        self._base = name_of(engine, site)
        self._closures, self._theme = closures, theme

    def of(self, page: Page) -> bytes:
        """The key of a page; the text that it goes without is named in it."""
        template = self._closures.get(page.template, self._theme)
        return name_of(self._base, template, page)
