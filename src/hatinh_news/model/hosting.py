"""What the newspaper asks of hosts and of itself: headers, names that change with their content, budgets of weight."""

from dataclasses import dataclass
from typing import Final, TypeAlias

HeaderLines: TypeAlias = tuple[tuple[str, str], ...]
"""Names of headers and their values."""

KB: Final = 1024


@dataclass(frozen=True, slots=True)
class HeaderSettings:
    """What site.yaml says of headers: `wanted` is whether there is a file of them at all.

    `everywhere` are set with every answer, in the place of the program's own of the same name (an empty value takes it
    away); `by_path` with the answers below a path.
    """

    wanted: bool = True
    everywhere: HeaderLines = ()
    by_path: tuple[tuple[str, HeaderLines], ...] = ()


@dataclass(frozen=True, slots=True)
class Budgets:
    """How many bytes, gzipped, a file may weigh at most; 0 is no limit.

    `page_weight` is that of a page with the stylesheets and scripts that it names.
    """

    article_html: int = 40 * KB
    list_html: int = 40 * KB
    css: int = 14 * KB
    js: int = 20 * KB
    page_weight: int = 80 * KB


@dataclass(frozen=True, slots=True)
class StaticFile:
    """A stylesheet or script: `url` changes with what it holds, `weight` is its bytes gzipped."""

    url: str
    weight: int = 0


@dataclass(frozen=True, slots=True)
class Icon:
    """A picture that stands for the newspaper; `sizes` is `any` or such as `192x192`, `purpose` empty for any use."""

    url: str
    sizes: str
    type: str
    purpose: str = ""


@dataclass(frozen=True, slots=True)
class Manifest:
    """The newspaper as something to put on a home screen."""

    icons: tuple[Icon, ...] = ()


@dataclass(frozen=True, slots=True)
class HeaderRules:
    """Headers of answers, by the path that they are set for; `*` at its end stands for all that is below."""

    rules: tuple[tuple[str, HeaderLines], ...] = ()


@dataclass(frozen=True, slots=True)
class PlainFile:
    """A file that says what it says."""

    text: str = ""
