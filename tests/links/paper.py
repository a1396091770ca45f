"""A newspaper in memory that is edited as editors do, laid out as files, built, and recorded."""

import shutil
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from hatinh_news.build import Request, build
from hatinh_news.build.urls import Urls, urls
from hatinh_news.desk import record
from hatinh_news.model.config import PAPER_ZONE
from hatinh_news.model.report import Report
from hatinh_news.text.slug import slug

NOW: Final = datetime(2025, 6, 1, 12, 0, tzinfo=PAPER_ZONE)
BASE: Final = "https://bao.example"


PLAIN: Final = "<title>{{ page.head.title }}</title>\n"
TEMPLATES: Final = {
    "article.html": PLAIN + "{% if page.retracted %}Gỡ bài{% endif %}{{ page.body | body }}\n",
    **dict.fromkeys(
        ("404.html", "base.html", "card.html", "corrections.html", "directory.html", "footer.html", "header.html",
         "home.html", "list.html", "macros.html", "page.html"),
        PLAIN,
    ),
}  # fmt: skip
"""A theme that is quickly made."""


@dataclass(frozen=True)
class Story:
    """One article; `token` stands in its text, and nobody ever edits it."""

    token: str
    file: str
    title: str
    date: datetime
    section: str = "Thời sự"
    topics: tuple[str, ...] = ("Lũ lụt",)
    author: str = "Lê Hạnh"
    series: str = ""
    slug: str = ""
    text: str = ""
    keys: str = ""

    def written(self) -> str:
        lines = [f"title: {self.title}", f"date: {self.date:%Y-%m-%d %H:%M}", f"section: {self.section}"]
        lines += [f"topics: [{', '.join(self.topics)}]"] if self.topics else []
        lines += [f"authors: [{self.author}]"] if self.author else []
        lines += [f"series: {self.series}"] if self.series else []
        lines += [f"slug: {self.slug}"] if self.slug else []
        lines += [self.keys] if self.keys else []
        return "\n".join(["---", *lines, "---", f"Bài {self.token} kể chuyện của mình.", "", self.text, ""])


@dataclass
class Paper:
    """The newspaper: settings and stories; what is laid out below `site`, and where hosts get it from."""

    site: Path
    stories: list[Story] = field(default_factory=list)
    sections: dict[str, str] = field(default_factory=lambda: {"Thời sự": "thoi-su", "Kinh tế": "kinh-te"})
    topics: dict[str, str] = field(default_factory=dict)
    merged: dict[str, str] = field(default_factory=dict)
    permalink: str = "/:section/:slug/"
    targets: str = "[]"
    extra: str = ""
    now: datetime = NOW

    def add(self, token: str, days: int = 10, **more: object) -> Story:
        title = str(more.pop("title", f"Chuyện của {token}"))
        known = {"file": f"{slug(title)}.md", "date": NOW - timedelta(days=days)}
        story = Story(token, title=title, **(known | more))  # type: ignore[arg-type]
        self.stories.append(story)
        return story

    def edit(self, token: str, **changes: object) -> None:
        self.stories = [replace(one, **changes) if one.token == token else one for one in self.stories]  # type: ignore[arg-type]

    def drop(self, token: str) -> None:
        self.stories = [one for one in self.stories if one.token != token]

    def settings(self) -> str:
        sections = "\n".join(f"  - {{name: {name}, slug: {slug}}}" for name, slug in self.sections.items())
        topics = [f"  - {{name: {name}, slug: {slug}}}" for name, slug in self.topics.items()]
        topics += [f"  - {{name: {name}, merged_into: {into}}}" for name, into in self.merged.items()]
        lines = [f"title: Báo\nbase_url: {BASE}\npaginate_by: 2\npermalinks: {self.permalink}\nsections:\n{sections}"]
        lines += ["topics:\n" + "\n".join(topics)] if topics else []
        return "\n".join([*lines, f"deployment: {{targets: {self.targets}}}", self.extra, ""])

    def lay_out(self) -> None:
        """Writes what is to be there, touches nothing that is there already, and deletes the rest."""
        content, templates = self.site / "content", self.site / "templates"
        if not templates.is_dir():
            templates.mkdir(parents=True)
            for name, text in TEMPLATES.items():
                (templates / name).write_text(text, encoding="utf-8")
        wanted = {"site.yaml": self.settings()} | {one.file: one.written() for one in self.stories}
        for file in [file for file in content.rglob("*") if file.is_file()]:
            if file.relative_to(content).as_posix() not in wanted:
                file.unlink()
        for name, text in wanted.items():
            file = content / name
            if not file.exists() or file.read_text(encoding="utf-8") != text:
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(text, encoding="utf-8")

    def request(self, out: str = "public") -> Request:
        return Request(self.site, self.site / out, self.now, workers=1)

    def build(self, out: str = "public") -> Report:
        self.lay_out()
        return build(self.request(out))

    def record(self, gone: Sequence[str] = ()) -> Urls:
        """Records the addresses as they are after the last edit."""
        self.lay_out()
        found = urls(self.request(), gone)
        record(self.site, found.lines)
        return found

    def answers(self) -> dict[str, tuple[str, str]]:
        """What `urls` says of each address that does not have a page of its own."""
        self.lay_out()
        found = urls(self.request()).answers
        return {one.recorded.url: (one.state, one.target) for one in found if one.state != "page"}

    def clean(self, folder: Path) -> Path:
        """A copy without anything that a build remembers, built."""
        shutil.copytree(self.site, folder, ignore=shutil.ignore_patterns(".hatinh-news", "public*"))
        build(Request(folder, folder / "public", self.now, workers=1))
        return folder / "public"
