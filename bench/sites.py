"""The tools that are measured, each with a site that holds the same articles."""

import importlib.metadata
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

HERE: Final = Path(__file__).resolve().parent
OURS: Final = "hatinh-news"
HUGO: Final = "Hugo"
# Topics have no feeds and pictures no versions, as they have none on Hugo's site.
SETTINGS: Final = (
    "title: Báo thử tốc độ\nbase_url: https://bao.example\ntopic_feeds_from: 1000000\nimages: {enabled: false}\n"
)
# One byte of what every article's page begins with, and Hugo takes comments away.
_STORY: Final = re.compile(r'<article\b( data-bench="\w*")?')


@dataclass(frozen=True, slots=True)
class Site:
    """A folder with one tool's site; `command` builds it into its folder public/, as of a moment."""

    tool: str
    folder: Path
    template: Path  # what articles' pages are made by
    command: Callable[[datetime], list[str]]
    version: str

    @property
    def out(self) -> Path:
        return self.folder / "public"

    def page(self, article: str) -> Path:
        """The file that an article's page is in."""
        slug = Path(article).stem
        found = next(self.out.glob(f"*/*/{slug}/index.html"), None)
        if found is None:
            raise FileNotFoundError(f"{self.tool} made no page for {article}")
        return found

    def mark_template(self, mark: str) -> None:
        """A small change of the template that every article's page shows."""
        text = self.template.read_text(encoding="utf-8")
        changed, count = _STORY.subn(f'<article data-bench="{mark}"', text, count=1)
        if not count:
            raise ValueError(f"{self.template.name} has no <article>")
        self.template.write_text(changed, encoding="utf-8")


def our_site(folder: Path) -> Site:
    """A site with its own copy of the program's template for articles, so that this can be edited."""
    (folder / "content").mkdir(parents=True)
    (folder / "content" / "site.yaml").write_text(SETTINGS, encoding="utf-8")
    template = folder / "templates" / "article.html"
    template.parent.mkdir()
    shutil.copy(HERE.parent / "templates" / "article.html", template)
    program = [sys.executable, "-m", "hatinh_news", "build", str(folder), "--quiet", "--json"]
    version = importlib.metadata.version("hatinh_news")
    return Site(OURS, folder, template, lambda now: [*program, "--now", now.isoformat()], version)


def hugo_program(environment: Path) -> Path | None:
    """Hugo's own binary in a virtual environment: what its wrapper would start."""
    return next(environment.glob("lib/python*/site-packages/hugo/binaries/hugo*"), None)


def hugo_site(folder: Path, program: Path) -> Site:
    """A copy of the project's site for Hugo."""
    shutil.copytree(HERE / "hugo", folder)
    words = [str(program), "build", "--quiet", "--source", str(folder)]
    said = subprocess.run([program, "version"], capture_output=True, text=True, check=True).stdout
    version = re.search(r"v(\d[\d.]*)", said)
    template = folder / "layouts" / "page.html"
    return Site(HUGO, folder, template, lambda now: [*words, "--clock", now.isoformat()], version[1] if version else "")
