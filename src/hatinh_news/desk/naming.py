"""Where a new article goes, and what its file is called: as docs/content.md has it, and as the newspaper does it."""

import posixpath
import re
from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from typing import Final

from hatinh_news.model.article import Article
from hatinh_news.read.sources import folder_of, top_folder

NAMELESS: Final = "bai-viet"
"""How the piece of address begins of an article whose title has nothing that can be spelt in one."""

_HABITS: Final = ((re.compile(r"\d{4}/\d{2}"), "%Y/%m"), (re.compile(r"\d{4}"), "%Y"), (re.compile(""), ""))
_USUAL: Final = "%Y"


def file_name(folder: str, habit: str, date: datetime, slug: str, *, bundle: bool) -> str:
    """The path below content/: `thoi-su/2025/2025-02-28-ten-bai.md`, or of a bundle `…/index.md`."""
    name = f"{date:%Y-%m-%d}-{slug}"
    return posixpath.join(folder, date.strftime(habit) if habit else "", f"{name}/index.md" if bundle else f"{name}.md")


def other_name(path: str) -> str:
    """The path that the same article would have with, or without, a folder of its own."""
    return path.removesuffix("/index.md") + ".md" if path.endswith("/index.md") else f"{path[:-3]}/index.md"


def habit(articles: Iterable[Article], folder: str) -> str:
    """How the articles of a section's folder lie in folders by date: by year unless most of them lie otherwise."""
    seen = Counter(
        form
        for article in articles
        if top_folder(article.path) == folder
        for pattern, form in _HABITS
        if pattern.fullmatch(folder_of(article.path)[len(folder) + 1 :])
    )
    return max(seen, key=lambda form: (seen[form], form == _USUAL, form), default=_USUAL)
