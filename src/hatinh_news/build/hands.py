"""The hands that extensions lend: by name, as functions do not travel to workers on other machines."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from hatinh_news.model.fault import Fault

if TYPE_CHECKING:
    from hatinh_news.extensions import Extension
    from hatinh_news.model.article import Article
    from hatinh_news.model.page import Page
    from hatinh_news.render import Theme

# Most newspapers have no extensions, and most builds have nothing to ask them.


@dataclass(frozen=True, slots=True)
class Hands:
    """The extensions of these names, in the versions that `key` tells."""

    names: tuple[str, ...] = ()
    key: str = ""

    def article(self, article: "Article") -> "Article | Fault":
        """The article as the extensions leave it."""
        from hatinh_news import extensions

        return extensions.apply_article(self._all, article)

    def page(self, page: "Page") -> "Page | Fault":
        """The page as it shall be rendered."""
        from hatinh_news import extensions

        return extensions.apply_page(self._all, page)

    def output(self, page: "Page", made: bytes) -> bytes | Fault:
        """The bytes as they shall be written."""
        from hatinh_news import extensions

        return extensions.apply_output(self._all, page, made)

    def theme(self, theme: "Theme") -> "Theme":
        """The theme with the filters that the extensions bring."""
        from hatinh_news import extensions

        return replace(theme, digest=theme.digest + self.key, lent=self.key, filters=extensions.filters(self._all))

    @property
    def _all(self) -> "tuple[Extension, ...]":
        from hatinh_news import extensions

        return extensions.loaded(self.names, self.key)


NOBODY: Final = Hands()


def hands(names: Sequence[str]) -> tuple[Hands, list[Fault]]:
    """The hands of the extensions of these names, and the faults of those that cannot be had."""
    if not names:
        return NOBODY, []
    from hatinh_news import extensions

    found, faults = extensions.find(names)
    return Hands(tuple(each.name for each in found), extensions.key(found)), faults
