"""Whether two sites hold the same work: each article's page has all that such a page must have."""

import re
from pathlib import Path
from typing import Final

from material import Material

from sites import Site

RELATED: Final = 7
PARTS: Final = (
    ("headline", "<h1"),
    ("breadcrumb", 'aria-label="Vị trí trang"'),
    ("menu", "<nav"),
    ("time", "<time"),
    ("topics", 'rel="tag"'),
    ("structured data", "NewsArticle"),
    ("Open Graph", 'property="og:title"'),
)
FILES: Final = ("index.html", "sitemap.xml", "chu-de")


class UnlikeError(Exception):
    """A site lacks what the other has."""


def lacks(page: str, article: str) -> list[str]:
    """What the page of an article (its Markdown) ought to have and has not."""
    missing = [
        name for name, sign in PARTS if sign not in page and not (name == "topics" and "\ntopics: [" not in article)
    ]
    body = article.split("\n---\n", 1)[-1]
    if page.count("<figure") < len(re.findall(r"^!\[", body, re.MULTILINE)):
        missing.append("a figure for each photo")
    related = page.partition("data-related")[2]
    if len(set(re.findall(r'href="(/\d{4}/\d\d/[^"]+)"', related))) < RELATED:
        missing.append("seven related articles")
    return missing


def compare(site: Site, material: Material) -> None:
    """Looks at some articles' pages, and for the lists and machine files; raises UnlikeError."""
    missing = [name for name in FILES if not (site.out / name).exists()]
    for name in material.samples:
        article = (site.folder / "content" / name).read_text(encoding="utf-8")
        missing += [f"{name}: {part}" for part in lacks(site.page(name).read_text(encoding="utf-8"), article)]
    if missing:
        raise UnlikeError(f"{site.tool} has not: {'; '.join(missing[:5])}")


def pages_in(folder: Path) -> int:
    """Pages and files for machines in an output folder."""
    return sum(path.suffix in {".html", ".xml", ".json", ".txt"} for path in folder.rglob("*.*"))
