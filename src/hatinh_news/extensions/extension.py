"""The noun: an extension is a name, a version, and functions that take a value and return one."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from hatinh_news.model.article import Article
from hatinh_news.model.page import Page


@dataclass(frozen=True, slots=True)
class Extension:
    """What one extension does, each part where it is wanted; the functions are pure and belong to a module.

    `article` runs on every article that was read; it keeps `path`. `page` runs on a planned page before it is rendered;
    it keeps `url`. `output` runs on the bytes of a page after it was rendered. `filters` are for templates. A change of
    `version` makes every article be read and every page be rendered again. Raises TypeError for parts of another type.
    """

    name: str
    version: str
    article: Callable[[Article], Article] | None = None
    page: Callable[[Page], Page] | None = None
    output: Callable[[Page, bytes], bytes] | None = None
    filters: Mapping[str, Callable[..., object]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for part in ("name", "version"):
            value = getattr(self, part)
            if not isinstance(value, str) or not value or not value.isprintable():
                raise TypeError(f"{part} of an Extension must be a line of text, not {value!r}")
        for part in ("article", "page", "output"):
            if not (getattr(self, part) is None or callable(getattr(self, part))):
                raise TypeError(f"{part} of the Extension “{self.name}” must be a function")
        for name, function in self.filters.items():
            if not (name.isidentifier() and callable(function)):
                raise TypeError(
                    f"the filter “{name}” of the Extension “{self.name}” must be a function with a plain name"
                )


def key(extensions: Sequence[Extension]) -> str:
    """What of `extensions` belongs in the keys of articles and pages: names, versions, and their order."""
    return "".join(f"{each.name} {each.version}\n" for each in extensions)


def filters(extensions: Sequence[Extension]) -> dict[str, Callable[..., object]]:
    """All filters that the extensions bring for templates."""
    return {name: function for each in extensions for name, function in each.filters.items()}
